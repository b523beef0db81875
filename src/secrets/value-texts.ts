import { parseJsonc } from "../syntax/json.ts";
import { findAddressParts } from "./address-parts.ts";
import { namedPassages } from "./claims.ts";
import { classifyName } from "./credential-names.ts";
import { cut, decodeBase64, decoded, type Excerpt } from "./excerpt.ts";
import {
	type Context,
	DEEPEST,
	deeper,
	type Finding,
	noContext,
	type Passage,
	passage,
	type Task,
} from "./passage.ts";
import { findFallbacks } from "./reference-text.ts";
import { namesCredential } from "./suspicion.ts";

/** Of longer texts only the start is taken apart; forms are looked for in all of it. */
const LONGEST = 65_536;

/** Nothing shorter holds a credential. */
const SHORTEST = 4;

/** What stands in a string, whatever it is. */
export function* readValue(
	whole: Excerpt,
	context: Context,
): Generator<Finding> {
	yield passage(whole);
	if (whole.text.length < SHORTEST) return;
	const excerpt = whole.text.length > LONGEST ? cut(whole, 0, LONGEST) : whole;
	yield* readEncoded(excerpt, context);
	yield* readConfigurations(excerpt);
	const isHelper = context.isCommand && context.name.length > 7;
	const isNamed = classifyName(context.name) !== undefined || isHelper;
	if (!isNamed && !namesCredential(excerpt.text)) return;
	yield* addressPassages(excerpt);
	yield* fallbackPassages(excerpt, context.name);
	yield* namedPassages(excerpt, context.name);
	yield* readJson(excerpt, context);
	if (context.isCommand) yield { sort: "script", excerpt, context };
	else yield* connectionPassages(excerpt);
}

/** The credentials in addresses, and the configuration that some carry along. */
export function* readAddresses(excerpt: Excerpt): Generator<Finding> {
	yield* addressPassages(excerpt);
	yield* readConfigurations(excerpt);
}

function* addressPassages(excerpt: Excerpt): Generator<Passage> {
	if (!excerpt.text.includes("://")) return;
	for (const { start, end, ...claim } of findAddressParts(excerpt.text)) {
		yield passage(cut(excerpt, start, end), claim);
	}
}

/** Parameters of addresses that hold encoded JSON: nothing but what is in it says that it is about credentials. */
const CONFIGURATION =
	/[?&](?:config|configuration|settings|profile|auth|payload)=([\w+/%=-]{24,8192})/g;

function* readConfigurations(excerpt: Excerpt): Generator<Task> {
	if (!excerpt.text.includes("://")) return;
	for (const { 0: pair, 1: value = "", index } of excerpt.text.matchAll(
		CONFIGURATION,
	)) {
		const end = index + pair.length;
		yield* readEncoded(cut(excerpt, end - value.length, end), noContext);
	}
}

/** What stands in for a variable that is not set: `${NAME:-text}`. */
export function* fallbackPassages(
	excerpt: Excerpt,
	name: string,
): Generator<Passage> {
	for (const { name: own, start, end } of findFallbacks(excerpt.text)) {
		const known = classifyName(own) === undefined ? name : own;
		yield* namedPassages(cut(excerpt, start, end), known);
	}
}

/** JSON inside a string. */
export function* readJson(excerpt: Excerpt, context: Context): Generator<Task> {
	if (!"{[".includes(excerpt.text.trimStart().charAt(0) || " ")) return;
	const text = excerpt.text.trim();
	if (context.depth >= DEEPEST || !/^[{[].*[}\]]$/s.test(text)) return;
	const { root, remains } = parseJsonc("", excerpt.text);
	const node = root ?? remains;
	if (node?.type !== "object" && node?.type !== "array") return;
	yield {
		sort: "tree",
		node,
		holder: excerpt,
		context: { ...deeper(context), isCommand: false },
	};
}

