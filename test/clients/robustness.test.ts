import fc from "fast-check";
import { expect, test } from "vitest";
import { defaultConfig } from "../../src/config.ts";
import { rules } from "../../src/generated/rules.ts";
import { lint } from "../../src/lint.ts";
import { configValue } from "../arbitrary-files.ts";
import { parseFiles } from "../lint-text.ts";

/** A value as TOML, in one line; texts that TOML has no way to write are left as they are, and are mistakes then. */
function asToml(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(asToml).join(", ")}]`;
	if (typeof value !== "object") return JSON.stringify(value) ?? "0";
	const pairs = Object.entries(value ?? {}).map(
		([key, each]) => `${JSON.stringify(key)} = ${asToml(each)}`,
	);
	return `{ ${pairs.join(", ")} }`;
}

const fields = fc.record(
	{
		command: configValue,
		args: configValue,
		env: configValue,
		environment: configValue,
		url: configValue,
		http_headers: configValue,
		headers: configValue,
		type: fc.oneof(fc.constantFrom("local", "remote", "stdio"), configValue),
		enabled: configValue,
		bearer_token: configValue,
	},
	{ requiredKeys: [] },
);
const servers = fc.oneof(
	configValue,
	fc.dictionary(fc.string(), fc.oneof(fields, configValue), { maxKeys: 3 }),
);

/** How the servers of each client are written into its file. */
const FILES: Readonly<Record<string, (value: unknown) => string>> = {
	".codex/config.toml": (value) => `mcp_servers = ${asToml(value)}\n`,
	"opencode.json": (value) => JSON.stringify({ mcp: value }),
	".opencode/opencode.jsonc": (value) =>
		JSON.stringify({ mcp: { servers: value } }),
	".zed/settings.json": (value) => JSON.stringify({ context_servers: value }),
	".amp/settings.json": (value) => JSON.stringify({ "amp.mcpServers": value }),
	".junie/mcp/mcp.json": (value) => JSON.stringify({ mcpServers: value }),
};

test.each(Object.entries(FILES))(
	"%s: whatever is in it is judged",
	(file, write) => {
		fc.assert(
			fc.property(servers, (value) => {
				const text = write(value);
				const documents = parseFiles({ [file]: text });
				for (const { message, rule, location } of lint(
					documents,
					rules,
					defaultConfig,
				)) {
					expect(message, rule).toMatch(/[.?]$/);
					expect(message, rule).not.toMatch(/[\n\r]|undefined|\[object/);
					expect(location.start, rule).toBeLessThanOrEqual(location.end);
					expect(location.end, rule).toBeLessThanOrEqual(text.length);
				}
			}),
			{ numRuns: 150 },
		);
	},
);
