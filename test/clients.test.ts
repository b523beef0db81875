import { describe, expect, test } from "vitest";
import { clients as always, meantTransport, typeOf } from "../src/clients.ts";
import { foreignKeys } from "../src/foreign-keys.ts";
import { kindByPath, kinds } from "../src/kinds.ts";
import { otherClients } from "../src/other-clients.ts";
import { pluginClients } from "../src/plugin-client.ts";
import { sensitiveRanges } from "../src/secrets/sensitive-values.ts";
import { lintFiles, parseFiles } from "./lint-text.ts";

const clients = { ...always, ...otherClients, ...pluginClients };

/** The places of the clients that read servers from a file of their own, with the key that they read them from, and how they write a reference. */
const places = [
	["VS Code", ".vscode/mcp.json", "servers", "${env:DOCS_API_KEY}"],
	["Cursor", ".cursor/mcp.json", "mcpServers", "${env:DOCS_API_KEY}"],
	[
		"Windsurf",
		".codeium/windsurf/mcp_config.json",
		"mcpServers",
		"${env:DOCS_API_KEY}",
	],
	["Gemini CLI", ".gemini/settings.json", "mcpServers", "${DOCS_API_KEY}"],
	["Cline", "cline_mcp_settings.json", "mcpServers", "${env:DOCS_API_KEY}"],
	["Roo Code", ".roo/mcp.json", "mcpServers", "${env:DOCS_API_KEY}"],
	["Kiro", ".kiro/settings/mcp.json", "mcpServers", "${DOCS_API_KEY}"],
	["Amazon Q", ".amazonq/mcp.json", "mcpServers", "${DOCS_API_KEY}"],
	["Copilot CLI", ".github/mcp.json", "mcpServers", undefined],
	["Claude Desktop", "claude_desktop_config.json", "mcpServers", undefined],
	["Amp", ".amp/settings.json", "amp.mcpServers", undefined],
	["Junie", ".junie/mcp/mcp.json", "mcpServers", undefined],
	["Zed", ".zed/settings.json", "context_servers", undefined],
] as const;

const CREDENTIAL = "q7Zk2mVx9TbLw4RdYc8HnJ5sPf3GtAe6";

const messages = (file: string, text: string, rule?: string) =>
	lintFiles({ [file]: text })
		.filter((each) => rule === undefined || each.rule === rule)
		.map(({ message }) => message);

describe.each(places)("%s", (name, file, key, reference) => {
	const server = (fields: string) => `{ "${key}": { "docs": { ${fields} } } }`;

	test("a credential gets a reference as the client writes it, or leaves the file", () => {
		const [message = ""] = messages(
			file,
			server(
				`"command": "docs-server", "env": { "DOCS_API_KEY": "${CREDENTIAL}" }`,
			),
			"literal-secret",
		);
		expect(message).toContain(
			reference ? `write ${reference} in its place` : "take it out of the file",
		);
		if (reference) expect(message).toContain(`before ${name} starts`);
	});

	test("a placeholder gets the same", () => {
		const [message = ""] = messages(
			file,
			server(
				'"command": "docs-server", "env": { "DOCS_API_KEY": "<YOUR_API_KEY>" }',
			),
			"unfilled-placeholder",
		);
		expect(message).toContain(
			reference ? `write ${reference}` : "put the value in",
		);
	});

	test("its own words for transports are taken, and a wrong one becomes one of them", () => {
		const client = Object.values(clients).find((each) => each.name === name);
		if (!client) throw new Error(`no client ${name}`);
		for (const [word, transport] of Object.entries(client.transports)) {
			const rest =
				transport === "stdio"
					? '"command": "docs-server"'
					: `"${client.fields.url[0]}": "https://docs.example.com/mcp"`;
			expect(messages(file, server(`"type": "${word}", ${rest}`))).toEqual([]);
			expect(meantTransport(word)).toBe(transport);
		}
		const http = typeOf(client, "http");
		if (!http) return;
		const text = server(
			`"type": "HTTP_Stream", "${client.fields.url[0]}": "https://docs.example.com/mcp"`,
		);
		expect(messages(file, text, "unknown-transport")).toEqual([
			`Server "docs": ${name} knows no type "HTTP_Stream"${client.ignoresUnknownTypes ? ", and goes by the other fields of the server" : ""}. Write "${http}".`,
		]);
	});

	test("the root key of another client is not its own", () => {
		const other = key === "mcpServers" ? "servers" : "mcpServers";
		expect(
			messages(
				file,
				`{ "${other}": { "docs": { "command": "docs-server" } } }`,
				"wrong-root",
			),
		).toEqual([
			expect.stringContaining(`${name} reads "${key}". Rename the key.`),
		]);
	});
});

