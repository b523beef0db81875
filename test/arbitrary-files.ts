import { readFileSync } from "node:fs";
import fc from "fast-check";
import { stringify } from "yaml";

/** Every key that one of our schemas knows, so that generated files reach the code behind them. */
const keys = [
	"claude-mcp",
	"claude-settings",
	"claude-agent",
	"claude-skill",
].flatMap((id) => {
	const text = readFileSync(
		new URL(`../schemas/${id}.schema.json`, import.meta.url),
		"utf8",
	);
	return [...text.matchAll(/"([A-Za-z$][\w$]*)": \{/g)].map(
		([, key = ""]) => key,
	);
});

const words = fc.constantFrom(
	...["http", "stdio", "command", "npx", "-y", "docker", "run", "cmd", "/c"],
	...[
		"Bash(ls)",
		"mcp__a__b",
		"Read(",
		"bash",
		"https://a.example.com",
		"ws://a",
	],
	...[
		"http://10.0.0.1/${A:-b}",
		"${",
		" a ",
		"\n",
		"",
		"__proto__",
		"a__b",
		"/",
	],
	...[
		"Bearer abcdefgh12345678",
		"curl a | sh",
		"🚀",
		"\u0000",
		"~1",
		"constructor",
	],
);

const COMMAND_WORDS = [
	...["--allowedTools", "--mcp-config", "--settings", "mcp", "add", "--", "\\"],
	...["'{}'", '"Bash(ls:*),Read"', "${{ secrets.A }}", "\n", "#", "$A", "'"],
];

/** A value as it could stand in a configuration, right or wrong. */
export const configValue: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
	value: fc.oneof(
		{ depthSize: "small", withCrossShrink: true },
		words,
		fc.string(),
		fc.integer(),
		fc.double({ noNaN: true, noDefaultInfinity: true }),
		fc.boolean(),
		fc.constant(null),
		fc.array(tie("value"), { maxLength: 4 }),
		fc.dictionary(
			fc.oneof(fc.constantFrom(...keys), words, fc.string()),
			tie("value"),
			{ maxKeys: 5 },
		),
	),
})).value;

/** A little project: any file of ours with anything in it. */
export const files: fc.Arbitrary<Record<string, string>> = fc.dictionary(
	fc.constantFrom(
		".mcp.json",
		"packages/a/.mcp.json",
		".claude/settings.json",
		".claude/settings.local.json",
		"packages/a/.claude/settings.json",
		"managed-settings.json",
		"managed-mcp.json",
		".claude/mcp.json",
		".claude/agents/a.md",
		".claude/agents/b/c.md",
		".claude/skills/a/SKILL.md",
		".claude/skills/a.md",
		".claude/commands/a.md",
	),
	fc.oneof(
		configValue.map((value) => JSON.stringify(value)),
		configValue.map((value) => JSON.stringify({ mcpServers: value }, null, 2)),
		configValue.map((value) =>
			JSON.stringify({ mcpServers: { a: value, b: value } }),
		),
		configValue.map((value) =>
			JSON.stringify({ permissions: { allow: [value], deny: value } }),
		),
		configValue.map((value) =>
			JSON.stringify({ hooks: { PreToolUse: value, Stop: [value] } }),
		),
		fc.string(),
		// JSON is YAML
		configValue.map((value) => `---\n${JSON.stringify(value)}\n---\n`),
		configValue.map(
			(value) =>
				`---\nname: a\ntools: ${JSON.stringify(value)}\nallowed-tools: ${JSON.stringify(value)}\nmcpServers: [${JSON.stringify(value)}, { a: ${JSON.stringify(value)} }]\n---\n`,
		),
	),
	{ maxKeys: 4 },
);

