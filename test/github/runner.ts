// What the runner of GitHub makes of what a step prints. Source: actions/runner 2.336, ActionCommand, ActionCommandManager, OutputManager and ExecutionContext.

export interface Command {
	readonly name: string;
	readonly properties: Readonly<Record<string, string>>;
	readonly message: string;
}

export interface Annotation extends Command {
	readonly name: "error" | "warning" | "notice";
}

export interface StepLog {
	/** What GitHub shows beside the code. */
	readonly annotations: readonly Annotation[];
	/** What it would have shown, had there not been ten of the level already. */
	readonly dropped: readonly Annotation[];
	/** All other commands that were found. */
	readonly commands: readonly Command[];
	/** What is left for the log. */
	readonly lines: readonly string[];
}

/** The commands that the runner knows; others are text. */
const KNOWN = [
	"add-mask",
	"add-matcher",
	"add-path",
	"debug",
	"echo",
	"endgroup",
	"error",
	"group",
	"internal-set-repo-path",
	"notice",
	"remove-matcher",
	"save-state",
	"set-env",
	"set-output",
	"stop-commands",
	"warning",
];

const MOST_OF_A_LEVEL = 10;
const LONGEST_MESSAGE = 4096;

/** Reads what a step has printed, line by line. */
export function readStepLog(output: string): StepLog {
	const annotations: Annotation[] = [];
	const dropped: Annotation[] = [];
	const commands: Command[] = [];
	const lines: string[] = [];
	for (const line of output.split(/\r\n|\n|\r/)) {
		const command = parseColons(line) ?? parseBrackets(line);
		if (!command) {
			lines.push(line);
		} else if (!isAnnotation(command)) {
			commands.push(command);
		} else {
			const same = annotations.filter(({ name }) => name === command.name);
			const isFull = same.length >= MOST_OF_A_LEVEL;
			(isFull ? dropped : annotations).push(asShown(command));
		}
	}
	return { annotations, dropped, commands, lines };
}

function isAnnotation(command: Command): command is Annotation {
	return /^(?:error|warning|notice)$/.test(command.name);
}

/** Columns are dropped where there are several lines, and the end of a long message. */
function asShown({ name, properties, message }: Annotation): Annotation {
	const { col, endColumn, ...others } = properties;
	const { line, endLine = line } = others;
	const columns =
		line === endLine && col !== undefined
			? { col, ...(endColumn !== undefined && { endColumn }) }
			: {};
	return {
		name,
		properties: { ...others, ...columns },
		message: message.slice(0, LONGEST_MESSAGE),
	};
}

/** `::name key=value,key=value::message`, at the start of a line. */
function parseColons(line: string): Command | undefined {
	const text = line.trimStart();
	if (!text.startsWith("::")) return undefined;
	const end = text.indexOf("::", 2);
	if (end === -1) return undefined;
	const head = text.slice(2, end);
	const [name = "", ...rest] = head.split(" ");
	if (!KNOWN.includes(name.toLowerCase())) return undefined;
	return {
		name: name.toLowerCase(),
		properties: parseProperties(rest.join(" ").trim(), ","),
		message: unescaped(text.slice(end + 2)),
	};
}

/** `##[name key=value;key=value]message`, anywhere in a line. */
function parseBrackets(line: string): Command | undefined {
	const start = line.indexOf("##[");
	const end = line.indexOf("]", start);
	if (start === -1 || end === -1) return undefined;
	const [name = "", ...rest] = line.slice(start + 3, end).split(" ");
	if (!KNOWN.includes(name.toLowerCase())) return undefined;
	return {
		name: name.toLowerCase(),
		properties: parseProperties(rest.join(" ").trim(), ";"),
		message: line.slice(end + 1),
	};
}

function parseProperties(
	text: string,
	separator: string,
): Record<string, string> {
	const pairs = text.split(separator).flatMap((pair) => {
		const at = pair.indexOf("=");
		const value = unescaped(pair.slice(at + 1));
		return at > 0 && value !== "" ? [[pair.slice(0, at).trim(), value]] : [];
	});
	return Object.fromEntries(pairs);
}

function unescaped(text: string): string {
	return text
		.replaceAll("%0D", "\r")
		.replaceAll("%0A", "\n")
		.replaceAll("%3A", ":")
		.replaceAll("%2C", ",")
		.replaceAll("%25", "%");
}
