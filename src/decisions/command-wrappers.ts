/** A command without what stands before it and only starts it. */
export interface Unwrapped {
	readonly words: readonly string[];
	/** It was behind `xargs`, so that arguments are added to it. */
	readonly isExtended: boolean;
}

/** How many of the words a program and its own options take, given all of them; nothing where it does not simply start what follows. */
type Skip = (words: readonly string[]) => number | undefined;

/** Programs that an allow rule sees through. Source: measured on 2.1.329, as all of this page. */
const TRANSPARENT: Readonly<Record<string, Skip>> = {
	timeout: skipTimeout,
	time: (words) => (words[1]?.startsWith("-") ? undefined : 1),
	nice: (words) =>
		words[1] === "-n" ? 3 : /^-\d+$/.test(words[1] ?? "") ? 2 : plain(words),
	nohup: plain,
	stdbuf: (words) => skipOptions(words, /^-[ioe].+$/, 1),
	command: (words) =>
		words[1] === "-p" || words[1] === "--" ? 2 : plain(words),
	builtin: plain,
	noglob: plain,
};

/** Programs that are seen through where it is about the files that a command names. */
const FILE_TRANSPARENT: Readonly<Record<string, Skip>> = {
	...TRANSPARENT,
	env: (words) => {
		let at = 1;
		while (/^(?:-|\w+=)/.test(words[at] ?? ""))
			at += words[at] === "-u" ? 2 : 1;
		return at;
	},
};

/** Programs that a deny or ask rule about commands sees through as well. */
const PERMEABLE: Readonly<Record<string, Skip>> = {
	...FILE_TRANSPARENT,
	time: (words) => (words[1] === "-p" ? 2 : plain(words)),
	sudo: (words) => {
		let at = 1;
		while (words[at]?.startsWith("-")) at += words[at] === "-u" ? 2 : 1;
		return at;
	},
	doas: (words) => (words[1] === "-u" ? 3 : plain(words)),
	nocorrect: plain,
	exec: plain,
	watch: (words) => skipLoose(words, ["-n"]),
	setsid: (words) => skipLoose(words, []),
	ionice: (words) => skipLoose(words, ["-c", "-n"]),
	flock: (words) => skipLoose(words, ["-w"]) + 1,
	unshare: (words) => skipLoose(words, []),
	taskset: (words) => skipLoose(words, []) + 1,
	chrt: (words) => skipLoose(words, []) + 1,
	strace: (words) => skipLoose(words, ["-o", "-e"]),
};

/** The command that remains for allow rules, and each step on the way to it. */
export function unwrapForAllow(words: readonly string[]): Unwrapped[] {
	return unwrap(words, TRANSPARENT);
}

/** The same for deny and ask rules, which see through more. */
export function unwrapForDeny(words: readonly string[]): Unwrapped[] {
	return unwrap(words, PERMEABLE);
}

/** The words of the program that is run in the end, as far as it is looked for files; arguments from `xargs` are not. */
export function unwrapForFiles(words: readonly string[]): readonly string[] {
	const steps = unwrap(words, FILE_TRANSPARENT);
	return steps.findLast(({ isExtended }) => !isExtended)?.words ?? [];
}

/** Nobody puts more programs before each other; each costs a copy of what is left. */
const MOST_STEPS = 50;

function unwrap(
	words: readonly string[],
	programs: Readonly<Record<string, Skip>>,
): Unwrapped[] {
	const steps: Unwrapped[] = [{ words, isExtended: false }];
	let rest = words;
	let isExtended = false;
	while (steps.length <= MOST_STEPS) {
		const [name = ""] = rest;
		const known = Object.hasOwn(programs, name) ? programs[name] : undefined;
		const skip = name === "xargs" ? plain(rest) : known?.(rest);
		const isStuck = isExtended && programs === TRANSPARENT;
		if (skip === undefined || skip >= rest.length || isStuck) return steps;
		isExtended ||= name === "xargs";
		rest = rest.slice(skip);
		steps.push({ words: rest, isExtended });
	}
	return steps;
}

/** The program alone, if what follows is no option of its own. */
function plain(words: readonly string[]): number | undefined {
	return words[1]?.startsWith("-") ? undefined : 1;
}

function skipOptions(
	words: readonly string[],
	option: RegExp,
	least: number,
): number | undefined {
	let at = 1;
	while (option.test(words[at] ?? "")) at++;
	return at - 1 < least || words[at]?.startsWith("-") ? undefined : at;
}

function skipLoose(
	words: readonly string[],
	withValue: readonly string[],
): number {
	let at = 1;
	while (words[at]?.startsWith("-"))
		at += withValue.includes(words[at] ?? "") ? 2 : 1;
	return at;
}

/** Options, then how long. */
function skipTimeout(words: readonly string[]): number | undefined {
	let at = 1;
	for (;;) {
		const word = words[at] ?? "";
		if (/^-[ks]$/.test(word)) at += 2;
		else if (
			/^(?:--(?:signal|kill-after)=.+|--foreground|--preserve-status|-v)$/.test(
				word,
			)
		)
			at++;
		else break;
	}
	return /^\d+(?:\.\d+)?[smhd]?$/.test(words[at] ?? "") ? at + 1 : undefined;
}

/** Variables that may be set before a command that a rule allows. */
const SAFE_VARIABLES = new Set(
	"NODE_ENV LANG LC_ALL LC_CTYPE LC_TIME LANGUAGE TZ TERM COLORTERM NO_COLOR FORCE_COLOR CLICOLOR CLICOLOR_FORCE COLUMNS LINES CI PYTHONUNBUFFERED PYTHONDONTWRITEBYTECODE PYTEST_DISABLE_PLUGIN_AUTOLOAD PYTEST_DEBUG RUST_BACKTRACE RUST_LOG GOOS GOARCH CGO_ENABLED GO111MODULE GOEXPERIMENT ANTHROPIC_API_KEY LS_COLORS LSCOLORS GREP_COLOR GREP_COLORS GCC_COLORS TIME_STYLE BLOCK_SIZE BLOCKSIZE CHARSET GIT_TERMINAL_PROMPT".split(
		" ",
	),
);

/** Whether `NAME=value` before a command leaves an allow rule in force. */
export function isSafeVariable(name: string, value: string): boolean {
	if (!SAFE_VARIABLES.has(name) || !/^[\w./:-]+$/.test(value)) return false;
	return (
		!/^(?:LANG|LC_ALL|LC_CTYPE)$/.test(name) ||
		/^(?:C|POSIX|C\.UTF-8|[a-z]{2}_[A-Z]{2}(?:\.[\w-]+)?)$/.test(value)
	);
}

/**
 * Whether setting a variable for the rest of a script is asked about. What becomes of the others depends on whether the session has run a command before.
 */
export function isCriticalVariable(name: string): boolean {
	return /^(?:LANG|LC_.*|LANGUAGE|PATH|HOME|SHELL|PWD|OLDPWD|TMPDIR|GIT_EDITOR|LD_.*|DYLD_.*|ANTHROPIC_BASE_URL|HTTPS?_PROXY|IFS|BASH_ENV|ENV|_|SHLVL)$/.test(
		name,
	);
}
