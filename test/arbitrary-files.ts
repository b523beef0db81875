import { readFileSync } from "node:fs";
import fc from "fast-check";

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
