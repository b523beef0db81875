import { ruleTexts } from "./generated/rule-texts.ts";

/** All rules, a line each. */
export function explainAll(): string {
	const ids = Object.keys(ruleTexts);
	const width = Math.max(...ids.map((id) => id.length));
	const lines = Object.entries(ruleTexts).map(
		([id, { severity, summary }]) =>
			`${id.padEnd(width)}  ${severity.padEnd(7)}  ${summary}`,
	);
	return `${lines.join("\n")}\n`;
}

/** What one rule finds, why it matters, and how to put it right; nothing for an id that no rule has. */
export function explainRule(id: string): string | undefined {
	const rule = Object.hasOwn(ruleTexts, id) ? ruleTexts[id] : undefined;
	if (!rule) return undefined;
	const examples = rule.examples.map(
		({ file, bad, good, beside = {} }) =>
			`${Object.entries(beside)
				.map(([other, text]) => `With ${other}:\n\n${indent(text)}\n\n`)
				.join(
					"",
				)}Reported, in ${file}:\n\n${indent(bad)}\n\nRight:\n\n${indent(good || "(no such file)")}\n`,
	);
	const head = `${id} (${rule.severity}, ${rule.effect})\n\n${rule.summary}\n\n${rule.rationale.trim()}\n`;
	return [head, ...examples].join("\n");
}

function indent(text: string): string {
	return text.replace(/^/gm, "    ");
}
