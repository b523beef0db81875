import { classifyName } from "./credential-names.ts";
import { cut, type Excerpt, trimmed, unquoted } from "./excerpt.ts";
import { passwordFlags } from "./program-passwords.ts";

/** What one word of a command, or a part of one, can be. */
export type WordFinding =
	/** The value of a variable or flag. */
	| {
			readonly sort: "value";
			readonly name: string;
			readonly excerpt: Excerpt;
			readonly isLoose?: boolean;
	  }
	/** `Name: value`. */
	| { readonly sort: "header"; readonly excerpt: Excerpt }
	/** A command line of its own. */
	| { readonly sort: "script"; readonly excerpt: Excerpt };

const HEADER_FLAGS = /^(?:-H|--?(?:[\w-]+-)?headers?)$/i;

/** Flags whose value is `NAME=value`. */
const ASSIGNMENT_FLAGS =
	/^(?:-e|-E|-D|--?(?:env|environment|env-var|build-arg|set|set-string|set-env-vars|update-env-vars|set-secrets|from-literal|var|(?:[\w-]+-)?define|config|build-env|secret|option|arg|param|parameter|property|form|form-string|data|data-raw|data-urlencode|field)|-F|-d)$/;

/** Flags whose value is `user:password`. */
const USER_FLAGS =
	/^(?:-u|-U|-a|--?(?:user|proxy-user|auth|basic-auth|credentials|creds|userpass))$/;

/** Programs in which a short flag of these means that. */
const USER_PROGRAMS =
	/^(?:curl|wget|https?|xh|httpie|curlie|lftp|svn|nats|ab|hey|wrk)$/;

/** Flags for scripts of a shell. */
const SCRIPT_FLAGS =
	/^(?:-[a-z]{0,3}c|\/c|\/k|-Command|-EncodedCommand|--command|--call)$/i;

/** Flags for scripts of other interpreters. */
const EVALUATION_FLAGS = /^(?:-e|-p|-r|-E|--eval|--print)$/;

const INTERPRETERS = /^(?:node|deno|bun|tsx|python[\d.]*|ruby|perl|php)$/;

const SHELLS =
	/^(?:ba|z|da|k|fi)?sh$|^(?:cmd|powershell|pwsh|env|nix-shell|wsl|ssh|su|docker|podman|npx|npm|pnpm|yarn|uv|uvx|bash|nix)(?:\.exe|\.cmd)?$/;

/** What of the words of a command can be a credential. */
export function* scanWords(
	words: readonly Excerpt[],
	command: string,
): Generator<WordFinding> {
	const starts = programTest(words, command);
	for (let index = 0; index < words.length; index++) {
		const word = words[index];
		if (!word) continue;
		const isSpaced = words[index + 1]?.text === "=";
		const next = words[index + (isSpaced ? 2 : 1)];
		const isSetting = SETTERS.test(words[index - 1]?.text ?? "") || isSpaced;
		const findings = [...scanWord(word, next, starts, isSetting)];
		yield* findings;
		// the words of a script are looked at there
		const isScript = ({ sort, excerpt }: WordFinding) =>
			sort === "script" && excerpt === next;
		if (findings.some(isScript)) index++;
	}
}

/** Words behind which the name of a variable stands, and then its value. */
const SETTERS =
	/^(?:set|setx|export|setenv|-g?x|-xg|-[gUx]{1,3}|secret|secrets|config:set)$/;

/** Whether a command starts one of the programs that somebody knows. */
type Starts = (isKnown: (program: string) => boolean) => boolean;

/** How many of its words can be programs: one starts another, with flags between them. */
const MOST_PROGRAMS = 8;

/** Most commands are never asked; the names are taken from the words when one is. */
function programTest(words: readonly Excerpt[], command: string): Starts {
	let names: readonly string[] | undefined;
	return (isKnown) => {
		names ??= [
			command,
			...words.slice(0, MOST_PROGRAMS).map(({ text }) => text),
		]
			.filter((text) => text.length < 200)
			.map(programName);
		return names.some(isKnown);
	};
}

/** `C:\bin\curl.exe` is `curl`. */
function programName(path: string): string {
	const name = path.split(/[\\/]/).at(-1) ?? "";
	return name.replace(/\.(?:exe|cmd|bat)$/i, "");
}

