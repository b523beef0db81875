import type { Range } from "../../location.ts";
import type { SyntaxTree } from "../../syntax/tree.ts";
import { quote } from "../../wording.ts";
import { embeddedKinds } from "../embedded-kinds.ts";
import type { EmbeddedSource } from "../embedded-source.ts";
import type { InnerText } from "../inner-text.ts";
import {
	actionOptions,
	actionProblems,
	splitActionArguments,
} from "./action-arguments.ts";
import { CLAUDE_LINE, claudeArguments } from "./claude-invocation.ts";
import { CLAUDE_COMMANDS, CLAUDE_OPTIONS } from "./claude-options.ts";
import {
	type CommandLine,
	type CommandWord,
	rangeOf,
	type ScriptReader,
} from "./command-line.ts";
import { commandProblem } from "./command-tree.ts";
import { type AddCommand, readMcpAdd, readMcpAddJson } from "./mcp-add.ts";
import { readOptions } from "./option-words.ts";
import { posixCommands } from "./posix-commands.ts";
import { powershellCommands } from "./powershell-commands.ts";
import { readSession } from "./session-arguments.ts";

/** A file in which commands stand, and what numbers the sessions in it: each call gives the next. */
export interface CommandHolder {
	readonly file: string;
	readonly nextSession: () => number;
}

/** The shells whose rules of quotes and continued lines we know. */
export type Shell = "posix" | "powershell";

const readers: Readonly<Record<Shell, ScriptReader>> = {
	posix: (script) => posixCommands(script, CLAUDE_LINE),
	powershell: powershellCommands,
};

/** Longer scripts are not judged: nobody wrote them by hand. */
const LONGEST = 100_000;

/** Commands with more words are not judged, for the same reason. */
const MOST_WORDS = 2000;

/** What the `claude …` commands of a shell script add, pass and allow; each command is a session of its own. */
export function findInScript(
	script: InnerText,
	shell: Shell,
	holder: CommandHolder,
): EmbeddedSource[] {
	if (script.text.length > LONGEST || !script.text.includes("claude"))
		return [];
	return readers[shell](script).flatMap((line) => {
		const args = line.length > MOST_WORDS ? undefined : claudeArguments(line);
		return args ? documentsOf(line, args, holder) : [];
	});
}

/** The same for arguments alone, split as the action claude-code-action splits its input `claude_args`. */
export function findInArguments(
	args: InnerText,
	session: number,
	{ file }: CommandHolder,
): EmbeddedSource[] {
	if (args.text.length > LONGEST) return [];
	const range = args.locate(0, args.text.length);
	const split = splitActionArguments(args);
	if (split.words.length > MOST_WORDS) return [];
	return readSession({
		...{ file, range, session },
		...actionOptions(split.words),
		problems: actionProblems(file, split),
	});
}

/** The commands of `claude mcp` that add a server. */
const ADDING: Readonly<
	Record<string, (add: AddCommand) => SyntaxTree | undefined>
> = { add: readMcpAdd, "add-json": readMcpAddJson };

function documentsOf(
	line: CommandLine,
	args: CommandLine,
	holder: CommandHolder,
): EmbeddedSource[] {
	const given = readOptions(args, CLAUDE_OPTIONS, {
		commands: CLAUDE_COMMANDS,
		isLenient: true,
	});
	const range = rangeOf(line);
	const kind = embeddedKinds["claude-add-command"];
	const [group, ...others] = given.rest;
	if (!range) return [];
	if (!group || promptFlag(args)) {
		const session = holder.nextSession();
		const prompt = readOptions(args, CLAUDE_OPTIONS, { isLenient: true });
		const { options, operands, skipped: unknown } = prompt;
		const found = readSession({
			...{ file: holder.file, range, session, options, unknown },
			lacksPrompt: operands.length === 0,
		});
		if (found.length > 0) return found;
	}
	if (group?.text !== "mcp") return [];
	const tree = readAddition({ file: holder.file, args, words: others, range });
	return tree
		? [{ kind, container: range, tree, session: holder.nextSession() }]
		: [];
}

interface McpWords {
	readonly file: string;
	/** What the client is given, and of this what stands behind `mcp`. */
	readonly args: CommandLine;
	readonly words: CommandLine;
	readonly range: Range;
}

/** What a command of `claude mcp` adds; nothing for one that adds nothing. */
function readAddition({
	file,
	args,
	words,
	range,
}: McpWords): SyntaxTree | undefined {
	const { rest, unknown } = readOptions(words, [], {
		commands: Object.keys(ADDING),
	});
	if (unknown) {
		if (!words.some(({ text }) => Object.hasOwn(ADDING, text)))
			return undefined;
		return refusal(
			file,
			unknown,
			`"claude mcp" has no option ${quote(unknown.text)}, and adds no server; write it behind "claude"`,
		);
	}
	const [command, ...given] = rest;
	const read = command && ADDING[command.text];
	if (!read) return undefined;
	const prompt = promptFlag(args);
	if (!prompt) return read({ file, command, words: given, range });
	return refusal(
		file,
		prompt,
		`With ${quote(prompt.text)} Claude Code takes the words for a prompt, and adds no server; write "--" before the command of the server`,
	);
}

/** The option that makes a prompt of all words, wherever it stands. */
function promptFlag(args: CommandLine): CommandWord | undefined {
	const end = args.findIndex(({ text }) => text === "--");
	return args
		.slice(0, end === -1 ? args.length : end)
		.find(({ text }) => text === "-p" || text === "--print");
}

function refusal(file: string, at: CommandWord, message: string): SyntaxTree {
	return { root: undefined, errors: [commandProblem(file, at.place, message)] };
}
