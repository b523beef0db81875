// Manifests of plugins and marketplaces, hooks and server files of plugins: what `plugin validate` says of them.

const PLUGIN = ".claude-plugin/plugin.json";
const MARKETPLACE = ".claude-plugin/marketplace.json";
const server = { command: "docs-server" };
const stop = [{ hooks: [{ type: "command", command: "true" }] }];
const option = { type: "string", title: "Token", description: "The token" };

const plugin = (name, fields, files = {}) => ({
	name,
	files: {
		[PLUGIN]: JSON.stringify({ name: "review", ...fields }),
		...files,
	},
});

const marketplace = (name, fields) => ({
	name: `marketplace: ${name}`,
	files: {
		[MARKETPLACE]: JSON.stringify({
			name: "tools",
			owner: { name: "Docs Team" },
			plugins: [],
			...fields,
		}),
		"review/skills/a/SKILL.md": "---\ndescription: a\n---\na\n",
	},
});

const entry = (name, fields) =>
	marketplace(`entry with ${name}`, {
		plugins: [{ name: "review", source: "./review", ...fields }],
	});

const hooks = (name, value) =>
	plugin(`hooks: ${name}`, {}, { "hooks/hooks.json": JSON.stringify(value) });

const servers = (name, value) =>
	plugin(`servers: ${name}`, {}, { ".mcp.json": JSON.stringify(value) });

/** Every field that the client knows, with a value of no right type. */
const fields =
	"name version description author homepage repository license displayName keywords defaultEnabled metadata experimental skills commands agents workflows hooks mcpServers outputStyles lspServers userConfig channels dependencies network icon engines settings themes monitors".split(
		" ",
	);

export const cases = [
	plugin("a name alone", {}),
	...fields.map((field) => plugin(`the number 5 as ${field}`, { [field]: 5 })),
	plugin("a name with a space", { name: "code review" }),
	plugin("an empty name", { name: "" }),
	plugin("an author that is a text", { author: "Docs Team" }),
	plugin("an author without a name", { author: { email: "a@example.com" } }),
	plugin("a homepage that is no address", { homepage: "example.com" }),
	plugin("a repository that is an object", { repository: { url: "x" } }),
	plugin("an unknown field", { mcpServer: {}, team: 1 }),
	plugin("skills without ./", { skills: ["skills"] }),
	plugin("agents that are a folder", { agents: "./agents" }),
	plugin("servers in a text file", { mcpServers: "./servers.txt" }),
	plugin("servers with ..", { mcpServers: "./../servers.json" }),
	plugin("servers in place", { mcpServers: { docs: server } }),
	plugin("servers in a list", { mcpServers: [{ docs: server }] }),
	plugin("servers in two wrappers", {
		mcpServers: { mcpServers: { docs: server } },
	}),
	plugin("a remote server without a type", {
		mcpServers: { docs: { url: "https://docs.example.com" } },
	}),
	plugin("a server with a number in env", {
		mcpServers: { docs: { ...server, env: { PORT: 1 } } },
	}),
	plugin("hooks in place", { hooks: { Stop: stop } }),
	plugin("a command in place", { commands: { a: { content: "Do it." } } }),
	plugin("an option", { userConfig: { token: option } }),
	plugin("an option of an unknown type", {
		userConfig: { token: { ...option, type: "text" } },
	}),
	plugin("an option without a title", {
		userConfig: { token: { ...option, title: undefined } },
	}),
	plugin("an option with an unknown key", {
		userConfig: { token: { ...option, enum: [] } },
	}),
	plugin("an option with a text as min", {
		userConfig: { token: { ...option, min: "1" } },
	}),
	hooks("right", { description: "a", hooks: { Stop: stop } }),
	hooks("no wrapper", { Stop: stop }),
	hooks("no wrapper around a guard", { PreToolUse: stop }),
	hooks("nothing", {}),
	hooks("no event", { hooks: {} }),
	hooks("a description that is a number", { description: 1, hooks: {} }),
	hooks("a guard of an unknown type", {
		hooks: { PreToolUse: [{ hooks: [{ type: "shell", command: "a" }] }] },
	}),
	servers("in a wrapper", { mcpServers: { docs: server } }),
	servers("bare", { docs: server }),
	servers("none", {}),
	servers("a remote one without a type", {
		docs: { url: "https://docs.example.com" },
	}),
	servers("under another key", { servers: { docs: server } }),
	servers("a reserved name", { workspace: server }),
	marketplace("right", {}),
	...["name", "owner", "plugins", "metadata", "version", "description"].map(
		(field) => marketplace(`the number 5 as ${field}`, { [field]: 5 }),
	),
	marketplace("an owner that is a text", { owner: "Docs Team" }),
	marketplace("an owner without a name", { owner: {} }),
	marketplace("a name with a space", { name: "our tools" }),
	marketplace("a name of the client's own", { name: "inline" }),
	marketplace("an unknown field", { plugin: [] }),
	entry("nothing more", {}),
	entry("a bare source", { source: "review" }),
	entry("a source with ..", { source: "./../review" }),
	entry("a repository as a text", { source: "example/review" }),
	entry("a source on GitHub", {
		source: { source: "github", repo: "example/review" },
	}),
	entry("a source without its repository", { source: { source: "github" } }),
	entry("an unknown sort of source", {
		source: { source: "git", url: "https://example.com/a.git" },
	}),
	entry("a short commit", {
		source: { source: "github", repo: "example/review", sha: "abc" },
	}),
	entry("a name with a space", { name: "code review" }),
	...["version", "author", "keywords", "category", "tags", "strict"].map(
		(field) => entry(`the number 5 as ${field}`, { [field]: 5 }),
	),
	entry("a path without ./", { skills: ["skills"] }),
	{
		...marketplace("two plugins of a name", {
			plugins: [
				{ name: "review", source: "./review" },
				{ name: "review", source: "./review" },
			],
		}),
		differs:
			"it is an error there, but the marketplace is added and one of the two is installed",
	},
];
