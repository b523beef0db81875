import { ruleTexts } from "./generated/rule-texts.ts";
import { type FixSort, fixSorts, type RuleTexts } from "./rule.ts";

/** What to ask for a fix of a sort. */
const OPTIONS: Readonly<Record<FixSort, string>> = {
	safe: "--fix",
	unsafe: "--fix=unsafe",
};

/** All rules, a line each. */
export function explainAll(): string {
	const ids = Object.keys(ruleTexts);
	const width = Math.max(...ids.map((id) => id.length));
	const lines = Object.entries(ruleTexts).map(
		([id, rule]) =>
			`${id.padEnd(width)}  ${rule.severity.padEnd(7)}  ${rule.summary}${fixNote(rule)}`,
	);
	return `${lines.join("\n")}\n`;
}

/** What one rule finds, why it matters, and how to put it right; nothing for an id that no rule has. */
export function explainRule(id: string): string | undefined {
	const rule = Object.hasOwn(ruleTexts, id) ? ruleTexts[id] : undefined;
	if (!rule) return undefined;
	const examples = rule.examples.map(
		({ file, bad, good, fix, beside = {} }) =>
			`${Object.entries(beside)
				.map(([other, text]) => `With ${other}:\n\n${indent(text)}\n\n`)
				.join(
					"",
				)}Reported, in ${file}:\n\n${indent(bad)}\n\n${fix ? `Right, as ${OPTIONS[fix]} writes it` : "Right"}:\n\n${indent(good || "(no such file)")}\n`,
	);
	const head = `${id} (${rule.severity}, ${rule.effect})${fixNote(rule)}\n\n${rule.summary}\n\n${rationale(rule)}\n`;
	return [head, ...examples].join("\n");
}

/** How wide a paragraph is, in characters. */
const WIDTH = 100;

/** Why the rule is there, in lines that a terminal can show; a table keeps its own. */
function rationale({ rationale }: Pick<RuleTexts, "rationale">): string {
	return rationale
		.trim()
		.split(/\n{2,}/)
		.map((part) => (part.startsWith("|") ? part : wrap(part)))
		.join("\n\n");
}

function wrap(paragraph: string): string {
	const lines: string[] = [];
	let line = "";
	for (const word of paragraph.split(/\s+/)) {
		const longer = line === "" ? word : `${line} ${word}`;
		if (longer.length > WIDTH && line !== "") lines.push(line);
		line = longer.length > WIDTH ? word : longer;
	}
	return [...lines, line].join("\n");
}

/** Which fixes there are, for the end of a line. */
function fixNote(rule: Pick<RuleTexts, "examples">): string {
	const options = fixSorts(rule).map((sort) => OPTIONS[sort]);
	return options.length === 0 ? "" : ` [${options.join(", ")}]`;
}

function indent(text: string): string {
	return text.trimEnd().replace(/^(?=.)/gm, "    ");
}
