import { defineRule } from "../rule.ts";

export default defineRule({
	effect: "rejected",
	severity: "error",
	summary: "The file is too large, too deeply nested, or not a regular file.",
	rationale: `
Claude Code refuses a configuration file of more than 2 MiB (2,097,152 bytes) and everything that is not a regular file, such as a
folder or a pipe of that name. Values that are nested more than 1000 levels deep are left unchecked by this linter.`,
	examples: [],

	*check({ documents }) {
		for (const { errors } of documents) {
			for (const { sort, location, message } of errors) {
				if (sort === "refused") yield { location, message: `${message}.` };
				if (sort === "unchecked") {
					yield {
						location,
						message: `${message}.`,
						effect: "risky",
						severity: "warning",
					};
				}
			}
		}
	},
});
