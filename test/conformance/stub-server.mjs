// An MCP server on standard input and output: it offers the tools that its arguments name, and their calls do nothing.
import { createInterface } from "node:readline";

const tools = process.argv
	.slice(2)
	.map((name) => ({ name, inputSchema: { type: "object" } }));

const answers = {
	initialize: ({ protocolVersion }) => ({
		protocolVersion,
		capabilities: { tools: {} },
		serverInfo: { name: "stub", version: "1.0.0" },
	}),
	"tools/list": () => ({ tools }),
	"tools/call": () => ({ content: [] }),
	ping: () => ({}),
};

for await (const line of createInterface({ input: process.stdin })) {
	const { id, method, params } = JSON.parse(line);
	if (id === undefined) continue;
	const answer = answers[method];
	const outcome = answer
		? { result: answer(params ?? {}) }
		: { error: { code: -32601, message: `no method ${method}` } };
	process.stdout.write(
		`${JSON.stringify({ jsonrpc: "2.0", id, ...outcome })}\n`,
	);
}
