import { rules } from "../../../src/generated/rules.ts";
import { lintFiles } from "../../lint-text.ts";
import type { Report } from "./measure.ts";

const RULE = "literal-secret";

/** Whether there is a rule to measure. */
export const isThere = Object.hasOwn(rules, RULE);

const config = {
	rules: Object.fromEntries(
		Object.keys(rules)
			.filter((id) => id !== RULE)
			.map((id) => [id, "off" as const]),
	),
};

/** What the rule for secrets says of a file. What is for information alone does not count: it says that a value is public. */
export const reported: Report = (file, text) =>
	lintFiles({ [file]: text }, config)
		.filter(
			({ rule, severity, location }) =>
				rule === RULE && severity !== "info" && location.file === file,
		)
		.map(({ location }) => location);
