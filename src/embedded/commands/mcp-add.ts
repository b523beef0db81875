import { clients } from "../../clients.ts";
import type { Range } from "../../location.ts";
import { normalizeName } from "../../permissions/mcp-names.ts";
import { parseJson } from "../../syntax/json.ts";
import {
	property,
	type SyntaxProblem,
	type SyntaxTree,
} from "../../syntax/tree.ts";
import { both, either, nearest, quote } from "../../wording.ts";
import {
	type CommandLine,
	type CommandWord,
	cutWord,
	rangeOf,
} from "./command-line.ts";
import {
	commandProblem,
	contentOf,
	type Draft,
	type DraftProperty,
	draftArray,
	draftNumber,
	draftObject,
	draftString,
	draftTree,
	parseWord,
} from "./command-tree.ts";
import {
	type GivenOption,
	type GivenWords,
	type OptionRow,
	readOptions,
} from "./option-words.ts";

/** Words that add a server, behind `claude mcp`: the command, and what it is given. */
export interface AddCommand {
	readonly file: string;
	/** `add` or `add-json`. */
	readonly command: CommandWord;
	readonly words: CommandLine;
	/** All of it, from the program on. */
	readonly range: Range;
}

const COMMON_OPTIONS: readonly OptionRow[] = [
	{ name: "scope", flags: ["-s", "--scope"], takes: "value" },
	{ name: "client-secret", flags: ["--client-secret"], takes: "nothing" },
	{ name: "help", flags: ["-h", "--help"], takes: "nothing" },
];

/** Source: `claude mcp add --help` and its behaviour, 2.1.329. */
const ADD_OPTIONS: readonly OptionRow[] = [
	...COMMON_OPTIONS,
	{ name: "transport", flags: ["-t", "--transport"], takes: "value" },
	{ name: "env", flags: ["-e", "--env"], takes: "values" },
	{ name: "header", flags: ["-H", "--header"], takes: "values" },
	{ name: "client-id", flags: ["--client-id"], takes: "value" },
	{ name: "callback-port", flags: ["--callback-port"], takes: "value" },
	{ name: "xaa", flags: ["--xaa"], takes: "nothing" },
];

/** Where a server can be added, and the other scopes that the client knows. */
const SCOPES = ["local", "user", "project"];
const OTHER_SCOPES = ["dynamic", "enterprise", "claudeai", "managed", "agent"];

const TRANSPORTS = ["stdio", "sse", "http", "streamable-http"];

/**
 * What `claude mcp add` makes of its words: the server as a file would declare it, and why it is refused. Nothing where that cannot be known: people have
 * to fill in what decides it.
 */
export function readMcpAdd(add: AddCommand): SyntaxTree | undefined {
	const given = readOptions(add.words, ADD_OPTIONS);
	if (isHelp(given) || isOutline(given, 2)) return undefined;
	const { file, range } = add;
	const formProblems = describeForm(add, given, ADD_OPTIONS, [
		"a name",
		"a command or an address",
	]);
	const [name, target, ...more] = given.operands;
	const transport = lastValue(given, "transport");
	if (!name || !target) return toTree(add, undefined, formProblems);
	if (transport && isUnknown(transport)) return undefined;
	const type = transport?.text === "" ? undefined : transport;
	const isRemote = type !== undefined && type.text !== "stdio";
	const problems = [
		...formProblems,
		...describeScope(file, given),
		...(type && !TRANSPORTS.includes(type.text)
			? [
					commandProblem(
						file,
						type.place,
						`Claude Code adds no server with the transport ${quote(type.text)}; write ${either(TRANSPORTS.slice(0, 3))}`,
					),
				]
			: []),
		...(isRemote ? headerProblems(file, given) : variableProblems(file, given)),
		...(isRemote ? portProblems(file, given) : []),
		...describeName(file, name),
		...(target.text === ""
			? [
					commandProblem(
						file,
						target.place,
						`The ${isRemote ? "address" : "command"} is empty, and Claude Code adds no server; write it behind the name`,
					),
				]
			: []),
		...(type ? [] : describeAddress(file, target)),
	];
	const secret = isRemote ? clientSecret(given, more) : undefined;
	const server = draftObject(range, [
		type && {
			key: "type",
			at: flagOf(given, "transport") ?? type.place,
			value: draftString(type),
		},
		{
			key: isRemote ? "url" : "command",
			at: target.place,
			value: draftString(target),
		},
		listProperty(
			"args",
			more.filter((word) => word !== secret),
		),
		pairsProperty("env", given, variableOf),
		pairsProperty("headers", given, headerOf),
		oauthProperty(given, secret),
	]);
	return toTree(add, { name, server }, problems);
}

