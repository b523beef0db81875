import type { Document } from "../document.ts";
import { isAtPlace } from "../kinds.ts";
import { readerOf } from "../project/project.ts";
import { defineRule, type Problem } from "../rule.ts";
import { knownKeys, rootSchemas, type Violation } from "../schema.ts";
import { findMissedFence } from "../syntax/fences.ts";
import { effectiveProperties } from "../syntax/tree.ts";
import { describeViolation } from "../violation-message.ts";
import { both, quote } from "../wording.ts";

export default defineRule({
	effect: "skipped",
	severity: "error",
	summary: "An agent has no name or no description, so it is not loaded.",
	rationale: `
Claude Code loads an agent from a file whose front matter has a \`name\` and a \`description\`, both of them text. The name must not start with \`-\`,
and there must be no \`:\` in it. It leaves other files out without a word, and the session goes on without the agent. A file without front matter
may be meant for people, so it is only mentioned.`,
	examples: [
		{
			file: ".claude/agents/reviewer.md",
			bad: "---\ndescription: Reviews changes\n---\nReview the changes.\n",
			good: "---\nname: reviewer\ndescription: Reviews changes\n---\nReview the changes.\n",
		},
	],
	needs: [{ syntax: "front-matter" }],

	*check({ documents }) {
		for (const document of documents) {
			if (isWithoutFrontMatter(document)) yield mentionFile(document);
			if (document.root?.type === "object" && !hasKnownKey(document)) continue;
			const violations = document.violations.filter(isAboutDefinition);
			yield* missingFields(document, violations);
			for (const violation of violations) {
				if (violation.keyword === "required") continue;
				yield {
					location: violation.node,
					message: `${readerOf(document)} does not load this ${document.kind.title}: ${describe(violation)}`,
				};
			}
		}
	},
});

function isAboutDefinition({ subject, keyword, node }: Violation): boolean {
	// a line of text between two fences is no front matter
	const isText = node.pointer === "" && node.type === "string";
	return (
		subject === "definition" && keyword !== "additionalProperties" && !isText
	);
}

/** A text that is to be an agent and says nothing about it; what misses its fence is said elsewhere. */
function isWithoutFrontMatter({ kind, root, errors, text, file }: Document) {
	return (
		kind.readmes !== undefined &&
		!root &&
		errors.length === 0 &&
		text.trim() !== "" &&
		!findMissedFence(text) &&
		!kind.readmes.some((name) => isAtPlace(file, name))
	);
}

function mentionFile(document: Document): Problem {
	const { file, text } = document;
	const newline = text.indexOf("\n");
	const end = newline === -1 ? text.length : newline;
	return {
		location: { file, pointer: "", start: 0, end },
		message: `${readerOf(document)} loads no ${document.kind.title} from this file; for one write "name" and "description" into a front matter.`,
		severity: "info",
	};
}

/** What is missing altogether, in one sentence. */
function* missingFields(
	document: Document,
	violations: readonly Violation[],
): Generator<Problem> {
	const missing = violations.filter(({ keyword }) => keyword === "required");
	const [first] = missing;
	if (!first) return;
	const names = missing.map(({ params }) => `"${params.missingProperty}"`);
	const verb = names.length === 1 ? "is" : "are";
	const { node } = first;
	yield {
		location: { ...node, end: node.start + 1 },
		message: `${readerOf(document)} does not load this ${document.kind.title}: ${both(names)} ${verb} missing from the front matter.`,
	};
}

function describe(violation: Violation): string {
	const { keyword, node } = violation;
	if (node.type === "array" && node.pointer === "")
		return 'the front matter is a list; write fields, such as "name: …".';
	if (keyword === "pattern" && node.type === "string") {
		return node.value.startsWith("-")
			? `the name ${quote(node.value)} starts with "-".`
			: `there is a ":" in the name ${quote(node.value)}.`;
	}
	return describeViolation(violation);
}

/** A text with other fields only is not meant for the client. */
function hasKnownKey({ root, schema }: Document): boolean {
	if (!schema) return false;
	const known = knownKeys(schema, rootSchemas(schema));
	return effectiveProperties(root).some(({ key }) => known.includes(key.value));
}
