import { typeOf } from "../clients.ts";
import type { Document } from "../document.ts";
import { pointerTokens } from "../location.ts";
import { findAddress, remoteField } from "../project/addresses.ts";
import { defineRule, type Problem } from "../rule.ts";
import type { Violation } from "../schema.ts";
import { property } from "../syntax/tree.ts";
import { violationFix } from "../violation-fix.ts";
import { violationProblem } from "../violation-message.ts";
import { quote } from "../wording.ts";

export default defineRule({
	effect: "skipped",
	severity: "error",
	summary: "A server lacks a required field, or a field has the wrong type.",
	rationale: `
Claude Code drops a server whose entry it cannot use: a program without \`command\`, a remote server without \`url\`, a number or a boolean
where a string is expected (\`"PORT": 8080\` in \`env\`), arguments that are not a list. The other servers of the file are loaded. Copilot CLI does the same. Of the other clients only what no client could use is
reported: numbers in \`env\` are not.`,
	examples: [
		{
			file: ".mcp.json",
			bad: '{ "mcpServers": { "docs": { "command": "docs-server", "env": { "PORT": 8080 } } } }',
			good: '{ "mcpServers": { "docs": { "command": "docs-server", "env": { "PORT": "8080" } } } }',
			fix: "safe",
		},
	],

	*check({ documents, declaredServers }) {
		const unreachable = new Set(
			declaredServers
				.filter((server) => findAddress(server) ?? remoteField(server))
				.map(({ node }) => node),
		);
		for (const document of documents) {
			for (const violation of document.violations) {
				if (violation.subject !== "server" || isOthers(violation)) continue;
				const { node, keyword } = violation;
				const isAddress = keyword === "required" && node.type === "object";
				if (isAddress && unreachable.has(node)) continue;
				yield {
					...describe(document, violation),
					...violationFix(document, violation),
				};
			}
		}
	},
});

function describe(document: Document, violation: Violation): Problem {
	const { node, keyword, owner } = violation;
	const name = pointerTokens(owner).at(-1) ?? "";
	const problem = violationProblem(violation, `Server ${quote(name)}`);
	if (node.pointer === owner && /^(?:_|\/\/|#|\$comment)/.test(name)) {
		return {
			...problem,
			message: `${quote(name)} is taken for a server; put notes beside "mcpServers" or into a server.`,
			severity: "info",
		};
	}
	if (keyword === "required" && name === "mcpServers") {
		return {
			...problem,
			message:
				'"mcpServers" stands twice, one in the other; remove the inner one.',
		};
	}
	const hint = hintOn(violation, document);
	return hint ? { ...problem, message: `${problem.message} ${hint}` } : problem;
}

/** What else there is to say of a field. */
function hintOn(
	{ node, params }: Violation,
	{ readers: [reader] }: Document,
): string | undefined {
	const { pointer } = node;
	if (params.missingProperty === "url" && property(node, "command")) {
		return `A server with a "command" is of type "${(reader && typeOf(reader, "stdio")) ?? "stdio"}".`;
	}
	if (pointer.endsWith("/tools/0")) {
		return 'A list of names is read by Copilot, not here; remove "tools".';
	}
	if (pointer.endsWith("/bearer_token")) {
		return 'Put the token into a variable, and name that in "bearer_token_env_var".';
	}
	const isReference = node.type === "string" && node.value.includes("${");
	return isReference && pointer.endsWith("/oauth/authServerMetadataUrl")
		? "Variables are not expanded here."
		: undefined;
}

/** What other rules say: unknown keys and unknown transports. */
function isOthers({ keyword, node }: Violation): boolean {
	if (keyword === "additionalProperties") return true;
	return keyword === "enum" && node.pointer.endsWith("/type");
}
