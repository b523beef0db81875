import { programName } from "../project/packages.ts";
import type { StringNode } from "../syntax/tree.ts";

/** A program that is given code as an argument. What is in it is for that program, and so is all that follows. */
interface Interpreter {
	/** The name of the program, without folders and `.exe`, in lower case. */
	readonly program: RegExp;
	/** The option behind which code follows; absent where the program takes its arguments for code without one. */
	readonly option?: RegExp;
}

const INTERPRETERS: readonly Interpreter[] = [
	{ program: /^(?:ba|da|z|k|fi|a|c|tc)?sh$/, option: /^[-+]\w*c$/ },
	{ program: /^(?:nu|xonsh|elvish)$/, option: /^-\w*c$|^--commands?$/ },
	{
		program: /^(?:powershell|pwsh)$/,
		option: /^[-/](?:c|command|ec?|encodedcommand)$/i,
	},
	{ program: /^cmd$/, option: /^\/\w*[ckr]$/i },
	{ program: /^(?:python|pypy)[\d.]*$/, option: /^-\w*c$/ },
	{
		program: /^(?:node|bun|deno|tsx|ts-node)$/,
		option: /^(?:-\w*[ep]|--eval|--print|eval)$/,
	},
	{
		program: /^(?:ruby|perl|lua|luajit|rscript|osascript|elixir|julia|raku)$/,
		option: /^-\w*[eE]$/,
	},
	{ program: /^php$/, option: /^-[rBRE]$/ },
	{
		program: /^(?:npx|npm|pnpm|yarn)$/,
		option: /^(?:-c|--call|--shell-mode)$/,
	},
	{
		program: /^(?:su|runuser|script|flock|sg)$/,
		option: /^-\w*c$|^--command$/,
	},
	{ program: /^nix(?:-shell)?$/, option: /^--(?:run|command)$|^-c$/ },
	{ program: /^env$/, option: /^-\w*S$|^--split-string$/ },
	{
		program: /^(?:doppler|infisical|chamber|dotenvx)$/,
		option: /^--command(?:=|$)/,
	},
	// what they are given is read by a shell elsewhere, or is a program in a language of its own
	{
		program:
			/^(?:ssh|wsl|awk|gawk|mawk|jq|yq|sed|eval|watch|xargs|parallel|tmux|screen|expect|vagrant|gcloud)$/,
	},
];

/**
 * The arguments of a program that are code, or that a shell reads: references in them are not for the client. A shell can be started by other
 * programs (`docker run … sh -c`), so that it is looked for among all arguments.
 */
export function codeArguments(
	command: string,
	args: readonly StringNode[],
): ReadonlySet<StringNode> {
	const words = [command, ...args.map(({ value }) => value)];
	const code = firstCode(words);
	return new Set(code === undefined ? [] : args.slice(code - 1));
}

/** The index of the first word that is code. */
function firstCode(words: readonly string[]): number | undefined {
	const options: RegExp[] = [];
	for (const [index, word] of words.entries()) {
		if (options.some((option) => option.test(word))) return index + 1;
		for (const { program, option } of INTERPRETERS) {
			if (!program.test(programName(word))) continue;
			if (!option) return index + 1;
			if (!options.includes(option)) options.push(option);
		}
	}
	return undefined;
}