/** JSON that was made one word by base64 or percent signs. */
function* readEncoded(excerpt: Excerpt, context: Context): Generator<Task> {
	const { text } = excerpt;
	if (!/^(?:eyJ|ey[A-Za-z]|ew|W3|%7B)[\w+/%=-]{16,}$/.test(text)) return;
	const plain = text.startsWith("%7B")
		? decodePercent(text)
		: decodeBase64(decodePercent(text) ?? "");
	if (plain === undefined || !/^\s*[{[]/.test(plain)) return;
	yield* readJson(decoded(excerpt, plain), context);
}

function decodePercent(text: string): string | undefined {
	try {
		return decodeURIComponent(text);
	} catch {
		return undefined;
	}
}

/** What is between the signs of a connection string: `Server=…;Password=…`, `host=… password=…`, `:sftp,user=…,pass=…:`. */
export function* connectionPassages(excerpt: Excerpt): Generator<Passage> {
	const { text } = excerpt;
	if (/\s|^\/\//.test(text)) {
		yield* linePassages(excerpt);
		yield* machinePassages(excerpt);
	}
	if (text.includes("@")) {
		yield* oraclePassages(excerpt);
		yield* socketPassages(excerpt);
	}
	const pairs = connectionPairs(text);
	if (!pairs) return;
	const isLocal = LOCAL_SERVER.test(text);
	for (const { 0: pair, 1: name = "", 2: value = "", index } of text.matchAll(
		pairs,
	)) {
		const end = index + pair.length;
		const part = cut(excerpt, end - value.length, end);
		yield* namedPassages(part, name, { isLocal });
	}
}

/** What finds the pairs of a connection string; nothing for another text. */
function connectionPairs(text: string): RegExp | undefined {
	if (!text.includes("=")) return undefined;
	const parts = text.split(";").filter((part) => part.trim() !== "");
	if (
		parts.length > 1 &&
		parts.every((part) => /^\s*[A-Za-z][\w ]{0,40}=/.test(part))
	) {
		return /([A-Za-z][\w ]{0,40})=([^;]*)/g;
	}
	if (/^:\w{1,20}(?:,\w{1,40}=[^,]*)+:?/.test(text)) {
		return /(\w{1,40})=([^,:]*)/g;
	}
	return /^\s*\w{1,40}=\S+\s+\w{1,40}=/.test(text)
		? /([A-Za-z]\w{0,40})=('[^']*'|"[^"]*"|\$\{[^}]*\}+|\$\([^)]*\)|\S+)/g
		: undefined;
}

const LOCAL_SERVER =
	/(?:server|host|data source|address)=(?:tcp:)?(?:localhost|127\.|\(local|\.|[\w-]+(?:[;\s,:]|$))/i;

/** A file in a value, as INI, YAML and npm have them: `name = value` or `name: value` on a line of its own. */
function* linePassages(excerpt: Excerpt): Generator<Passage> {
	for (const {
		0: line,
		1: name = "",
		2: value = "",
		index,
	} of excerpt.text.matchAll(
		/^(?:[ \t]{0,40}(?:- )?|\/\/[^\s=]{1,200}:)(_?[A-Za-z][\w-]{1,80})[ \t]{0,8}[=:][ \t]{0,8}(\S[^\n]{0,4096})$/gm,
	)) {
		const isAlone = line.length === excerpt.text.length;
		if (isAlone && !line.startsWith("//")) continue;
		const end = index + line.length;
		yield* namedPassages(cut(excerpt, end - value.length, end), name);
	}
}

/** `machine host login name password word`, as in `.netrc`. */
function* machinePassages(excerpt: Excerpt): Generator<Passage> {
	for (const { 0: entry, 1: word = "", index } of excerpt.text.matchAll(
		/\bmachine\s+\S{1,255}\s+login\s+\S{1,255}\s+password\s+(\S{1,512})/g,
	)) {
		const end = index + entry.length;
		yield* namedPassages(cut(excerpt, end - word.length, end), "password");
	}
}

/** `user:password@tcp(host:3306)/name`, as the drivers of Go have it. */
function* socketPassages(excerpt: Excerpt): Generator<Passage> {
	const match =
		/^[\w.$-]{1,60}:([^\s@]{1,128})@(?:tcp6?|unix)\(([^()]{0,255})\)\//.exec(
			excerpt.text,
		);
	if (match?.[1] === undefined) return;
	const start = excerpt.text.indexOf(":") + 1;
	const password = cut(excerpt, start, start + match[1].length);
	const isLocal = /^(?:localhost|127\.|\/|[\w-]+(?::\d+)?$)/.test(
		match[2] ?? "",
	);
	yield passage(password, { name: "password", sort: "password", isLocal });
}

/** `user/password@//host:1521/service`. */
function* oraclePassages(excerpt: Excerpt): Generator<Passage> {
	const match =
		/^(?:jdbc:oracle:thin:)?[\w.$-]{1,60}\/(.{4,128})@(?=\/\/[\w.-]+|[\w.-]+:\d{4}[/:])/.exec(
			excerpt.text,
		);
	if (match?.[1] === undefined || /\s/.test(match[1])) return;
	const end = match[0].length - 1;
	const password = cut(excerpt, end - match[1].length, end);
	yield passage(password, { name: "password", sort: "password" });
}
