import { parse, type Statement, type Word, type WordPart } from "unbash";

/** A word of a shell command whose text is known before it runs. */
export interface ShellWord {
	/** Without its quotes and, where `isBelowProject` or `isBelowPlugin`, without `$CLAUDE_PROJECT_DIR/` or `$CLAUDE_PLUGIN_ROOT/`. */
	readonly text: string;
	readonly isBelowProject: boolean;
	readonly isBelowPlugin?: boolean;
	/** Where it starts in the command, in UTF-16 units. */
	readonly at: number;
}

/** One command with its arguments; a word that only the shell knows is absent. */
export interface ShellCommand {
	readonly words: readonly (ShellWord | undefined)[];
	/** What it says on the standard error is thrown away. */
	readonly isQuiet: boolean;
}

/** Takes a shell command apart. */
export type ShellParser = (source: string) => readonly ShellCommand[];

type Node = Statement["command"];

/** The commands of a shell script that run whatever happens before; those behind a test, in a loop or after `||` are left out. Throws on nothing. */
export function parseShellCommands(source: string): ShellCommand[] {
	return statementCommands(parse(source).commands);
}

function statementCommands(statements: readonly Statement[]): ShellCommand[] {
	return statements.flatMap(({ command }) => nodeCommands(command));
}

function nodeCommands(node: Node): ShellCommand[] {
	switch (node.type) {
		case "Command": {
			const { name, args, redirects } = node;
			const isQuiet = redirects.some(
				(redirect) =>
					redirect.type === "Redirect" &&
					redirect.target?.value === "/dev/null" &&
					(redirect.descriptor?.type === "FileDescriptor"
						? redirect.descriptor.value === 2
						: redirect.operator.startsWith("&")),
			);
			const words = [name, ...args].map((word) =>
				word?.type === "Word" ? readWord(word) : undefined,
			);
			return name ? [{ words, isQuiet }] : [];
		}
		case "Pipeline":
			return node.commands.flatMap(nodeCommands);
		case "AndOr":
			return unconditional(node);
		case "Subshell":
		case "BraceGroup":
			return statementCommands(node.body.commands);
		default:
			return [];
	}
}

/** Of `a && b || c` what comes before a test and before `||`. What fails in silence and has a substitute may be missing. */
function unconditional({
	commands,
	operators,
}: Extract<Node, { type: "AndOr" }>): ShellCommand[] {
	const isTest = (node: Node) =>
		node.type === "TestCommand" ||
		(node.type === "Command" && /^(?:\[|test)$/.test(node.name?.value ?? ""));
	const tests = commands.findIndex(isTest);
	const or = operators.indexOf("||");
	const ends = [
		...(tests === -1 ? [] : [tests]),
		...(or === -1 ? [] : [or + 1]),
	];
	return commands
		.slice(0, Math.min(commands.length, ...ends))
		.flatMap(nodeCommands)
		.filter(({ isQuiet }) => !(isQuiet && or !== -1));
}

/** A word whose text is known before it runs, apart from the folder of the project or plugin at its start. */
function readWord(word: Word): ShellWord | undefined {
	const parts = (word.parts ?? []).flatMap((part): readonly WordPart[] =>
		part.type === "DoubleQuoted" ? part.parts : [part],
	);
	const [first, ...rest] = parts;
	const isBelowProject =
		first !== undefined && isFolder(first, "CLAUDE_PROJECT_DIR");
	const isBelowPlugin =
		first !== undefined && isFolder(first, "CLAUDE_PLUGIN_ROOT");
	const isBelow = isBelowProject || isBelowPlugin;
	const others = isBelow ? rest : parts;
	if (!others.every(isText)) return undefined;
	return {
		text: isBelow
			? word.value.slice(first.text.length).replace(/^\//, "")
			: word.value,
		isBelowProject,
		...(isBelowPlugin && { isBelowPlugin }),
		at: word.pos,
	};
}

function isText({ type }: WordPart): boolean {
	return type === "Literal" || type === "SingleQuoted";
}

function isFolder(part: WordPart, variable: string): boolean {
	return (
		part.text === `$${variable}` ||
		(part.type === "ParameterExpansion" &&
			part.parameter === variable &&
			!part.prefix &&
			(!part.operation || part.operation.type === "Default"))
	);
}
