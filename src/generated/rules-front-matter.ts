// Generated from the rules by scripts/generate-rule-groups.mjs.
import type { Rules } from "../rule.ts";
import emptyToolList from "../rules/empty-tool-list.ts";
import ignoredRestriction from "../rules/ignored-restriction.ts";
import ineffectiveTool from "../rules/ineffective-tool.ts";
import misreadFrontMatter from "../rules/misread-front-matter.ts";
import unloadedDefinition from "../rules/unloaded-definition.ts";

export const rules: Rules = {
	"empty-tool-list": emptyToolList,
	"ignored-restriction": ignoredRestriction,
	"ineffective-tool": ineffectiveTool,
	"misread-front-matter": misreadFrontMatter,
	"unloaded-definition": unloadedDefinition,
};
