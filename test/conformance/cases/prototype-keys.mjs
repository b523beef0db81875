// Keys that every object of JavaScript has: they must be neither lost nor taken for something else.

const local = { command: "docs-server" };
const names = ["__proto__", "constructor", "toString", "hasOwnProperty"];
const text = (key, value) =>
	`{ ${JSON.stringify(key)}: ${JSON.stringify(value)} }`;

export const cases = names.flatMap((name) => [
	{
		name: `a variable ${name} that is a number`,
		files: {
			".mcp.json": `{ "mcpServers": { "docs": { "command": "a", "env": ${text(name, 5)} } } }`,
		},
	},
	{
		name: `a header ${name} that is a number`,
		files: {
			".mcp.json": `{ "mcpServers": { "docs": { "type": "http", "url": "https://a.example.com", "headers": ${text(name, 5)} } } }`,
		},
	},
	{
		name: `a server ${name} without a command`,
		files: { ".mcp.json": `{ "mcpServers": ${text(name, {})} }` },
	},
	{
		name: `a server ${name} beside another`,
		files: {
			".mcp.json": `{ "mcpServers": { ${JSON.stringify(name)}: ${JSON.stringify(local)}, "docs": {} } }`,
		},
	},
	{
		name: `a setting ${name}`,
		files: { ".claude/settings.json": text(name, 5) },
	},
	{
		name: `a plugin ${name}`,
		files: {
			".claude/settings.json": `{ "enabledPlugins": ${text(name, 5)} }`,
		},
	},
	{
		name: `a hook event ${name}`,
		...(name === "__proto__" && {
			differs:
				"The client names this event as unknown; nobody writes it, and such a key is left out before the values are checked.",
		}),
		files: { ".claude/settings.json": `{ "hooks": ${text(name, [])} }` },
	},
]);