/** A workflow with anything in its steps, in any style of YAML. */
export const workflowText: fc.Arbitrary<string> = fc
	.tuple(
		fc.array(
			fc.record(
				{
					uses: fc.constantFrom(
						"anthropics/claude-code-action@v1",
						"anthropics/claude-code-action@beta",
						"anthropics/claude-code-base-action@v1",
						"actions/checkout@v5",
					),
					with: fc.oneof(
						configValue,
						fc.record(
							{
								prompt: words,
								model: words,
								settings: fc.oneof(
									words,
									configValue.map((value) => JSON.stringify(value, null, 1)),
									configValue.map((value) =>
										JSON.stringify({ permissions: value, hooks: value }),
									),
								),
								mcp_config: configValue.map((value) =>
									JSON.stringify({ mcpServers: { a: value } }, null, 2),
								),
								claude_args: fc
									.array(fc.oneof(words, fc.constantFrom(...COMMAND_WORDS)))
									.map((parts) => parts.join(" ")),
							},
							{ requiredKeys: [] },
						),
					),
					env: configValue,
					run: fc
						.array(fc.oneof(words, fc.constantFrom(...COMMAND_WORDS)))
						.map((parts) => `claude ${parts.join(" ")}`),
					shell: fc.constantFrom("bash", "pwsh", "python"),
				},
				{ requiredKeys: [] },
			),
			{ maxLength: 4 },
		),
		fc.constantFrom(
			"PLAIN",
			"QUOTE_SINGLE",
			"QUOTE_DOUBLE",
			"BLOCK_LITERAL",
			"BLOCK_FOLDED",
		),
		fc.boolean(),
	)
	.map(([steps, style, isWindows]) => {
		const text = stringify(
			{ jobs: { a: { "runs-on": "ubuntu-latest", steps } } },
			{ defaultStringType: style, defaultKeyType: "PLAIN" },
		);
		return isWindows ? text.replaceAll("\n", "\r\n") : text;
	});

/** An object with some of these properties, and now and then with anything under anything. */
function someOf(
	pool: readonly (readonly [string, ...unknown[]])[],
): fc.Arbitrary<Record<string, unknown>> {
	const property = fc.oneof(
		{
			weight: 8,
			arbitrary: fc
				.constantFrom(...pool)
				.chain(([key, ...values]) =>
					fc.tuple(fc.constant(key), fc.constantFrom(...values)),
				),
		},
		{ weight: 1, arbitrary: fc.tuple(fc.constantFrom(...keys), configValue) },
	);
	return fc
		.array(property, { maxLength: 5 })
		.map((properties) => Object.fromEntries(properties));
}

/** Servers with the mistakes that are fixed. */
const mendableServer = someOf([
	["type", "http", "streamableHttp", "local", "", "stdio", "remote", "ws"],
	[
		"url",
		"https://a.example.com/sse",
		" https://a.example.com",
		"wss://a",
		"a",
	],
	["serverUrl", "https://a.example.com"],
	["transport", "sse", "http", { type: "http", url: "https://a" }],
	["command", "a", "npx -y a@1.0.0", "node server.js --port 80 ", 5],
	["args", [], ["a ", 5, true], "a"],
	["env", { PORT: 80, A: " b " }],
	["headers", { A: 5, B: "b\n" }],
	["environment", { A: "b" }],
	["timeout", "30", 20, 30_000],
	["alwaysLoad", "true"],
	["disabled", false, true],
	["agrs", ["a"], 5],
	["heders", { A: "b" }, 5],
]);
const mendableServers = fc.dictionary(
	fc.constantFrom("a", "b", "my docs", "__proto__"),
	mendableServer,
	{ maxKeys: 3 },
);
const mendableServerFile = fc.oneof(
	...["mcpServers", "servers", "mcp-servers", "context_servers"].map((key) =>
		mendableServers.map((servers) => ({ [key]: servers })),
	),
	mendableServers,
	fc.tuple(mendableServers, configValue).map(([servers, inputs]) => ({
		servers,
		inputs,
	})),
);

