import { expect, test } from "vitest";
import { fixFiles } from "../fix-files.ts";

/** Random, and of nobody. */
const key = ["TfmC0B6X0Am2", "KtvFWtMlQJpJ", "iSkDFhSw"].join("");

/** The servers after the unsafe fixes of a file with this one. */
function fixedServer(server: object): unknown {
	const { files } = fixFiles(
		{ ".mcp.json": JSON.stringify({ mcpServers: { chain: server } }) },
		{ sort: "unsafe", rule: "literal-secret" },
	);
	return JSON.parse(files[".mcp.json"] ?? "").mcpServers.chain;
}

test("an address that is a credential from the middle of its host on becomes a reference as a whole", () => {
	const url = `https://eth-mainnet.g.alchemy.com/v2/${key}`;
	expect(fixedServer({ type: "http", url })).toEqual({
		type: "http",
		url: "${CHAIN_URL}",
	});
	expect(fixedServer({ command: "npx", args: ["mcp-remote", url] })).toEqual({
		command: "npx",
		args: ["mcp-remote", "${CHAIN_URL}"],
	});
});

test("a credential in the path of an address alone becomes a reference there", () => {
	const url = (secret: string) => `https://mcp.example.com/mcp?token=${secret}`;
	expect(fixedServer({ type: "http", url: url(key) })).toEqual({
		type: "http",
		url: url("${CHAIN_TOKEN}"),
	});
});
