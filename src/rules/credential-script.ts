import { readerOf } from "../project/project.ts";
import { openScript } from "../project/repository-paths.ts";
import { defineRule } from "../rule.ts";
import { property } from "../syntax/tree.ts";
import { quote } from "../wording.ts";

/**
 * The settings that run a command and take a credential from it, and what they give.
 * Source: measured on 2.1.329: each ran from the project settings of a folder that nobody trusted, with `-p`.
 */
const COMMANDS: Readonly<Record<string, string>> = {
	apiKeyHelper: "the API key",
	awsAuthRefresh: "AWS credentials",
	awsCredentialExport: "AWS credentials",
	gcpAuthRefresh: "Google Cloud credentials",
	otelHeadersHelper: "the headers of telemetry",
};

export default defineRule({
	effect: "risky",
	severity: "info",
	summary: "A credential comes from a script that lies in the repository.",
	rationale: `
The command behind \`apiKeyHelper\` and its kind runs with your rights whenever a credential is needed, and prints it. In a project file it runs for everyone who
opens the repository; with \`claude -p\`, as in CI, before anybody trusted the folder. If it is a script of the repository, then whoever can change the script,
by a pull request too, can take the credential. Install the script outside the repository, or have its changes reviewed by its owners. A server's
\`headersHelper\` is not reported: it waits for the trust, as the servers themselves do.`,
	examples: [
		{
			file: ".claude/settings.json",
			bad: '{ "apiKeyHelper": "./scripts/api-key.sh" }',
			good: '{ "apiKeyHelper": "/usr/local/bin/company-api-key" }',
		},
	],
	needs: [{ schema: "claude-settings" }],

	*check({ documents }) {
		for (const document of documents) {
			const { kind, root } = document;
			if (kind.schema !== "claude-settings" || kind.scope !== "project")
				continue;
			for (const [key, credential] of Object.entries(COMMANDS)) {
				const value = property(root, key)?.value;
				const script = value?.type === "string" && openScript(value.value);
				if (!value || !script) continue;
				yield {
					location: value,
					message: `${readerOf(document)} runs ${quote(script)} of this repository for ${credential}, in CI without asking; whoever can change it can take them over, so install it outside, or have its changes reviewed.`,
				};
			}
		}
	},
});
