import { classifyName } from "./credential-names.ts";
import { cut, type Excerpt, trimmed, unquoted } from "./excerpt.ts";

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
	/^(?:-e|-E|-D|--?(?:env|environment|env-var|build-arg|set|set-string|set-env-vars|update-env-vars|set-secrets|from-literal|var|define|config|build-env|secret|option|arg|param|parameter|property))$/;

/** Flags whose value is `user:password`, of the programs that have them so. */
const USER_FLAGS =
	/^(?:-u|-U|-a|--?(?:user|proxy-user|auth|basic-auth|credentials|creds|userpass))$/;

/** Flags for scripts of a shell. */
const SCRIPT_FLAGS =
	/^(?:-[a-z]{0,3}c|\/c|\/k|-Command|-EncodedCommand|--command|--call)$/i;

const SHELLS =
	/^(?:ba|z|da|k|fi)?sh$|^(?:cmd|powershell|pwsh|env|nix-shell|wsl|ssh|su|docker|podman|npx|npm|pnpm|yarn|uv|uvx|bash|nix)(?:\.exe|\.cmd)?$/;

/** Short flags that take a password in one program and something else in others. */
const PASSWORD_FLAGS: readonly {
	readonly program: RegExp;
	readonly flag: RegExp;
	/** The password stands right behind the flag. */
	readonly isAttached?: boolean;
}[] = [
	{
		program: /^(?:mysql\w*|mariadb[\w-]*|mycli)$/,
		flag: /^-p(?=.)/,
		isAttached: true,
	},
	{ program: /^(?:7z[ar]?|unrar|rar)$/, flag: /^-h?p(?=.)/, isAttached: true },
	{ program: /^sshpass$/, flag: /^-p(?=.)/, isAttached: true },
	{ program: /^(?:sshpass|twine|rclone|lpass|nmcli)$/, flag: /^-p$/ },
	{ program: /^(?:redis-cli|keydb-cli|valkey-cli)$/, flag: /^-a$/ },
	{
		program:
			/^(?:mongo(?:sh|dump|restore|export|import)?|login|cqlsh|sftp|influx|arangosh)$/,
		flag: /^-p$/,
	},
	{ program: /^(?:sqlcmd|bcp|isql|osql|zip|unzip)$/, flag: /^-P$/ },
	{
		program: /^(?:ldapsearch|ldapadd|ldapmodify|mosquitto_pub|mosquitto_sub)$/,
		flag: /^-(?:w|P)$/,
	},
	{ program: /^secrets?$/, flag: /^(?:-b|--body)$/ },
	{ program: /^openssl$/, flag: /^-(?:k|K)$/ },
	{ program: /^(?:vercel|influx|netlify|surge)$/, flag: /^-t$/ },
];

