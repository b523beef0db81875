// Sorts the rules by what they need into modules of their own: src/generated/rule-groups.ts and rules-*.ts.
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { ruleIds } from "./generate-rule-index.mjs";

const folder = new URL("../src/generated/", import.meta.url);

/** The rules without needs; every run has them, so they are no file of their own in the bundle. */
const ALWAYS = "rules-always.ts";

const variable = (id) =>
	id.replace(/-(\w)/g, (_dash, letter) => letter.toUpperCase());

/** @param needsOf what a rule needs, by its id; without it all rules are taken for always needed */
export function generateRuleGroups(needsOf = () => undefined) {
	const groups = new Map();
	for (const id of ruleIds()) {
		const needs = JSON.stringify(needsOf(id) ?? []);
		groups.set(needs, [...(groups.get(needs) ?? []), id]);
	}
	for (const file of readdirSync(folder)) {
		if (file.startsWith("rules-")) rmSync(new URL(file, folder));
	}
	const entries = [...groups].map(([needs, ids]) => {
		const file = `rules-${fileName(JSON.parse(needs), ids)}.ts`;
		writeFileSync(new URL(file, folder), groupModule(ids));
		const load =
			file === ALWAYS
				? "async () => ({ rules: alwaysNeeded })"
				: `() => import("./${file}")`;
		return `\t{ needs: ${needs}, load: ${load} },`;
	});
	writeFileSync(
		new URL("rule-groups.ts", folder),
		`// Generated from the rules by scripts/generate-rule-groups.mjs.
import type { Rules } from "../rule.ts";
import type { RuleNeeds } from "../rule-needs.ts";
import { rules as alwaysNeeded } from "./${ALWAYS}";

/** Rules that need the same, in a module of their own. */
export interface RuleGroup {
	readonly needs: readonly RuleNeeds[];
	readonly load: () => Promise<{ readonly rules: Rules }>;
}

export const ruleGroups: readonly RuleGroup[] = [
${entries.join("\n")}
];

/** The ids of all rules. */
export const ruleIds: readonly string[] = ${JSON.stringify(ruleIds())};
`,
	);
}

function fileName(needs, [id]) {
	if (needs.some(({ suspicion }) => suspicion)) return id;
	// what stands in a text may be no name for a file
	if (needs.some(({ words: [word = "a"] = [] }) => !/^\w+$/.test(word)))
		return id;
	const names = needs.map(
		({ words: [word] = [], syntax, schema, otherClient }) =>
			word ?? syntax ?? schema ?? (otherClient && "other-client"),
	);
	return (names.join("-") || "always")
		.replace(/_+/g, "")
		.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
		.replace(/^-/, "");
}

function groupModule(ids) {
	const imports = ids.map(
		(id) => `import ${variable(id)} from "../rules/${id}.ts";`,
	);
	const entries = ids.map((id) => `\t"${id}": ${variable(id)},`);
	return `// Generated from the rules by scripts/generate-rule-groups.mjs.
import type { Rules } from "../rule.ts";
${imports.join("\n")}

export const rules: Rules = {
${entries.join("\n")}
};
`;
}
