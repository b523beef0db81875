import type { Behavior } from "../permissions/behavior.ts";
import type { PermissionRule } from "../permissions/permission-rule.ts";
import {
	type FileUse,
	filesOf,
	findFileDeny,
	isDangerousRemoval,
	isReader,
	mayRead,
	mayRedirect,
	mayWrite,
	resolveShellPath,
	writesInside,
	writesSensitive,
} from "./command-files.ts";
import {
	commandRules,
	findAllowRule,
	findStopRule,
	stopCandidates,
} from "./command-rules.ts";
import {
	isCriticalVariable,
	isSafeVariable,
	unwrapForAllow,
} from "./command-wrappers.ts";
import { judgeHarmlessness } from "./harmless-commands.ts";
import {
	asked,
	findToolRule,
	type Judgement,
	judge,
	type MatchingRules,
} from "./judgement.ts";
import type { Mode, Outcome } from "./modes.ts";
import { findParameterRule } from "./parameters.ts";
import { isInside, type Session } from "./session.ts";
import {
	readShellScript,
	type ShellCommand,
	type ShellScript,
} from "./shell-script.ts";

/** The longest command that the client takes apart, in UTF-16 units. */
const LONGEST = 10_000;

/** What one question about a command comes to: whether it runs without another question. */
type Answer = "allow" | "ask" | "unknown";

/**
 * What becomes of a shell command. Deny and ask rules look at every command in it; an allow rule must cover each, but for those that are harmless.
 * Source: measured on 2.1.329.
 */
export function judgeCommand(source: string, session: Session): Judgement {
	const script = readShellScript(source);
	const uses = script.plainCommands.map((command) => filesOf(command, session));
	const coverage = cover(source, script, session);
	const matching: MatchingRules = {
		deny:
			findToolRule("Bash", "deny", session) ??
			findStopRule(script, stopRules("deny", coverage, session)) ??
			uses
				.map((use) => findFileDeny(use, session))
				.find((rule) => rule !== undefined),
		ask:
			findToolRule("Bash", "ask", session) ??
			findStopRule(script, stopRules("ask", coverage, session)),
		allow: coverage.rule,
	};
	// the tool itself refuses control characters
	if (/(?![\t\n])\p{Cc}/u.test(source))
		return judge(matching, (_, behavior) =>
			behavior === "deny" ? "deny" : "unknown",
		);
	const isGuarded = isAlwaysAsked(script, uses, session);
	return judge(matching, (mode, behavior) => {
		if (behavior === "deny") return "deny";
		if (behavior === "ask") return asked(mode);
		return outcome(mode, { script, uses, coverage, isGuarded, session });
	});
}

/**
 * What becomes of watching a command: rules about Bash decide, but for one that allows all of it, and rules about the watching itself.
 * Source: measured on 2.1.329.
 */
export function judgeMonitor(source: string, session: Session): Judgement {
	const rules = session.rules.filter(
		({ tool, behavior, content }) =>
			tool !== "Bash" ||
			behavior !== "allow" ||
			(content !== undefined && content !== "*"),
	);
	const command = judgeCommand(source, { ...session, rules });
	const ofCommand = [command.deciding, ...command.overridden];
	const find = (behavior: Behavior) =>
		findToolRule("Monitor", behavior, session) ??
		findParameterRule("Monitor", behavior, { command: source }, session) ??
		ofCommand.find((rule) => rule?.behavior === behavior);
	return judge(
		{ deny: find("deny"), ask: find("ask"), allow: find("allow") },
		(mode, behavior) => {
			if (behavior === "deny") return "deny";
			if (behavior === "ask") return asked(mode);
			return behavior === "allow" && findToolRule("Monitor", "allow", session)
				? "allow"
				: command.outcome[mode];
		},
	);
}

/** The commands of a script that neither a rule nor the client's own list covers, as a rule would name them. */
export function uncoveredCommands(source: string, session: Session): string[] {
	const { plainCommands } = readShellScript(source);
	const rules = commandRules("allow", session);
	const texts = plainCommands
		.filter(
			(command) =>
				!findAllowRule(command, rules) &&
				answerWithoutRule(command, session) !== "allow",
		)
		.map(({ text, variables }) =>
			[...variables.map(({ name, value }) => `${name}=${value}`), text].join(
				" ",
			),
		);
	return [...new Set(texts)];
}

/** How far allow rules and the client's own list reach. */
interface Coverage {
	/** The first rule that covers something, if everything is covered or harmless. */
	readonly rule: PermissionRule | undefined;
	/** The rule covers every command there is, or exactly this text, before the client looks at the files. */
	readonly reach: "everything" | "text" | "commands";
	readonly answer: Answer;
	/** The same in a mode that accepts changes of files. */
	readonly accepting: Answer;
}

/** The deny or ask rules to look at: a pattern of a pipeline counts only where its parts are not each allowed. Source: measured on 2.1.329. */
function stopRules(
	behavior: "deny" | "ask",
	{ reach, answer }: Coverage,
	session: Session,
): ReturnType<typeof commandRules> {
	const rules = commandRules(behavior, session);
	const areAllowed = reach === "commands" && answer === "allow";
	return areAllowed
		? rules.filter(
				({ pattern: { sort, text } }) =>
					sort === "exact" || !text.includes("|"),
			)
		: rules;
}

