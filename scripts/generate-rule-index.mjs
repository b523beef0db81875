// Lists the rules: src/generated/rules.ts. A rule's id is the name of its file.
import { readdirSync, writeFileSync } from "node:fs";

const folder = new URL("../src/rules/", import.meta.url);

/** The ids of all rules, sorted. */
export function ruleIds() {
	return readdirSync(folder)
		.filter((file) => file.endsWith(".ts"))
		.map((file) => file.slice(0, -".ts".length))
		.sort();
}

export function generateRuleIndex() {
	const ids = ruleIds();
	const variable = (id) =>
		id.replace(/-(\w)/g, (_dash, letter) => letter.toUpperCase());
	const imports = ids.map(
		(id) => `import ${variable(id)} from "../rules/${id}.ts";`,
	);
	const entries = ids.map((id) => `\t"${id}": ${variable(id)},`);
	writeFileSync(
		new URL("../src/generated/rules.ts", import.meta.url),
		`// Generated from the files of src/rules/ by scripts/generate-rule-index.mjs.
import type { Rule } from "../rule.ts";
${imports.join("\n")}

/** Every rule, by its id. */
export const rules = {
${entries.join("\n")}
} satisfies Record<string, Rule>;
`,
	);
}
