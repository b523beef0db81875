// Hooks: events, groups, handlers. The same mistake costs the whole file on two events and only the hook on the others.

const command = { type: "command", command: "./check" };

/** What stands under an event. */
const events = [
	[],
	{},
	"./check",
	5,
	null,
	[command],
	[{ hooks: [] }],
	[{ hooks: [command] }],
	[{ matcher: "Bash", hooks: [command] }],
	[{ matcher: 5, hooks: [command] }],
	[{ matcher: ["Bash"], hooks: [command] }],
	[{ matcher: null, hooks: [command] }],
	[{ hooks: {} }],
	[{ hooks: command }],
	[{}],
	[null],
	["./check"],
	[{ matcher: "Bash" }],
	[{ matcher: "(", hooks: [command] }],
	[{ matcher: "Bash", hooks: [command], note: 5 }],
];

const handlers = [
	command,
	{},
	null,
	"./check",
	{ type: "shell", command: "a" },
	{ type: 5 },
	{ command: "a" },
	{ type: "command" },
	{ type: "command", command: "" },
	{ type: "command", command: 5 },
	{ ...command, timeout: 5 },
	{ ...command, timeout: "5" },
	{ ...command, timeout: 0 },
	{ ...command, timeout: -1 },
	{ ...command, timeout: 1.5 },
	{ ...command, timeout: 60000 },
	{ ...command, args: ["a"] },
	{ ...command, args: "a" },
	{ ...command, args: [5] },
	{ ...command, async: true },
	{ ...command, async: "yes" },
	{ ...command, asyncRewake: 5 },
	{ ...command, shell: "bash" },
	{ ...command, shell: "zsh" },
	{ ...command, if: "Bash(git *)" },
	{ ...command, if: 5 },
	{ ...command, if: "bash(" },
	{ ...command, once: true },
	{ ...command, once: "yes" },
	{ ...command, statusMessage: "x" },
	{ ...command, statusMessage: 5 },
	{ ...command, unknown: 5 },
	{ type: "http", url: "https://a.example.com" },
	{ type: "http" },
	{ type: "http", url: "a" },
	{ type: "http", url: 5 },
	{ type: "http", url: "https://a.example.com", headers: { A: 5 } },
	{ type: "http", url: "https://a.example.com", headers: [] },
	{ type: "http", url: "https://a.example.com", allowedEnvVars: "A" },
	{ type: "mcp_tool", server: "a", tool: "b" },
	{ type: "mcp_tool", server: "a" },
	{ type: "mcp_tool", tool: "b" },
	{ type: "mcp_tool", server: "a", tool: "b", input: {} },
	{ type: "mcp_tool", server: "a", tool: "b", input: 5 },
	{ type: "prompt", prompt: "a" },
	{ type: "prompt" },
	{ type: "prompt", prompt: "a", model: 5 },
	{ type: "agent", prompt: "a" },
	{ type: "agent" },
	{ type: "Command", command: "a" },
];

const names = [
	"PreToolUse",
	"PostToolUse",
	"PreModelSwitch",
	"MessageDisplay",
	"pretooluse",
	"preToolUse",
	"PreTooluse",
	"PreToolUses",
	"BeforeTool",
	"OnStop",
	"stop",
	"Setup",
	"_comment",
	"",
];

const settings = (hooks) => ({
	".claude/settings.json": JSON.stringify({
		permissions: { deny: ["WebFetch"] },
		hooks,
	}),
});

export const cases = [
	...[[], [command], [{ PreToolUse: [] }], "x", 5, null, true].map((hooks) => ({
		name: `hooks as ${JSON.stringify(hooks)}`,
		files: settings(hooks),
	})),
	...names.map((name) => ({
		name: `the event ${JSON.stringify(name)}`,
		files: settings({ [name]: [{ hooks: [command] }] }),
	})),
	...["PreToolUse", "PermissionRequest", "Stop", "PostToolUse"].flatMap(
		(event) => [
			...events.map((value) => ({
				name: `${event} with ${JSON.stringify(value)}`,
				files: settings({ [event]: value }),
			})),
			{
				name: `${event} with every handler`,
				files: settings({ [event]: [{ hooks: handlers }] }),
			},
		],
	),
	...handlers.map((handler) => ({
		name: `PreToolUse with the handler ${JSON.stringify(handler)}`,
		files: settings({ PreToolUse: [{ hooks: [handler] }] }),
	})),
];
