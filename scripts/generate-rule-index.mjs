// Lists the rules: src/generated/rules.ts and rule-texts.ts. A rule's id is the name of its file.
import { readdirSync, writeFileSync } from "node:fs";

const folder = new URL("../src/rules/", import.meta.url);

/** The ids of all rules, sorted. */
export function ruleIds() {
	return readdirSync(folder)
		.filter((file) => file.endsWith(".ts"))
		.map((file) => file.slice(0, -".ts".length))
		.sort();
}

/** Lists them in two modules: rules.ts for tests and documents, rule-texts.ts for what the program says about rules. */
export function generateRuleIndex() {
	writeIndex(
		"rules.ts",
		"Rule",
		`/** Every rule, by its id. */
export const rules = ${list()} satisfies Record<string, Rule>;
`,
	);
	writeIndex(
		"rule-texts.ts",
		"RuleTexts",
		`/** What people read of every rule, by its id; the bundle leaves the rest out. */
export const ruleTexts: Readonly<Record<string, RuleTexts>> = ${list()};
`,
	);
}

const variable = (id) =>
	id.replace(/-(\w)/g, (_dash, letter) => letter.toUpperCase());

function list() {
	const entries = ruleIds().map((id) => `\t"${id}": ${variable(id)},`);
	return `{\n${entries.join("\n")}\n}`;
}

function writeIndex(file, type, declaration) {
	const imports = ruleIds().map(
		(id) => `import ${variable(id)} from "../rules/${id}.ts";`,
	);
	writeFileSync(
		new URL(`../src/generated/${file}`, import.meta.url),
		`// Generated from the files of src/rules/ by scripts/generate-rule-index.mjs.
import type { ${type} } from "../rule.ts";
${imports.join("\n")}

${declaration}`,
	);
}
