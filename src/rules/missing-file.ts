import type { Location } from "../location.ts";
import { defineRule } from "../rule.ts";
import { quote } from "../wording.ts";

export default defineRule({
	effect: "rejected",
	severity: "error",
	summary:
		"A step of a workflow names a file of settings or servers that is not there.",
	rationale: `
\`claude-code-action\` takes settings that are no JSON for the path of a file, and fails where there is none; so does Claude Code with a file of servers. A path counts from the root of the checkout. Only files of the repository are
looked for, none that git ignores, and none that a step before could have made: there must be a plain \`actions/checkout\`, and behind it nothing but set-up and scripts that do not mention the file.`,
	examples: [
		{
			file: ".github/workflows/claude.yml",
			bad: `jobs:
  claude:
    steps:
      - uses: actions/checkout@v5
      - uses: anthropics/claude-code-action@v1
        with:
          prompt: Review the last commit.
          settings: .github/claude-setings.json
`,
			good: `jobs:
  claude:
    steps:
      - uses: actions/checkout@v5
      - uses: anthropics/claude-code-action@v1
        with:
          prompt: Review the last commit.
          settings: .github/claude-settings.json
`,
		},
	],
	needs: [
		{ schema: "github-claude-action" },
		{ schema: "github-claude-v0-action" },
		{ schema: "github-claude-base-action" },
	],

	*check({ documents, surroundings }) {
		const named = new Set(
			documents.flatMap(({ requiredFiles = [] }) =>
				requiredFiles.map(({ location }) => placeOf(location)),
			),
		);
		for (const { location, owner, text } of surroundings.missingFiles) {
			if (!named.has(placeOf(location))) continue;
			yield {
				location,
				message: `The step takes ${owner} from ${quote(text)}, and there is no such file; correct the path, or add the file.`,
			};
		}
	},
});

function placeOf({ file, start }: Location): string {
	return `${file}:${start}`;
}
