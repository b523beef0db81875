// Generated from the rules by scripts/generate-rule-groups.mjs.
import type { Rules } from "../rule.ts";
import type { RuleNeeds } from "../rule-needs.ts";
import { rules as alwaysNeeded } from "./rules-always.ts";

/** Rules that need the same, in a module of their own. */
export interface RuleGroup {
	readonly needs: readonly RuleNeeds[];
	readonly load: () => Promise<{ readonly rules: Rules }>;
}

export const ruleGroups: readonly RuleGroup[] = [
	{ needs: [], load: async () => ({ rules: alwaysNeeded }) },
	{ needs: [{"servers":true,"words":["$","%","{{","{env:","`","~/","~\\","headersHelper"]},{"schema":"claude-settings","words":["\"env\""]}], load: () => import("./rules-blanked-reference.ts") },
	{ needs: [{"schema":"claude-settings","words":["McpjsonServers","enableAllProjectMcpServers"]}], load: () => import("./rules-mcpjson-servers.ts") },
	{ needs: [{"schema":"claude-settings","words":["allowedMcpServers","deniedMcpServers"]}], load: () => import("./rules-allowed-mcp-servers.ts") },
	{ needs: [{"permissionRules":true,"words":["permissions"]},{"permissionRules":true,"syntax":"embedded"}], load: () => import("./rules-permissions-embedded.ts") },
	{ needs: [{"schema":"claude-settings"}], load: () => import("./rules-claude-settings.ts") },
	{ needs: [{"schema":"claude-settings"},{"otherClient":true,"servers":true}], load: () => import("./rules-claude-settings-other-client.ts") },
	{ needs: [{"otherClient":true,"servers":true}], load: () => import("./rules-other-client.ts") },
	{ needs: [{"syntax":"front-matter"}], load: () => import("./rules-front-matter.ts") },
	{ needs: [{"words":["hooks"]}], load: () => import("./rules-hooks.ts") },
	{ needs: [{"schema":"claude-settings","words":["defaultMode"]}], load: () => import("./rules-default-mode.ts") },
	{ needs: [{"schema":"claude-settings","words":["env"]}], load: () => import("./rules-env.ts") },
	{ needs: [{"syntax":"container","words":["mcp__"]}], load: () => import("./rules-mcp.ts") },
	{ needs: [{"syntax":"embedded"}], load: () => import("./rules-embedded.ts") },
	{ needs: [{"schema":"claude-settings"},{"syntax":"front-matter"}], load: () => import("./rules-claude-settings-front-matter.ts") },
	{ needs: [{"suspicion":true}], load: () => import("./rules-literal-secret.ts") },
	{ needs: [{"suspicion":true},{"words":["<","YOUR","your","INSERT","REPLACE","ENTER","CHANGE","FILL","CHANGE_","change","replace","path/to","path\\\\to","sername","TODO","TBD","FIXME","...","…","xxx","XXX"]}], load: () => import("./rules-unfilled-placeholder.ts") },
	{ needs: [{"words":["mcp__","McpjsonServers"]},{"syntax":"front-matter"}], load: () => import("./rules-mcp-front-matter.ts") },
];

/** The ids of all rules. */
export const ruleIds: readonly string[] = ["ambiguous-name","blanked-reference","blanket-approval","blocked-server","broad-permission","colliding-names","conflicting-transports","contradictory-approval","credential-script","deprecated-key","deprecated-transport","disabled-protection","drifted-server","duplicate-key","empty-policy","empty-tool-list","empty-value","foreign-key","ignored-matcher","ignored-mode","ignored-restriction","ignored-variable","inconsistent-name","ineffective-approval","ineffective-field","ineffective-policy-entry","ineffective-rule","ineffective-tool","inline-arguments","insecure-url","invalid-command","invalid-hook","invalid-permission-rule","invalid-policy-entry","invalid-server","invalid-setting","invalid-syntax","invalid-url","literal-secret","loose-matcher","loose-wildcard","misanchored-path","misplaced-file","misplaced-servers","misread-command","misread-front-matter","missing-script","missing-transport","misspelled-rule","mode-without-rules","narrow-wildcard","nested-default","normalized-name","out-of-scope-key","overlong-name","overlong-timeout","piped-download","preloaded-code","redirected-api","redundant-rule","reserved-name","shadowed-rule","short-timeout","stray-whitespace","unexpanded-reference","unfilled-placeholder","unfired-hook","unknown-key","unknown-server","unknown-tool","unknown-transport","unlisted-variable","unloaded-definition","unmet-condition","unpinned-package","unreadable-file","unset-reference","unset-variable","unsupported-transport","unused-ignore","wrong-root"];
