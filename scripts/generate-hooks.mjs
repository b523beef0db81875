// What pre-commit runs of us: .pre-commit-hooks.yaml. The files are those that a search finds, and our own.
import { writeFileSync } from "node:fs";
import { BASELINE_FILE, CONFIG_FILE } from "../lib/config.js";
import { discoveryPlaces, placeExpression } from "../lib/kinds.js";

export function generateHooks() {
	const places = [...discoveryPlaces(), CONFIG_FILE, BASELINE_FILE];
	const pattern = `&files |
    (?x)(?:^|/)(?:
${places.map((place) => `      ${placeExpression(place)}`).join("|\n")}
    )$`;
	const hook = ({ id, name, language, entry, comment }, index) =>
		`${comment}
- id: ${id}
  name: ${name}
  description: Finds what Claude Code and other MCP clients would reject, skip or quietly ignore.
  language: ${language}
  entry: ${entry} --force-exclude
  files: ${index === 0 ? pattern : "*files"}
  # what a file says is judged together with the rest of its project
  require_serial: true
`;
	const hooks = [
		{
			id: "mcp-config-lint",
			name: "mcp-config-lint",
			language: "script",
			entry: "dist/cli/index.js",
			comment: "# Installs nothing; Node 20.11 or newer must be there.",
		},
		{
			id: "mcp-config-lint-node",
			name: "mcp-config-lint (Node from pre-commit)",
			language: "node",
			entry: "mcp-config-lint",
			comment: "# pre-commit installs it, and Node too where that is missing.",
		},
	];
	writeFileSync(
		new URL("../.pre-commit-hooks.yaml", import.meta.url),
		`# Generated from src/kinds.ts by scripts/generate-hooks.mjs.

${hooks.map(hook).join("\n")}`,
	);
}
