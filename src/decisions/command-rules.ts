import type { Behavior } from "../permissions/behavior.ts";
import {
	type CommandPattern,
	parseCommandPattern,
} from "../permissions/command-patterns.ts";
import type { PermissionRule } from "../permissions/permission-rule.ts";
import { matchesWildcards } from "../permissions/wildcards.ts";
import {
	isSafeVariable,
	type Unwrapped,
	unwrapForAllow,
	unwrapForDeny,
} from "./command-wrappers.ts";
import type { Session } from "./session.ts";
import type {
	ShellCommand,
	ShellScript,
	ShellVariable,
} from "./shell-script.ts";

/** A rule about commands with its pattern read. */
interface CommandRule {
	readonly rule: PermissionRule;
	readonly pattern: CommandPattern;
}

/** The rules of one behavior that name a command, without those that can match none. Source: measured on 2.1.329. */
export function commandRules(
	behavior: Behavior,
	{ rules }: Session,
): CommandRule[] {
	return rules.flatMap((rule) => {
		const { content } = rule;
		if (rule.behavior !== behavior || rule.tool !== "Bash") return [];
		if (content === undefined || content === "*") return [];
		const pattern = parseCommandPattern(content);
		return isAboutSeveral(pattern, behavior) ? [] : [{ rule, pattern }];
	});
}

/** A pattern with wildcards is compared with one command at a time; only deny and ask rules look at pipelines as well. */
function isAboutSeveral(
	{ sort, text }: CommandPattern,
	behavior: Behavior,
): boolean {
	const unquoted = text.replace(/\\.|'[^']*'|"[^"]*"/gs, "");
	const operators = behavior === "allow" ? /&&|\||;/ : /&&|\|\||;|>/;
	return sort !== "exact" && operators.test(unquoted);
}

/** Whether a pattern matches one command, as text. */
function matches({ sort, text }: CommandPattern, command: string): boolean {
	switch (sort) {
		case "exact":
			return command === text;
		case "prefix":
			return command === text || command.startsWith(`${text} `);
		case "wildcard":
			return matchesWildcards(text, command);
	}
}

/** Whether a pattern can take arguments that are added to a command later. */
function isOpen({ sort, text }: CommandPattern): boolean {
	return (
		sort === "prefix" ||
		(text.endsWith("*") && text.indexOf("*") === text.length - 1)
	);
}

/**
 * The allow rule that covers one command of a script, or nothing. Programs that only start another are seen through, and variables that change nothing;
 * quotes count, but for those around the program's name. Source: measured on 2.1.329.
 */
export function findAllowRule(
	command: ShellCommand,
	rules: readonly CommandRule[],
): PermissionRule | undefined {
	const { variables } = command;
	const unsafe = variables.findIndex(
		({ name, value }) => !isSafeVariable(name, value),
	);
	const written = {
		text: withSettings(variables, textFrom(command, 0)),
		isExtended: false,
	};
	const left = unsafe === -1 ? [] : variables.slice(unsafe);
	const bare =
		left.length > 0
			? { text: withSettings(left, textFrom(command, 0)), isExtended: false }
			: innermost(command);
	return rules.find(({ pattern }) =>
		[written, bare].some(
			({ text, isExtended }) =>
				(!isExtended || isOpen(pattern)) &&
				matches(
					pattern,
					pattern.sort === "exact" ? text : text.replace(/[ \t]+/g, " "),
				),
		),
	)?.rule;
}

function withSettings(
	variables: readonly ShellVariable[],
	text: string,
): string {
	return [...variables.map(({ name, value }) => `${name}=${value}`), text].join(
		" ",
	);
}

/** The text of a command from one of its words on, that word without quotes. */
function textFrom({ text, words }: ShellCommand, index: number): string {
	let at = 0;
	for (const word of words.slice(0, index)) {
		at = text.indexOf(word.text, at) + word.text.length;
	}
	const word = words[index];
	if (!word) return "";
	const start = text.indexOf(word.text, at);
	const name = /\s/.test(word.value) ? word.text : word.value;
	return name + text.slice(start + word.text.length);
}

/** What is left when everything that only starts another program is taken away. */
function innermost(command: ShellCommand): {
	text: string;
	isExtended: boolean;
} {
	const { words } = command;
	const steps = unwrapForAllow(words.map(({ value }) => value));
	const last = steps.at(-1);
	const index = words.length - (last?.words.length ?? words.length);
	return {
		text: textFrom(command, index),
		isExtended: last?.isExtended === true,
	};
}

/**
 * The deny or ask rule that is about a script: about the whole text, or about any command in it, wherever it stands and whatever starts it; quotes do not
 * hide it. Source: measured on 2.1.329.
 */
export function findStopRule(
	{ text: whole, commands }: ShellScript,
	rules: readonly CommandRule[],
): PermissionRule | undefined {
	if (rules.length === 0) return undefined;
	const known = literalVariables(commands);
	const candidates = [
		{ text: whole.replace(/\s+/g, " "), isExtended: false },
		...commands.flatMap((command) => stopCandidates(command, known)),
	];
	return rules.find(({ pattern }) =>
		candidates.some(
			({ text, isExtended }) =>
				(!isExtended || isOpen(pattern)) && matches(pattern, text),
		),
	)?.rule;
}

/** The texts of one command that a deny or ask rule is compared with. */
export function stopCandidates(
	{ text, words, variables }: ShellCommand,
	known: ReadonlyMap<string, string> = new Map(),
): { text: string; isExtended: boolean }[] {
	const values = words.map(({ value }) => resolveVariable(value, known));
	const settings = variables.map(({ name, value }) => `${name}=${value}`);
	const steps: Unwrapped[] = unwrapForDeny(values);
	return [
		{ text, isExtended: false },
		{ text: [...settings, ...values].join(" "), isExtended: false },
		...steps.flatMap(({ words: left, isExtended }) => {
			const [program = "", ...args] = left;
			const base = program.slice(program.lastIndexOf("/") + 1);
			return [
				{ text: left.join(" "), isExtended },
				{ text: [base, ...args].join(" "), isExtended },
			];
		}),
	];
}

/** The variables that a script sets to a text of its own. */
function literalVariables(
	commands: readonly ShellCommand[],
): Map<string, string> {
	return new Map(
		commands.flatMap(({ variables }) =>
			variables.flatMap(({ name, value }) =>
				/^[\w./-]+$/.test(value) ? [[name, value] as const] : [],
			),
		),
	);
}

function resolveVariable(
	value: string,
	known: ReadonlyMap<string, string>,
): string {
	const [, name = ""] = /^\$\{?(\w+)\}?$/.exec(value) ?? [];
	return known.get(name) ?? value;
}
