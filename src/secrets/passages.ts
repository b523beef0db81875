import type { Document } from "../document.ts";
import { pointerTokens, type Range } from "../location.ts";
import { parseJsonc } from "../syntax/json.ts";
import type {
	ArrayNode,
	Node,
	ObjectNode,
	StringNode,
} from "../syntax/tree.ts";
import { findAddressParts } from "./address-parts.ts";
import { scanWords } from "./command-words.ts";
import { classifyName, type NameSort } from "./credential-names.ts";
import {
	cut,
	decoded,
	type Excerpt,
	trimmed,
	unquoted,
	valueExcerpt,
	withoutBackslashes,
} from "./excerpt.ts";
import { findFallbacks } from "./reference-text.ts";
import { splitCommands } from "./shell-words.ts";

/** A text in which a credential can be, and what its place says about it. */
export interface Passage {
	readonly excerpt: Excerpt;
	/** Its place says that all of it can be one. Absent: only what has a form of its own is one. */
	readonly claim?: Claim;
}

/** Why a text can be a credential. */
export interface Claim {
	/** The variable, header, flag, parameter or key that it is the value of. */
	readonly name: string;
	readonly sort: NameSort;
	/** It opens something on this machine only. */
	readonly isLocal?: boolean;
	/** Only what is surely random is one: the name stands beside it, and may speak of something else. */
	readonly isLoose?: boolean;
	/** Whatever it looks like. */
	readonly isCertain?: boolean;
	/** It came after an authentication scheme, or was the password of `Basic`. */
	readonly scheme?: string;
}

/** What is known of a text before it is looked at. */
interface Setting {
	/** The name that it is the value of. */
	readonly name: string;
	/** The name of what holds it. */
	readonly parent: string;
	readonly isCommand: boolean;
	/** How many texts it stands in that were decoded. */
	readonly depth: number;
	/** The program whose arguments these are, where it is known. */
	readonly program: string;
}

/** Texts in texts in texts: nobody writes more. */
const DEEPEST = 4;

/** Of longer texts only the start is taken apart; forms are looked for in all of it. */
const LONGEST = 65_536;

/** Every text of a document in which a credential can be, with what its place says: keys and comments, values, and what is written inside values. */
export function* passagesOf(document: Document): Generator<Passage> {
	const { text, root } = document;
	const whole: Excerpt = {
		text,
		pointer: "",
		locate: (start, end) => ({ start, end }),
	};
	const tree = root ?? document.remains;
	yield* outside(whole, tree);
	if (!tree) return;
	const [name = ""] = pointerTokens(tree.pointer).slice(-1);
	yield* nodePassages(tree, whole, {
		name,
		parent: "",
		isCommand: false,
		depth: 0,
		program: "",
	});
}

/** What stands between the strings of a tree: comments, the body of a page, all of a text that cannot be parsed. */
function* outside(whole: Excerpt, tree: Node | undefined): Generator<Passage> {
	let at = 0;
	for (const { start, end } of tree ? stringsOf(tree) : []) {
		yield* gap(whole, at, start);
		at = Math.max(at, end);
	}
	yield* gap(whole, at, whole.text.length);
}

/** Strings in the order of the text. */
function* stringsOf(node: Node): Generator<StringNode> {
	if (node.type === "string") yield node;
	else if (node.type === "array") {
		for (const item of node.items) yield* stringsOf(item);
	} else if (node.type === "object") {
		for (const { key, value } of node.properties) {
			yield key;
			yield* stringsOf(value);
		}
	}
}

/** Nothing shorter holds a credential. */
const SHORTEST = 8;

function* gap(whole: Excerpt, start: number, end: number): Generator<Passage> {
	const text = whole.text.slice(start, end);
	if (text.trim().length < SHORTEST) return;
	const excerpt = cut(whole, start, end);
	yield { excerpt };
	yield* looseText(excerpt);
	for (const block of fencedBlocks(text)) {
		yield* commandPassages(cut(excerpt, block.start, block.end), NOWHERE);
	}
	for (const { 1: command = "", index } of text.matchAll(INLINE_COMMANDS)) {
		const from = index + 1;
		yield* commandPassages(cut(excerpt, from, from + command.length), NOWHERE);
	}
}

