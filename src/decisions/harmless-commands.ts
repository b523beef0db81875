import type { ShellCommand } from "./shell-script.ts";

/** Whether the client runs a command without a rule, as far as is known. */
export type Harmlessness = "harmless" | "harmful" | "unknown";

/** The options that a command may have, for the client to take it for harmless. */
interface Options {
	/** Short options without a value; each was tried, so that another one is asked about. */
	readonly flags?: string;
	/** Short options with a value as the next word. */
	readonly values?: string;
	/** Long options, with `=` at their end if they have a value; of those that are not here, nothing is known. */
	readonly long?: string;
	/** `-5` is an option. */
	readonly count?: true;
	/** The words that are no options: any number of them, or none. */
	readonly operands?: "none";
}

/** Commands of which every argument is let through. Source: measured on 2.1.329, as all of this page. */
const ANY_ARGUMENTS = new Set(
	"ls cat head tail wc stat du df id uname echo true false sleep type seq cut tr diff cmp comm paste hexdump od strings realpath readlink basename dirname free uptime nproc locale expr cal numfmt nl tac rev fold fmt pr expand unexpand column tsort groups".split(
		" ",
	),
);

/** Command lines that are let through exactly like this. */
const EXACT = new Set([
	"pwd",
	"whoami",
	"arch",
	"ifconfig",
	"history",
	"ip addr",
	"claude -h",
	"claude --help",
	"node --version",
	"node -v",
	"python --version",
	"python3 --version",
]);

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const GREP: Options = {
	flags: "abchilnoqrsuvwxzEFGHILPRTUVZ",
	values: "efABCm",
	long: "--include= --exclude= --exclude-dir= --color=",
};

/** Commands whose options are checked one by one; of several words for programs with subcommands. */
const CHECKED: Readonly<Record<string, Options>> = {
	base64: { flags: "dhD", values: "biw" },
	date: { flags: "uIR", values: "dr", operands: "none" },
	egrep: GREP,
	fd: { flags: "aghipqsFHILV", values: "cdejotES" },
	fdfind: { flags: "aghipqsFHILV", values: "cdejotES" },
	fgrep: GREP,
	file: { flags: "bchiklnprsvL", values: "F" },
	grep: GREP,
	help: {},
	hostname: { flags: "adfhisvAIV", operands: "none" },
	lsof: { flags: "abghilnorstvxCEFHKLNOPQRSTUVX" },
	man: { flags: "adfhkw" },
	md5sum: { flags: "bctwz" },
	netstat: { flags: "agilmnrsvL" },
	pgrep: { flags: "acfilnovwxLV" },
	ps: { flags: "acdefjlmwyAFHLNTV", values: "p" },
	rg: {
		flags: "achilnoquvwFHLS",
		values: "gtefAC",
		long: "--type= --glob=",
	},
	sha1sum: { flags: "bctwz" },
	sha256sum: { flags: "bctwz" },
	sort: { flags: "bcdfghimnrsuzCMRV", values: "ktS", long: "--key= --reverse" },
	ss: { flags: "abdehilmnopstuwxzEHMOSVZ", operands: "none" },
	tree: {
		flags: "acdfghilnpqrstuvxACDFJNQSUX",
		values: "LI",
		long: "--dirsfirst",
	},
	uniq: { flags: ALPHABET, operands: "none" },
	which: { flags: "as" },
	"docker images": { flags: ALPHABET.replace(/[cH]/g, "") },
	"docker inspect": { flags: "s", values: "f", long: "--type=" },
	"docker logs": { flags: "ft", values: "n", long: "--tail=" },
	"docker ps": { flags: ALPHABET.replace(/[crH]/g, "") },
	"git blame": { flags: "eflnpstwCM", values: "L" },
	"git branch": {
		flags: "ailrv",
		long: "--abbrev= --all --color --column --contains= --ignore-case --list --merged --no-abbrev --no-color --no-column --no-merged --points-at= --remotes --show-current --sort= --verbose",
	},
	"git cat-file": { flags: "epst", long: "--batch-check" },
	"git describe": { long: "--always --dirty --tags" },
	"git diff": {
		flags: "lpsuBCDMR",
		values: "GSO",
		long: "--binary --break-rewrites --cached --check --color --color-words --diff-algorithm= --diff-filter= --dirstat --exit-code --find-copies --find-renames --full-index --function-context --histogram --ignore-all-space --ignore-blank-lines --ignore-space-at-eol --ignore-space-change --inter-hunk-context= --irreversible-delete --minimal --name-only --name-status --no-color --no-ext-diff --no-index --no-renames --numstat --patience --pickaxe-all --pickaxe-regex --quiet --shortstat --staged --stat --summary --word-diff --word-diff-regex=",
	},
	"git for-each-ref": { long: "--count= --format= --sort=" },
	"git grep": { flags: "chilnoqvwEFGHLP", values: "eABC" },
	"git log": {
		flags: "ps",
		values: "nSG",
		count: true,
		long: "--abbrev-commit --after= --all --ancestry-path --author= --author-date-order --before= --boundary --branches --cherry-pick --color --committer= --date= --date-order --decorate --diff-filter= --first-parent --follow --format= --full-history --graph --grep= --left-right --max-count= --merges --name-only --name-status --no-color --no-decorate --no-ext-diff --no-merges --no-patch --no-walk --numstat --oneline --patch --pickaxe-all --pickaxe-regex --pretty= --relative-date --remotes --reverse --shortstat --since= --skip= --source --sparse --stat --tags --topo-order --until= --walk-reflogs",
	},
	"git ls-files": {
		flags: "cdfikmostuvz",
		long: "--cached --debug --deleted --directory --eol --error-unmatch --exclude= --exclude-from= --exclude-standard --full-name --ignored --killed --modified --no-empty-directory --others --recurse-submodules --stage --unmerged",
	},
	"git ls-remote": { long: "--heads", operands: "none" },
	"git merge-base": { long: "--is-ancestor" },
	"git remote": { flags: "v", long: "--verbose", operands: "none" },
	"git rev-list": { long: "--all --count" },
	"git rev-parse": {
		long: "--abbrev-ref --absolute-git-dir --git-common-dir --git-dir --is-bare-repository --is-inside-git-dir --is-inside-work-tree --is-shallow-repository --short= --show-cdup --show-prefix --show-toplevel --symbolic --symbolic-full-name --verify",
	},
	"git shortlog": { flags: "cens" },
	"git show": {
		flags: "mps",
		long: "--abbrev-commit --color --color-words --date= --decorate --diff-filter= --first-parent --format= --graph --name-only --name-status --no-color --no-patch --numstat --oneline --patch --pretty= --quiet --raw --shortstat --stat --word-diff",
	},
	"git stash list": {},
	"git stash show": { flags: "p" },
	"git status": {
		flags: "bsv",
		long: "--ahead-behind --branch --column --ignored --long --no-ahead-behind --no-column --no-renames --porcelain --renames --short --verbose",
	},
	"git tag": {
		flags: "il",
		long: "--column --contains= --ignore-case --list --no-column --points-at= --sort=",
	},
	"git worktree list": { long: "--porcelain", operands: "none" },
};

