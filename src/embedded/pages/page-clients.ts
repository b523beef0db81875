import type { ClientId } from "../../clients.ts";

/**
 * What pages call the programs that read MCP configuration, beside the names in the rows of the clients. Without an id: it reads other files than those
 * that we know, or several programs are called so; what stands under such a name is nobody else's. Sources: the lists of clients of
 * modelcontextprotocol.io, and the pages of published servers, read in 2026.
 */
export const CLIENT_NAMES: Readonly<Record<string, ClientId | undefined>> = {
	ClaudeCode: "claude-code",
	"claude-code": "claude-code",
	"Claude CLI": "claude-code",
	"Claude Code CLI": "claude-code",
	"Claude Code Desktop": undefined,
	"Claude for Desktop": "claude-desktop",
	"Claude desktop": "claude-desktop",
	"Claude Desktop App": "claude-desktop",
	"Visual Studio Code": "vs-code",
	VSCode: "vs-code",
	"VS code": "vs-code",
	"VS Code Insiders": "vs-code",
	"Cursor IDE": "cursor",
	"Gemini Code Assist": undefined,
	"GitHub Copilot CLI": "copilot-cli",
	"Roo Cline": "roo-code",
	RooCode: "roo-code",
	"Amazon Q Developer CLI": "amazon-q",
	"Amazon Q CLI": "amazon-q",
	"Amazon Q Developer": "amazon-q",
	...Object.fromEntries(
		[
			...["5ire", "Aider", "Amp", "Antigravity", "AnythingLLM", "Augment"],
			...["Augment Code", "Bolt", "BoltAI", "ChatGPT", "Cherry Studio"],
			...["CherryStudio", "Chatbox", "ChatWise", "Claude Agent SDK"],
			...["Claude Cowork", "Claude SDK", "Claude.ai", "claude.ai", "Cody"],
			...["Codex", "Codex CLI", "Continue.dev", "Continue", "Copilot"],
			...["Copilot Studio", "Copilot coding agent", "Crush", "Devin", "Dify"],
			...["Docker MCP Toolkit", "Droid", "Eclipse", "Emacs", "Factory"],
			...["GitHub Copilot", "Goose", "HyperChat", "IntelliJ", "JetBrains"],
			...["Junie", "Kilo Code", "LM Studio", "LangChain", "LangGraph"],
			...["Langflow", "LibreChat", "LlamaIndex", "Lovable", "MCP Inspector"],
			...["Mistral", "Msty", "n8n", "Neovim", "Ollama", "Open WebUI"],
			...["OpenAI", "OpenClaw", "OpenCode", "opencode", "Opencode"],
			...["Perplexity", "Postman", "PyCharm", "Qodo", "Qwen", "Raycast"],
			...["Replit", "Rider", "Rovo Dev", "Smithery", "Sourcegraph", "Tabnine"],
			...["Trae", "TRAE", "VSCodium", "Void", "Warp"],
			...["WebStorm", "Witsy", "Xcode", "Zed", "Zencoder", "Gemini"],
		].map((name) => [name, undefined]),
	),
};

/** Words that are names of clients in a title and something else in a sentence. */
export const TITLE_NAMES: readonly string[] = ["Claude", "Clients", "Other"];