test("what was only read of a client is no error, but for syntax and credentials", () => {
	const unmeasured = kinds.filter(
		({ clients: [id], files }) =>
			id !== undefined && files.length > 0 && !clients[id].isMeasured,
	);
	for (const { files } of unmeasured) {
		const [file = ""] = files;
		const text =
			'{ "servers": { "a": { "type": "none" } }, "mcpServers": { "a": { "type": "none", "url": 1 } } }';
		const severities = lintFiles({ [file]: text }).map(
			({ severity }) => severity,
		);
		expect(severities).not.toContain("error");
		expect(severities).toContain("warning");
	}
});

test("a server file of Copilot CLI may do without a key, that of a user may not", () => {
	const bare = '{ "docs": { "type": "http", "url": "docs.example.com" } }';
	expect(messages(".github/mcp.json", bare, "invalid-url")).toHaveLength(1);
	expect(messages(".github/mcp.json", bare, "wrong-root")).toEqual([]);
	expect(messages(".copilot/mcp-config.json", bare, "wrong-root")).toHaveLength(
		1,
	);
});

test("an address without a type is what each client takes it for", () => {
	const text = (address: string) =>
		`{ "mcpServers": { "docs": { "url": "${address}" } } }`;
	const said = (file: string, address: string) =>
		messages(file, text(address), "missing-transport").length;
	const address = "https://docs.example.com/mcp";
	expect(said(".cursor/mcp.json", address)).toBe(0);
	expect(said(".github/mcp.json", address)).toBe(0);
	expect(said(".gemini/settings.json", address)).toBe(0);
	expect(said(".roo/mcp.json", address)).toBe(1);
	expect(said("cline_mcp_settings.json", address)).toBe(1);
	expect(said("cline_mcp_settings.json", "https://docs.example.com/sse")).toBe(
		0,
	);
	expect(said("cline_mcp_settings.json", "https://docs.example.com")).toBe(0);
});

describe("references", () => {
	const inArgs = (file: string, key: string, text: string, more = "") =>
		messages(
			file,
			`{ "${key}": { "docs": { "command": "docs-server", "args": [${JSON.stringify(text)}] } }${more} }`,
		);

	test.each([
		"${workspaceFolder}/docs",
		"${workspaceFolder:tools}/docs",
		"${userHome}${/}docs",
		"${config:docs.path}",
		"${command:docs.pick}",
		"${env:DOCS}",
		"${cwd}",
	])("VS Code replaces %s", (text) => {
		expect(inArgs(".vscode/mcp.json", "servers", text)).toEqual([]);
	});

	test("an input must be declared in the same file", () => {
		const text = "--token=${input:docs-token}";
		const inputs = (id: string) =>
			`, "inputs": [{ "type": "promptString", "id": "${id}" }]`;
		const said = (more: string) =>
			inArgs(".vscode/mcp.json", "servers", text, more);
		expect(said(inputs("docs-token"))).toEqual([]);
		expect(said(inputs("other"))).toHaveLength(1);
		expect(said("")).toHaveLength(1);
		expect(said(', "inputs": 1')).not.toEqual([]);
	});

	test.each([
		[".vscode/mcp.json", "servers", "${file:/run/token}", "${env:RUN_TOKEN}"],
		[
			".cursor/mcp.json",
			"mcpServers",
			"${input:docs-token}",
			"${env:DOCS_TOKEN}",
		],
		[".roo/mcp.json", "mcpServers", "${DOCS_TOKEN}", "${env:DOCS_TOKEN}"],
		[
			".gemini/settings.json",
			"mcpServers",
			"${env:DOCS_TOKEN}",
			"${DOCS_TOKEN}",
		],
		[".kiro/settings/mcp.json", "mcpServers", "$DOCS_TOKEN", "${DOCS_TOKEN}"],
	])("%s does not replace what another client does", (file, key, text, own) => {
		expect(inArgs(file, key, `--token=${text}`)).toEqual([
			expect.stringContaining(`write ${own}`),
		]);
	});

	test("Windsurf reads files", () => {
		expect(
			inArgs(
				".codeium/windsurf/mcp_config.json",
				"mcpServers",
				"${file:/run/token}",
			),
		).toEqual([]);
	});

	test("Claude Desktop replaces nothing, and programs may do it themselves", () => {
		const file = "claude_desktop_config.json";
		const server = (fields: string) =>
			messages(file, `{ "mcpServers": { "docs": { ${fields} } } }`);
		expect(
			server('"command": "docs-server", "env": { "A_TOKEN": "${A_TOKEN}" }'),
		).toEqual([expect.stringContaining("write the value itself")]);
		expect(
			server(
				'"command": "docs-server", "args": ["--token", "${A_TOKEN}"], "env": { "A_TOKEN": "a" }',
			),
		).toEqual([]);
		expect(
			server(
				'"command": "npx", "args": ["-y", "mcp-remote@0.1.37", "https://docs.example.com", "--header", "X-Token:${A_TOKEN}"]',
			),
		).toEqual([]);
	});
});