/** What of the words of a command can be a credential. */
export function* scanWords(
	words: readonly Excerpt[],
	command: string,
	key: string,
): Generator<WordFinding> {
	const programs = lazily(() => programsOf(words, command));
	const isHelper = /(?:Helper|Refresh|Export)$/.test(key);
	for (let index = 0; index < words.length; index++) {
		const word = words[index];
		if (!word) continue;
		const isSpaced = words[index + 1]?.text === "=";
		const next = words[index + (isSpaced ? 2 : 1)];
		const findings = [...scanWord(word, next, programs)];
		yield* findings;
		// the words of a script are looked at there
		if (
			findings.some(
				({ sort, excerpt }) => sort === "script" && excerpt === next,
			)
		)
			index++;
		if (
			isHelper &&
			/^(?:echo|printf)$/.test(words[0]?.text ?? "") &&
			index > 0
		) {
			if (!/^['"]?(?:-|%)/.test(word.text))
				yield { sort: "value", name: "token", excerpt: word };
		}
	}
}

/** The programs that a command starts: the first words of its parts, and those behind programs that start others. */
function programsOf(
	words: readonly Excerpt[],
	command: string,
): ReadonlySet<string> {
	const names = [command, ...words.slice(0, 8).map(({ text }) => text)];
	return new Set(
		names
			.filter((name) => name.length < 200)
			.map((name) =>
				(name.split(/[\\/]/).at(-1) ?? "").replace(/\.(?:exe|cmd|bat)$/i, ""),
			),
	);
}

function lazily<Value>(make: () => Value): () => Value {
	let value: Value | undefined;
	return () => {
		value ??= make();
		return value;
	};
}

function uses(programs: () => ReadonlySet<string>, pattern: RegExp): boolean {
	return [...programs()].some((program) => pattern.test(program));
}

function* scanWord(
	word: Excerpt,
	next: Excerpt | undefined,
	programs: () => ReadonlySet<string>,
): Generator<WordFinding> {
	const { text } = word;
	const value = next && !isFlag(next.text) ? next : undefined;
	if (HEADER_FLAGS.test(text)) {
		if (value) yield { sort: "header", excerpt: value };
		return;
	}
	if (text.startsWith("-")) yield* flagWithPassword(word, value, programs);
	const attached = /^(--?[A-Za-z][\w.-]{0,80}|\/[A-Za-z]{1,20}):?=/.exec(text);
	if (attached) {
		const [whole, flag = ""] = attached;
		yield* flagValue(flag, unquoted(cut(word, whole.length)), programs);
		return;
	}
	if (/^-[eH].*[:=]/s.test(text)) {
		const rest = unquoted(trimmed(cut(word, 2)));
		if (text[1] === "H") yield { sort: "header", excerpt: rest };
		else yield* assignment(rest);
		return;
	}
	if (isFlag(text)) {
		if (value) yield* flagValue(text, value, programs);
		return;
	}
	yield* plainWord(word, value);
}

function isFlag(text: string): boolean {
	return /^--?[A-Za-z][\w.-]{0,80}$/.test(text);
}

/** The value of a flag, behind it or after `=`. */
function* flagValue(
	flag: string,
	value: Excerpt,
	programs: () => ReadonlySet<string>,
): Generator<WordFinding> {
	if (HEADER_FLAGS.test(flag)) {
		yield { sort: "header", excerpt: value };
		return;
	}
	if (
		SCRIPT_FLAGS.test(flag) &&
		(uses(programs, SHELLS) || /\s/.test(value.text))
	) {
		yield { sort: "script", excerpt: value };
		return;
	}
	if (
		USER_FLAGS.test(flag) &&
		value.text.includes(":") &&
		!value.text.includes("://")
	) {
		if (
			flag.startsWith("--") ||
			uses(
				programs,
				/^(?:curl|wget|https?|xh|httpie|curlie|lftp|svn|nats|ab|hey|wrk)$/,
			)
		) {
			const at = value.text.indexOf(":") + 1;
			yield { sort: "value", name: "password", excerpt: cut(value, at) };
			return;
		}
	}
	if (/^--?pass(?:in|out)?$/.test(flag) && value.text.startsWith("pass:")) {
		yield { sort: "value", name: "password", excerpt: cut(value, 5) };
		return;
	}
	if (ASSIGNMENT_FLAGS.test(flag)) yield* assignment(value);
	const name = flag.replace(/^[-/]+/, "");
	if (classifyName(name) !== undefined)
		yield { sort: "value", name, excerpt: value };
}

function* flagWithPassword(
	word: Excerpt,
	value: Excerpt | undefined,
	programs: () => ReadonlySet<string>,
): Generator<WordFinding> {
	for (const { program, flag, isAttached } of PASSWORD_FLAGS) {
		const match = flag.exec(word.text);
		if (!match || !uses(programs, program)) continue;
		const excerpt = isAttached ? unquoted(cut(word, match[0].length)) : value;
		if (excerpt) yield { sort: "value", name: "password", excerpt };
		return;
	}
}

/** `NAME=value`. */
function* assignment(word: Excerpt): Generator<WordFinding> {
	const pair = /^(?:\$env:)?([A-Za-z_][\w.-]{0,80})\+?=/.exec(word.text);
	if (!pair) return;
	const [whole, name = ""] = pair;
	yield { sort: "value", name, excerpt: firstValue(cut(word, whole.length)) };
}

/** A value without its quotes, and without the rest of a script behind it. */
function firstValue(excerpt: Excerpt): Excerpt {
	const quoted = /^(["'])([^"'\n]*)\1(?=[;,\s])/.exec(excerpt.text);
	if (quoted?.[2] !== undefined) return cut(excerpt, 1, 1 + quoted[2].length);
	const [plain] = /^[^\s"';]+(?=;\s)/.exec(excerpt.text) ?? [];
	return plain === undefined
		? unquoted(excerpt)
		: cut(excerpt, 0, plain.length);
}

/** A word that is no flag. */
function* plainWord(
	word: Excerpt,
	next: Excerpt | undefined,
): Generator<WordFinding> {
	const { text } = word;
	if (/^(?:\$env:)?[A-Za-z_][\w.-]{0,80}\+?=./s.test(text)) {
		yield* assignment(word);
		return;
	}
	const header = /^([A-Za-z][\w-]{1,60}):(?!\/\/|:)\s*\S/.exec(text);
	if (
		header &&
		(classifyName(header[1] ?? "") !== undefined || /\s/.test(text))
	) {
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
	yield* valueBehindName(text, next);
}

/** `setx NAME value`, `config set name value`, `$env:NAME = value`. */
function* valueBehindName(
	text: string,
	next: Excerpt | undefined,
): Generator<WordFinding> {
	const name = text.replace(/^\$env:/, "").replace(/^.*[:/](?=_)/, "");
	if (
		!next ||
		!/[_.-]|\$env:/.test(text) ||
		!/^_?[A-Za-z][\w.-]{2,60}$/.test(name)
	)
		return;
	if (classifyName(name) === undefined) return;
	yield { sort: "value", name, excerpt: next, isLoose: true };
}
