// Makes the two files of a new rule: npm run new-rule <id>. Everything else follows from them.
import { existsSync, writeFileSync } from "node:fs";

const [id = ""] = process.argv.slice(2);
const fail = (message) => {
	process.stderr.write(`new-rule: ${message}\n`);
	process.exit(2);
};

if (!/^[a-z]+(-[a-z]+)+$/.test(id)) {
	fail(
		'name the defect in lower-case words, as in "shared-port": npm run new-rule <id>',
	);
}
const rule = new URL(`../src/rules/${id}.ts`, import.meta.url);
const test = new URL(`../test/rules/${id}.test.ts`, import.meta.url);
if (existsSync(rule) || existsSync(test)) fail(`there is a rule ${id} already`);

writeFileSync(
	rule,
	`import { defineRule } from "../rule.ts";
import { quote } from "../wording.ts";

export default defineRule({
	effect: "inert",
	severity: "warning",
	summary: "One sentence: what is wrong.",
	rationale: \`
Why it matters, what the client does, and what to do instead. Say where the fact comes from.\`,
	examples: [
		{
			file: ".mcp.json",
			bad: '{ "mcpServers": { "${id}": { "command": "docs-server" } } }',
			good: '{ "mcpServers": { "docs": { "command": "docs-server" } } }',
		},
	],

	*check({ servers }) {
		for (const { name, key } of servers) {
			if (name !== "${id}") continue;
			yield {
				location: key,
				message: \`Server \${quote(name)} is wrong; put it right.\`,
			};
		}
	},
});
`,
);
writeFileSync(
	test,
	`import { testRule } from "../test-rule.ts";

testRule("${id}", ".mcp.json", {
	valid: ['{ "mcpServers": { "docs": { "command": "docs-server" } } }'],
	invalid: ['{ "mcpServers": { «"${id}"»: { "command": "docs-server" } } }'],
});
`,
);
process.stdout.write(
	`src/rules/${id}.ts and test/rules/${id}.test.ts are there; write them, then: npm run generate && npm test\n`,
);