/** Languages of blocks that people copy into a shell. */
const SHELL_LANGUAGE =
	/^(?:|bash|sh|shell|zsh|console|terminal|shell-session|powershell|ps1|pwsh|cmd|bat|fish|env|dotenv|text|txt)$/i;

/** The blocks of commands in a page, without their fences. */
function fencedBlocks(text: string): Range[] {
	const blocks: Range[] = [];
	let opening: { fence: string; isShell: boolean; start: number } | undefined;
	for (const match of text.matchAll(
		/^[ \t]{0,8}(```+|~~~+)[ \t]*([\w+-]{0,30})[^\n]*$/gm,
	)) {
		const [line, fence = "", language = ""] = match;
		if (!opening) {
			const start = match.index + line.length;
			opening = { fence, isShell: SHELL_LANGUAGE.test(language), start };
		} else if (fence.startsWith(opening.fence) && language === "") {
			if (opening.isShell)
				blocks.push({ start: opening.start, end: match.index });
			opening = undefined;
		}
	}
	return blocks;
}

/** Commands in a line of a page. */
const INLINE_COMMANDS = /(?<![`\w])`([^`\n]{12,2000})`(?!`)/g;

const NOWHERE: Setting = {
	name: "",
	parent: "",
	isCommand: true,
	depth: 0,
	program: "",
};