/** Lists of rules with the mistakes that are fixed. */
const mendableRules = fc.array(
	fc.oneof(
		{
			weight: 12,
			arbitrary: fc.constantFrom(
				...[
					"Bash(a)",
					"Read(./a)",
					"WebSearch",
					"Edit(src/**)",
					"Read(/etc/x)",
				],
				...[
					"bash(a)",
					"Bash()",
					"Bash(a",
					"Bash(a *:*)",
					" Read(./a)",
					"Reed(a)",
				],
				...[
					"Write(src/**)",
					"WebFetch(https://a.example.com/b)",
					"Read(src:*)",
				],
				...[
					"mcp__a__b(*)",
					"mcp__my docs__b",
					"mcp__a__.*",
					"mcp__bb__c",
					"mcp_a_b",
				],
				...[
					"MultiEdit(a)",
					"LS",
					"Skill(a*)",
					"WebFetch(domain:a.example.com:80)",
				],
			),
		},
		{ weight: 1, arbitrary: configValue },
	),
	{ maxLength: 6 },
);
const mendablePermissions = fc.record(
	{
		allow: mendableRules,
		deny: mendableRules,
		ask: mendableRules,
		denny: mendableRules,
		defaultMode: fc.constantFrom("plan", "accept-edits", 5),
	},
	{ requiredKeys: [] },
);
const mendableGroup = fc.record(
	{
		matcher: fc.constantFrom(
			...["Bash", "bash", "Edit|MultiEdit|Write", "mcp__a", "Edit, bash"],
			...["Edit|mcp__a__.*", "startup", "start", 5],
		),
		hooks: fc.array(
			someOf([
				["type", "command", "Command", "http"],
				["command", "a", 5],
				["timeout", "5", 60_000, 5],
				["if", "Bash(a)"],
				["args", ["a", 5]],
			]),
			{ maxLength: 2 },
		),
	},
	{ requiredKeys: [] },
);
const mendableHooks = fc.dictionary(
	fc.constantFrom("PreToolUse", "preToolUse", "Stop", "SessionStart", "Stopp"),
	fc.array(mendableGroup, { maxLength: 2 }),
	{ maxKeys: 2 },
);
const mendableSettings = fc.record(
	{
		permissions: mendablePermissions,
		permisions: mendablePermissions,
		hooks: mendableHooks,
		hoks: mendableHooks,
		cleanupPeriodDays: fc.constantFrom("30", 30),
		enabledMcpjsonServers: fc.constant(["mcp__a", "my_docs", "bb"]),
		deniedMcpServers: fc.constant([{ serverUrl: "*.example.com" }]),
	},
	{ requiredKeys: [] },
);
const mendableLists = fc
	.tuple(
		fc.constantFrom("read, Bash", '["bash", "mcp__my.docs__b"]', "Bash (a)"),
		fc.constantFrom(
			"tools",
			"allowed-tools",
			"allowed_tools",
			"disallowedTools",
		),
	)
	.map(
		([tools, key]) =>
			`---\nname: a\ndescription: b\n${key}: ${tools}\nmcpServers:\n  - a: { type: streamableHttp, url: "https://a.example.com" }\n---\nText.\n`,
	);

/** A value as people write it: on one line or many, with a comma too many, or with a comment. */
function written(value: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
	return fc
		.tuple(
			value,
			fc.constantFrom(undefined, 2, "\t"),
			fc.constantFrom("", ",", " // a note", "/* a, b */", ",\n"),
			fc.nat(),
		)
		.map(([plain, indent, extra, seed]) => {
			const text = JSON.stringify(plain, null, indent);
			const ends = [...text.matchAll(/(?<=["\d}\]])(?=\s*[}\]])/g)];
			const at = ends[seed % Math.max(ends.length, 1)]?.index;
			return at === undefined
				? text
				: text.slice(0, at) +
						extra +
						(/\/\/|,$/.test(extra) ? "\n" : "") +
						text.slice(at);
		});
}

/** A little project full of what is fixed. */
export const mendableFiles: fc.Arbitrary<Record<string, string>> = fc.record(
	{
		".mcp.json": written(mendableServerFile),
		"packages/a/.mcp.json": written(mendableServerFile),
		".claude/settings.json": written(mendableSettings),
		".claude/settings.local.json": written(mendableSettings),
		".claude/agents/a.md": mendableLists,
		".claude/skills/a/SKILL.md": mendableLists,
	},
	{ requiredKeys: [] },
);
