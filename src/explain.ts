import { rules } from "./generated/rules.ts";
import type { Rule } from "./rule.ts";
import { nearest, quote } from "./wording.ts";

/** All rules, a line each. */
export function explainAll(): string {
	const ids = Object.keys(rules);
	const width = Math.max(...ids.map((id) => id.length));
	const lines = Object.entries<Rule>(rules).map(
		([id, { severity, summary }]) =>
			`${id.padEnd(width)}  ${severity.padEnd(7)}  ${summary}`,
	);
	return `${lines.join("\n")}\n`;
}

/**
 * What one rule finds, why it matters, and how to put it right.
 * @returns a sentence in `unknown` for an id that no rule has
 */
export function explainRule(
	id: string,
): { text: string } | { unknown: string } {
	const known: Readonly<Record<string, Rule>> = rules;
	const rule = Object.hasOwn(known, id) ? known[id] : undefined;
	if (!rule) {
		const meant = nearest(id, Object.keys(known));
		return {
			unknown: `there is no rule ${quote(id)}${meant ? `; did you mean ${quote(meant)}?` : "; explain without a name lists them"}`,
		};
	}
	const examples = rule.examples.map(
		({ file, bad, good }) =>
			`Reported, in ${file}:\n\n${indent(bad)}\n\nRight:\n\n${indent(good || "(no such file)")}\n`,
	);
	const head = `${id} (${rule.severity}, ${rule.effect})\n\n${rule.summary}\n\n${rule.rationale.trim()}\n`;
	return { text: [head, ...examples].join("\n") };
}

function indent(text: string): string {
	return text.replace(/^/gm, "    ");
}
