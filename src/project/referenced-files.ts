import { posix } from "node:path";
import { type Document, isFromRepository, partLocator } from "../document.ts";
import { isAtPlace } from "../kinds.ts";
import { isOutside } from "../paths.ts";
import type {
	ShellCommand,
	ShellParser,
	ShellWord,
} from "../shell-commands.ts";
import { property, type StringNode, valueAt } from "../syntax/tree.ts";
import { quote } from "../wording.ts";
import { eventName } from "./hook-events.ts";
import { readHooks } from "./hooks.ts";
import { projectFolder } from "./project.ts";
import { readServers } from "./servers.ts";
import type { FileReference } from "./surroundings.ts";

/** A command in settings that names a file. */
export interface CommandText {
	readonly node: StringNode;
	/** The arguments, where no shell reads the command. */
	readonly args: readonly StringNode[] | undefined;
	/** What runs it, as a sentence starts with it: `Hook on Stop`. */
	readonly owner: string;
	readonly document: Document;
}

/** Keys of settings that hold a command, or an object with one; they are not in the schema's words. */
export const COMMAND_KEYS = [
	"statusLine",
	"subagentStatusLine",
	"fileSuggestion",
	"apiKeyHelper",
	"otelHeadersHelper",
	"awsAuthRefresh",
	"awsCredentialExport",
	"gcpAuthRefresh",
] as const;

/** Longer commands are not judged: nobody wrote them by hand. */
const LONGEST = 4000;

const EXTENSION =
	/\.(?:sh|bash|zsh|py|js|mjs|cjs|ts|mts|cts|tsx|rb|pl|php|ps1)$/;

/** The commands that look as if they named a file of the repository. Cheap, and asks for no parser. */
export function commandsWithFiles(
	documents: readonly Document[],
): CommandText[] {
	// what a page names is a file of those who follow it
	const own = documents.filter(
		(document) => isFromRepository(document) && !document.isOnPage,
	);
	return own.flatMap((document) => {
		const hooks = readHooks(document).flatMap(({ event, handlers }) =>
			handlers.flatMap(({ type, command, args, node }) =>
				type === "command" && command && !isPowerShell(node)
					? [
							{
								node: command,
								args,
								owner: `Hook on ${eventName(event)}`,
								document,
							},
						]
					: [],
			),
		);
		const helpers = COMMAND_KEYS.flatMap((key) => {
			const value = property(document.root, key)?.value;
			const node = valueAt(value, "command") ?? value;
			return node?.type === "string"
				? [{ node, args: undefined, owner: `"${key}"`, document }]
				: [];
		});
		return [...hooks, ...helpers, ...pluginServers(document)].filter(
			({ node, args }) => {
				const text = [node, ...(args ?? [])]
					.map(({ value }) => value)
					.join(" ");
				return text.length <= LONGEST && /\/|\.[a-z]\w{1,2}(?!\w)/.test(text);
			},
		);
	});
}

/** The programs of a plugin's servers, which no shell starts. Other servers are started wherever a session is. */
function pluginServers(document: Document): CommandText[] {
	if (!isAtPluginPlace(document)) return [];
	return readServers(document).flatMap(({ name, command, args, transport }) =>
		command && transport === "stdio"
			? [{ node: command, args, owner: `Server ${quote(name)}`, document }]
			: [],
	);
}

/** Whether the place of a document in a plugin tells where the folder of the plugin is. */
function isAtPluginPlace({ kind, file }: Document): boolean {
	return (
		kind.isOfPlugin === true &&
		kind.schema !== "claude-marketplace" &&
		[...kind.files, ...(kind.pluginFiles ?? [])].some((place) =>
			isAtPlace(file, place),
		)
	);
}

function isPowerShell(node: CommandHolder): boolean {
	const shell = valueAt(node, "shell");
	return shell?.type === "string" && shell.value === "powershell";
}

type CommandHolder = Parameters<typeof valueAt>[0];

/**
 * The scripts inside the repository that commands run. A hook runs in the folder where the session is at that moment, which is the project
 * folder unless the session has gone elsewhere, so that a relative path counts from there; so does `$CLAUDE_PROJECT_DIR`.
 */
export function referencedFiles(
	commands: readonly CommandText[],
	parse: ShellParser,
): FileReference[] {
	return commands.flatMap((command) => {
		const isOfPlugin = command.document.kind.isOfPlugin === true;
		const found =
			command.args === undefined
				? scriptsOf(
						isOfPlugin
							? parse(command.node.value)
							: withoutPluginFolder(parse(command.node.value)),
					)
				: programScripts(command);
		// what else a plugin runs is looked for where the session is
		const own = isOfPlugin
			? found.filter(
					({ word }) => word.isBelowPlugin && isAtPluginPlace(command.document),
				)
			: found;
		return own.flatMap((script) => {
			const reference = toReference(script, command);
			return reference ? [reference] : [];
		});
	});
}

/** Commands in which nobody knows the folder of a plugin. */
function withoutPluginFolder(
	commands: readonly ShellCommand[],
): ShellCommand[] {
	return commands.map(({ words, isQuiet }) => ({
		words: words.map((word) => (word?.isBelowPlugin ? undefined : word)),
		isQuiet,
	}));
}

/** A path as a command has it, and the folder below the project from which it counts. */
interface Script {
	readonly word: ShellWord;
	readonly folder: string;
	/** The value that it stands in; absent for the command itself. */
	readonly node?: StringNode;
}

