/** Names that somebody could be harmed by who only looks at a report. Each has MARK in it, by which it is found again. */
export const hostileNames: readonly string[] = [
	"##[stop-commands]MARK",
	"::error::MARK",
	" \t::add-mask::MARK",
	"\u00a0::warning file=a::MARK",
	"a\n::error::MARK",
	"a\r::error::MARK",
	"a\r\n##[add-matcher]MARK",
	"a\u0085::error::MARK",
	"a\u2028::error::MARK\u2029##[group]x",
	"\u001b[2J\u001b]8;;https://example.com\u0007MARK",
	"\u009b31mMARK",
	"\u202eMARK\u2066",
	"MARK]]><script>alert(1)</script>&amp;",
	"MARK\"'`<!--&",
	"MARK](https://example.com)",
	"\ud800MARK\udfff\uffff",
	"MARK\u0000\u000b",
];

/** A little project in which a name is that of a folder and of everything else that can have one. */
export function hostileProject(name: string): Record<string, string> {
	const folder = name.replaceAll("/", "|");
	const json = JSON.stringify;
	return {
		[`${folder}/.mcp.json`]: json({
			mcpServers: {
				[name]: { url: name, [name]: 1 },
				[`${name}.`]: {
					type: name,
					command: `${name} --a b`,
					env: { [name]: 1 },
				},
				[`${name}_`]: { command: "npx", args: [name, `\${${name}}`] },
			},
			[name]: {},
		}),
		[`${folder}/.claude/settings.json`]: json({
			[name]: 1,
			permissions: {
				allow: [`${name}(a)`, `Bash(${name}`, `mcp__${name}`, `mcp__${name}`],
				deny: [name, `mcp__${name}__*`],
			},
			hooks: {
				[name]: [],
				PreToolUse: [
					{
						matcher: name,
						hooks: [{ type: "command", command: `$${name}`, timeout: name }],
					},
				],
			},
			enabledMcpjsonServers: [name],
			env: { [name]: name },
		}),
		[`${folder}/.claude/agents/${folder}.md`]: `---\nname: ${json(name)}\ntools: [${json(name)}]\n${json(name)}: 1\n---\n`,
	};
}
