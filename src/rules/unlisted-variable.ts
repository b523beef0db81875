import { partLocator } from "../document.ts";
import type { HookHandler } from "../project/hooks.ts";
import { defineRule } from "../rule.ts";
import {
	effectiveProperties,
	type Node,
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
	needs: [{ words: ["hooks"] }],

	*check({ hooks, documents, inheritedSettings }) {
		const lists = [...documents, ...inheritedSettings].flatMap(
			({ root }) => property(root, "httpHookAllowedEnvVars")?.value ?? [],
		);
		const sendable = lists.length > 0 ? textsOf(lists) : undefined;
		for (const { event, handlers, document } of hooks) {
			for (const handler of handlers) {
				for (const { key, value, allowed } of headersOf(handler)) {
					const locate = partLocator(document, value);
					for (const reference of references(value)) {
						const problem = describe(reference, allowed, sendable);
						if (problem === undefined) continue;
						yield {
							location: locate(reference.text, reference.at),
							message: `Hook on ${event}: header ${quote(key)} is sent ${problem}.`,
						};
					}
				}
			}
		}
	},
});

function textsOf(lists: readonly Node[]): ReadonlySet<string> {
	return new Set(lists.flatMap(stringItems).map(({ value }) => value));
}

interface Header {
	readonly key: string;
	readonly value: StringNode;
	/** The variables that its handler lets it send. */
	readonly allowed: ReadonlySet<string>;
}

function headersOf({ type, node }: HookHandler): Header[] {
	if (type !== "http") return [];
	const list = valueAt(node, "allowedEnvVars");
	const allowed = textsOf(list ? [list] : []);
	return effectiveProperties(valueAt(node, "headers")).flatMap(
		({ key, value }) =>
			value.type === "string" && value.value.length <= LONGEST
				? [{ key: key.value, value, allowed }]
				: [],
	);
}

/** How a header is sent where a variable in it is not replaced by its value. */
function describe(
	{ name, text, hasDefault }: Reference,
	allowed: ReadonlySet<string>,
	sendable: ReadonlySet<string> | undefined,
): string | undefined {
	if (hasDefault) {
		return `with ${quote(text)} as it stands, because there are no defaults here; write "$${name}", and list it in "allowedEnvVars"`;
	}
	if (!allowed.has(name)) {
		return `without $${name}, which is not in "allowedEnvVars"; add it there`;
	}
	return sendable && !sendable.has(name)
		? `without $${name}, which is not in "httpHookAllowedEnvVars"; add it there as well`
		: undefined;
}

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