describe("keys of other clients", () => {
	test.each([
		[".roo/mcp.json", "mcpServers", "autoApprove", '"alwaysAllow"'],
		[".kiro/settings/mcp.json", "mcpServers", "alwaysAllow", '"autoApprove"'],
		[".gemini/settings.json", "mcpServers", "disabledTools", '"excludeTools"'],
		[".github/mcp.json", "mcpServers", "includeTools", '"tools"'],
		[".vscode/mcp.json", "servers", "environment", '"env"'],
	])("%s: %s.%s becomes %s", (file, key, name, own) => {
		const [message, ...rest] = messages(
			file,
			`{ "${key}": { "docs": { "command": "docs-server", "${name}": ["search"] } } }`,
			"foreign-key",
		);
		expect(message).toContain(`Instead, name it ${own}`);
		expect(rest).toEqual([]);
	});

	test("a key that only switches a server off leads to removing the server, not the key", () => {
		expect(
			messages(
				".vscode/mcp.json",
				'{ "servers": { "docs": { "command": "docs-server", "disabled": true } } }',
				"foreign-key",
			),
		).toEqual([expect.stringContaining("remove the server to switch it off")]);
	});

	test("what another program may make of a key that is out of place in ours is its own", () => {
		expect(
			messages(
				".cursor/mcp.json",
				'{ "mcpServers": {}, "permissions": {}, "env": {} }',
			),
		).toEqual([]);
	});
});

test("sockets are addresses in VS Code alone", () => {
	const text = (key: string) =>
		`{ "${key}": { "docs": { "type": "http", "url": "unix:///run/docs.sock" } } }`;
	expect(messages(".vscode/mcp.json", text("servers"))).toEqual([]);
	expect(messages(".cursor/mcp.json", text("mcpServers"))).toHaveLength(1);
});

test("a file with the same name elsewhere is nobody's", () => {
	expect(kindByPath("app/mcp_config.json")).toBeUndefined();
	expect(
		kindByPath("Code/User/mcp.json", ".config/Code/User/mcp.json")?.id,
	).toBe("vs-code-mcp");
});

test("what to do is known of keys alone that are known to be of another client", () => {
	const known = Object.keys({ ...foreignKeys.root, ...foreignKeys.server });
	for (const { keyRemedies } of Object.values(otherClients)) {
		for (const key of Object.keys(keyRemedies ?? {})) {
			expect(known).toContain(key);
		}
	}
});

test("what stands under variables and headers is shown nowhere, whatever a client calls them", () => {
	const names = Object.values(clients).flatMap(({ fields }) => [
		fields.env,
		fields.headers,
	]);
	for (const name of new Set(names)) {
		const [document] = parseFiles({
			"opencode.json": `{ "x": { "${name}": { "A": "anything" } } }`,
		});
		expect(document?.root && sensitiveRanges(document.root), name).toHaveLength(
			1,
		);
	}
});
