import type { Client, ReferenceField, ServerFields } from "./clients.ts";
import { writeReference } from "./references/write.ts";

/** The keys under which the servers of other clients stand. */
const OF_SERVERS: readonly string[] = [
	"mcpServers",
	"servers",
	"context_servers",
	"mcp_servers",
	"mcp",
];

/** The field of a server that a key is: each client has a name of its own for it. */
const FIELD_OF: Readonly<Record<string, keyof ServerFields>> = {
	args: "args",
	arguments: "args",
	cmd: "command",
	env: "env",
	environment: "env",
	headers: "headers",
	http_headers: "headers",
	serverUrl: "url",
	httpUrl: "url",
	uri: "url",
	autoApprove: "approvedTools",
	alwaysAllow: "approvedTools",
	disabledTools: "hiddenTools",
	disabled_tools: "hiddenTools",
	excludeTools: "hiddenTools",
	includeTools: "offeredTools",
	enabled_tools: "offeredTools",
};

/** Keys that switch a server on or off. */
const SWITCHES: readonly string[] = ["disabled", "enabled"];

/** Keys that name the transport, which clients with types have under `type`. */
const OF_TRANSPORT: readonly string[] = ["transport", "transportType"];

/** What does the same as a value that other clients take from a variable: where it belongs, and how to write it there with a reference. */
const REFERRING: Readonly<
	Record<string, { readonly place?: ReferenceField; readonly write: string }>
> = {
	inputs: { write: "write ${VAR} and set the variable in the environment" },
	env_vars: {
		place: "env",
		write: 'list them under "env", each as "VAR": "${VAR}"',
	},
	bearer_token_env_var: {
		place: "headers",
		write: 'write "headers": { "Authorization": "Bearer ${VAR}" }',
	},
	authorization_token: {
		place: "headers",
		write: 'write "headers": { "Authorization": "Bearer ${VAR}" }',
	},
	env_http_headers: {
		place: "headers",
		write: 'write "headers" with ${VAR} in the values',
	},
};

/** What does the same as other keys, for want of a field. */
const OTHERS: Readonly<Record<string, string>> = {
	cwd: 'use absolute paths in "args"',
	envFile: 'list the variables under "env"',
	env_file: 'list the variables under "env"',
};

/** What to do about the keys of other clients in the file of one, by key, as the end of a sentence. A key that is not there can only be removed. */
export function keyRemedies(client: Client): Readonly<Record<string, string>> {
	const { serversKey, offSwitch, ignoresType } = client;
	const remedies: Readonly<Record<string, string | undefined>> = {
		...by(OF_SERVERS, () => `move its servers to "${serversKey}"`),
		...by(Object.keys(FIELD_OF), (key) => fieldRemedy(client, key)),
		...by(SWITCHES, () =>
			offSwitch
				? `write ${offSwitch} to switch the server off`
				: "remove the server to switch it off",
		),
		...by(OF_TRANSPORT, () =>
			ignoresType ? undefined : 'name the transport in "type"',
		),
		...by(Object.keys(REFERRING), (key) => referringRemedy(client, key)),
		...by(Object.keys(OTHERS), (key) => inItsWords(client, OTHERS[key])),
	};
	return Object.fromEntries(
		Object.entries(remedies).flatMap(([key, remedy]) =>
			remedy === undefined ? [] : [[key, remedy]],
		),
	);
}

function by(
	keys: readonly string[],
	remedyFor: (key: string) => string | undefined,
): Record<string, string | undefined> {
	return Object.fromEntries(keys.map((key) => [key, remedyFor(key)]));
}

function fieldRemedy({ fields }: Client, key: string): string | undefined {
	const field = FIELD_OF[key];
	if (field === "args" && fields.isCommandList) {
		return `put them into "${fields.command}", behind the program`;
	}
	const names = field && fields[field];
	const name = Array.isArray(names) ? names[0] : names;
	return typeof name === "string" ? `name it "${name}"` : undefined;
}

/** A reference as the client writes it, or how else it takes the value from a variable. */
function referringRemedy(client: Client, key: string): string | undefined {
	const { references } = client;
	const { place, write = "" } = REFERRING[key] ?? {};
	const byName = place && references?.byName?.[place];
	if (byName) return byName;
	if (!references || references.fields.length === 0) return undefined;
	const written = writeReference(references, "VAR") ?? "";
	return inItsWords(client, write)?.replace("${VAR}", () => written);
}

/** A sentence with the client's own names for the fields. */
function inItsWords(
	{ fields }: Client,
	sentence: string | undefined,
): string | undefined {
	return sentence?.replace(
		/"(args|env|headers)"/,
		(_all, field: "args" | "env" | "headers") => `"${fields[field]}"`,
	);
}