/** What can be told of a command's arguments only by looking at what they are. */
const SPECIAL: Readonly<
	Record<string, (args: readonly string[]) => Harmlessness>
> = {
	cd: (args) => ifSo(args.length < 2 && /^(?:-$|[^-]|$)/.test(args[0] ?? "")),
	find: (args) =>
		args.some((arg) =>
			/^-(?:exec|execdir|ok|okdir|delete|fprint|fprintf|fprint0|fls|files0-from)$/.test(
				arg,
			),
		)
			? "harmful"
			: "harmless",
	history: (args) => ifSo(args.length === 1 && /^\d+$/.test(args[0] ?? "")),
	jq: judgeJq,
	printf: (args) => ifSo(!/^(?:-v|--.|-\d)/.test(args[0] ?? "")),
	sed: judgeSed,
	test: (args) => ifSo(!/^(?:--.|-\d)/.test(args[0] ?? "")),
	"[": () => "harmless",
	tput: (args) => ifSo(!/^(?:-S|-\d|reset|init)$/.test(args[0] ?? "")),
	xargs: judgeXargs,
	"git config": (args) => ifSo(args[0] === "--get" && args.length === 2),
	"git reflog": (args) =>
		ifSo(args.every((arg) => /^(?:show|HEAD|-\d+)$/.test(arg))),
};

/** Whether the client runs a command without a rule; its files are another matter. */
export function judgeHarmlessness({ words }: ShellCommand): Harmlessness {
	const [name = "", ...args] = words.map(({ value }) => value);
	if (ANY_ARGUMENTS.has(name)) return "harmless";
	if (EXACT.has([name, ...args].join(" "))) return "harmless";
	const special = own(SPECIAL, name);
	if (special) return special(args);
	for (const count of [2, 1, 0]) {
		const line = [name, ...args.slice(0, count)].join(" ");
		const rest = args.slice(count);
		const known = own(SPECIAL, line)?.(rest) ?? checkOptions(line, rest);
		if (known !== undefined) return known;
	}
	return "harmful";
}

