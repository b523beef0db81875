import type { ReferenceField } from "../clients.ts";
import { codeArguments } from "../references/code-arguments.ts";
import {
	descendants,
	type Property,
	property,
	type StringNode,
} from "../syntax/tree.ts";
import type { ServerDeclaration } from "./servers.ts";

/** A text of a server that can hold a reference. */
export interface ServerText {
	readonly field: ReferenceField;
	readonly node: StringNode;
	/** The name of the variable or header whose value it is. */
	readonly key?: string;
	/** Another program than the server reads it first, and replaces references of its own kind. */
	readonly isCode?: true;
	/** The client replaces references in it. */
	readonly isReplaced: boolean;
}

type BareText = Omit<ServerText, "isReplaced">;

/** Longer texts are loaded and not judged: nobody wrote them by hand. */
const LONGEST = 8192;

/** The texts of a server that its transport uses; none where it is not known how its client reads references. Those that are too long to judge are left out, and those whose references are for a shell. */
export function serverTexts(server: ServerDeclaration): ServerText[] {
	const { transport, client, document } = server;
	const { references } = client;
	if (!transport || !references) return [];
	const fields = document.kind.privateServers
		? references.privateFields
		: references.fields;
	const name: BareText = { field: "name", node: server.key };
	const texts =
		transport === "stdio" ? programTexts(server) : remoteTexts(server);
	return [name, ...texts]
		.filter(({ node }) => node.value.length <= LONGEST && !node.isFilledIn)
		.map((text) => ({ ...text, isReplaced: fields.includes(text.field) }));
}

/** Programs that replace references in their arguments themselves. */
const REPLACING = /(?:^|\/)mcp-remote(?:@|$)/;

/** Whether the program of a server replaces references in its arguments, of those that the client leaves. */
export function replacesItself({ args }: ServerDeclaration): boolean {
	return args.some(({ value }) => REPLACING.test(value));
}

function programTexts({ command, args, env }: ServerDeclaration): BareText[] {
	const code = codeArguments(command?.value ?? "", args);
	return [
		...(command ? [{ field: "command", node: command } as const] : []),
		...args.map(
			(node): BareText => ({
				field: "args",
				node,
				...(code.has(node) && { isCode: true }),
			}),
		),
		...env.flatMap((each) => pair(each, "env-name", "env")),
	];
}

function remoteTexts({ node, url, headers }: ServerDeclaration): BareText[] {
	const helper = property(node, "headersHelper")?.value;
	const oauth = property(node, "oauth")?.value;
	return [
		...(url ? [{ field: "url", node: url } as const] : []),
		...headers.flatMap((each) => pair(each, "header-name", "headers")),
		...(helper?.type === "string"
			? [{ field: "headersHelper", node: helper, isCode: true } as const]
			: []),
		...(oauth
			? [...descendants(oauth)].flatMap((each): BareText[] =>
					each.type === "string" ? [{ field: "oauth", node: each }] : [],
				)
			: []),
	];
}

function pair(
	{ key, value }: Property,
	keyField: ReferenceField,
	valueField: ReferenceField,
): BareText[] {
	const name: BareText = { field: keyField, node: key };
	return value.type === "string"
		? [name, { field: valueField, node: value, key: key.value }]
		: [name];
}