/** The same for `claude mcp add-json`, whose server is written as in a file. */
export function readMcpAddJson(add: AddCommand): SyntaxTree | undefined {
	const given = readOptions(add.words, COMMON_OPTIONS);
	if (isHelp(given) || isOutline(given, 2)) return undefined;
	const { file } = add;
	const formProblems = describeForm(add, given, COMMON_OPTIONS, [
		"a name",
		"the server as JSON",
	]);
	const [name, json] = given.operands;
	if (!name || !json) return toTree(add, undefined, formProblems);
	// it comes from the standard input
	if (json.text === "-") return undefined;
	const text = json.text.startsWith(BYTE_ORDER_MARK) ? cutWord(json, 1) : json;
	const { root, remains, errors } = parseWord(file, text, parseJson);
	const isFilled = json.filledIn.length > 0 || OMISSION.test(json.text);
	if (isFilled && errors.length > 0) return undefined;
	const shown = root ?? remains;
	const wrapper = property(root, "mcpServers");
	const isWrapped =
		wrapper && !["command", "url", "type"].some((key) => property(root, key));
	const problems = [
		...formProblems,
		...describeScope(file, given),
		...describeName(file, name),
		...errors,
		...(errors.length === 0 && root?.type !== "object"
			? [
					commandProblem(
						file,
						json.place,
						`"claude mcp add-json" takes a JSON object and adds no server without one; write the fields of the server, in braces and in single quotes`,
					),
				]
			: []),
		...(isWrapped
			? [
					commandProblem(
						file,
						wrapper.key,
						`"claude mcp add-json" takes the fields of one server and adds none with "mcpServers" around it; leave out this key and the name below it`,
					),
				]
			: []),
	];
	return toTree(add, shown && { name, server: draftTree(shown) }, problems);
}

function toTree(
	{ file, command, range }: AddCommand,
	declared: { name: CommandWord; server: Draft } | undefined,
	problems: readonly SyntaxProblem[],
): SyntaxTree | undefined {
	if (!declared && problems.length === 0) return undefined;
	const draft = draftObject(range, [
		declared && {
			key: "mcpServers",
			at: command.place,
			value: draftObject(range, [
				{
					key: declared.name.text,
					at: contentOf(declared.name),
					value: declared.server,
				},
			]),
		},
	]);
	const tree = draft(file, "");
	const isRefused = problems.some(({ sort }) => sort !== "misread");
	return isRefused
		? { root: undefined, remains: tree, errors: problems }
		: { root: tree, errors: problems };
}

function isHelp({ options }: GivenWords): boolean {
	return options.some(({ name }) => name === "help");
}

