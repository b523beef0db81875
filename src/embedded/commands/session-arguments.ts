import type { DocumentKind } from "../../kinds.ts";
import type { Range } from "../../location.ts";
import { toolSpelling } from "../../permissions/tools.ts";
import { parseJson } from "../../syntax/json.ts";
import type { SyntaxProblem } from "../../syntax/tree.ts";
import { either, quote } from "../../wording.ts";
import { type EmbeddedKindId, embeddedKinds } from "../embedded-kinds.ts";
import type { EmbeddedSource } from "../embedded-source.ts";
import { CLAUDE_OPTIONS } from "./claude-options.ts";
import { type CommandWord, cutWord, rangeOf } from "./command-line.ts";
import {
	commandProblem,
	type DraftProperty,
	draftArray,
	draftObject,
	draftString,
	parseWord,
} from "./command-tree.ts";
import type { GivenOption } from "./option-words.ts";

/** The options that start a session, and where they stand. */
export interface SessionArguments {
	readonly file: string;
	readonly range: Range;
	readonly options: readonly GivenOption[];
	readonly session: number;
	/** Words that look like options and are none that we know. */
	readonly unknown: readonly CommandWord[];
	/** Nothing among them is a prompt. */
	readonly lacksPrompt?: boolean;
	/** What was found wrong with them before. */
	readonly problems?: readonly SyntaxProblem[];
}

/** Source: `claude --help`, 2.1.329; "default" is not in its list and is taken. */
const MODES = [
	"acceptEdits",
	"auto",
	"bypassPermissions",
	"manual",
	"dontAsk",
	"plan",
];
const UNLISTED_MODES = ["default"];

/** Longer rules are not judged: nobody wrote them by hand. */
const LONGEST = 8192;

/** What a session is started with: its servers, its settings, and what it may do without asking. */
export function readSession(all: SessionArguments): EmbeddedSource[] {
	const swallowed = all.lacksPrompt ? all.options.filter(isPrompt) : [];
	const given = {
		...all,
		options: all.options.filter((option) => !swallowed.includes(option)),
	};
	const { file, range, session, options } = given;
	const lists = [
		toolList(given, "allow", "allowedTools"),
		toolList(given, "deny", "disallowedTools"),
	];
	const errors = [
		...(given.problems ?? []),
		...swallowed.map(({ flag, value }) =>
			commandProblem(
				file,
				value?.place ?? range,
				`The option ${quote(flag.text)} takes all words up to the next option, and this one too, so that Claude Code has no prompt; write the prompt before the option, or "--" before the prompt`,
			),
		),
		...lists.flatMap(({ problems }) => problems),
		...toolNameProblems(given),
		...modeProblems(given),
		...spellingProblems(given),
	];
	const properties = lists.flatMap(({ property }) => property ?? []);
	const servers = serverFiles(given);
	const tree = draftObject(range, [
		properties.length > 0
			? {
					key: "permissions",
					at: range,
					value: draftObject(range, properties),
				}
			: undefined,
		servers,
	])(file, "");
	const kind = embeddedKinds["claude-arguments"];
	const own =
		properties.length > 0 || servers || errors.length > 0
			? [{ kind, container: range, session, tree: { root: tree, errors } }]
			: [];
	const json = (name: string, kindId: EmbeddedKindId) =>
		valuesOf(options, name).flatMap((word) =>
			readJson(given, word, embeddedKinds[kindId]),
		);
	return [
		...own,
		...json("mcp-config", "claude-mcp-argument"),
		...json("settings", "claude-settings-argument"),
	];
}

/** Whether the value of an option is a sentence, behind its other values. Source: the client's own message, 2.1.329. */
function isPrompt(
	{ name, flag, value }: GivenOption,
	index: number,
	options: readonly GivenOption[],
): boolean {
	const row = CLAUDE_OPTIONS.find((each) => each.name === name);
	const isFirst = options[index - 1]?.flag !== flag;
	if (!value || isFirst || row?.takes !== "values" || !isKnown(value))
		return false;
	const words = value.text.split(/\s+/);
	const plain = words.filter(
		(word) => /^[a-z]{2,}[.,:;!?]?$/.test(word) && !toolSpelling(word),
	);
	return words.length > 1 && plain.length * 2 >= words.length;
}

