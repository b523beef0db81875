import type { Severity } from "../rule.ts";
import { isOpenPath, openScript } from "./repository-paths.ts";

/** How a variable makes programs run something that they were not asked to run. */
interface Preload {
	/** Which programs run it, for messages. */
	readonly programs: string;
	/** What of its value is run, if the repository has a say in it. */
	readonly find: (text: string) => string | undefined;
	/** In a file that everybody gets; what is used for honest ends as well is a warning. */
	readonly severity: Severity;
}

const path = (text: string) => (isOpenPath(text) ? text : undefined);

/** Only what is plainly a file: many programs have a variable of this name, with a word in it. */
const shellFile = (text: string) =>
	/^\.{1,2}\/|\.(?:sh|bash|env)$|(?:rc|profile)$/.test(text)
		? path(text)
		: undefined;

/** A list of files or folders, one of which is open. */
const inList = (text: string) =>
	// a Windows path has a colon in it
	/[\\;]/.test(text) ? undefined : text.split(":").find(isOpenFolder);

function isOpenFolder(folder: string): boolean {
	return /^\.{1,2}$/.test(folder) || isOpenPath(folder);
}

/** What follows one of some options, as `--option value`, `--option=value` or `-ovalue`, if it is accepted. */
const after =
	(options: RegExp, isFound: (value: string) => boolean) => (text: string) => {
		const words = text.split(/\s+/);
		for (const [index, word] of words.entries()) {
			const [option] = options.exec(word) ?? [];
			if (option === undefined) continue;
			const rest = word.slice(option.length).replace(/^=/, "");
			const value = rest || words[index + 1];
			if (value && isFound(value)) return value;
		}
		return undefined;
	};

/** A file or a package of the project; but not the loader that Yarn writes and tells people to preload. */
function isModule(value: string): boolean {
	if (/(?:^|\/)\.pnp\.(?:c?js|loader\.mjs)$/.test(value)) return false;
	return isOpenPath(value) || /^@?[A-Za-z][\w@./-]*$/.test(value);
}

/** Without the dot it is looked up among the installed libraries. */
const isDotted = (value: string) =>
	/^\.{1,2}\//.test(value) || (value.startsWith("/") && isOpenPath(value));

/** Also a bare name stands for a file of the folder that the program runs in. */
const isRelative = (value: string) =>
	isOpenPath(value) || /^[\w.][^:$]*$/.test(value);

/** A script that the command starts, or a command that fetches or hides what it runs. */
const command = (text: string) =>
	openScript(text.replace(/^\|+-?/, "")) ??
	(/\b(?:curl|wget|base64|eval)\b/.test(text) ? text : undefined);

const loader = "every program";
const git = "git";
const shell = "every shell";
const java = "every Java program";

