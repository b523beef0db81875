import { describe, expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";

/** One server of the same name in the files of two clients. */
const files = (claude: string, cursor: string, name = "docs") => ({
	".mcp.json": `{ "mcpServers": { "docs": { ${claude} } } }`,
	".cursor/mcp.json": `{ "mcpServers": { "${name}": { ${cursor} } } }`,
});

const found = (given: Readonly<Record<string, string>>) =>
	lintFiles(given).filter(({ rule }) => rule === "drifted-server");

const remote = (address: string) => `"type": "http", "url": "${address}"`;
const packaged = (spec: string, program = "npx") =>
	`"command": "${program}", "args": ["-y", "${spec}"]`;

const CREDENTIAL = "q7Zk2mVx9TbLw4RdYc8HnJ5sPf3GtAe6";

describe("what only looks like a drift", () => {
	test.each([
		[
			"a slash at the end",
			remote("https://a.example.com/mcp/"),
			remote("https://a.example.com/mcp"),
		],
		[
			"the ends of two transports",
			remote("https://a.example.com/mcp"),
			`"type": "sse", "url": "https://a.example.com/sse"`,
		],
		[
			"what is asked for",
			remote("https://a.example.com/mcp?project=1"),
			remote("https://a.example.com/mcp?project=2"),
		],
		[
			"two names of this machine",
			remote("http://localhost:3000/mcp"),
			remote("http://127.0.0.1:3000/mcp"),
		],
		[
			"an address that a variable completes",
			remote("https://${HOST}/mcp"),
			remote("https://a.example.com/mcp"),
		],
		[
			"another spelling of a transport",
			remote("https://a.example.com/mcp"),
			`"type": "streamable-http", "url": "https://A.example.com/mcp"`,
		],
		["another package", packaged("a-server@1.0.0"), packaged("b-server@2.0.0")],
		[
			"no version in one of them",
			packaged("a-server"),
			packaged("a-server@2.0.0"),
		],
		[
			"another program that runs it",
			packaged("a-server@2.0.0"),
			packaged("a-server@2.0.0", "bunx"),
		],
		[
			"the order of arguments",
			'"command": "a", "args": ["--one", "--two"]',
			'"command": "a", "args": ["--two", "--one"]',
		],
		["local folders", '"command": "./bin/a"', '"command": "/srv/bin/a"'],
		[
			"names of variables",
			'"command": "a", "env": { "A_TOKEN": "${A_TOKEN}" }',
			'"command": "a", "env": { "A_TOKEN": "${env:CURSOR_A_TOKEN}" }',
		],
		[
			"a program here and an address there",
			packaged("mcp-remote@0.1.37"),
			remote("https://a.example.com/mcp"),
		],
	])("%s", (_what, claude, cursor) => {
		expect(found(files(claude, cursor))).toEqual([]);
	});

	test("servers of other names, in one file, in an example or in another folder", () => {
		const one = remote("https://a.example.com/mcp");
		const other = remote("https://b.example.com/mcp");
		expect(found(files(one, other, "search"))).toEqual([]);
		const { ".mcp.json": claude = "", ".cursor/mcp.json": cursor = "" } = files(
			one,
			other,
		);
		expect(
			found({ ".mcp.json": claude, "sub/.cursor/mcp.json": cursor }),
		).toEqual([]);
		expect(
			found({
				"examples/.mcp.json": claude,
				"examples/.cursor/mcp.json": cursor,
			}),
		).toEqual([]);
	});
});

test("another host or path is named in both files", () => {
	const [problem, ...rest] = found(
		files(
			remote("https://a.example.com/v2/mcp"),
			remote("https://a.example.com/v1/mcp"),
		),
	);
	expect(rest).toEqual([]);
	expect(problem).toMatchObject({
		severity: "info",
		location: { file: ".cursor/mcp.json" },
		message:
			'Server "docs" has the address "https://a.example.com/v1/mcp" here and "https://a.example.com/v2/mcp" in .mcp.json; write the one that holds in both files, or give one of them another name.',
		related: [{ location: { file: ".mcp.json" } }],
	});
});

test("another port of this machine is another address", () => {
	expect(
		found(
			files(remote("http://localhost:3000"), remote("http://localhost:3001")),
		),
	).toHaveLength(1);
});

test.each([
	[packaged("@a/server@1.4.2"), packaged("@a/server@2.0.1", "pnpx")],
	[packaged("a-server==1.4.2", "uvx"), packaged("a-server[all]==2.0.1", "uvx")],
	[
		'"command": "docker", "args": ["run", "-i", "--rm", "ghcr.io/a/server:1.4.2"]',
		'"command": "docker", "args": ["run", "--rm", "-i", "ghcr.io/a/server:2.0.1"]',
	],
])("another version of a package: %s", (claude, cursor) => {
	expect(found(files(claude, cursor)).map(({ message }) => message)).toEqual([
		expect.stringContaining("write the same version in both files"),
	]);
});

test.each(["env", "headers"])(
	"a credential that is a reference in the other file, in %s",
	(field) => {
		const server = (value: string) =>
			field === "env"
				? `"command": "a", "env": { "DOCS_API_KEY": "${value}" }`
				: `${remote("https://a.example.com/mcp")}, "headers": { "X-Api-Key": "${value}" }`;
		const literalThere = found(
			files(server(CREDENTIAL), server("${env:DOCS_API_KEY}")),
		);
		const literalHere = found(
			files(server("${DOCS_API_KEY}"), server(CREDENTIAL)),
		);
		expect(literalThere.map(({ location }) => location.file)).toEqual([
			".mcp.json",
		]);
		expect(literalHere.map(({ location }) => location.file)).toEqual([
			".cursor/mcp.json",
		]);
		expect(JSON.stringify([literalHere, literalThere])).not.toContain(
			CREDENTIAL,
		);
	},
);

test("each file that differs from the first is named once", () => {
	const server = (version: string) =>
		`{ "docs": { ${packaged(`a-server@${version}`)} } }`;
	const all = {
		".mcp.json": `{ "mcpServers": ${server("2.0.1")} }`,
		".cursor/mcp.json": `{ "mcpServers": ${server("1.0.0")} }`,
		".roo/mcp.json": `{ "mcpServers": ${server("1.0.0")} }`,
		".vscode/mcp.json": `{ "servers": ${server("2.0.1")} }`,
	};
	expect(found(all).map(({ location }) => location.file)).toEqual([
		".cursor/mcp.json",
		".roo/mcp.json",
	]);
});