function valuesOf(
	options: readonly GivenOption[],
	wanted: string,
): CommandWord[] {
	return options.flatMap(({ name, value }) =>
		name === wanted && value ? [value] : [],
	);
}

/** The files with servers that the session gets. */
function serverFiles({ options }: SessionArguments): DraftProperty | undefined {
	const names = valuesOf(options, "mcp-config").filter(
		(word) => isKnown(word) && !/^\s*(?:[{[]|$)/.test(word.text),
	);
	const at = rangeOf(names);
	return (
		at && {
			key: "mcpConfig",
			at,
			value: draftArray(at, names.map(draftString)),
		}
	);
}

/** A word that holds JSON; a word that does not is the name of a file. */
function readJson(
	{ file, session }: SessionArguments,
	word: CommandWord,
	kind: DocumentKind,
): EmbeddedSource[] {
	if (!/^\s*\{/.test(word.text)) return [];
	const tree = parseWord(file, word, parseJson);
	const isUnsure = word.filledIn.length > 0 || /…|\.\.\./.test(word.text);
	if (isUnsure && tree.errors.length > 0) return [];
	return [{ kind, container: word.place, session, tree }];
}

/** The rules of one list, and what of it is taken for something else. */
interface ToolList {
	readonly property?: DraftProperty;
	readonly problems: readonly SyntaxProblem[];
}

function toolList(
	{ file, options }: SessionArguments,
	key: "allow" | "deny",
	option: string,
): ToolList {
	const given = options.filter(({ name }) => name === option);
	const items = given.flatMap(({ value }) => (value ? splitRules(value) : []));
	const { cut, whole } = cutRules(items);
	const known = whole.filter(isKnown);
	const messages = new Map(
		items.map((item, index) => [item, misreading(item, items[index - 1])]),
	);
	const misread = known.flatMap((item) => {
		const message = messages.get(item);
		return message === undefined
			? []
			: [commandProblem(file, item.place, message, "misread")];
	});
	const problems = [
		// quotes around all of them are the remedy for all
		...cut
			.slice(0, 1)
			.map(({ text, place }) =>
				commandProblem(
					file,
					place,
					`A blank ends the word, so that ${quote(text)} is no rule, and matches nothing; put quotes around the rules`,
					"misread",
				),
			),
		...misread,
	];
	const rules = known.filter((item) => messages.get(item) === undefined);
	const [first] = given;
	if (!first || rules.length === 0) return { problems };
	const at = first.flag.place;
	const value = draftArray(
		at,
		rules.map((rule) => draftString(withoutEmptyParentheses(rule))),
	);
	return { property: { key, at, value }, problems };
}

/** `Tool()` is the whole tool there, and so are `mcp__server__tool()` and `mcp__server__tool(*)`. Source: measured on 2.1.329. */
function withoutEmptyParentheses(rule: CommandWord): CommandWord {
	const end = /^mcp__[^()]*\(\*\)$/.test(rule.text) ? -3 : -2;
	return /^[^()]+\(\)$/.test(rule.text) || end === -3
		? cutWord(rule, 0, rule.text.length + end)
		: rule;
}

/** Commas and blanks stand between rules, but for those in parentheses. Source: measured on 2.1.329. */
function splitRules(word: CommandWord): CommandWord[] {
	const items: CommandWord[] = [];
	let start = 0;
	let isInside = false;
	const finish = (end: number) => {
		const part = word.text.slice(start, end);
		const from = start + part.length - part.trimStart().length;
		const to = from + part.trim().length;
		if (to > from) items.push(cutWord(word, from, to));
		start = end + 1;
	};
	for (let index = 0; index < word.text.length; index++) {
		const character = word.text[index];
		if (character === "(") isInside = true;
		else if (character === ")") isInside = false;
		else if (!isInside && (character === "," || character === " "))
			finish(index);
	}
	finish(word.text.length);
	return items;
}

function isKnown({ text, filledIn }: CommandWord): boolean {
	if (text.length > LONGEST) return false;
	return filledIn.length === 0 && !/<[^<>]*>|…|\.\.\./.test(text);
}

/** Rules that a blank has cut in two, and the others. */
function cutRules(items: readonly CommandWord[]): {
	readonly cut: readonly CommandWord[];
	readonly whole: readonly CommandWord[];
} {
	const cut: CommandWord[] = [];
	const whole: CommandWord[] = [];
	let open: CommandWord[] = [];
	for (const item of items) {
		const { text } = item;
		const isStart = /^[A-Za-z_]+\([^)\s]*$/.test(text);
		if (isStart || text.includes("(")) {
			whole.push(...open);
			open = [];
		}
		if (isStart) open = [item];
		else if (open.length === 0) whole.push(item);
		else if (text.endsWith(")")) {
			cut.push(...open.slice(0, 1));
			open = [];
		} else open.push(item);
	}
	return { cut, whole: [...whole, ...open] };
}

/** Why a rule is not what it looks like, and what to write; nothing for one that is. Source: measured on 2.1.329. */
function misreading(
	{ text }: CommandWord,
	before: CommandWord | undefined,
): string | undefined {
	if (text.startsWith("(") && before) {
		return `The blank before ${quote(text)} makes two rules of one: Claude Code takes ${quote(before.text)} for every use of the tool, and drops the rest; leave out the blank`;
	}
	const outside = text.replace(/\([^)]*(?:\)|$)/g, "");
	const advice = /[\r\n]/.test(outside)
		? "a line break separates no rules: write commas between them"
		: /^[[\]"']|["'\]]$/.test(text)
			? "write the rules without quotes and brackets of their own, with commas between them"
			: /[;|]/.test(outside)
				? "write commas between the rules"
				: undefined;
	return advice === undefined
		? undefined
		: `Claude Code takes ${quote(text)} for one rule, which matches nothing; ${advice}`;
}

/** What `--tools` names are tools, and no rules; MCP servers are not its business. Source: measured on 2.1.329. */
function toolNameProblems({
	file,
	options,
}: SessionArguments): SyntaxProblem[] {
	return valuesOf(options, "tools")
		.flatMap(splitRules)
		.filter(isKnown)
		.flatMap((item) => {
			const [, name = ""] = /^["'[]*([A-Za-z]+)/.exec(item.text) ?? [];
			const meant = toolSpelling(name);
			if (meant === undefined || item.text === meant) return [];
			const message = `Claude Code has no tool ${quote(item.text)}, and leaves out what "--tools" does not name; write ${quote(meant)}`;
			return [commandProblem(file, item.place, message, "misread")];
		});
}

function modeProblems({ file, options }: SessionArguments): SyntaxProblem[] {
	const mode = valuesOf(options, "permission-mode").at(-1);
	if (!mode || !isKnown(mode)) return [];
	if ([...MODES, ...UNLISTED_MODES].includes(mode.text)) return [];
	return [
		commandProblem(
			file,
			mode.place,
			`Claude Code does not start with the mode ${quote(mode.text)}; write ${either(MODES)}`,
		),
	];
}

/** Options that are spelled as in another place. Others that we do not know may be new. */
function spellingProblems({
	file,
	unknown,
}: SessionArguments): SyntaxProblem[] {
	return unknown.flatMap((word) => {
		const [flag = ""] = word.text.split("=");
		const meant = CLAUDE_OPTIONS.flatMap(({ flags }) => flags).find(
			(known) => plainSpelling(known) === plainSpelling(flag),
		);
		return meant && /^--?\w{2}/.test(flag)
			? [
					commandProblem(
						file,
						word.place,
						`Claude Code does not start with an option ${quote(flag)}; write ${meant}`,
					),
				]
			: [];
	});
}

function plainSpelling(flag: string): string {
	return flag.replace(/[-_]/g, "").toLowerCase();
}
