import {
	type Assignment,
	type Command,
	forEachChild,
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
	/** Nothing in it is expanded but patterns of file names. */
	readonly isLiteral: boolean;
}

/** A redirection to or from a file. */
export interface ShellRedirection {
	readonly access: "read" | "write";
	/** Absent where it is not written out. */
	readonly file: string | undefined;
}

/** One simple command: a program and its arguments. */
export interface ShellCommand {
	/** From its first word to its last, without assignments before it, redirections after it and comments. */
	readonly text: string;
	readonly words: readonly ShellWord[];
	/** The names of the variables that are set for it, or by it where it has no words. */
	readonly variables: readonly string[];
	readonly redirections: readonly ShellRedirection[];
}

/** What a shell is told to do, as far as permission rules look at it. */
export interface ShellScript {
	/** Every simple command, wherever it stands: in lists and pipelines, in loops, in substitutions. */
	readonly commands: readonly ShellCommand[];
	/** Those that stand where the client takes a script apart; the others are inside of something that it does not look into. */
	readonly plainCommands: readonly ShellCommand[];
	/** `plain`: made of lists, pipelines, conditions and loops of simple commands. `complex`: of more. `broken`: it does not parse. */
	readonly form: "plain" | "complex" | "broken";
}

/** Reads a text as the client's shell would. Never throws. */
export function readShellScript(source: string): ShellScript {
	const tree = parse(source);
	const all: Command[] = [];
	let isBroken = (tree.errors ?? []).length > 0;
	const collect = (node: SyntaxNode) => {
		if (node.type === "Command") all.push(node);
		if (node.type === "Script" && (node.errors ?? []).length > 0)
			isBroken = true;
		forEachChild(node, collect);
	};
	collect(tree);
	const plain: Command[] = [];
	const isPlain = arePlain(tree.commands, plain);
	const read = (command: Command) => readCommand(command, source);
	return {
		commands: all.map(read),
		plainCommands: plain.map(read),
		form: isBroken ? "broken" : isPlain ? "plain" : "complex",
	};
}

function readCommand(command: Command, source: string): ShellCommand {
	const { name, args, prefix, redirects } = command;
	const words = [name, ...args].flatMap((word) =>
		word === undefined ? [] : [readWord(word)],
	);
	const last = args.at(-1) ?? name;
	return {
		text: name && last ? source.slice(name.pos, last.end) : "",
		words,
		variables: prefix.flatMap((each) =>
			each.type === "Assignment" ? each.name : [],
		),
		redirections: redirects.flatMap(readRedirection),
	};
}

function readWord(word: Word | Assignment): ShellWord {
	if (word.type === "Assignment")
		return { text: word.text, value: word.text, isLiteral: false };
	return { text: word.text, value: word.value, isLiteral: isPlainWord(word) };
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

/** Whether statements are made of nothing but what the client takes apart; gathers their simple commands. Source: measured on 2.1.329. */
function arePlain(
	statements: readonly Statement[],
	commands: Command[],
): boolean {
	return statements.every(
		({ command, background }) => !background && isPlain(command, commands),
	);
}

function isPlain(node: Statement["command"], commands: Command[]): boolean {
	switch (node.type) {
		case "Command":
			commands.push(node);
			return isPlainCommand(node, commands);
		case "AndOr":
		case "Pipeline":
			return node.commands.every((each) => isPlain(each, commands));
		case "If":
			return [
				node.clause,
				node.then,
				...node.elif.flatMap(({ clause, then }) => [clause, then]),
				...(node.else ? [node.else] : []),
			].every((list) => arePlain(list.commands, commands));
		case "While":
			return [node.clause, node.body].every((list) =>
				arePlain(list.commands, commands),
			);
		case "For":
			return (
				(node.wordlist ?? []).every((word) => isPlainList(word, commands)) &&
				arePlain(node.body.commands, commands)
			);
		case "TestCommand":
			return areWordsPlain(node);
		default:
			return false;
	}
}

/** A word of a loop, or the value of a variable: it can also be a substitution as a whole, whose commands are then looked at like others. */
function isPlainList(word: Word, commands: Command[]): boolean {
	const [part, ...others] = word.parts ?? [];
	if (part?.type === "CommandExpansion" && others.length === 0) {
		return (
			part.script !== undefined && arePlain(part.script.commands, commands)
		);
	}
	return isPlainWord(word);
}

function isPlainCommand(command: Command, commands: Command[]): boolean {
	const { name, args, prefix, redirects } = command;
	const words = [name, ...args].filter((word) => word !== undefined);
	const values = prefix.flatMap((each) =>
		each.type === "Assignment" ? [each] : [],
	);
	return (
		words.every((word) =>
			word.type === "Assignment"
				? word.value.type === "Word" && isPlainWord(word.value)
				: isPlainWord(word),
		) &&
		values.every(
			({ value, append, index }) =>
				value.type === "Word" &&
				!append &&
				!index &&
				isPlainList(value, commands),
		) &&
		redirects.every(isPlainRedirection)
	);
}

function isPlainRedirection(redirection: Redirection): boolean {
	switch (redirection.type) {
		case "HereDoc":
			return (
				redirection.operator === "<<" && redirection.delimiter?.quoted === true
			);
		case "HereString":
			return (
				redirection.target !== undefined && isPlainWord(redirection.target)
			);
		case "Redirect": {
			const { operator, target } = redirection;
			if (operator === "<>" || target?.value === "-") return false;
			return target !== undefined && isPlainWord(target);
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

function isPlainWord({ text, parts = [] }: Word): boolean {
	return !/\\\s/.test(text) && parts.every(isPlainPart);
}

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
						/^\$(?:HOME|PWD)$/.test(inner.text)),
			);
		case "SimpleExpansion":
			return part.text === "$HOME";
		case "ArithmeticExpansion":
			return /^\$\(\([\d\s+*/%()-]*\)\)$/.test(part.text);
		default:
			return false;
	}
}
