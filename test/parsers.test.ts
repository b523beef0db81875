import { expect, test } from "vitest";
import { kinds } from "../src/kinds.ts";
import { loadParsers, loadScriptSearch } from "../src/parsers.ts";
import { COMMAND_KEYS } from "../src/project/referenced-files.ts";
import { parseFiles, parsers } from "./lint-text.ts";

const schemas = new Map(
	kinds.flatMap((kind) => (kind.schema ? [[kind.schema, kind] as const] : [])),
);

test.each([...schemas])(
	"%s: a key has its validator where the text has the key",
	async (id, kind) => {
		const all = parsers.schemas[id];
		const keys = Object.keys(all?.schema.properties ?? {});
		expect(keys.length).toBeGreaterThan(0);
		for (const key of keys) {
			const content = { text: `${key}: 0` };
			const loaded = (await loadParsers([{ kind, content }])).schemas[id];
			for (const value of [0, "", {}, [0]]) {
				expect(loaded?.validate({ [key]: value }), key).toEqual(
					all?.validate({ [key]: value }),
				);
			}
		}
	},
);

test.each(["hooks", ...COMMAND_KEYS])(
	"scripts are looked for where settings have %s",
	async (key) => {
		const text = `{ "${key}": {} }`;
		const documents = parseFiles({ ".claude/settings.json": text });
		expect(await loadScriptSearch(documents)).toBeDefined();
	},
);

test("nothing is loaded to look for scripts where no command can be", async () => {
	const documents = parseFiles({ ".mcp.json": '{ "mcpServers": {} }' });
	expect(await loadScriptSearch(documents)).toBeUndefined();
});
