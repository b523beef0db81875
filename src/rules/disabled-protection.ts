import { isFromRepository } from "../document.ts";
import { readRepositoryVariables, textOf } from "../project/environment.ts";
import { defineRule, type Severity } from "../rule.ts";
import { type Node, valueAt } from "../syntax/tree.ts";
import { quote } from "../wording.ts";

/** What a value of a variable or a setting takes away. */
interface Protection {
	readonly isOff: (text: string) => boolean;
	/** What is not done any more, and what to do instead. */
	readonly loss: string;
	/** In a file that everybody gets. */
	readonly severity: Severity;
}

const zero = (text: string) => text === "0";
const no = (text: string) => /^(?:0|false|no|off)$/i.test(text);
const yes = (text: string) => /^(?:1|true|yes|on)$/i.test(text);

const CERTIFICATES =
	"accept any certificate, so everyone on the way can read and change what they send; add your own authority with";

/** Sources: the manuals of the programs. */
const TLS: Readonly<Record<string, Protection>> = {
	NODE_TLS_REJECT_UNAUTHORIZED: {
		isOff: zero,
		loss: `Node programs ${CERTIFICATES} "NODE_EXTRA_CA_CERTS"`,
		severity: "warning",
	},
	GIT_SSL_NO_VERIFY: {
		isOff: yes,
		loss: `git commands ${CERTIFICATES} "GIT_SSL_CAINFO"`,
		severity: "warning",
	},
	PYTHONHTTPSVERIFY: {
		isOff: zero,
		loss: `Python programs ${CERTIFICATES} "SSL_CERT_FILE"`,
		severity: "warning",
	},
	NPM_CONFIG_STRICT_SSL: {
		isOff: no,
		loss: `npm commands ${CERTIFICATES} "NODE_EXTRA_CA_CERTS"`,
		severity: "warning",
	},
	npm_config_strict_ssl: {
		isOff: no,
		loss: `npm commands ${CERTIFICATES} "NODE_EXTRA_CA_CERTS"`,
		severity: "warning",
	},
};

/** Source: Claude Code's documentation of its variables (2026-08); that a project file switches it off was measured on 2.1.329. */
const VARIABLES: Readonly<Record<string, Protection>> = {
	...TLS,
	CLAUDE_CODE_MCP_ALLOWLIST_ENV: {
		isOff: no,
		loss: "servers get the whole environment of everyone who had this switched on; remove it",
		severity: "warning",
	},
};

/** By path. Source: Claude Code's documentation of its settings (2026-08); a project file wins over the user's. */
const SETTINGS: readonly (Protection & { readonly path: readonly string[] })[] =
	[
		{
			path: ["sandbox", "enabled"],
			isOff: no,
			loss: "commands run outside the sandbox of everyone who has it switched on; remove it",
			severity: "warning",
		},
		{
			path: ["sandbox", "enableWeakerNestedSandbox"],
			isOff: yes,
			loss: "sandboxed commands see the processes around them on every machine; set it in the container that needs it",
			severity: "info",
		},
		{
			path: ["sandbox", "enableWeakerNetworkIsolation"],
			isOff: yes,
			loss: "sandboxed commands have a way out of the network isolation on every machine; set it in your own settings if you need it",
			severity: "info",
		},
	];

export default defineRule({
	effect: "risky",
	severity: "warning",
	summary: "A shared file switches a protection off.",
	rationale: `
Certificates that nobody checks, a sandbox that is switched off, servers that get the whole environment: such a switch is set once to get something to work, and then
holds for everyone who opens the repository, because a project file wins over what they have set themselves. Repair the cause instead, or set the switch for
yourself alone. In \`.claude/settings.local.json\` it is only mentioned. In the \`env\` of a server it holds for that server.`,
	examples: [
		{
			file: ".claude/settings.json",
			bad: '{ "env": { "NODE_TLS_REJECT_UNAUTHORIZED": "0" } }',
			good: '{ "env": { "NODE_EXTRA_CA_CERTS": "/etc/ssl/certs/company.pem" } }',
		},
	],
	needs: [{ words: ["sandbox", ...Object.keys(VARIABLES)] }],

	*check({ documents, servers }) {
		for (const variable of documents.flatMap(readRepositoryVariables)) {
			const { name, text, node, document } = variable;
			const found = Object.hasOwn(VARIABLES, name)
				? VARIABLES[name]
				: undefined;
			if (!found?.isOff(text.trim())) continue;
			yield problem(node, name, text, found, document.kind.scope === "local");
		}
		for (const document of documents) {
			if (document.kind.schema !== "claude-settings") continue;
			if (!isFromRepository(document)) continue;
			for (const setting of SETTINGS) {
				const node = valueAt(document.root, ...setting.path);
				const text = node && textOf(node);
				if (text === undefined || !node || !setting.isOff(text)) continue;
				const isOwn = document.kind.scope === "local";
				// what people set for themselves alone is no news to them
				if (isOwn) continue;
				yield problem(node, setting.path.join("."), text, setting, false);
			}
		}
		for (const { name, env, transport } of servers) {
			if (transport !== "stdio") continue;
			for (const { key, value } of env) {
				const found = Object.hasOwn(TLS, key.value)
					? TLS[key.value]
					: undefined;
				const text = textOf(value);
				if (text === undefined || !found?.isOff(text.trim())) continue;
				const { message, ...rest } = problem(
					value,
					key.value,
					text,
					found,
					false,
				);
				yield { ...rest, message: `Server ${quote(name)}: ${message}` };
			}
		}
	},
});

function problem(
	location: Node,
	name: string,
	text: string,
	{ loss, severity }: Protection,
	isOwn: boolean,
) {
	return {
		location,
		message: `"${name}" is ${quote(text)}: ${loss}.`,
		severity: isOwn ? ("info" as const) : severity,
	};
}