function cover(
	source: string,
	script: ShellScript,
	session: Session,
): Coverage {
	const whole = findToolRule("Bash", "allow", session);
	if (whole)
		return {
			rule: whole,
			reach: "everything",
			answer: "allow",
			accepting: "allow",
		};
	const rules = commandRules("allow", session);
	const exact = isOnePiece(source, script)
		? rules.find(
				({ pattern }) =>
					pattern.sort === "exact" && pattern.text === source.trim(),
			)?.rule
		: undefined;
	if (exact)
		return { rule: exact, reach: "text", answer: "allow", accepting: "allow" };
	const reach = "commands";
	if (script.form === "broken") {
		return { rule: undefined, reach, answer: "unknown", accepting: "unknown" };
	}
	if (script.form === "complex" || source.length > LONGEST) {
		return { rule: undefined, reach, answer: "ask", accepting: "ask" };
	}
	if (isRisky(script, session)) {
		return { rule: undefined, reach, answer: "ask", accepting: "ask" };
	}
	const parts = script.plainCommands.map((command) => {
		const rule = isUncheckable(command)
			? undefined
			: findAllowRule(command, rules);
		const answer = rule ? "allow" : answerWithoutRule(command, session);
		return {
			rule,
			answer,
			accepting:
				answer === "ask" && isAccepted(command, session) ? "allow" : answer,
		} as const;
	});
	const answer = worst(parts.map((part) => part.answer));
	return {
		rule: answer === "allow" ? parts.find(({ rule }) => rule)?.rule : undefined,
		reach,
		answer,
		accepting: worst(parts.map((part) => part.accepting)),
	};
}

function worst(answers: readonly Answer[]): Answer {
	if (answers.includes("ask")) return "ask";
	return answers.includes("unknown") ? "unknown" : "allow";
}