/** `undefined` for a command that is not in the table. */
function checkOptions(
	line: string,
	args: readonly string[],
): Harmlessness | undefined {
	const options = own(CHECKED, line);
	if (!options) return undefined;
	const { flags = "", values = "", long = "", count, operands } = options;
	const longNames = long.split(" ");
	const rest: string[] = [];
	for (let at = 0; at < args.length; at++) {
		const arg = args[at] ?? "";
		if (arg === "--") {
			rest.push(...args.slice(at + 1));
			break;
		}
		if (arg.startsWith("--")) {
			const [name = "", value] = splitOnce(arg, "=");
			const takesValue = longNames.includes(`${name}=`);
			if (
				value === undefined
					? !takesValue && !longNames.includes(name)
					: !takesValue
			)
				return "unknown";
			if (takesValue && value === undefined && ++at === args.length)
				return line === "git log" || line === "git show"
					? "unknown"
					: "harmful";
		} else if (/^-./.test(arg)) {
			const letters = [...arg.slice(1)];
			if (letters.length === 1 && values.includes(arg.slice(1))) {
				at++;
				if (at === args.length) return "harmful";
			} else if (
				!(count && /^-\d+$/.test(arg)) &&
				!letters.every((each) => flags.includes(each))
			)
				return line.endsWith("grep") || line === "rg" ? "unknown" : "harmful";
		} else rest.push(arg);
	}
	if (operands === "none" && rest.length > 0)
		return line === "date" && rest.every((each) => each.startsWith("+"))
			? "harmless"
			: "harmful";
	return checkOperands(line, args, rest);
}

/** Where the words that are no options matter. */
function checkOperands(
	line: string,
	args: readonly string[],
	operands: readonly string[],
): Harmlessness {
	switch (line) {
		case "git branch":
		case "git tag": {
			const lists = args.some((arg) =>
				/^(?:-l|--list|--contains|--merged|--no-merged|--points-at)/.test(arg),
			);
			return ifSo(operands.length === 0 || lists);
		}
		case "ps":
			return ifSo(
				!operands.some((word) => word !== "aux" && word.includes("e")),
			);
		default:
			return "harmless";
	}
}

/** Whether `sed` does nothing but print lines by their numbers; the client takes all else for a change of the files. */
export function isPrinting(args: readonly string[]): boolean {
	if (args[0] !== "-n") return false;
	const rest = args.slice(1).filter((arg) => arg !== "-E");
	const [script = "", ...files] = rest;
	return (
		/^\d+(?:,\d+)?p(?:;\d+(?:,\d+)?p)*$/.test(script) &&
		files.every((file) => !file.startsWith("-"))
	);
}

/** Only lines are printed, or a text on the standard input is replaced. */
function judgeSed(args: readonly string[]): Harmlessness {
	const [first, second] = args;
	if (first === "-n") return ifSo(isPrinting(args));
	const isPlain = /^s(?<sign>[/|#])[\w .-]*\k<sign>[\w .-]*\k<sign>g?$/.test(
		first ?? "",
	);
	return isPlain && second === undefined ? "harmless" : "harmful";
}

function judgeJq(args: readonly string[]): Harmlessness {
	if (args.length === 0) return "harmful";
	const text = args.join(" ");
	if (
		/(?:^|\s)(?:-f|-L|--from-file|--slurpfile|--rawfile|--run-tests)\b/.test(
			text,
		)
	)
		return "harmful";
	if (/\benv\b|\$ENV|\bimport\b|\binclude\b|\bsystem\s*\(/.test(text))
		return "harmful";
	return args.every(
		(arg) => !/^-/.test(arg) || /^(?:-r|-n|--arg|--argjson)$/.test(arg),
	)
		? "harmless"
		: "unknown";
}

function judgeXargs(args: readonly string[]): Harmlessness {
	let at = 0;
	while (/^-[rtx]$/.test(args[at] ?? "")) at++;
	while (/^-[Pn]$/.test(args[at] ?? "") && at + 1 < args.length) at += 2;
	if (args[at] === "-I" && args[at + 1] === "{}" && args[at + 2] === "echo")
		return "harmless";
	const program = args[at];
	return ifSo(
		program === undefined ||
			/^(?:echo|printf|wc|grep|head|tail)$/.test(program),
	);
}

function ifSo(condition: boolean): Harmlessness {
	return condition ? "harmless" : "harmful";
}

function own<Value>(
	table: Readonly<Record<string, Value>>,
	key: string,
): Value | undefined {
	return Object.hasOwn(table, key) ? table[key] : undefined;
}

function splitOnce(text: string, separator: string): [string, string?] {
	const at = text.indexOf(separator);
	return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
