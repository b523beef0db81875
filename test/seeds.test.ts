import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parseToolCall } from "../src/decisions/tool-call.ts";
import { askPermissions } from "../src/permission-command.ts";
import { reportPermissionJson } from "../src/reporters/permission-json.ts";
import { run } from "../src/run.ts";

/**
 * What five published set-up guides lead to, as the files that a reader ends up with and as a page with the same commands. Each group of tests is about
 * one of them: what is right there is passed over, and what is wrong is said so that the reader can act on it.
 */
const folderOf = (path: string) =>
	fileURLToPath(new URL(`projects/seeds/${path}`, import.meta.url));

const guide = async (name: string) => {
	const { diagnostics, sources } = await run({
		workingFolder: folderOf(`${name}/files`),
		paths: [],
		config: false,
	});
	const said = diagnostics.map(({ location, rule, severity, message }) => {
		const line = sources.get(location.file)?.position(location.start).line;
		const text = sources.get(location.file)?.text ?? "";
		return {
			file: location.file,
			line,
			rule,
			severity,
			message,
			text: text.slice(location.start, location.end),
		};
	});
	return {
		/** What is said of the files of one folder. */
		of: (part: string) =>
			said.filter(({ file }) => file.startsWith(`${part}/`)),
		/** What is said of the page, at lines that hold a text. */
		onPage: (words: string) => {
			const lines = (sources.get("README.md")?.text ?? "").split("\n");
			return said.filter(
				({ file, line = 0 }) =>
					file === "README.md" && lines[line - 1]?.includes(words),
			);
		},
	};
};

/** Who decides about a call in a folder of a guide. */
async function permission(folder: string, text: string) {
	const call = parseToolCall(text);
	if (!call) throw new Error(`${text} is no call`);
	const report = await askPermissions([call], {
		workingFolder: folderOf(folder),
	});
	return JSON.parse(reportPermissionJson(report)).tools[0];
}

describe("CData Connect AI", async () => {
	const { of, onPage } = await guide("cdata");

	test("a server with OAuth is right, in the file and as a command", () => {
		expect(of("oauth")).toEqual([]);
		expect(onPage("claude mcp add").map(({ rule }) => rule)).toEqual([
			"unfilled-placeholder",
		]);
	});

	test("the placeholder of the token is named, and what to write for it", () => {
		expect(of("placeholder")).toMatchObject([
			{
				rule: "unfilled-placeholder",
				severity: "warning",
				message: expect.stringContaining('"Basic ${CONNECTMCP_TOKEN}"'),
			},
		]);
		expect(onPage("Your_Base64Encoded")).toMatchObject([
			{ rule: "unfilled-placeholder", severity: "info" },
		]);
	});

	test("an address and a token in base64 are a credential; what it becomes is said", () => {
		expect(of("credential")).toMatchObject([
			{
				rule: "literal-secret",
				message: expect.stringContaining("${CONNECTMCP_TOKEN}"),
			},
		]);
		expect(of("credential")[0]?.text).not.toContain("Basic");
	});

	test("a rule for its tools names the server as it is called, and not the company", () => {
		expect(of("rules")).toMatchObject([
			{ rule: "unknown-server", text: '"mcp__cdata__*"' },
		]);
		expect(onPage("mcp__connectmcp__*")).toEqual([]);
		expect(onPage("mcp__cdata__*")).toMatchObject([{ rule: "unknown-server" }]);
	});
});

describe("Zuplo MCP Gateway", async () => {
	const { of, onPage } = await guide("zuplo");

	test("a server of type http is right under any name, which is told how rules call it", () => {
		expect(of("http")).toMatchObject([
			{
				rule: "normalized-name",
				severity: "info",
				message: expect.stringContaining("mcp__any_name_we_like__"),
			},
		]);
		expect(onPage("--scope project")).toEqual([]);
		expect(onPage("--callback-port 8080 ")).toEqual([]);
		expect(onPage("--client-secret")).toEqual([]);
	});

	test("an address without a type is dropped, and said to be", () => {
		expect(of("without-type")).toMatchObject([
			{ rule: "missing-transport", severity: "error" },
		]);
		expect(
			onPage('{ "zuplo": { "url"').map(({ rule, severity }) => ({
				rule,
				severity,
			})),
		).toEqual([{ rule: "missing-transport", severity: "error" }]);
	});

	test("Streamable HTTP is spelled in two ways, and in no other", () => {
		expect(of("spellings").map(({ rule, text }) => [rule, text])).toEqual([
			["unknown-transport", '"streamableHttp"'],
			["unknown-transport", '"streamable_http"'],
			["unknown-transport", '"HTTP"'],
			["unknown-transport", '"Streamable HTTP"'],
		]);
		expect(onPage("--transport streamableHttp")).toMatchObject([
			{ severity: "error", text: "streamableHttp" },
		]);
	});

	test("a port and a client that was registered are checked as the client does", () => {
		expect(of("oauth")).toEqual([]);
		expect(of("oauth-wrong")).toContainEqual(
			expect.objectContaining({
				rule: "invalid-server",
				severity: "error",
				text: '"8080"',
			}),
		);
		expect(onPage("80800")).toMatchObject([{ severity: "error" }]);
	});

	test("the secret of a client does not belong in the file; where it is kept is said", () => {
		const found = of("oauth-wrong").filter(({ message }) =>
			message.includes("clientSecret"),
		);
		expect(found.map(({ rule }) => rule)).toContain("literal-secret");
		expect(found).toContainEqual(
			expect.objectContaining({
				message: expect.stringContaining("MCP_CLIENT_SECRET"),
			}),
		);
	});

	test("rules and prompts use the normalised name", () => {
		expect(of("names")).toContainEqual(
			expect.objectContaining({
				rule: "misspelled-rule",
				severity: "error",
				message: expect.stringContaining("mcp__zuplo_gateway__delete_book"),
			}),
		);
		expect(onPage('"zuplo gateway"')).toMatchObject([{ severity: "error" }]);
	});
});

