import type { Document } from "../document.ts";
import { pointerTokens } from "../location.ts";
import { readerOf } from "../project/project.ts";
import { defineRule } from "../rule.ts";
import { knownKeys, schemasAt, type Violation } from "../schema.ts";
import { violationProblem } from "../violation-message.ts";
import { nearest, quote } from "../wording.ts";

export default defineRule({
	effect: "skipped",
	severity: "error",
	summary: "A hook has the wrong shape, so it or the whole file is dropped.",
	rationale: `
Hooks stand under the name of an event, in a list of groups, each with a list of handlers:
\`{ "hooks": { "Stop": [{ "hooks": [{ "type": "command", "command": "…" }] }] } }\`. Claude Code drops a malformed hook, and the whole settings file where the event is
\`PreToolUse\` or \`PermissionRequest\`: such a hook may be what guards the permissions in the same file.`,
	examples: [
		{
			file: ".claude/settings.json",
			bad: '{ "hooks": { "Stop": [{ "type": "command", "command": "./notify" }] } }',
			good: '{ "hooks": { "Stop": [{ "hooks": [{ "type": "command", "command": "./notify" }] }] } }',
		},
	],

	*check({ documents }) {
		for (const document of documents) {
			for (const violation of document.violations) {
				if (violation.subject !== "hook") continue;
				if (isUnknownEvent(violation)) {
					const event = String(violation.params.additionalProperty);
					const meant = nearest(event, knownEvents(document));
					const found =
						violation.node.type === "object" &&
						violation.node.properties.findLast(
							({ key }) => key.value === event,
						);
					if (!found) continue;
					yield {
						location: found.key,
						message: `${readerOf(document)} knows no hook event ${quote(event)} and drops its hooks; ${meant ? `did you mean ${quote(meant)}?` : "choose one of its events."}`,
						effect: "skipped",
					};
				} else if (violation.keyword !== "additionalProperties") {
					const [, event = ""] = pointerTokens(violation.node.pointer);
					const problem = violationProblem(
						violation,
						event ? `Hook on ${event}` : "Hooks",
					);
					yield isListOfNothing(violation)
						? { ...problem, effect: "skipped" }
						: problem;
				}
			}
		}
	},
});

function knownEvents({ schema }: Document): string[] {
	return schema ? knownKeys(schema, schemasAt(schema, "/hooks")) : [];
}

function isUnknownEvent({ keyword, node }: Violation): boolean {
	return keyword === "additionalProperties" && node.pointer === "/hooks";
}

/** `hooks` as a list costs the file only if a hook could be in it. */
function isListOfNothing({ node }: Violation): boolean {
	return (
		node.pointer === "/hooks" &&
		node.type === "array" &&
		!node.items.some(({ type }) => type === "object")
	);
}