/** Allocators and the like that machine images preload from system folders are not open paths, and so not found. */
const PRELOADS: Readonly<Record<string, Preload>> = {
	// ld.so(8)
	LD_PRELOAD: {
		programs: loader,
		find: (text) => text.split(/[\s:]+/).find(isOpenPath),
		severity: "error",
	},
	LD_AUDIT: { programs: loader, find: inList, severity: "error" },
	LD_LIBRARY_PATH: { programs: loader, find: inList, severity: "warning" },
	// dyld(1)
	DYLD_INSERT_LIBRARIES: { programs: loader, find: inList, severity: "error" },
	DYLD_LIBRARY_PATH: { programs: loader, find: inList, severity: "warning" },
	DYLD_FRAMEWORK_PATH: { programs: loader, find: inList, severity: "warning" },
	// environ(7)
	PATH: {
		programs: "whatever starts a program by its name",
		find: inList,
		severity: "warning",
	},
	// bash(1), sh(1)
	BASH_ENV: { programs: "every bash script", find: path, severity: "error" },
	ENV: { programs: shell, find: shellFile, severity: "error" },
	PROMPT_COMMAND: { programs: shell, find: command, severity: "error" },
	// Claude Code's documentation of its variables (2026-08); the prefix was seen at work on 2.1.329
	CLAUDE_CODE_SHELL_PREFIX: {
		programs: "every command of the session",
		find: command,
		severity: "error",
	},
	CLAUDE_CODE_SHELL: {
		programs: "every command of the session",
		find: path,
		severity: "error",
	},
	CLAUDE_ENV_FILE: {
		programs: "every command of the session",
		find: path,
		severity: "warning",
	},
	// git(1), git-config(1)
	GIT_SSH: { programs: git, find: path, severity: "error" },
	GIT_SSH_COMMAND: { programs: git, find: command, severity: "error" },
	GIT_PROXY_COMMAND: { programs: git, find: command, severity: "error" },
	GIT_EXTERNAL_DIFF: { programs: git, find: command, severity: "error" },
	GIT_ASKPASS: { programs: git, find: path, severity: "error" },
	SSH_ASKPASS: { programs: "ssh", find: path, severity: "error" },
	GIT_EDITOR: { programs: git, find: command, severity: "error" },
	GIT_SEQUENCE_EDITOR: { programs: git, find: command, severity: "error" },
	GIT_PAGER: { programs: git, find: command, severity: "error" },
	GIT_EXEC_PATH: { programs: git, find: path, severity: "error" },
	GIT_CONFIG_GLOBAL: { programs: git, find: path, severity: "warning" },
	GIT_CONFIG_SYSTEM: { programs: git, find: path, severity: "warning" },
	PAGER: {
		programs: "whatever shows long text",
		find: command,
		severity: "error",
	},
	LESSOPEN: { programs: "less", find: command, severity: "error" },
	// node --help
	NODE_OPTIONS: {
		programs: "every Node program",
		find: after(
			/^(?:--require|--import|--loader|--experimental-loader|-r)(?==|$)/,
			isModule,
		),
		severity: "warning",
	},
	BUN_OPTIONS: {
		programs: "every Bun program",
		find: after(/^(?:--preload|-r)(?==|$)/, isModule),
		severity: "warning",
	},
	// python3(1)
	PYTHONSTARTUP: {
		programs: "Python at its prompt",
		find: path,
		severity: "warning",
	},
	// perlrun(1), ruby(1)
	PERL5OPT: {
		programs: "every Perl program",
		find: after(/^-I/, isRelative),
		severity: "warning",
	},
	RUBYOPT: {
		programs: "every Ruby program",
		find: after(/^-r/, isDotted),
		severity: "warning",
	},
	// java(1)
	JAVA_TOOL_OPTIONS: {
		programs: java,
		find: after(/^-(?:javaagent|agentpath|Xbootclasspath\/[ap]):/, isRelative),
		severity: "warning",
	},
	JDK_JAVA_OPTIONS: {
		programs: java,
		find: after(/^-(?:javaagent|agentpath|Xbootclasspath\/[ap]):/, isRelative),
		severity: "warning",
	},
	_JAVA_OPTIONS: {
		programs: java,
		find: after(/^-(?:javaagent|agentpath|Xbootclasspath\/[ap]):/, isRelative),
		severity: "warning",
	},
	// .NET's documentation of startup hooks
	DOTNET_STARTUP_HOOKS: {
		programs: "every .NET program",
		find: path,
		severity: "warning",
	},
};

/** What a variable makes other programs run, and which; nothing for a variable or a value that does not, or that the machine alone decides. */
export function findPreload(
	name: string,
	text: string,
):
	| {
			readonly programs: string;
			readonly code: string;
			readonly severity: Severity;
	  }
	| undefined {
	const preload = Object.hasOwn(PRELOADS, name) ? PRELOADS[name] : undefined;
	const code = preload?.find(text.trim());
	return preload && code
		? { programs: preload.programs, code, severity: preload.severity }
		: undefined;
}