function* scanWord(
	word: Excerpt,
	next: Excerpt | undefined,
	starts: Starts,
	isSetting: boolean,
): Generator<WordFinding> {
	const { text } = word;
	const value = next && !isFlag(next.text) ? next : undefined;
	if (HEADER_FLAGS.test(text)) {
		if (value) yield { sort: "header", excerpt: value };
		return;
	}
	if (/^[-/]/.test(text)) yield* flagWithPassword(word, value, starts);
	if (/^-e[A-Z_][A-Z0-9_]*=/.test(text)) {
		yield* assignment(cut(word, 2));
		return;
	}
	const attached =
		/^(--?[A-Za-z][\w.-]{0,80}|\/[A-Za-z]{1,20})(?::?=|:(?=\S))/.exec(text);
	if (attached) {
		const [whole, flag = ""] = attached;
		yield* flagValue(flag, unquoted(cut(word, whole.length)), starts);
		return;
	}
	if (/^-[eH].*[:=]/s.test(text)) {
		const rest = unquoted(trimmed(cut(word, 2)));
		if (text[1] === "H") yield { sort: "header", excerpt: rest };
		else yield* assignment(rest);
		return;
	}
	if (isFlag(text)) {
		if (value) yield* flagValue(text, value, starts);
		return;
	}
	yield* plainWord(word, next, isSetting);
}

function isFlag(text: string): boolean {
	return /^(?:--?[A-Za-z][\w.-]{0,80}|\/[ck])$/i.test(text);
}

/** The value of a flag, behind it or after `=`. */
function* flagValue(
	flag: string,
	value: Excerpt,
	starts: Starts,
): Generator<WordFinding> {
	if (HEADER_FLAGS.test(flag)) {
		yield { sort: "header", excerpt: value };
		return;
	}
	const isScript = SCRIPT_FLAGS.test(flag)
		? starts((name) => SHELLS.test(name)) || /\s/.test(value.text)
		: EVALUATION_FLAGS.test(flag) && starts((name) => INTERPRETERS.test(name));
	if (isScript) {
		yield { sort: "script", excerpt: value };
		return;
	}
	const password = passwordBehindColon(flag, value, starts);
	if (password) {
		yield { sort: "value", name: "password", excerpt: password };
		return;
	}
	if (ASSIGNMENT_FLAGS.test(flag)) yield* assignment(value);
	const name = flag.replace(/^[-/]+/, "");
	if (classifyName(name) !== undefined)
		yield { sort: "value", name, excerpt: value };
}

/** What `-u user:password` and openssl's `-passin pass:password` have behind the colon. */
function passwordBehindColon(
	flag: string,
	value: Excerpt,
	starts: Starts,
): Excerpt | undefined {
	const { text } = value;
	if (/^--?pass(?:in|out)?$/.test(flag) && text.startsWith("pass:")) {
		return cut(value, 5);
	}
	if (!USER_FLAGS.test(flag) || !/^[\w.@+\\-]{0,80}:(?!\/\/)/.test(text)) {
		return undefined;
	}
	const isUser =
		flag.startsWith("--") || starts((name) => USER_PROGRAMS.test(name));
	return isUser ? cut(value, text.indexOf(":") + 1) : undefined;
}

/** A flag that takes a password in this program alone. */
function* flagWithPassword(
	word: Excerpt,
	value: Excerpt | undefined,
	starts: Starts,
): Generator<WordFinding> {
	for (const row of passwordFlags) {
		const match = row.flag.exec(word.text);
		if (!match || !starts((name) => row.programs.has(name))) continue;
		const excerpt = row.isAttached
			? unquoted(cut(word, match[0].length))
			: value;
		if (excerpt) yield { sort: "value", name: "password", excerpt };
		return;
	}
}

/** The lines that `printf` makes of a word: `A=1\\nB=2\\n`. */
function printedLines(word: Excerpt): Excerpt[] {
	if (!/\\n(?:[A-Za-z_]\w{0,80}=|$)/.test(word.text)) return [word];
	const lines: Excerpt[] = [];
	let start = 0;
	for (const { 0: line } of word.text.matchAll(/(?:(?!\\n).)+(?:\\n)?/gs)) {
		const end = start + line.length - (line.endsWith("\\n") ? 2 : 0);
		lines.push(cut(word, start, end));
		start += line.length;
	}
	return lines;
}

