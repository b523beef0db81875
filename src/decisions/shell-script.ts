import {
	type Assignment,
	type Command,
	forEachChild,
	type Pipeline,
	parse,
	type Redirection,
	type Statement,
	type SyntaxNode,
	type Word,
	type WordPart,
} from "unbash";

/** One word of a command. */
export interface ShellWord {
	/** As it is written, with its quotes. */
	readonly text: string;
	/** Without quotes and escapes; expansions stay as they are written. */
	readonly value: string;
}

/** A redirection to or from a file. */
export interface ShellRedirection {
	readonly access: "read" | "write";
	/** Absent where it is not written out. */
	readonly file: string | undefined;
}

/** `NAME=value` before a command, or alone. */
export interface ShellVariable {
	readonly name: string;
	readonly value: string;
}

/** One simple command: a program and its arguments. */
export interface ShellCommand {
	/** From its first word to its last, without assignments before it, redirections after it and comments. */
	readonly text: string;
	readonly words: readonly ShellWord[];
	/** The variables that are set for it, or by it where it has no words, with their values as they are written. */
	readonly variables: readonly ShellVariable[];
	readonly redirections: readonly ShellRedirection[];
}

/** What a shell is told to do, as far as permission rules look at it. */
export interface ShellScript {
	/** All of it, without comments around it and without what follows the last command. */
	readonly text: string;
	/** Every simple command, wherever it stands: in lists and pipelines, in loops, in substitutions. */
	readonly commands: readonly ShellCommand[];
	/** Those that stand where the client takes a script apart; the others are inside of something that it does not look into. */
	readonly plainCommands: readonly ShellCommand[];
	/** Some command is sent to the background. */
	readonly hasBackground: boolean;
	/** `plain`: made of lists, pipelines, conditions and loops of simple commands. `complex`: of more. `broken`: it does not parse. */
	readonly form: "plain" | "complex" | "broken";
}

/** Blanks that look like a space and are none. */
const ODD_BLANK =
	/[\u00a0\u1680\u2000-\u200f\u2028\u2029\u202f\u205f\u3000\ufeff]/;

/** Reads a text as the client's shell would. Never throws. */
export function readShellScript(source: string): ShellScript {
	const tree = parse(source);
	const all: Command[] = [];
	const timers = new Map<Command, string[]>();
	let isBroken = (tree.errors ?? []).length > 0;
	let hasBackground = false;
	const collect = (node: SyntaxNode) => {
		switch (node.type) {
			case "Coproc":
				// the client does not look into it
				return;
			case "Command":
				all.push(node);
				isBroken ||= hasStrayParenthesis(node, source);
				break;
			case "Statement":
				hasBackground ||= node.background === true;
				break;
			case "Script":
				isBroken ||= (node.errors ?? []).length > 0;
				break;
			case "Pipeline":
				noteTimer(node, timers);
				break;
		}
		forEachChild(node, collect);
	};
	collect(tree);
	const plain: Command[] = [];
	const isPlain =
		arePlain(tree.commands, { source, commands: plain }) &&
		!ODD_BLANK.test(source) &&
		!/(?:^|[^\\])(?:\\\\)*\\$/.test(source);
	const read = (command: Command) =>
		readCommand(command, source, timers.get(command) ?? []);
	return {
		text: source.slice(
			tree.commands[0]?.pos ?? 0,
			tree.commands.at(-1)?.end ?? 0,
		),
		commands: all.map(read),
		plainCommands: plain.map(read),
		hasBackground,
		form: isBroken ? "broken" : isPlain ? "plain" : "complex",
	};
}

