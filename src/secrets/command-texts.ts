import { headerPassages, namedPassages } from "./claims.ts";
import { scanWords } from "./command-words.ts";
import { classifyName } from "./credential-names.ts";
import { cut, type Excerpt, withoutBackslashes } from "./excerpt.ts";
import { type Context, deeper, type Finding, type Passage } from "./passage.ts";
import { passwordSentences } from "./program-passwords.ts";
import { splitCommands } from "./shell-words.ts";
import { namesCredential } from "./suspicion.ts";
import {
	connectionPassages,
	fallbackPassages,
	readAddresses,
	readJson,
} from "./value-texts.ts";

/** What stands in a command line, a script, or a pattern for one. */
export function* readScript(
	excerpt: Excerpt,
	context: Context,
): Generator<Finding> {
	const isHelper = /(?:Helper|Refresh|Export)$/.test(context.name);
	if (!isHelper && !namesCredential(excerpt.text)) return;
	const content = ruleContent(excerpt);
	if (content) {
		yield { sort: "script", excerpt: content, context: deeper(context) };
		return;
	}
	yield* readAddresses(excerpt);
	yield* pairPassages(excerpt);
	yield* sentencePassages(excerpt);
	yield* assignmentPassages(excerpt);
	const inner = { ...context, isCommand: true, program: "" };
	const isPiped = READS_CREDENTIAL.test(excerpt.text);
	for (const words of splitCommands(excerpt)) {
		const plain = words.map(withoutBackslashes);
		if (isPiped || isHelper) yield* printedPassages(plain, isHelper);
		const line = plain.map(({ text }) => text).join(" ");
		if (!isHelper && !namesCredential(` ${line}`)) continue;
		for (const word of plain) {
			yield* readJson(word, inner);
			yield* fallbackPassages(word, "");
			yield* connectionPassages(word);
		}
		yield { sort: "words", words: plain, context: inner };
	}
}

/** What stands in the words of one command. */
export function* readWords(
	words: readonly Excerpt[],
	context: Context,
): Generator<Finding> {
	for (const finding of scanWords(words, context.program)) {
		const { excerpt } = finding;
		if (finding.sort === "script") {
			yield { sort: "script", excerpt, context: deeper(context) };
		} else if (finding.sort === "header") {
			yield* headerPassages(excerpt);
		} else {
			const { name, isLoose } = finding;
			yield* namedPassages(excerpt, name, isLoose ? { isLoose } : {});
		}
	}
}

/** What a permission rule for commands matches, without the asterisk at its end; nothing for another text. */
function ruleContent(excerpt: Excerpt): Excerpt | undefined {
	const rule = /^[A-Z]\w{1,40}\((.*)\)$/s.exec(excerpt.text);
	if (rule?.[1] === undefined) return undefined;
	const content = rule[1].replace(/(?::\*|\s\*)$/, "");
	const start = excerpt.text.indexOf("(") + 1;
	return cut(excerpt, start, start + content.length);
}

/** Commands that read a credential from what another one prints. */
const READS_CREDENTIAL =
	/--(?:password|token|api-key|key|secret)-stdin|--with-token|\bsudo -S|\bgh auth login|\bsecrets? (?:set|put|create)\b|--passphrase-fd|\bchpasswd\b/;

/** What a command prints for another one, or for the client. */
function* printedPassages(
	words: readonly Excerpt[],
	isHelper: boolean,
): Generator<Passage> {
	const echo = words.findIndex(({ text }) =>
		/^(?:echo|printf|Write-Output)$/i.test(text),
	);
	if (echo === -1) return;
	for (const word of words.slice(echo + 1)) {
		if (/^(?:-|%)/.test(word.text)) continue;
		yield* namedPassages(word, isHelper ? "token" : "password");
	}
}

/** `"name": "value"` and `environ["NAME"] = "value"` in a script of any language. */
function* pairPassages(excerpt: Excerpt): Generator<Passage> {
	for (const pattern of [QUOTED_PAIR, ENVIRONMENT_PAIR, DECODED]) {
		for (const match of excerpt.text.matchAll(pattern)) {
			const { 0: pair, 1: name = "", 2: value = "", index } = match;
			if (classifyName(name) === undefined) continue;
			const start = index + pair.lastIndexOf(value);
			yield* namedPassages(cut(excerpt, start, start + value.length), name);
		}
	}
}

const QUOTED_PAIR =
	/\\?["']?(?<![\w.-])([A-Za-z][\w-]{1,60})\\?["']?\s{0,4}(?::|=>|=(?!=))\s{0,4}\\?["']((?:(?:Bearer|Basic|Token|Bot|token|ApiKey) )?[^\s"'\\]{5,512})\\?["']/g;

const ENVIRONMENT_PAIR =
	/(?:environ\[|env\[|env\.|getenv\(|putenv\()["']?(\w{1,80})["']?\]?\s{0,4}[=,]\s{0,4}["']([^"'\n]{4,512})["']/g;

/** `NAME=value` inside a word of another program: `sed 's|TOKEN=.*|TOKEN=value|'`. */
function* assignmentPassages(excerpt: Excerpt): Generator<Passage> {
	for (const match of excerpt.text.matchAll(
		/(?<![\w.-])([A-Z][A-Z0-9_]{2,60})=([\w+/=.~:-]{16,4096})/g,
	)) {
		const [pair, name = "", value = ""] = match;
		if (classifyName(name) === undefined) continue;
		const end = match.index + pair.length;
		const part = cut(excerpt, end - value.length, end);
		yield* namedPassages(part, name, { isLoose: true });
	}
}

/** `NAME=$(echo value | base64 -d)`. */
const DECODED =
	/([A-Za-z_]\w{1,60})=["']?\$\(\s{0,4}echo\s{1,4}["']?([\w+/=-]{16,8192})["']?\s{0,4}\|\s{0,4}base64\b/g;

/** `IDENTIFIED BY 'password'` and the like. */
function* sentencePassages(excerpt: Excerpt): Generator<Passage> {
	const hints = excerpt.text.toLowerCase();
	for (const { hint, pattern } of passwordSentences) {
		if (!hints.includes(hint)) continue;
		for (const { indices = [] } of excerpt.text.matchAll(pattern)) {
			const [start, end] = indices.slice(1).find(Boolean) ?? [];
			if (start === undefined || end === undefined) continue;
			yield* namedPassages(cut(excerpt, start, end), "password");
		}
	}
}
