import { readRepositoryVariables } from "../project/environment.ts";
import { placeOfHost } from "../project/hosts.ts";
import { defineRule, type Severity } from "../rule.ts";
import { parseUrl } from "../url.ts";
import { quote } from "../wording.ts";

const BEDROCK =
	/(?:^|\.)bedrock[a-z-]*\.[a-z0-9-]+\.(?:(?:vpce\.)?amazonaws\.com(?:\.cn)?|api\.aws)$/;

/**
 * The variables that say where the model is asked, and the hosts of whoever runs it.
 * Source: measured on 2.1.329: the requests of each arrived at the address, with the credential wherever one was sent; the hosts are from the documentation of the providers.
 */
const ADDRESSES: Readonly<Record<string, RegExp>> = {
	ANTHROPIC_BASE_URL: /(?:^|\.)(?:anthropic|claude)\.com$/,
	ANTHROPIC_AWS_BASE_URL: /^aws-external-anthropic\.[a-z0-9-]+\.api\.aws$/,
	ANTHROPIC_BEDROCK_BASE_URL: BEDROCK,
	ANTHROPIC_BEDROCK_MANTLE_BASE_URL: BEDROCK,
	ANTHROPIC_FOUNDRY_BASE_URL: /\.azure\.(?:com|us)$/,
	ANTHROPIC_VERTEX_BASE_URL: /\.googleapis\.com$/,
};

export default defineRule({
	effect: "risky",
	severity: "warning",
	summary:
		"A settings file of the repository sends every prompt and the API key to another address.",
	rationale: `
\`env\` of a project file replaces what people have set themselves. With \`ANTHROPIC_BASE_URL\` or one of its kind in it, everyone who opens the repository sends
prompts, files and their own API key there; with \`claude -p\`, as in CI, also before anybody trusted the folder. If the gateway is meant, let each person set it in
\`~/.claude/settings.json\`, or set it for all in managed settings. An address of the provider itself is fine; one of this machine, or in your local settings, is
only mentioned. Over \`http://\` everyone on the way reads the key too.`,
	examples: [
		{
			file: ".claude/settings.json",
			bad: '{ "env": { "ANTHROPIC_BASE_URL": "https://llm.example.com" } }',
			good: '{ "env": { "ANTHROPIC_BASE_URL": "https://api.anthropic.com" } }',
		},
	],
	needs: [{ schema: "claude-settings", words: ["env"] }],

	*check({ documents }) {
		for (const variable of documents.flatMap(readRepositoryVariables)) {
			const { name, text, node, document } = variable;
			const known = Object.hasOwn(ADDRESSES, name)
				? ADDRESSES[name]
				: undefined;
			const url = known && addressIn(text);
			if (!url || known.test(url.hostname)) continue;
			const place = placeOfHost(url.hostname);
			const isOwn = document.kind.scope === "local";
			const severity = severityOf(
				isOwn || place === "this machine",
				url.protocol === "http:" && place === "internet",
			);
			yield {
				location: node,
				message: isOwn
					? `"${name}" sends your prompts and your API key to ${quote(url.host)}; keep it only if you meant that.`
					: `"${name}" sends the prompts and the API key of everyone who opens this folder to ${quote(url.host)}, in CI without asking; set it in ~/.claude/settings.json or in managed settings.`,
				severity,
			};
		}
	},
});

function severityOf(isMild: boolean, isPlain: boolean): Severity {
	if (isMild) return "info";
	return isPlain ? "error" : "warning";
}

function addressIn(text: string): URL | undefined {
	const plain = text.trim();
	if (!/^https?:\/\//i.test(plain) || /\$\{|<|>/.test(plain)) return undefined;
	return parseUrl(plain);
}
