import type { CommandLine } from "./command-line.ts";

/** A command that starts Claude Code, with or without a program before it, at the start of a line. For scripts that are not whole. */
export const CLAUDE_LINE =
	/^[ \t]*(?:(?:sudo|env|command|exec|npx|bunx|pnpx|time|[A-Z_]+=[^\s"'`]{0,80}|-y|--yes|@anthropic-ai\/claude-code[^\s"'`]{0,40}|[^\s"'`]{0,80}\/)[ \t]+){0,6}(?:[^\s"'`]{0,80}\/)?claude(?:@[\w.]+)?[ \t]/gm;

/** A program that runs the command behind it. */
interface Wrapper {
	/** Its options that take a value of their own. */
	readonly withValue?: RegExp;
	/** Words of its own before the command: `dlx`, a number of seconds. */
	readonly before?: RegExp;
	/** What it runs are packages: of this one only the client's. */
	readonly runsPackages?: true;
}

const PACKAGES: Wrapper = {
	runsPackages: true,
	withValue: /^(?:-p|--package|-w|--workspace)$/,
};

const WRAPPERS: Readonly<Record<string, Wrapper>> = {
	sudo: { withValue: /^-[ugpCDhRrTtU]$/ },
	doas: { withValue: /^-[uC]$/ },
	env: { withValue: /^(?:-[uCS]|--unset|--chdir)$/ },
	command: {},
	exec: { withValue: /^-a$/ },
	nohup: {},
	time: {},
	nice: { withValue: /^-n$/ },
	timeout: { withValue: /^-[ks]$/, before: /^[\d.]+[smhd]?$/ },
	winpty: {},
	stdbuf: {},
	"cross-env": {},
	"cross-env-shell": {},
	dotenv: { withValue: /^-[ev]$/ },
	npx: PACKAGES,
	bunx: PACKAGES,
	pnpx: PACKAGES,
	npm: { ...PACKAGES, before: /^(?:exec|x)$/ },
	pnpm: { ...PACKAGES, before: /^(?:dlx|exec)$/ },
	yarn: { ...PACKAGES, before: /^(?:dlx|exec|run)$/ },
	bun: { ...PACKAGES, before: /^x$/ },
};

const PROGRAM = /(?:^|[\\/])claude(?:\.exe|\.cmd|\.ps1)?$/;
const PACKAGE = /^(?:@anthropic-ai\/claude-code|claude)(?:@[\w.^~-]+)?$/;

/** More programs one behind the other run nothing that we know. */
const MOST_WRAPPERS = 8;

/** What a command gives to Claude Code; nothing for a command that does not start it. */
export function claudeArguments(words: CommandLine): CommandLine | undefined {
	let rest = words;
	let runsPackages = false;
	for (let depth = 0; depth < MOST_WRAPPERS; depth++) {
		const [first, ...others] = rest;
		if (!first) return undefined;
		const isClient = runsPackages
			? PACKAGE.test(first.text)
			: PROGRAM.test(first.text);
		if (isClient) return others;
		const name = first.text.slice(first.text.lastIndexOf("/") + 1);
		if (!Object.hasOwn(WRAPPERS, name)) return undefined;
		const wrapper = WRAPPERS[name];
		if (!wrapper) return undefined;
		rest = wrapped(wrapper, others);
		runsPackages = wrapper.runsPackages === true;
	}
	return undefined;
}

/** What stands behind a program's own options, variables and words. */
function wrapped({ withValue, before }: Wrapper, words: CommandLine) {
	let index = 0;
	for (; index < words.length; index++) {
		const text = words[index]?.text ?? "";
		if (text === "--") return words.slice(index + 1);
		if (withValue?.test(text)) index++;
		else if (!/^-.|^\w+=/.test(text) && !before?.test(text)) break;
	}
	return words.slice(index);
}