/** `NAME=value`. */
function* assignment(word: Excerpt): Generator<WordFinding> {
	const pair = /^(?:\$env:)?([A-Za-z_][\w.-]{0,80})\+?=/.exec(word.text);
	if (!pair) return;
	const [whole, name = ""] = pair;
	const value = firstValue(cut(word, whole.length));
	const [first = ""] = VALUE_BEFORE_COMMAND.exec(value.text) ?? [];
	const excerpt = first === "" ? value : cut(value, 0, first.length);
	yield { sort: "value", name, excerpt };
}

/** `NAME=value program …` in one word: the value ends where the program begins. */
const VALUE_BEFORE_COMMAND =
	/^[^\s${}]+(?=\s+(?:\S*[/\\]|--?[a-z]|(?:npx|npm|node|python3?|uvx?|exec|bash|sh|docker|env|deno|bun|pnpm|yarn|go|cargo|make|java|ruby|php)\s))/;

/** A value without its quotes, and without the rest of a script behind it. */
function firstValue(excerpt: Excerpt): Excerpt {
	const quoted = /^(["'])([^"'\n]*)\1(?=[;,\s])/.exec(excerpt.text);
	if (quoted?.[2] !== undefined) return cut(excerpt, 1, 1 + quoted[2].length);
	const [plain] = /^[^\s"';]+(?=;\s)/.exec(excerpt.text) ?? [];
	return plain === undefined
		? unquoted(excerpt)
		: cut(excerpt, 0, plain.length);
}

/** `name=value&name=value`. */
function* formFields(word: Excerpt): Generator<WordFinding> {
	for (const { 0: pair, 1: name = "", index } of word.text.matchAll(
		/([^=&\s]{1,80})=[^&\s]+/g,
	)) {
		const excerpt = cut(word, index + name.length + 1, index + pair.length);
		yield { sort: "value", name, excerpt };
	}
}

/** A word that is no flag. */
function* plainWord(
	word: Excerpt,
	next: Excerpt | undefined,
	isSetting: boolean,
): Generator<WordFinding> {
	const { text } = word;
	if (
		/^[^\s=]{1,80}=[^&\s]*&[\w.-]{1,80}=/.test(text) &&
		!text.includes("://")
	) {
		yield* formFields(word);
		return;
	}
	if (/^(?:\$env:)?[A-Za-z_][\w.-]{0,80}\+?=./s.test(text)) {
		for (const line of printedLines(word)) yield* assignment(line);
		return;
	}
	const header = /^([A-Za-z][\w-]{1,60}):(?!\/\/|:)\s*\S/.exec(text);
	if (header && (isTelling(header[1] ?? "") || /\s/.test(text))) {
		yield { sort: "header", excerpt: word };
		return;
	}
	// npm's `//registry/:_authToken=…`
	const nested = /[:/](_?[A-Za-z][\w-]{2,60})=(?=.)/.exec(text);
	if (nested && !text.includes("://")) {
		yield {
			sort: "value",
			name: nested[1] ?? "",
			excerpt: cut(word, nested.index + nested[0].length),
		};
		return;
	}
	if (/\s--?[A-Za-z]|\s-H\s/.test(text)) {
		yield { sort: "script", excerpt: word };
		return;
	}
	yield* valueBehindName(text, next, isSetting);
}

/** Whether a name says enough without a space behind its colon: `session:42` is the name of an entry. */
function isTelling(name: string): boolean {
	const sort = classifyName(name);
	return sort !== undefined && sort !== "unclear";
}

/** `setx NAME value`, `config set name value`, `$env:NAME = value`. */
function* valueBehindName(
	text: string,
	next: Excerpt | undefined,
	isSetting: boolean,
): Generator<WordFinding> {
	const name = text.replace(/^\$env:/, "").replace(/^.*[:/](?=_)/, "");
	if (
		!next ||
		!(isSetting || /[_.-]|\$env:/.test(text)) ||
		!/^_?[A-Za-z][\w.-]{2,60}$/.test(name)
	)
		return;
	if (classifyName(name) === undefined) return;
	yield {
		sort: "value",
		name,
		excerpt: next,
		isLoose: !isSetting && !/^(?:add|set)-/.test(name),
	};
}