function scriptsOf(commands: readonly ShellCommand[]): Script[] {
	const scripts: Script[] = [];
	let folder: string | undefined = "";
	for (const { words } of commands) {
		const [name, target] = words;
		if (name?.text === "cd" || name?.text === "pushd") {
			folder = folderAfter(folder, target);
			continue;
		}
		const word = scriptWord(words);
		if (!word) continue;
		const from = word.isBelowProject || word.isBelowPlugin ? "" : folder;
		if (from !== undefined) scripts.push({ word, folder: from });
	}
	return scripts;
}

function folderAfter(
	folder: string | undefined,
	target: ShellWord | undefined,
): string | undefined {
	if (!target) return undefined;
	if (target.isBelowPlugin) return undefined;
	const from = target.isBelowProject ? "" : folder;
	return from === undefined || /^[/~-]/.test(target.text)
		? undefined
		: posix.join(from, target.text);
}

/** The client itself puts the project folder into a command without a shell. */
function programScripts({ node, args = [], document }: CommandText): Script[] {
	const nodes = [node, ...args];
	const isOfPlugin = document.kind.isOfPlugin === true;
	const folder = isOfPlugin
		? /^\$\{CLAUDE_PLUGIN_ROOT\}\/?/
		: /^\$\{CLAUDE_PROJECT_DIR\}\/?/;
	const words = nodes.map(({ value }): ShellWord | undefined => {
		const text = value.replace(folder, "");
		const isBelow = text !== value;
		return text.includes("${")
			? undefined
			: {
					text,
					isBelowProject: isBelow && !isOfPlugin,
					isBelowPlugin: isBelow && isOfPlugin,
					at: 0,
				};
	});
	const word = scriptWord(words);
	const holder = word && nodes[words.indexOf(word)];
	return word && holder ? [{ word, folder: "", node: holder }] : [];
}

/** Programs that run the script that is their first argument, and those of their options that take a value. */
const INTERPRETERS: readonly (readonly [name: RegExp, options: RegExp])[] = [
	[/^(?:ba|da|z|k)?sh$/, /^[-+][oO]$|^--(?:rcfile|init-file)$/],
	[/^python[\d.]*$/, /^-[WX]$/],
	[
		/^(?:node|bun|tsx|ts-node)$/,
		/^(?:-r|-C|--require|--import|--loader|--experimental-loader|--conditions|--tsconfig|-P|--project)$/,
	],
	[/^(?:ruby|perl|php)$/, /^-[Ir]$/],
	[/^(?:source|\.)$/, /^$/],
];

/** Programs that run the command that follows them. */
const WRAPPERS =
	/^(?:exec|env|nohup|command|time|nice|npx|bunx|uvx|uv|poetry|pipenv|run|deno)$/;

/** Options of wrappers that take no value. */
const PLAIN_OPTIONS =
	/^(?:-y|-q|-A|-s|--yes|--quiet|--script|--frozen|--no-project|--allow-\w+)$|^\w+=/;

/** The word that names a script: the command itself, or what an interpreter is given. */
function scriptWord(
	words: readonly (ShellWord | undefined)[],
): ShellWord | undefined {
	const [name, ...rest] = words;
	if (!name) return undefined;
	if (name.isBelowProject || name.isBelowPlugin || name.text.includes("/")) {
		return /^\/(?:usr\/)?(?:local\/)?bin\//.test(name.text)
			? scriptWord([{ ...name, text: posix.basename(name.text) }, ...rest])
			: name;
	}
	if (WRAPPERS.test(name.text)) {
		const after = rest.findIndex(
			(word) => !word || !PLAIN_OPTIONS.test(word.text),
		);
		return after === -1 ? undefined : scriptWord(rest.slice(after));
	}
	const [, options] =
		INTERPRETERS.find(([pattern]) => pattern.test(name.text)) ?? [];
	return options && scriptArgument(rest, options);
}

function scriptArgument(
	words: readonly (ShellWord | undefined)[],
	optionsWithValue: RegExp,
): ShellWord | undefined {
	for (let index = 0; index < words.length; index++) {
		const word = words[index];
		if (!word) return undefined;
		if (word.text === "run") continue;
		if (optionsWithValue.test(word.text)) {
			index++;
			continue;
		}
		// the program is in the options, or comes from elsewhere
		if (/^-\w*[cemps]$|^-$|^--?(?:eval|print|test)/.test(word.text))
			return undefined;
		if (/^[-+]/.test(word.text)) continue;
		return EXTENSION.test(word.text) ? word : undefined;
	}
	return undefined;
}

/** Folders that a build or an installation makes. */
const MADE =
	/(?:^|\/)(?:node_modules|dist|build|out|target|vendor|coverage|tmp|\.?venv|\.next|\.cache|\.git|__pycache__)\//;

function toReference(
	{ word, folder, node }: Script,
	{ node: command, owner, document }: CommandText,
): FileReference | undefined {
	const { text, at } = word;
	const isElsewhere = /^[/~]|^[A-Za-z]:|[\\*?[\]{}<>|$]|\/$/.test(text);
	if (text === "" || isElsewhere || MADE.test(`${folder}/${text}`))
		return undefined;
	const path = posix.join(folder, text);
	const start = projectFolder(document);
	const folders = document.kind.isOfPlugin ? [start] : foldersFrom(start);
	const places = folders
		.map((each) => posix.join(each, path))
		.filter((place) => !isOutside(place));
	if (places.length === 0) return undefined;
	const holder = node ?? command;
	const found = holder.value.indexOf(text, at);
	const location =
		found === -1 ? holder : partLocator(document, holder)(text, found);
	return { places, text: path, location, owner };
}

/** A folder and those above it: where a session of the same repository may have been started. */
function foldersFrom(folder: string): string[] {
	if (isOutside(folder)) return [folder];
	const above = posix.dirname(folder);
	return [folder, ...foldersFrom(above === "." ? "" : above)];
}
