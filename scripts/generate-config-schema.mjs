// Puts every rule into the schema of our own configuration: schemas/mcp-config-lint.schema.json.
import { readFileSync, writeFileSync } from "node:fs";
import { ruleIds } from "./generate-rule-index.mjs";

const file = new URL("../schemas/mcp-config-lint.schema.json", import.meta.url);

/** @param summaries what each rule finds, by id; where a rule has none yet, its description is left out */
export function generateConfigSchema(summaries = {}) {
	const schema = JSON.parse(readFileSync(file, "utf8"));
	const known = schema.properties.rules.properties;
	schema.properties.rules.properties = Object.fromEntries(
		ruleIds().map((id) => [
			id,
			{
				description: summaries[id] ?? known[id]?.description ?? "",
				enum: ["error", "warning", "info", "off"],
			},
		]),
	);
	writeFileSync(file, `${JSON.stringify(schema, null, 2)}\n`);
}