describe("Omni", async () => {
	const { of, onPage } = await guide("omni");

	test("each placeholder is named at its place, and none is a secret", () => {
		const found = of("placeholders").filter(
			({ rule }) => rule !== "normalized-name",
		);
		expect(found.map(({ rule, text }) => [rule, text])).toEqual([
			["unfilled-placeholder", "<YOUR_OMNI_INSTANCE>"],
			["unfilled-placeholder", "Bearer <OMNI_API_KEY>"],
			["unfilled-placeholder", "<OPTIONAL_OMNI_MODEL_ID>"],
			["unfilled-placeholder", "<OPTIONAL_TOPIC_NAME>"],
			["unfilled-placeholder", "<true/false>"],
			["unfilled-placeholder", "<USER_ID>"],
			["unfilled-placeholder", "<true/false>"],
		]);
		expect(onPage("<OMNI_API_KEY>")).toMatchObject([
			{ rule: "unfilled-placeholder", severity: "info" },
		]);
	});

	test("references without a default are right: the session brings the variables", () => {
		expect(of("references").map(({ rule }) => rule)).toEqual([
			"normalized-name",
		]);
		expect(onPage("${OMNI_API_KEY}")).toEqual([]);
	});

	test("a rule for omni does not match the server Omni MCP; the right one is offered", () => {
		expect(of("rules")).toContainEqual(
			expect.objectContaining({
				rule: "unknown-server",
				text: '"mcp__omni__*"',
				message: expect.stringContaining('"mcp__Omni_MCP__*"'),
			}),
		);
		expect(of("rules-right").map(({ rule }) => rule)).toEqual([
			"normalized-name",
		]);
		expect(of("rules-short-name")).toEqual([]);
		expect(onPage("mcp__omni__*")).toMatchObject([
			{ message: expect.stringContaining("mcp__Omni_MCP__") },
		]);
	});

	test("who asks about a tool that was refused is told which rule decides, that none does, and what to add", async () => {
		const ask = (part: string) =>
			permission(`omni/files/${part}`, "mcp__omni__pickModel");
		expect(await ask("rules-short-name")).toMatchObject({
			decision: "allow",
			rule: { text: "mcp__omni__*" },
		});
		expect(await ask("rules-right")).toMatchObject({
			decision: "none",
			rule: null,
			suggestion: expect.stringContaining("mcp__omni__pickModel"),
		});
	});
});

describe("conexor.io", async () => {
	const { of, onPage } = await guide("conexor");

	test("the file of Claude Desktop takes programs only", () => {
		expect(of("desktop")).toContainEqual(
			expect.objectContaining({
				rule: "unsupported-transport",
				message: expect.stringContaining("mcp-remote"),
			}),
		);
		expect(onPage('"url": "https://mcp.conexor.io').at(-1)).toMatchObject({});
	});

	test("the token of the API is read by no client's file", () => {
		const [foreign, ...others] = of("desktop").filter(
			({ rule }) => rule === "foreign-key",
		);
		expect(foreign?.message).toContain("the Anthropic API");
		// nothing else than the app would send it
		expect(foreign?.message).not.toContain("headers");
		expect(others).toEqual([]);
	});

	test("both placeholders are named", () => {
		const placeholders = (part: { rule: string; text: string }[]) =>
			part
				.filter(({ rule }) => rule === "unfilled-placeholder")
				.map(({ text }) => text);
		const both = ["YOUR_SERVER_ID", "YOUR_MCP_API_KEY"];
		expect(placeholders(of("desktop"))).toEqual(both);
		expect(
			placeholders([
				...onPage("mcp.conexor.io/s/"),
				...onPage("authorization_token"),
			]),
		).toEqual(both);
	});

	test("a real key there is a credential", () => {
		expect(of("desktop-credential")).toContainEqual(
			expect.objectContaining({ rule: "literal-secret" }),
		);
	});

	test("the list of the API is no map of servers, and url is no transport", () => {
		expect(of("api-list")).toMatchObject([
			{
				rule: "wrong-root",
				severity: "error",
				message: expect.stringContaining("the Anthropic API"),
			},
		]);
		expect(of("api-list-under-our-key")).toMatchObject([
			{
				rule: "wrong-root",
				message: expect.stringContaining("not an array"),
			},
		]);
		expect(of("api-type")).toMatchObject([
			{ rule: "unknown-transport", severity: "error", text: '"url"' },
		]);
		expect(onPage('"type": "url"')).toEqual([]);
	});
});

describe("bkend", async () => {
	const { of, onPage } = await guide("bkend");

	test("the flag may stand behind the name", () => {
		expect(of("project")).toEqual([]);
		expect(onPage("claude mcp")).toEqual([]);
	});

	test("Claude Desktop takes no server of type http from its file; the bridge and the app's settings are offered", () => {
		const remote = {
			rule: "unsupported-transport",
			message: expect.stringMatching(/Connectors.*mcp-remote/),
		};
		expect(of("desktop")).toMatchObject([remote]);
		expect(onPage('"url": "https://api.bkend')).toMatchObject([remote]);
	});
});
