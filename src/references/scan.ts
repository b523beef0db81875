import type { Range } from "../location.ts";

/**
 * How people write that a value is to come from the environment, each known from somewhere:
 * - `braces`: `${NAME}`, `${NAME:-default}`
 * - `dollar`: `$NAME`, from shells
 * - `angle`: `$<NAME>`, from documentation
 * - `percent`: `%NAME%`, from Windows
 * - `powershell`: `$env:NAME`
 * - `editor`: `${env:NAME}`, from VS Code, Cursor and others
 * - `lookup`: `${input:id}`, `${file:path}`, from the same; no variable
 * - `env-braces`: `{env:NAME}`, from opencode
 * - `mustache`: `{{NAME}}`, from templates
 * - `workflow`: `${{ secrets.NAME }}`, from GitHub Actions
 * - `operator`: `${NAME-default}`, `${NAME:?text}`, `${NAME%/}`, from shells
 * - `member`: `${env.NAME}`, `${secrets.NAME}`, from programming languages
 * - `option`: `${user_config.KEY}`, from plugins
 * - `substitution`: `$(command)`, `` `command` ``, from shells
 * - `tilde`: `~/` at the start
 * - `misnamed`: `${MY-NAME.X}`, `${1X}`, `${ NAME }`: no variable is called so
 * - `empty`: `${}`, `${:-default}`
 * - `unclosed`: `${NAME` with no brace behind it
 */
export type Spelling =
	| "braces"
	| "dollar"
	| "angle"
	| "percent"
	| "powershell"
	| "editor"
	| "lookup"
	| "env-braces"
	| "mustache"
	| "workflow"
	| "operator"
	| "member"
	| "option"
	| "substitution"
	| "tilde"
	| "misnamed"
	| "empty"
	| "unclosed";

/** A part of a text that stands for something else, or seems to. The range is in the text, in UTF-16 units. */
export interface Reference extends Range {
	readonly spelling: Spelling;
	/** As it is written. */
	readonly text: string;
	/** The variable; absent where none is named, and the whole inside for what is not called like a variable. */
	readonly name: string | undefined;
	/** What is to be taken where the variable is not set, up to the first closing brace. */
	readonly fallback?: string;
	/** What stands between the name and the fallback or another word: `:-`, `-`, `:?`, `%`. */
	readonly operator?: string;
}

