import { partLocator } from "../document.ts";
import { readerOf } from "../project/project.ts";
import { defineRule } from "../rule.ts";
import {
	effectiveProperties,
	property,
	type StringNode,
	stringItems,
	valueAt,
} from "../syntax/tree.ts";
import { quote } from "../wording.ts";

/** Longer values are not judged: nobody wrote them by hand. */
const LONGEST = 8192;

export default defineRule({
	effect: "inert",
	severity: "warning",
	summary: "A hook's header uses a variable that it may not send.",
	rationale: `
In the \`headers\` of an \`http\` hook, \`$NAME\` and \`\${NAME}\` stand for environment variables, but only for those in the handler's \`allowedEnvVars\` and, where the settings have
\`httpHookAllowedEnvVars\`, in that list too. Any other becomes an empty text, so the request arrives without its token. A default, \`\${NAME:-default}\`, is not known here and is sent
as it stands.`,
	examples: [
		{
			file: ".claude/settings.json",
			bad: '{ "hooks": { "Stop": [{ "hooks": [{ "type": "http", "url": "https://hooks.example.com/stop", "headers": { "Authorization": "Bearer $HOOK_TOKEN" } }] }] } }',
			good: '{ "hooks": { "Stop": [{ "hooks": [{ "type": "http", "url": "https://hooks.example.com/stop", "headers": { "Authorization": "Bearer $HOOK_TOKEN" }, "allowedEnvVars": ["HOOK_TOKEN"] }] }] } }',
		},
	],

	*check({ hooks, documents, inheritedSettings }) {
		const lists = [...documents, ...inheritedSettings].flatMap(
			({ root }) => property(root, "httpHookAllowedEnvVars")?.value ?? [],
		);
		const sendable = new Set(
			lists.flatMap(stringItems).map(({ value }) => value),
		);
		for (const { event, handlers, document } of hooks) {
			for (const { type, node } of handlers) {
				if (type !== "http") continue;
				const allowed = new Set(
					stringItems(valueAt(node, "allowedEnvVars")).map(
						({ value }) => value,
					),
				);
				for (const { key, value } of effectiveProperties(
					valueAt(node, "headers"),
				)) {
					if (value.type !== "string" || value.value.length > LONGEST) continue;
					const owner = `Hook on ${event}: header ${quote(key.value)}`;
					const locate = partLocator(document, value);
					for (const { name, text, at, hasDefault } of references(value)) {
						const location = locate(text, at);
						if (hasDefault) {
							yield {
								location,
								message: `${owner} is sent with ${quote(text)} as it stands, because ${readerOf(document)} knows no defaults here; write "$${name}", and list it in "allowedEnvVars".`,
							};
						} else if (!allowed.has(name)) {
							yield {
								location,
								message: `${owner} is sent without $${name}, which is not in "allowedEnvVars"; add it there.`,
							};
						} else if (lists.length > 0 && !sendable.has(name)) {
							yield {
								location,
								message: `${owner} is sent without $${name}, which is not in "httpHookAllowedEnvVars"; add it there as well.`,
							};
						}
					}
				}
			}
		}
	},
});

interface Reference {
	readonly name: string;
	readonly text: string;
	readonly at: number;
	readonly hasDefault: boolean;
}

/** Each variable once. Source: headers of a hook of 2.1.329 as they arrive. */
function references({ value }: StringNode): Reference[] {
	const found = new Map<string, Reference>();
	for (const match of value.matchAll(
		/\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(:?-[^{}]*)?\})/g,
	)) {
		const [text, bare, braced, fallback] = match;
		const name = bare ?? braced ?? "";
		if (found.has(name)) continue;
		const hasDefault = fallback !== undefined;
		found.set(name, { name, text, at: match.index, hasDefault });
	}
	return [...found.values()];
}
