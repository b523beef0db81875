// What `--allowedTools` and `--disallowedTools` take for a rule: its validation is weaker than that of settings.

const calls = [
	...["Bash(npm run build)", "Bash(touch a)", "Edit(a.txt)"],
	...["WebFetch(https://example.com/x)", "mcp__docs__get", "mcp__docs__put"],
];
const servers = { docs: ["get", "put"] };
const files = { "a.txt": "old" };

const allowed = [
	...["Bash", "bash", "BASH", "Bash()", "Bash(*)", "Bash(:*)", "Bash(npm:*)"],
	...["Bash(npm run *)", "Bash(npm run:*", "Bash(npm:*,touch:*)", " Bash "],
	...['"Bash"', "'Bash'", '["Bash"]', '["Bash","Edit"]', "-Bash", "Bash."],
	...["Bash Edit", "Bash,Edit", "Bash, Edit", "Bash\nEdit", "Bash,\nEdit"],
	...["Bash;Edit", "Bash|Edit", "Bash (npm:*)", "tools: Bash", ""],
	...["Bash(npm:*),Edit(a.txt)", "Bash(npm run build) Edit"],
	...["Edit", "edit", "Edit()", "Edit(*)", "Edit(:*)", "Edit(src:*)"],
	...["Edit(a.txt)(b)", "WebFetch(domain:example.com)"],
	...["WebFetch(https://example.com)", "WebFetch(example.com)"],
	...["mcp__docs", "mcp__docs__*", "mcp__docs__get", "mcp__docs__g*"],
	...["mcp__docs(get)", "mcp__docs__get()", "mcp__docs__get(*)"],
	...["mcp__*", "*"],
];
const denied = [
	...["Bash", "bash", "Bash()", "Bash(:*)", '"Bash"', '["Bash"]'],
	...["Bash\nEdit", "Bash(npm run:*", "Edit()", "Edit(a:*)"],
	...["WebFetch(https://example.com)", "mcp__docs(get)", "mcp__docs__get()"],
	...["mcp__*", "*"],
];

export const cases = [
	...allowed.map((rule) => ({
		name: `--allowedTools ${JSON.stringify(rule)}`,
		args: ["--allowedTools", rule],
		...{ servers, files, calls },
	})),
	{
		name: "--allowedTools, two words",
		args: ["--allowedTools", "Bash", "Edit"],
		...{ servers, files, calls },
	},
	...denied.map((rule) => ({
		name: `--disallowedTools ${JSON.stringify(rule)}`,
		args: ["--disallowedTools", rule],
		allow: ["Bash", "Edit", "WebFetch", "mcp__docs"],
		...{ servers, files, calls },
	})),
];
