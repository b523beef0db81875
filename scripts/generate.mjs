// Writes everything that is made from something else: src/generated/, docs/rules/, the rule table of the README, our own schema, the hooks of pre-commit.
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { generateConfigSchema } from "./generate-config-schema.mjs";
import { generateFormats } from "./generate-formats.mjs";
import { generatePackage } from "./generate-package.mjs";
import { generateRuleGroups } from "./generate-rule-groups.mjs";
import { generateRuleIndex } from "./generate-rule-index.mjs";
import { generateValidators } from "./generate-validators.mjs";

const root = new URL("..", import.meta.url);

mkdirSync(new URL("src/generated", root), { recursive: true });
generatePackage();
generateRuleIndex();
generateRuleGroups();
generateConfigSchema();
generateValidators();
generateFormats();
// What is left is written by the rules and the formats themselves, so they are compiled first.
execFileSync(process.execPath, ["node_modules/typescript/bin/tsc"], {
	cwd: root,
	stdio: "inherit",
});
const { rules } = await import("../lib/generated/rules.js");
generateRuleGroups((id) => rules[id].needs);
const { credentialFormats } = await import(
	"../lib/secrets/credential-formats.js"
);
generateFormats(credentialFormats);
const { generateDocs } = await import("./generate-docs.mjs");
generateDocs();
const { generateHooks } = await import("./generate-hooks.mjs");
generateHooks();