/** What documentation writes for a word, and people write in its place. */
const PLACEHOLDER = /<[^<>]*>|^\[|\]$|^\{[^"]*\}$|^\w+\|[\w|]+$|…|\.\.\./;

/** What it writes for JSON. */
const OMISSION = /^<|…|\.\.\./;

const BYTE_ORDER_MARK = "\uFEFF";

/** Whether what a word says is only known when the command runs. */
function isUnknown({ text, filledIn }: CommandWord): boolean {
	return filledIn.length > 0 || PLACEHOLDER.test(text);
}

/** Whether the words only show what such a command looks like, or which are its name and its target is not known. */
function isOutline(
	{ operands, options, unknown, isOpen }: GivenWords,
	count: number,
) {
	const isMention = !(operands[0] ?? unknown ?? takenWord(options));
	const [name] = operands;
	const isMissing = isOpen && operands.length < count;
	const isUnsure = operands.slice(0, count - 1).some((word) => word.isOpen);
	return isMention || isMissing || isUnsure || (name && isUnknown(name));
}

/** What the parser of the command line refuses. */
function describeForm(
	{ file, command, range }: AddCommand,
	{ operands, options, unknown, unfinished, isOpen }: GivenWords,
	rows: readonly OptionRow[],
	wanted: readonly string[],
): SyntaxProblem[] {
	const call = `"claude mcp ${command.text}"`;
	if (unknown) {
		const [flag = ""] = unknown.text.split("=");
		const known = rows.flatMap(({ flags }) => flags);
		const meant = /^--?\w{2}/.test(flag)
			? nearest(`--${flag.replace(/^-+/, "")}`, known)
			: undefined;
		const advice = meant
			? `write ${meant}`
			: unknownAdvice(flag, operands.length > 1 && command.text === "add");
		return [
			commandProblem(
				file,
				unknown.place,
				`${call} has no option ${quote(flag)}, and adds no server; ${advice}`,
			),
		];
	}
	if (unfinished) {
		return [
			commandProblem(
				file,
				unfinished.place,
				`The option ${quote(unfinished.text)} of ${call} lacks its value, and no server is added; write it behind the option`,
			),
		];
	}
	if (isOpen || operands.length >= wanted.length) return [];
	const taken = takenWord(options);
	if (taken) return [describeTaken(file, taken)];
	return [
		commandProblem(
			file,
			range,
			`${call} needs ${both(wanted)}, and adds no server without; write ${operands.length === 0 ? "both" : "the missing one"}`,
		),
	];
}

function unknownAdvice(flag: string, hasCommand: boolean): string {
	if (flag === "--url") return "write the address itself, behind the name";
	return hasCommand
		? 'write "--" between the name and the command, whose own options may follow then'
		: "remove it";
}

/** A value of an option. */
type GivenValue = GivenOption & { readonly value: CommandWord };

/** A word that an option took although it does not look like what belongs to it. */
function takenWord(options: readonly GivenOption[]): GivenValue | undefined {
	return options
		.flatMap((option): GivenValue[] => {
			const { name, value } = option;
			const form = name === "env" ? /^\w+=/ : /^[\w-]+:(?!\/\/)/;
			const isVariadic = name === "env" || name === "header";
			return isVariadic && value && !form.test(value.text)
				? [{ ...option, value }]
				: [];
		})
		.at(-1);
}

function describeTaken(
	file: string,
	{ flag, value }: GivenValue,
): SyntaxProblem {
	return commandProblem(
		file,
		value.place,
		`The option ${quote(flag.text)} takes all words up to the next option, and this one too, so that Claude Code adds no server; write the option behind the name, and "--" before the command`,
	);
}

function lastValue(
	{ options }: GivenWords,
	name: string,
): CommandWord | undefined {
	return options.findLast((option) => option.name === name)?.value;
}

function flagOf({ options }: GivenWords, name: string): Range | undefined {
	return options.findLast((option) => option.name === name)?.flag.place;
}

function describeScope(file: string, given: GivenWords): SyntaxProblem[] {
	const scope = lastValue(given, "scope");
	if (!scope || scope.text === "" || isUnknown(scope)) return [];
	if (SCOPES.includes(scope.text)) return [];
	const isOther = OTHER_SCOPES.includes(scope.text);
	const reason = isOther
		? `lets no command add servers to the scope ${quote(scope.text)}`
		: `has no scope ${quote(scope.text)}, and adds no server`;
	return [
		commandProblem(
			file,
			scope.place,
			`Claude Code ${reason}; write ${either(SCOPES)}`,
		),
	];
}

function describeName(file: string, name: CommandWord): SyntaxProblem[] {
	const { text, place } = name;
	if (text === "") {
		return [
			commandProblem(
				file,
				place,
				"The name is empty, and Claude Code adds no server; write one",
			),
		];
	}
	const reserved: readonly string[] = clients["claude-code"].reservedServers;
	const isReserved = reserved.includes(normalizeName(text));
	if (isReserved) {
		return [
			commandProblem(
				file,
				place,
				`Claude Code keeps the name ${quote(text)} for itself, and adds no server; choose another`,
			),
		];
	}
	if (/^[A-Za-z0-9_-]+$/.test(text)) return [];
	return [
		commandProblem(
			file,
			place,
			`Claude Code adds no server called ${quote(text)}; its name can have letters, digits, hyphens and underscores: write ${quote(normalizeName(text))}`,
		),
	];
}

/** An address without a transport becomes a command. The client warns of paths that end in `/mcp` as well; these can be programs. */
function describeAddress(file: string, target: CommandWord): SyntaxProblem[] {
	if (!/^(?:https?:\/\/|localhost[:/])/i.test(target.text)) return [];
	return [
		commandProblem(
			file,
			target.place,
			`Without "--transport" Claude Code takes the address for a program on this machine, which it cannot start; write "--transport http", or "sse" for the older transport`,
			"misread",
		),
	];
}

function variableProblems(file: string, given: GivenWords): SyntaxProblem[] {
	return valuesOf(given, "env")
		.filter(({ value }) => value.text.indexOf("=") < 1)
		.map((option) =>
			isFollower(option, given)
				? describeTaken(file, option)
				: commandProblem(
						file,
						option.value.place,
						"This is no variable with a value, and Claude Code adds no server; write NAME=value",
					),
		);
}

function headerProblems(file: string, given: GivenWords): SyntaxProblem[] {
	return valuesOf(given, "header")
		.filter(({ value }) => headerEnd(value) === undefined)
		.map((option) =>
			isFollower(option, given)
				? describeTaken(file, option)
				: commandProblem(
						file,
						option.value.place,
						'This is no header with a value, and Claude Code adds no server; write "Name: value", in quotes',
					),
		);
}

/** Whether a value is not the first of its option, so that it may belong elsewhere. */
function isFollower({ flag, value }: GivenValue, { options }: GivenWords) {
	return options.find((option) => option.flag === flag)?.value !== value;
}

function portProblems(file: string, given: GivenWords): SyntaxProblem[] {
	const port = lastValue(given, "callback-port");
	if (!port || port.text === "" || isUnknown(port)) return [];
	const number = portNumber(port);
	if (number >= 1 && number <= 65_535) return [];
	return [
		commandProblem(
			file,
			port.place,
			`Claude Code takes a port from 1 to 65535, and adds no server with ${quote(port.text)}; write another`,
		),
	];
}

/** What the client makes of a number: it cuts off what does not belong to one. */
function portNumber({ text }: CommandWord): number {
	return Math.trunc(Number.parseFloat(text));
}

/** The values of an option that are known as far as they must have a form. */
function valuesOf({ options }: GivenWords, wanted: string): GivenValue[] {
	return options.flatMap((option) => {
		const { name, value } = option;
		return name === wanted && value && !isUnknown(value)
			? [{ ...option, value }]
			: [];
	});
}

/** A name and its value in one word; nothing where the name is not known. */
type PairReader = (word: CommandWord) => DraftProperty | undefined;

const variableOf: PairReader = (word) => {
	const at = word.text.indexOf("=");
	return at < 1 ? undefined : pair(word, [0, at], [at + 1, word.text.length]);
};

const headerOf: PairReader = (word) => {
	const end = headerEnd(word);
	if (end === undefined) return undefined;
	const { text } = word;
	return pair(word, trimmed(text, 0, end), trimmed(text, end + 1, text.length));
};

/** Where the name of a header ends; nothing for what is no header. */
function headerEnd({ text }: CommandWord): number | undefined {
	const at = text.indexOf(":");
	return at === -1 || text.slice(0, at).trim() === "" ? undefined : at;
}

/** A stretch without the blanks around it. */
function trimmed(text: string, start: number, end: number): Stretch {
	const part = text.slice(start, end);
	const from = start + part.length - part.trimStart().length;
	return [from, Math.max(start + part.trimEnd().length, from)];
}

type Stretch = readonly [start: number, end: number];

function pair(
	word: CommandWord,
	name: Stretch,
	value: Stretch,
): DraftProperty | undefined {
	const key = cutWord(word, ...name);
	if (isUnknown(key)) return undefined;
	return {
		key: key.text,
		at: key.place,
		value: draftString(cutWord(word, ...value)),
	};
}

function pairsProperty(
	key: "env" | "headers",
	{ options }: GivenWords,
	read: PairReader,
): DraftProperty | undefined {
	const option = key === "env" ? "env" : "header";
	const given = options.filter(({ name }) => name === option);
	const pairs = given.flatMap(({ value }) => (value && read(value)) ?? []);
	const flag = given[0]?.flag;
	const range = rangeOf(given.flatMap(({ value }) => value ?? []));
	if (!flag || !range || pairs.length === 0) return undefined;
	return { key, at: flag.place, value: draftObject(range, pairs) };
}

function listProperty(
	key: string,
	words: CommandLine,
): DraftProperty | undefined {
	const range = rangeOf(words);
	if (!range) return undefined;
	return { key, at: range, value: draftArray(range, words.map(draftString)) };
}

/** The word behind `--client-secret`, which takes none. */
function clientSecret(
	{ options }: GivenWords,
	more: CommandLine,
): CommandWord | undefined {
	const flag = options.find(({ name }) => name === "client-secret")?.flag;
	return flag && more.find(({ place }) => place.start > flag.place.end);
}

function oauthProperty(
	given: GivenWords,
	secret: CommandWord | undefined,
): DraftProperty | undefined {
	const id = given.options.findLast(({ name }) => name === "client-id");
	const port = given.options.findLast(({ name }) => name === "callback-port");
	const hidden = given.options.find(({ name }) => name === "client-secret");
	const first = id ?? port ?? (secret && hidden);
	if (!first) return undefined;
	const number = port?.value ? portNumber(port.value) : Number.NaN;
	return {
		key: "oauth",
		at: first.flag.place,
		value: draftObject(
			first.flag.place,
			[
				id?.value &&
					id.value.text !== "" && {
						key: "clientId",
						at: id.flag.place,
						value: draftString(id.value),
					},
				port?.value &&
					number > 0 && {
						key: "callbackPort",
						at: port.flag.place,
						value: draftNumber(port.value, number),
					},
				secret &&
					hidden && {
						key: "clientSecret",
						at: hidden.flag.place,
						value: draftString(secret),
					},
			].filter((each) => typeof each === "object"),
		),
	};
}