/** Whether a parenthesis opens after a word, which no shell takes and the parser lets pass. */
function hasStrayParenthesis({ name, args }: Command, source: string): boolean {
	return [name, ...args].some((word) => {
		const stray = /[ \t]+\(/y;
		stray.lastIndex = word?.end ?? source.length;
		return stray.test(source);
	});
}

/** `time` is a word of the language, and to rules a program like any other. */
function noteTimer(
	{ prefixes, commands }: Pipeline,
	timers: Map<Command, string[]>,
): void {
	const timer = prefixes.find((prefix) => prefix.type === "Time");
	const [first] = commands;
	if (timer && first?.type === "Command")
		timers.set(first, timer.posix ? ["time", "-p"] : ["time"]);
}

function readCommand(
	command: Command,
	source: string,
	before: readonly string[],
): ShellCommand {
	const { name, args, prefix, redirects } = command;
	const words = [name, ...args].flatMap((word) =>
		word === undefined ? [] : [readWord(word)],
	);
	const last = args.at(-1) ?? name;
	const text = name && last ? source.slice(name.pos, last.end) : "";
	return {
		text: [...before, text].join(" "),
		words: [...before.map((value) => ({ text: value, value })), ...words],
		variables: prefix.flatMap((each) =>
			each.type === "Assignment"
				? {
						name: each.name,
						value: each.text.slice(each.text.indexOf("=") + 1),
					}
				: [],
		),
		redirections: redirects.flatMap(readRedirection),
	};
}

function readWord(word: Word | Assignment): ShellWord {
	const { text } = word;
	// the client does not decode $'…'
	const isEncoded =
		word.type === "Assignment" ||
		word.parts?.some(({ type }) => type === "AnsiCQuoted");
	return { text, value: isEncoded ? text : word.value };
}

/** Redirections between streams, and to nowhere, are no files. */
function readRedirection(redirection: Redirection): ShellRedirection[] {
	if (redirection.type !== "Redirect") return [];
	const { operator, target } = redirection;
	const value = target?.value ?? "";
	const isStream = /^(?:\d+|-)$/.test(value) && /&/.test(operator);
	if (isStream || value === "/dev/null") return [];
	const file = target && isPlainWord(target) ? value : undefined;
	return [{ access: operator === "<" ? "read" : "write", file }];
}

/** What is looked at, and the simple commands that were found. */
interface Gathering {
	readonly source: string;
	readonly commands: Command[];
}

/** Whether statements are made of nothing but what the client takes apart; gathers their simple commands. Source: measured on 2.1.329. */
function arePlain(
	statements: readonly Statement[],
	gathering: Gathering,
): boolean {
	const plain = statements.map(
		({ command, background }) => isPlain(command, gathering) && !background,
	);
	return plain.every((each) => each);
}

function isPlain(node: Statement["command"], gathering: Gathering): boolean {
	switch (node.type) {
		case "Command":
			gathering.commands.push(node);
			return isPlainCommand(node, gathering);
		case "AndOr":
		case "Pipeline":
			return node.commands
				.map((each) => isPlain(each, gathering))
				.every((each) => each);
		case "If": {
			const lists = [
				node.clause,
				node.then,
				...node.elif.flatMap(({ clause, then }) => [clause, then]),
				...(node.else ? [node.else] : []),
			];
			return lists.every((list) => arePlain(list.commands, gathering));
		}
		case "While":
			return [node.clause, node.body].every((list) =>
				arePlain(list.commands, gathering),
			);
		case "For":
			return (
				(node.wordlist ?? []).every((word) => isPlainValue(word, gathering)) &&
				arePlain(node.body.commands, gathering)
			);
		case "TestCommand":
			return areWordsPlain(node);
		default:
			return false;
	}
}

/** A word of a loop, or the value of a variable: it can also be a substitution as a whole, whose commands are then looked at like others. */
function isPlainValue(word: Word, gathering: Gathering): boolean {
	const [part, ...others] = word.parts ?? [];
	if (part?.type !== "CommandExpansion" || others.length > 0)
		return isPlainWord(word);
	return (
		part.text.startsWith("$(") &&
		part.script !== undefined &&
		arePlain(part.script.commands, gathering)
	);
}

function isPlainCommand(command: Command, gathering: Gathering): boolean {
	const { name, args, prefix, redirects } = command;
	const words = [name, ...args].filter((word) => word !== undefined);
	const values = prefix.filter((each) => each.type === "Assignment");
	if (!name && values.length > 1) return false;
	return (
		words.every((word) =>
			word.type === "Assignment"
				? word.value.type === "Word" && isPlainWord(word.value)
				: isPlainWord(word),
		) &&
		values.every(
			({ value, index }) =>
				value.type === "Word" && !index && isPlainValue(value, gathering),
		) &&
		redirects.every((each) => isPlainRedirection(each, gathering.source))
	);
}

function isPlainRedirection(redirection: Redirection, source: string): boolean {
	switch (redirection.type) {
		case "HereDoc": {
			const [following = ""] = source.slice(redirection.end).split("\n", 1);
			return (
				redirection.operator === "<<" &&
				redirection.delimiter?.quoted === true &&
				following.trim() === ""
			);
		}
		case "HereString":
			return (
				redirection.target !== undefined && isPlainWord(redirection.target)
			);
		case "Redirect": {
			const { operator, target } = redirection;
			if (operator === "<>" || target?.value === "-") return false;
			return target !== undefined && isLiteralWord(target);
		}
	}
}

function areWordsPlain(node: SyntaxNode): boolean {
	let plain = true;
	const look = (child: SyntaxNode) => {
		if (child.type === "Word") plain &&= isPlainWord(child);
		else forEachChild(child, look);
	};
	forEachChild(node, look);
	return plain;
}

/** A word without anything that is expanded, file names included. */
function isLiteralWord(word: Word): boolean {
	const { text, parts = [] } = word;
	return (
		!/^~|[*?[\\]/.test(text) &&
		isPlainWord(word) &&
		parts.every(({ type }) => type !== "SimpleExpansion")
	);
}

function isPlainWord({ text, parts = [] }: Word): boolean {
	return !/\\\s/.test(text) && parts.every(isPlainPart);
}

/** Variables that may stand in double quotes beside other text. */
const SHELL_VARIABLES =
	/^\$(?:PATH|HOME|USER|SHELL|PWD|TMPDIR|IFS|UID|OLDPWD|HOSTNAME|LOGNAME|RANDOM|SECONDS|LINENO|BASH_VERSION|EUID|PPID|SHLVL)$/;

function isPlainPart(part: WordPart): boolean {
	switch (part.type) {
		case "Literal":
		case "SingleQuoted":
		case "Glob":
			return true;
		case "DoubleQuoted":
			return part.parts.every(
				(inner) =>
					inner.type === "Literal" ||
					(inner.type === "SimpleExpansion" &&
						(inner.text === "$HOME" ||
							(part.parts.length > 1 && SHELL_VARIABLES.test(inner.text)))),
			);
		case "SimpleExpansion":
			return part.text === "$HOME";
		case "ArithmeticExpansion":
			return /^\$\(\([\d\s+*/%()-]*\)\)$/.test(part.text);
		default:
			return false;
	}
}
