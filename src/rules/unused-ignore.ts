import { defineRule } from "../rule.ts";

export default defineRule({
	effect: "inert",
	severity: "warning",
	summary: "An ignore in our configuration matches nothing.",
	rationale: `
The problem was mended, or the pointer, file or rule is misspelled. An ignore that stays behind would hide the next problem at that place. A run that
sees only a part of the files does not report it.`,
	examples: [],

	// The linter itself knows which ignores matched; it reports under this rule's name.
	check: () => [],
});
