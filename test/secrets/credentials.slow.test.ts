import { describe, expect, test } from "vitest";
import { findCredentials } from "../../src/secrets/credentials.ts";
import { parseFiles } from "../lint-text.ts";

// What makes the search for credentials look again and again: marks, names and beginnings of everything that it takes apart, without an end.

const size = 2 * 1024 * 1024;
const filled = (part: string) => part.repeat(Math.ceil(size / part.length));

/** How long a machine that is busy with other things may take over the largest file, in seconds of its processor. */
const PATIENCE = 15;

const parts = [
	...["://", "a://b:c@", "a://a.b/?token=", "a://a.b/?sig=a&", "a://x/token/"],
	...[`a://a/?${"sig=a&".repeat(1300)} `, `://${"'".repeat(8000)} `],
	...["${A:-", "$(", "TOKEN=", "token: ", "--token ", "-H token:", "Bearer "],
	...['"', "'", "\\", "`token ", "```\n", "@", "&=", "a=b;", "password "],
	...["IDENTIFIED BY ", "mysql -p", "{token:", "eyJ", "%7B", "Basic a "],
];

describe.each(parts.map((part) => [part.slice(0, 20), part] as const))(
	"%j without an end",
	(_name, part) => {
		const texts = {
			"the text": filled(part),
			"a value": JSON.stringify({ env: { TOKEN: filled(part) } }),
			"a command": JSON.stringify({ apiKeyHelper: filled(part) }),
		};

		test.each(Object.entries(texts))("as %s", (_where, text) => {
			for (const file of [".claude/settings.json", ".claude/agents/a.md"]) {
				const documents = parseFiles({ [file]: text });
				const before = process.cpuUsage();
				documents.flatMap(findCredentials);
				expect(process.cpuUsage(before).user / 1e6).toBeLessThan(PATIENCE);
			}
		});
	},
);