/** Comments, pages and broken texts: `name: value`, `"name": "value"` and addresses in running text. */
function* looseText(excerpt: Excerpt): Generator<Passage> {
	yield* addressPassages(excerpt);
	const { text } = excerpt;
	for (const { 0: match, 1: value = "", index } of text.matchAll(LOOSE_VALUE)) {
		const before = text.slice(Math.max(0, index - LONGEST_NAME), index);
		const name = /([A-Za-z_][\w.-]*)["'`]?[ \t]{0,8}$/.exec(before)?.[1];
		if (name === undefined || classifyName(name) === undefined) continue;
		const end = index + match.length;
		const part = cut(excerpt, end - value.length, end);
		yield* claimed(part, name, { isLoose: true });
	}
	for (const { 0: pair, 1: name = "", 3: value = "", index } of text.matchAll(
		QUOTED_PASSWORD,
	)) {
		if (classifyName(name) !== "password" || !/\d/.test(value)) continue;
		const end = index + pair.length - 1;
		yield* claimed(cut(excerpt, end - value.length, end), name, {});
	}
}

/** `NAME`: "value" with quotes of any sort, which can be a password that somebody thought up. */
const QUOTED_PASSWORD =
	/(?<![\w.-])([A-Z][A-Z0-9_]{2,60})["'`]?[ \t]{0,8}[:=][ \t]{0,8}(["'`])([^"'`\s]{6,128})\2/g;

/** How many characters before a value can be its name. */
const LONGEST_NAME = 80;

/** What looks random behind a colon or equals sign. */
const LOOSE_VALUE =
	/[:=][ \t]{0,8}((?:(?:Bearer|Basic|Token|Bot|token)[ \t])?["'`]?(?:(?:Bearer|Basic|Token|Bot|token)[ \t])?[\w+/=.~-]{16,4096}["'`]?)/g;

function* nodePassages(
	node: Node,
	holder: Excerpt,
	setting: Setting,
): Generator<Passage> {
	switch (node.type) {
		case "string":
			yield* stringPassages(valueExcerpt(holder, node), setting);
			return;
		case "array":
			yield* arrayPassages(node, holder, setting);
			return;
		case "object":
			yield* objectPassages(node, holder, setting);
			return;
	}
}

/** A key that says only which of several a value is. */
const NEUTRAL_KEY =
	/^(?:value|default|literal|raw|plain|plaintext|text|content|data|current|\d+)$/i;

/** A key whose value is the name of the value beside it. */
const NAMING_KEYS = ["name", "key", "id", "header", "variable"];

function* objectPassages(
	{ properties }: ObjectNode,
	holder: Excerpt,
	setting: Setting,
): Generator<Passage> {
	const program = stringUnder(properties, "command") ?? setting.program;
	const given = NAMING_KEYS.map((key) => stringUnder(properties, key)).find(
		(name) => name !== undefined && classifyName(name) !== undefined,
	);
	for (const { key, value } of properties) {
		const keyExcerpt = valueExcerpt(holder, key);
		yield { excerpt: keyExcerpt };
		const isNeutral = NEUTRAL_KEY.test(key.value);
		const name = isNeutral ? (given ?? setting.name) : key.value;
		yield* nodePassages(value, holder, {
			name,
			parent: setting.name,
			isCommand: setting.isCommand || isCommandKey(key.value),
			depth: setting.depth,
			program,
		});
	}
}

function stringUnder(
	properties: ObjectNode["properties"],
	name: string,
): string | undefined {
	const value = properties.find(({ key }) => key.value === name)?.value;
	return value?.type === "string" ? value.value : undefined;
}

/** What stands under such a key is run by a shell, or is a pattern for such a text. */
function isCommandKey(key: string): boolean {
	return /^(?:command|cmd|script|scripts|run|exec|shell|entrypoint|allow|deny|ask|tools|allowed[-_]?tools|disallowed[-_]?tools|if|statusLine)$|(?:Command|Helper|Script|Refresh|Export|Cmd|Tools)$/i.test(
		key,
	);
}

/** Items are the words of a command unless each of them is a command. */
function* arrayPassages(
	{ items }: ArrayNode,
	holder: Excerpt,
	setting: Setting,
): Generator<Passage> {
	const strings = items.filter((item) => item.type === "string");
	const others = items.filter((item) => item.type !== "string");
	for (const item of others) yield* nodePassages(item, holder, setting);
	const words = strings.map((item) => valueExcerpt(holder, item));
	const isRules =
		setting.isCommand &&
		!/^(?:command|cmd|entrypoint|exec)$/i.test(setting.name);
	if (isRules) {
		for (const word of words) yield* stringPassages(word, setting);
		return;
	}
	for (const word of words) {
		yield* stringPassages(word, { ...setting, isCommand: false });
	}
	yield* wordPassages(words, setting);
}

/** What of the words of a command can be credentials. */
function* wordPassages(
	words: readonly Excerpt[],
	setting: Setting,
): Generator<Passage> {
	for (const finding of scanWords(words, setting.program, setting.name)) {
		const { excerpt } = finding;
		if (finding.sort === "script") {
			yield* commandPassages(excerpt, setting);
		} else if (finding.sort === "header") {
			yield* headerPassages(excerpt);
		} else {
			yield* namedPassages(excerpt, finding.name, finding);
		}
	}
}

/** A string, whatever it is. */
function* stringPassages(
	excerpt: Excerpt,
	setting: Setting,
): Generator<Passage> {
	yield { excerpt };
	if (excerpt.text.length < 4) return;
	const start =
		excerpt.text.length > LONGEST ? cut(excerpt, 0, LONGEST) : excerpt;
	yield* addressPassages(start);
	yield* fallbackPassages(start, setting.name);
	yield* namedPassages(start, setting.name, {});
	yield* jsonPassages(start, setting);
	yield* encodedPassages(start, setting);
	if (setting.isCommand) yield* commandPassages(start, setting);
	else yield* connectionPassages(start);
}

/** The value of a name: all of it, or what comes after a scheme. */
function* namedPassages(
	excerpt: Excerpt,
	name: string,
	about: Pick<Claim, "isLoose" | "isLocal">,
): Generator<Passage> {
	if (/headers$/i.test(name)) {
		yield* headerListPassages(excerpt);
		return;
	}
	if (/cookie$/i.test(name)) {
		yield* cookiePassages(excerpt);
		return;
	}
	yield* claimed(excerpt, name, about);
}

/** Words that come before a credential in a header, whatever the header is called. */
const SCHEME =
	/^(Bearer|Basic|Token|Bot|ApiKey|Api-Key|Key|SSWS|JWT|OAuth|GenieKey|Splunk|Apikey|PRIVATE-TOKEN|Token token=|DeepL-Auth-Key|Zoho-oauthtoken|Client-ID|Discogs token=|GoogleLogin auth=|AccessKey|Negotiate|sso-key)(?:[ \t]+|%20)(?=\S)/i;

function* claimed(
	value: Excerpt,
	name: string,
	about: Pick<Claim, "isLoose" | "isLocal">,
): Generator<Passage> {
	const excerpt = unquoted(trimmed(value));
	const scheme = SCHEME.exec(excerpt.text);
	if (scheme) {
		const [whole, word = ""] = scheme;
		const rest = unquoted(trimmed(cut(excerpt, whole.length)));
		yield* afterScheme(rest, word, name, about);
		return;
	}
	const sort = classifyName(name);
	if (sort === undefined) return;
	for (const part of listItems(excerpt, sort)) {
		yield { excerpt: part, claim: { ...about, name, sort } };
	}
}

function* afterScheme(
	rest: Excerpt,
	scheme: string,
	name: string,
	about: Pick<Claim, "isLoose" | "isLocal">,
): Generator<Passage> {
	yield { excerpt: rest };
	if (/^basic$/i.test(scheme)) {
		const pair = decodeBase64(rest.text);
		if (
			pair !== undefined &&
			/^[\x20-\x7e]+$/.test(pair) &&
			pair.includes(":")
		) {
			const password = pair.slice(pair.indexOf(":") + 1);
			const user = pair.slice(0, pair.indexOf(":"));
			const secret = password === "" ? user : password;
			yield {
				excerpt: decoded(rest, secret),
				claim: {
					...about,
					name,
					sort: password === "" ? "token" : "password",
					scheme,
				},
			};
			return;
		}
		yield { excerpt: rest, claim: { ...about, name, sort: "token", scheme } };
		return;
	}
	// a word such as "key" begins many a text that is no header
	const isLoose = classifyName(name) === undefined;
	yield {
		excerpt: rest,
		claim: { ...about, isLoose, name, sort: "token", scheme },
	};
}

/** The items of a list of tokens; any other value as it is. */
function listItems(excerpt: Excerpt, sort: NameSort): Excerpt[] {
	if (
		sort === "password" ||
		sort === "phrase" ||
		!/[,;]/.test(excerpt.text) ||
		/\s/.test(excerpt.text)
	) {
		return [excerpt];
	}
	return partsOf(excerpt, /[^,;]+/g);
}

function partsOf(excerpt: Excerpt, pattern: RegExp): Excerpt[] {
	return [...excerpt.text.matchAll(pattern)].map(({ 0: part, index }) =>
		cut(excerpt, index, index + part.length),
	);
}

/** `Name: value` or `Name=value`. */
function* headerPassages(excerpt: Excerpt): Generator<Passage> {
	const header = /^\s*([A-Za-z][\w-]{0,80})\s*[:=]\s*/.exec(excerpt.text);
	if (!header) return;
	yield* namedPassages(cut(excerpt, header[0].length), header[1] ?? "", {});
}

/** Headers of which one stands on each line, or between commas. */
function* headerListPassages(excerpt: Excerpt): Generator<Passage> {
	for (const part of partsOf(excerpt, /[^\n,]+/g)) yield* headerPassages(part);
}

/** Names of cookies that keep a session. */
const SESSION_COOKIE =
	/sess|sid$|auth|token|jwt|secret|key|login|remember|^d$|li_at|csrf|xsrf|cf_clearance/i;

function* cookiePassages(excerpt: Excerpt): Generator<Passage> {
	for (const part of partsOf(excerpt, /[^;]+/g)) {
		const pair = /^\s*([^=\s]{1,80})=/.exec(part.text);
		const name = pair?.[1] ?? "";
		if (!pair || !SESSION_COOKIE.test(name) || /csrf|xsrf/i.test(name))
			continue;
		const value = trimmed(cut(part, pair[0].length));
		yield { excerpt: value, claim: { name, sort: "token", isLoose: true } };
	}
}

function* addressPassages(excerpt: Excerpt): Generator<Passage> {
	if (!excerpt.text.includes("://")) return;
	for (const part of findAddressParts(excerpt.text)) {
		const { start, end, ...claim } = part;
		yield { excerpt: cut(excerpt, start, end), claim };
	}
	for (const { 0: pair, 1: value = "", index } of excerpt.text.matchAll(
		/[?&](?:config|configuration|settings|profile|auth|payload)=([\w+/%=-]{24,8192})/g,
	)) {
		const end = index + pair.length;
		const part = cut(excerpt, end - value.length, end);
		yield* encodedPassages(part, { ...NOWHERE, isCommand: false });
	}
}

/** What stands in for a variable that is not set. */
function* fallbackPassages(excerpt: Excerpt, name: string): Generator<Passage> {
	for (const fallback of findFallbacks(excerpt.text)) {
		const own =
			classifyName(fallback.name) === undefined ? name : fallback.name;
		yield* claimed(cut(excerpt, fallback.start, fallback.end), own, {});
	}
}

/** JSON inside a string. */
function* jsonPassages(excerpt: Excerpt, setting: Setting): Generator<Passage> {
	const text = excerpt.text.trimStart();
	if (
		!/^[{[]/.test(text) ||
		!/[}\]]\s*$/.test(text) ||
		setting.depth >= DEEPEST
	)
		return;
	const { root } = parseJsonc("", excerpt.text);
	if (!root || (root.type !== "object" && root.type !== "array")) return;
	for (const passage of nodePassages(root, excerpt, {
		...setting,
		isCommand: false,
		depth: setting.depth + 1,
	})) {
		yield {
			...passage,
			excerpt: { ...passage.excerpt, pointer: excerpt.pointer },
		};
	}
}

/** JSON that was made one word by base64 or percent signs. */
function* encodedPassages(
	excerpt: Excerpt,
	setting: Setting,
): Generator<Passage> {
	if (
		setting.depth >= DEEPEST ||
		!/^(?:eyJ|ey[A-Za-z]|ew|W3|%7B)[\w+/%=.-]{16,}$/.test(excerpt.text)
	)
		return;
	const text = excerpt.text.startsWith("%7B")
		? decodePercent(excerpt.text)
		: decodeBase64(decodePercent(excerpt.text) ?? "");
	if (text === undefined || !/^\s*[{[]/.test(text)) return;
	yield* jsonPassages(decoded(excerpt, text), {
		...setting,
		depth: setting.depth + 1,
	});
}

function decodePercent(text: string): string | undefined {
	try {
		return decodeURIComponent(text);
	} catch {
		return undefined;
	}
}

/** The text that a base64 text stands for; nothing where it stands for none. Takes the alphabet of addresses too. */
function decodeBase64(text: string): string | undefined {
	if (!/^[\w+/-]{4,}={0,2}$/.test(text)) return undefined;
	try {
		return atob(text.replaceAll("-", "+").replaceAll("_", "/"));
	} catch {
		return undefined;
	}
}

/** `Server=…;Password=…` and `host=… password=…`. */
function* connectionPassages(excerpt: Excerpt): Generator<Passage> {
	const { text } = excerpt;
	const pairs = connectionPairs(text);
	if (!pairs) return;
	const isLocal = LOCAL_SERVER.test(text);
	for (const match of text.matchAll(pairs)) {
		const { 0: pair, 1: name = "", 2: value = "", index } = match;
		const end = index + pair.length;
		yield* claimed(cut(excerpt, end - value.length, end), name, { isLocal });
	}
}

/** What finds the pairs of a connection string; nothing for another text. */
function connectionPairs(text: string): RegExp | undefined {
	const parts = text.split(";").filter((part) => part.trim() !== "");
	if (
		parts.length > 1 &&
		parts.every((part) => /^\s*[A-Za-z][\w ]{0,40}=/.test(part))
	) {
		return /([A-Za-z][\w ]{0,40})=([^;]*)/g;
	}
	return /^\s*\w{1,40}=\S+\s+\w{1,40}=/.test(text)
		? /([A-Za-z]\w{0,40})=('[^']*'|"[^"]*"|\$\{[^}]*\}|\S+)/g
		: undefined;
}

const LOCAL_SERVER =
	/(?:server|host|data source|address)=(?:tcp:)?(?:localhost|127\.|\(local|\.|[\w-]+(?:[;\s,:]|$))/i;

/** A command without any of these words holds no credential that its place gives away. */
const COMMAND_HINT =
	/pass|pw|token|secret|key|auth|cred|cookie|bearer|basic|session|jwt|pat\b|sig\b|webhook|seed|mnemonic|phrase|header|-H|mysql|maria|mycli|redis|mongo|login|cqlsh|ftp|influx|arango|sql|bcp|7z|rar|zip|ldap|mosquitto|openssl|twine|rclone|curl|wget|http|xh |vercel|netlify|surge|echo|[?&]\w+=|hash/i;

/** Commands that read a credential from what another one prints. */
const READS_PASSWORD =
	/--(?:password|token|api-key|key|secret)-stdin|--with-token|\bsudo -S|\bgh auth login|\bsecrets? (?:set|put|create)\b|\bsecret put\b/;

/** `"name": "value"` in a script of any language. */
const QUOTED_PAIRS =
	/\\?["']?(?<![\w.-])([A-Za-z][\w-]{1,60})\\?["']?\s{0,4}(?::|=>|=(?!=))\s{0,4}\\?["']((?:(?:Bearer|Basic|Token|Bot|token|ApiKey) )?[^\s"'\\]{5,512})\\?["']/g;

/** A command line, a script, or a pattern for one. */
function* commandPassages(
	excerpt: Excerpt,
	setting: Setting,
): Generator<Passage> {
	if (setting.depth >= DEEPEST || !COMMAND_HINT.test(excerpt.text)) return;
	const rule = /^[A-Z]\w{1,40}\((.*)\)$/s.exec(excerpt.text);
	if (rule?.[1] !== undefined) {
		const content = rule[1].replace(/(?::\*|\s\*)$/, "");
		const at = excerpt.text.indexOf("(") + 1;
		yield* commandPassages(cut(excerpt, at, at + content.length), setting);
		return;
	}
	const inner = { ...setting, depth: setting.depth + 1, isCommand: true };
	for (const {
		0: pair,
		1: name = "",
		2: value = "",
		index,
	} of excerpt.text.matchAll(
		/(?:environ\[|env\[|env\.|getenv\(|putenv\()["']?(\w{1,80})["']?\]?\s{0,4}[=,]\s{0,4}["']([^"'\n]{4,512})["']/g,
	)) {
		const end = index + pair.length - 1;
		yield* claimed(cut(excerpt, end - value.length, end), name, {});
	}
	for (const {
		0: pair,
		1: name = "",
		2: value = "",
		index,
	} of excerpt.text.matchAll(QUOTED_PAIRS)) {
		if (classifyName(name) === undefined) continue;
		const start = index + pair.lastIndexOf(value);
		yield* claimed(cut(excerpt, start, start + value.length), name, {});
	}
	const readsPassword = READS_PASSWORD.test(excerpt.text);
	for (const words of splitCommands(excerpt)) {
		const plain = words.map(withoutBackslashes);
		if (readsPassword && /^(?:echo|printf)$/.test(plain[0]?.text ?? "")) {
			const name = "password-stdin token";
			for (const word of plain.slice(1)) yield* claimed(word, name, {});
		}
		for (const word of plain) {
			yield* jsonPassages(word, inner);
			yield* fallbackPassages(word, "");
			yield* connectionPassages(word);
		}
		yield* wordPassages(plain, { ...inner, program: "" });
	}
}
