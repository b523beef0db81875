import type { DocumentKind } from "../kinds.ts";

/** Those that claude-code-action adds where its inputs or an allowed tool ask for one. Source: its versions 0.0.5 to 1.0.202, src/mcp/install-mcp-server.ts. */
const ACTION_SERVERS = [
	"github",
	"github_comment",
	"github_file_ops",
	"github_inline_comment",
	"github_ci",
] as const;

export type EmbeddedKindId =
	| "claude-action-step"
	| "claude-action-v0-step"
	| "claude-base-action-step"
	| "claude-other-action-step"
	| "claude-action-mcp"
	| "workflow-variables"
	| "mcp-snippet"
	| "claude-add-command"
	| "claude-mcp-argument"
	| "claude-settings-argument"
	| "claude-arguments";

/** The sorts of documents that are no files of their own. Those that are like a file, as settings on a page are, have the kind of it. */
export const embeddedKinds: Readonly<Record<EmbeddedKindId, DocumentKind>> = {
	"claude-action-step": {
		id: "claude-action-step",
		title: "step with claude-code-action",
		clients: ["claude-code-action"],
		scope: "project",
		files: [],
		syntax: "embedded",
		schema: "github-claude-action",
		hasUnknownKeys: true,
		addedServers: ACTION_SERVERS,
		dropsServerFiles: true,
	},
	"claude-action-v0-step": {
		id: "claude-action-v0-step",
		title: "step with version 0 of claude-code-action",
		clients: ["claude-code-action"],
		scope: "project",
		files: [],
		syntax: "embedded",
		schema: "github-claude-v0-action",
		hasUnknownKeys: true,
		addedServers: ACTION_SERVERS,
	},
	"claude-base-action-step": {
		id: "claude-base-action-step",
		title: "step with claude-code-base-action",
		clients: ["claude-code-action"],
		scope: "project",
		files: [],
		syntax: "embedded",
		schema: "github-claude-base-action",
		hasUnknownKeys: true,
	},
	"claude-other-action-step": {
		id: "claude-other-action-step",
		title: "step with an unknown version of claude-code-action",
		clients: ["claude-code-action"],
		scope: "project",
		files: [],
		syntax: "embedded",
		addedServers: ACTION_SERVERS,
	},
	"claude-action-mcp": {
		id: "claude-action-mcp",
		title: "MCP servers for claude-code-action",
		clients: ["claude-code"],
		scope: "project",
		files: [],
		syntax: "embedded",
		schema: "claude-mcp",
		servers: ["/mcpServers"],
	},
	"workflow-variables": {
		id: "workflow-variables",
		title: "variables of a workflow",
		clients: [],
		scope: "project",
		files: [],
		syntax: "embedded",
	},
	"mcp-snippet": {
		id: "mcp-snippet",
		title: "configuration of an MCP server",
		clients: ["any-client"],
		scope: "project",
		files: [],
		syntax: "jsonc",
		servers: ["/mcpServers", "/servers"],
		hasUnknownKeys: true,
	},
	"claude-add-command": {
		id: "claude-add-command",
		title: "command that adds an MCP server",
		clients: ["claude-code"],
		scope: "project",
		files: [],
		syntax: "embedded",
		schema: "claude-mcp",
		servers: ["/mcpServers"],
	},
	"claude-mcp-argument": {
		id: "claude-mcp-argument",
		title: "argument with MCP servers",
		clients: ["claude-code"],
		scope: "project",
		files: [],
		syntax: "embedded",
		schema: "claude-mcp",
		servers: ["/mcpServers"],
	},
	"claude-settings-argument": {
		id: "claude-settings-argument",
		title: "argument with settings",
		clients: ["claude-code"],
		scope: "user",
		files: [],
		syntax: "embedded",
		schema: "claude-settings",
		permissionRules: "checked",
		hooks: true,
	},
	"claude-arguments": {
		id: "claude-arguments",
		title: "arguments of Claude Code",
		clients: ["claude-code"],
		scope: "user",
		files: [],
		syntax: "embedded",
		permissionRules: "unchecked",
		namedFiles: { mcpConfig: "claude-mcp" },
	},
};