/** A rule with the text of the whole command counts unless there is a pipe, a subshell, a background job or a redirection to a file. */
function isOnePiece(
	source: string,
	{ commands, hasBackground }: ShellScript,
): boolean {
	const unquoted = source.replace(/\\.|'[^']*'|"(?:[^"\\]|\\.)*"/gs, "x");
	const hasPipe = /(?<!\|)\|(?!\|)/.test(unquoted);
	const hasSubshell = /(?:^|[;&|\n])\s*\((?!\()/.test(unquoted);
	const writes = commands.some(({ redirections }) =>
		redirections.some(({ access }) => access === "write"),
	);
	return !hasPipe && !hasSubshell && !hasBackground && !writes;
}

/** Built-in commands that run their arguments, and programs that start others: no prefix helps them. */
const UNCHECKABLE =
	/^(?:eval|exec|source|\.|trap|let|alias|hash|complete|bind|enable|mapfile|coproc|nocorrect|watch|setsid|ionice|flock|shopt)$/;

function isUncheckable(command: ShellCommand): boolean {
	const [name = "", first = ""] = command.words.map(({ value }) => value);
	if (UNCHECKABLE.test(name)) return true;
	if (name === "xargs") return first === "find" || first === "jq";
	return name === "find" && judgeHarmlessness(command) === "harmful";
}

/** Whether a change of the folder, alone or with what follows it, is asked about. */
function isRisky({ plainCommands }: ShellScript, session: Session): boolean {
	const moves = plainCommands.filter(({ words }) => words[0]?.value === "cd");
	const [move] = moves;
	if (!move) return false;
	if (moves.length > 1 || filesOf(move, session).isUnclear) return true;
	const [target = "~", ...more] = move.words.slice(1).map(({ value }) => value);
	// with an option it is a command like any other
	if (more.length > 0) return false;
	const isBack = target === "-";
	const path = isBack ? session.folder : resolveShellPath(target, session);
	if (!isInside(path, session.folders)) return true;
	if (path === session.folder && !isBack) return false;
	return plainCommands.some((other) => {
		const { redirected, written } = filesOf(other, session);
		const isGit = other.words[0]?.value === "git";
		return isGit || redirected.length > 0 || written.length > 0;
	});
}

function answerWithoutRule(command: ShellCommand, session: Session): Answer {
	const { words, variables } = command;
	if (words.length === 0) {
		return variables.some(({ name }) => isCriticalVariable(name))
			? "ask"
			: "unknown";
	}
	const plain = withoutHarmlessStart(command);
	if (!plain) return "ask";
	const harmlessness = judgeHarmlessness(plain);
	if (harmlessness === "harmful") return "ask";
	if (filesOf(plain, session).isUnclear) return "ask";
	return harmlessness === "harmless" ? "allow" : "unknown";
}

/** A harmless command may have variables before it that change nothing, and a few programs that only start it. */
function withoutHarmlessStart(command: ShellCommand): ShellCommand | undefined {
	const { words, variables } = command;
	if (!variables.every(({ name, value }) => isSafeVariable(name, value)))
		return undefined;
	const steps = unwrapForAllow(words.map(({ value }) => value));
	const rest = steps.find(
		({ words: [name = ""], isExtended }) =>
			!isExtended && !/^(?:timeout|command|builtin)$/.test(name),
	);
	return rest === undefined
		? undefined
		: { ...command, words: words.slice(words.length - rest.words.length) };
}

/** Commands that change files, as the mode that accepts such changes lets them through. Source: measured on 2.1.329. */
function isAccepted(command: ShellCommand, session: Session): boolean {
	const { words, variables } = command;
	const [program = "", ...args] = words.map(({ value }) => value);
	if (variables.length > 0) return false;
	const use = filesOf(command, session);
	if (!writesInside(use, session) || !mayRead(use, session)) return false;
	const options = args.filter((arg) => arg.startsWith("-"));
	switch (program) {
		case "touch":
		case "mv":
		case "cp":
		case "rmdir":
			return options.length === 0;
		case "mkdir":
			return options.every((option) => option === "-p");
		case "rm":
			return options.every((option) => /^-[rf]+$/.test(option));
		case "sed": {
			const [script = ""] = args.filter((arg) => !arg.startsWith("-"));
			return (
				options.every((option) => option === "-i") &&
				/^s([/|#])[\w .-]*\1[\w .-]*\1g?$/.test(script)
			);
		}
		default:
			return false;
	}
}

interface CommandFacts {
	readonly script: ShellScript;
	readonly uses: readonly FileUse[];
	readonly coverage: Coverage;
	/** No allow rule lifts the question. */
	readonly isGuarded: boolean;
	readonly session: Session;
}

function outcome(mode: Mode, facts: CommandFacts): Outcome {
	const { coverage, isGuarded, uses, session } = facts;
	switch (mode) {
		case "bypassPermissions":
			return facts.script.commands.some((command) =>
				isDangerousRemoval(command, session),
			)
				? "ask"
				: "allow";
		case "default":
		case "acceptEdits":
		case "dontAsk": {
			const isAccepting = mode === "acceptEdits";
			const answer = isGuarded
				? "ask"
				: answerOf(coverage, uses, session, isAccepting);
			return answer === "ask" ? asked(mode) : answer;
		}
		default:
			// a safety check of the client decides about what is not harmless
			return coverage.rule === undefined &&
				answerOf(coverage, uses, session, false) === "allow"
				? "allow"
				: "unknown";
	}
}

function answerOf(
	coverage: Coverage,
	uses: readonly FileUse[],
	session: Session,
	isAccepting: boolean,
): Answer {
	if (coverage.reach === "everything") return "allow";
	const isReadable = uses.every((use) => mayRead(use, session));
	const isWritable = uses.every(
		(use) =>
			mayRedirect(use, session, isAccepting) &&
			(coverage.reach === "text" || mayWrite(use, session)),
	);
	const isUnclear = uses.some((use) => use.isUnclear);
	if (!isReadable || !isWritable || (isUnclear && coverage.reach !== "text"))
		return "ask";
	return isAccepting ? coverage.accepting : coverage.answer;
}

/** What the client asks about whatever is allowed. */
function isAlwaysAsked(
	script: ShellScript,
	uses: readonly FileUse[],
	session: Session,
): boolean {
	return (
		script.commands.some((command) => isDangerousRemoval(command, session)) ||
		uses.some(writesSensitive) ||
		readsElsewhere(script, uses, session) ||
		(script.hasBackground &&
			script.commands.every(
				(command) =>
					answerWithoutRule(command, session) === "allow" &&
					filesOf(command, session).redirected.length === 0,
			)) ||
		script.commands.some((command) => hidesRemoval(command, session))
	);
}

/** After a change of the folder, the client does not know which of the files are that deny rules protect. */
function readsElsewhere(
	{ plainCommands }: ShellScript,
	uses: readonly FileUse[],
	session: Session,
): boolean {
	const hasProtection = session.rules.some(
		({ behavior, tool, content }) =>
			behavior === "deny" && tool === "Read" && content !== undefined,
	);
	return (
		hasProtection &&
		plainCommands.some(
			({ words: [program, target] }) =>
				program?.value === "cd" && target?.value !== ".",
		) &&
		uses.some(({ program }) => isReader(program))
	);
}

/** A script in an argument of a shell that removes what a deny rule protects. */
function hidesRemoval({ words }: ShellCommand, session: Session): boolean {
	const values = words.map(({ value }) => value);
	const at = values.findIndex((value) => /^(?:.*\/)?(?:ba|z)?sh$/.test(value));
	const option = values[at + 1] ?? "";
	const text = values[at + 2];
	if (at === -1 || !/^-[a-z]*c$/.test(option) || text === undefined)
		return false;
	const rules = commandRules("deny", session);
	const inner = readShellScript(text);
	return inner.commands.some(
		(command) =>
			stopCandidates(command).some((each) => /^rm(?: |$)/.test(each.text)) &&
			findStopRule(
				{ ...inner, text: command.text, commands: [command] },
				rules,
			) !== undefined,
	);
}
