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
	{ needs: [{"servers":true,"words":["sse"]}], load: () => import("./rules-sse.ts") },
	{ needs: [{"words":["sandbox","NODE_TLS_REJECT_UNAUTHORIZED","GIT_SSL_NO_VERIFY","PYTHONHTTPSVERIFY","NPM_CONFIG_STRICT_SSL","npm_config_strict_ssl","CLAUDE_CODE_MCP_ALLOWLIST_ENV"]}], load: () => import("./rules-sandbox.ts") },
	{ needs: [{"otherClient":true,"servers":true}], load: () => import("./rules-other-client.ts") },
	{ needs: [{"syntax":"front-matter"}], load: () => import("./rules-front-matter.ts") },
	{ needs: [{"words":["hooks"]}], load: () => import("./rules-hooks.ts") },
	{ needs: [{"schema":"claude-settings","words":["defaultMode"]}], load: () => import("./rules-default-mode.ts") },
	{ needs: [{"schema":"claude-settings","words":["env"]}], load: () => import("./rules-env.ts") },
	{ needs: [{"syntax":"container","words":["mcp__"]}], load: () => import("./rules-mcp.ts") },
	{ needs: [{"servers":true,"words":["http:","Http:","HTTP:","ws:","Ws:","WS:"]}], load: () => import("./rules-insecure-url.ts") },
	{ needs: [{"syntax":"embedded"}], load: () => import("./rules-embedded.ts") },
	{ needs: [{"words":["hooks"]},{"schema":"plugin-hooks"}], load: () => import("./rules-hooks-plugin-hooks.ts") },
	{ needs: [{"schema":"claude-plugin"},{"schema":"claude-marketplace"}], load: () => import("./rules-claude-plugin-claude-marketplace.ts") },
	{ needs: [{"schema":"claude-settings"},{"syntax":"front-matter"}], load: () => import("./rules-claude-settings-front-matter.ts") },
	{ needs: [{"suspicion":true}], load: () => import("./rules-literal-secret.ts") },
	{ needs: [{"schema":"github-claude-action"},{"schema":"github-claude-v0-action"},{"schema":"github-claude-base-action"}], load: () => import("./rules-github-claude-action-github-claude-v0-action-github-claude-base-action.ts") },
	{ needs: [{"schema":"github-claude-action"}], load: () => import("./rules-github-claude-action.ts") },
	{ needs: [{"schema":"claude-settings"},{"schema":"claude-plugin"},{"schema":"plugin-mcp"},{"schema":"plugin-hooks"}], load: () => import("./rules-claude-settings-claude-plugin-plugin-mcp-plugin-hooks.ts") },
	{ needs: [{"words":["curl","wget","|"]}], load: () => import("./rules-curl.ts") },
	{ needs: [{"words":["timeout"]}], load: () => import("./rules-timeout.ts") },
	{ needs: [{"suspicion":true},{"words":["<","YOUR","your","INSERT","REPLACE","ENTER","CHANGE","FILL","CHANGE_","change","replace","path/to","path\\\\to","sername","TODO","TBD","FIXME","...","…","xxx","XXX"]}], load: () => import("./rules-unfilled-placeholder.ts") },
	{ needs: [{"schema":"claude-settings","words":["enabledPlugins"]}], load: () => import("./rules-enabled-plugins.ts") },
	{ needs: [{"words":["mcp__","McpjsonServers"]},{"syntax":"front-matter"}], load: () => import("./rules-mcp-front-matter.ts") },
];

/** The ids of all rules. */
export const ruleIds: readonly string[] = ["ambiguous-name","blanked-reference","blanket-approval","blocked-server","broad-permission","colliding-names","conflicting-transports","contradictory-approval","credential-script","deprecated-key","deprecated-transport","disabled-protection","drifted-server","duplicate-key","empty-policy","empty-tool-list","empty-value","foreign-key","ignored-matcher","ignored-mode","ignored-restriction","ignored-variable","inconsistent-name","ineffective-approval","ineffective-field","ineffective-policy-entry","ineffective-rule","ineffective-tool","inline-arguments","insecure-url","invalid-command","invalid-hook","invalid-manifest","invalid-permission-rule","invalid-policy-entry","invalid-server","invalid-setting","invalid-syntax","invalid-url","literal-secret","loose-matcher","loose-wildcard","lost-input","lost-server-file","misanchored-path","misplaced-file","misplaced-servers","misread-command","misread-front-matter","missing-file","missing-script","missing-transport","misspelled-rule","mode-without-rules","narrow-wildcard","nested-default","normalized-name","out-of-scope-key","overlong-name","overlong-timeout","piped-download","preloaded-code","redirected-api","redundant-rule","relative-command","reserved-name","shadowed-rule","short-timeout","stray-whitespace","unexpanded-reference","unfilled-placeholder","unfired-hook","unknown-key","unknown-plugin","unknown-plugin-server","unknown-server","unknown-tool","unknown-transport","unlisted-variable","unloaded-definition","unmet-condition","unpinned-package","unreachable-path","unreadable-file","unset-reference","unset-variable","unsupported-transport","unused-ignore","wrong-root"];
