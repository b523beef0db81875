import type { OtherSchemaId } from "./kinds.ts";
import type { SchemaLoaders } from "./schema.ts";

/** What is in the files of other clients, for runs that have one. */
export const otherSchemas: SchemaLoaders<OtherSchemaId> = {
	"claude-desktop": () => import("./generated/claude-desktop.ts"),
	"vs-code-mcp": () => import("./generated/vs-code-mcp.ts"),
	"copilot-mcp": () => import("./generated/copilot-mcp.ts"),
	"copilot-user-mcp": () => import("./generated/copilot-user-mcp.ts"),
	"cursor-mcp": () => import("./generated/cursor-mcp.ts"),
	"windsurf-mcp": () => import("./generated/windsurf-mcp.ts"),
	"gemini-settings": () => import("./generated/gemini-settings.ts"),
	"cline-mcp": () => import("./generated/cline-mcp.ts"),
	"roo-mcp": () => import("./generated/roo-mcp.ts"),
	"kiro-mcp": () => import("./generated/kiro-mcp.ts"),
	"codex-config": () => import("./generated/codex-config.ts"),
	"opencode-config": () => import("./generated/opencode-config.ts"),
	"zed-settings": () => import("./generated/zed-settings.ts"),
	"amp-settings": () => import("./generated/amp-settings.ts"),
	"junie-mcp": () => import("./generated/junie-mcp.ts"),
	"github-claude-action": () => import("./generated/github-claude-action.ts"),
	"github-claude-v0-action": () =>
		import("./generated/github-claude-v0-action.ts"),
	"github-claude-base-action": () =>
		import("./generated/github-claude-base-action.ts"),
};
