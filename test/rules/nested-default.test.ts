import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

const server = (fields: string) => `{ "mcpServers": { "a": { ${fields} } } }`;
const args = (...values: string[]) =>
	server(`"command": "docs-server", "args": [${values.join(", ")}]`);

testRule("nested-default", ".mcp.json", {
	valid: [
		args('"${A:-b}"', '"${A:-}"', '"${A}${B}"', '"${A:-b}{c}"'),
		args('"${A:-b}c}"', '"{${A:-b}}"', '"${A:-$B}"'),
		args('"${A:-{b}"', '"${A:-{b} ${C}"'),
		server('"command": "sh", "args": ["-c", "a ${B:-${C}}"]'),
		server(
			'"type": "http", "url": "https://a.example.com/", "headersHelper": "a ${B:-${C}}"',
		),
		args('"${A-${B}}"'),
	],
	invalid: [
		args('"«${A:-${B}}»"'),
		args('"«${DOCS:-${HOME}/docs}»"'),
		args('"«${A:-{\\"b\\":1}}»"')
			.replace("«", "")
			.replace("»", "")
			.replace('"${A', '«"${A')
			.replace('}}"', '}}"»'),
		args('"x «${A:-${B}}» y"'),
		server('"command": "«${A:-${B}/c}»"'),
		server('"command": "d", "env": { "A": "«${A:-${B}}»" }'),
		server('"type": "http", "url": "«${A:-${B}}»"'),
		server(
			'"type": "http", "url": "https://a.example.com/", "headers": { "A": "«${A:-${B}}»" }',
		),
	],
});

test("says what stands behind the value", () => {
	const [diagnostic] = lintFiles({
		".mcp.json": args('"${DOCS:-${HOME}/docs}"'),
	});
	expect(diagnostic?.message).toBe(
		'Server "a": the default in "${DOCS:-${HOME}/docs}" ends at its first "}", so "/docs}" stands behind the value of DOCS as well; write a default without braces, or set DOCS before the session starts.',
	);
});