const OPENER =
	/\$\{\{?|\$\(|\$<|\$env:|\{\{|\{env:|`|\$(?=[A-Za-z_])|%(?=[A-Za-z_])/gi;

/** What a text refers to, in its order. Nothing overlaps, but for what stands in a command. Linear in the length of the text, whatever it is. */
export function scanReferences(text: string): Reference[] {
	const found: Reference[] = [];
	if (/^~[/\\]/.test(text)) {
		found.push(toReference(text, 0, 1, { spelling: "tilde" }));
	}
	const search = createSearch(text);
	let end = 0;
	for (const { index, 0: opener } of text.matchAll(OPENER)) {
		if (index < end) continue;
		const reference = readReference(text, index, opener, search);
		if (!reference) continue;
		found.push(reference);
		// a client looks for its own references there as well
		end =
			reference.spelling === "substitution"
				? index + opener.length
				: reference.end;
	}
	return found;
}

type Part = Pick<Reference, "spelling"> &
	Partial<Pick<Reference, "name" | "fallback" | "operator">>;

function toReference(
	text: string,
	start: number,
	end: number,
	part: Part,
): Reference {
	return { name: undefined, ...part, text: text.slice(start, end), start, end };
}

type Search = (wanted: string, from: number) => number;

/** `indexOf` for places that only grow: what is known to stand further on, or nowhere, is not searched again. */
function createSearch(text: string): Search {
	const known = new Map<string, number>();
	return (wanted, from) => {
		const last = known.get(wanted) ?? -2;
		if (last === -1 || last >= from) return last;
		const next = text.indexOf(wanted, from);
		known.set(wanted, next);
		return next;
	};
}

/** Spellings that a pattern of bounded length tells; the name is its group. */
const SHORT: Readonly<Record<string, readonly [Spelling, RegExp]>> = {
	$: ["dollar", /\$([A-Za-z_]\w{0,127})(?!\w)/y],
	"%": ["percent", /%([A-Za-z_]\w{0,127})%/y],
	"$<": ["angle", /\$<([A-Za-z_]\w{0,127})>/y],
	"$env:": ["powershell", /\$env:([A-Za-z_]\w{0,127})(?!\w)/iy],
	"{env:": ["env-braces", /\{env:([A-Za-z_]\w{0,127})\}/iy],
	"{{": [
		"mustache",
		/\{\{[ \t]{0,9}(?:(?:env|secrets|vars)\.)?([A-Za-z_]\w{0,127})[ \t]{0,9}\}\}/y,
	],
};

function readReference(
	text: string,
	start: number,
	opener: string,
	search: Search,
): Reference | undefined {
	const short = SHORT[opener.toLowerCase()];
	if (short) {
		const [spelling, pattern] = short;
		pattern.lastIndex = start;
		const match = pattern.exec(text);
		return match
			? toReference(text, start, start + match[0].length, {
					spelling,
					name: match[1],
				})
			: undefined;
	}
	if (opener === "`" || opener === "$(") {
		const close = search(opener === "`" ? "`" : ")", start + opener.length);
		if (close === -1 || close === start + opener.length) return undefined;
		return toReference(text, start, close + 1, { spelling: "substitution" });
	}
	return opener === "${{"
		? readWorkflow(text, start, search)
		: readBraces(text, start, search);
}

function readWorkflow(
	text: string,
	start: number,
	search: Search,
): Reference | undefined {
	const close = search("}}", start);
	if (close === -1) return undefined;
	const inside = text.slice(start + 3, close);
	const [, name] =
		/^\s*(?:(?:secrets|env|vars)\.)?([A-Za-z_]\w*)\s*$/.exec(inside) ?? [];
	return toReference(text, start, close + 2, { spelling: "workflow", name });
}

const VARIABLE = /^[A-Za-z_]\w*/;

function readBraces(
	text: string,
	start: number,
	search: Search,
): Reference | undefined {
	const close = search("}", start);
	const inner = search("${", start + 2);
	const [name = ""] = VARIABLE.exec(text.slice(start + 2, start + 258)) ?? [];
	const after = start + 2 + name.length;
	// a client's default goes on to the first closing brace, whatever is inside
	const isDefault = name !== "" && text.startsWith(":-", after);
	const stop = close === -1 || (!isDefault && inner !== -1 && inner < close);
	if (stop) {
		if (name === "") return undefined;
		const end = inner === -1 ? text.length : inner;
		const rest = text.slice(after, end);
		const operator = /^(?::?[-=?+]|%%?|##?|\/\/?|\^\^?|,,?)/.exec(rest)?.[0];
		return inner !== -1 && operator
			? toReference(text, start, end, { spelling: "operator", name, operator })
			: toReference(text, start, after, { spelling: "unclosed", name });
	}
	const inside = text.slice(start + 2, close);
	return toReference(text, start, close + 1, describeInside(inside));
}

/** What stands between `${` and the first closing brace. */
function describeInside(inside: string): Part {
	const [, name = "", operator = "", fallback = ""] =
		/^([A-Za-z_]\w*)(:?[-=?+]|%%?|##?|\/\/?|\^\^?|,,?|:(?=\d)|\[|@)?(.*)$/s.exec(
			inside,
		) ?? [];
	if (name !== "" && operator === "" && fallback === "") {
		return { spelling: "braces", name };
	}
	if (operator === ":-") {
		return { spelling: "braces", name, operator, fallback };
	}
	const [, variable, , given] =
		/^env:([A-Za-z_]\w*)(:-(.*))?$/is.exec(inside) ?? [];
	if (variable !== undefined) {
		const rest = given === undefined ? {} : { operator: ":-", fallback: given };
		return { spelling: "editor", name: variable, ...rest };
	}
	if (/^(?:input|config|command|file|secrets?|vault):\S/i.test(inside)) {
		return { spelling: "lookup" };
	}
	const [, member] =
		/^(?:(?:process\.)?env|secrets|vars)\.([A-Za-z_]\w*)$/.exec(inside) ?? [];
	if (member !== undefined) return { spelling: "member", name: member };
	if (inside.startsWith("user_config.")) return { spelling: "option" };
	if (/^(?:\s*$|:)/.test(inside)) return { spelling: "empty" };
	if (name !== "" && operator !== "") {
		return { spelling: "operator", name, operator, fallback };
	}
	const [, counted] = /^[#!]([A-Za-z_]\w*)/.exec(inside) ?? [];
	if (counted !== undefined) {
		return { spelling: "operator", name: counted, operator: inside[0] ?? "" };
	}
	return { spelling: "misnamed", name: inside };
}
