// The form in which cases about permission decisions are written, and the one in which they are asked and recorded.

const WORKFLOW =
	"export const meta = { name: 'x', description: 'd', phases: [] };\nreturn 1;\n";

/** What a tool is given beside the argument that a call writes in its parentheses. */
const INPUTS = {
	Agent: (type) => ({
		...{ description: "a task", prompt: "Do it.", run_in_background: false },
		...(type !== undefined && { subagent_type: type }),
	}),
	Bash: (command) => ({ command }),
	CronCreate: () => ({ cron: "0 0 1 1 *", prompt: "Do it." }),
	CronList: () => ({}),
	Edit: (path) => ({ file_path: path, old_string: "old", new_string: "new" }),
	ListAgents: () => ({}),
	Monitor: (command) => ({ command, description: "a watch", timeout_ms: 1000 }),
	NotebookEdit: (path) => ({
		notebook_path: path,
		cell_id: "one",
		new_source: "2",
	}),
	Read: (path) => ({ file_path: path }),
	ReportFindings: () => ({ findings: [] }),
	ScheduleWakeup: () => ({ stop: true }),
	SendMessage: () => ({ to: "nobody", message: "Hi." }),
	Skill: (name) => ({ skill: name }),
	WebFetch: (url) => ({ url, prompt: "What is it?" }),
	WebSearch: (query) => ({ query }),
	Workflow: () => ({ script: WORKFLOW }),
	Write: (path) => ({ file_path: path, content: "new" }),
};

/** Takes `Tool(argument)` apart, and gives the tool all that it wants. */
function readCall(text) {
	const [, tool, argument] = /^(\w[\w-]*)(?:\((.*)\))?$/s.exec(text) ?? [];
	if (tool === undefined) throw new Error(`no tool call: ${text}`);
	const input = tool.startsWith("mcp__") ? () => ({}) : INPUTS[tool];
	if (!input) throw new Error(`no input for ${tool}`);
	return { tool, input: input(argument) };
}

/**
 * A case as the client is asked about it.
 * - `allow`, `ask`, `deny`: rules in the project's settings; `settings`, `local` and `user` are whole settings of the three scopes
 * - `servers`: the names of tools, by the name of the MCP server that has them
 * - `files`: texts by path, `homeFiles` the same in the home folder; `links`: where symbolic links lead
 * - `mode`: `--permission-mode`; without it the flag is not given
 * - `args`: other arguments of the client
 * - `calls`: `Tool(argument)` each
 * - `differs`: why we say something else on purpose
 *
 * `{{PROJ}}`, `{{HOME}}` and `{{BASE}}`, the folder of both, stand for absolute paths.
 */
export function askableCase({
	name,
	calls,
	mode = "default",
	files = {},
	servers,
	settings,
	local,
	user = null,
	allow,
	ask,
	deny,
	...rest
}) {
	const permissions = {
		...(allow && { allow }),
		...(ask && { ask }),
		...(deny && { deny }),
	};
	const hasRules = Object.keys(permissions).length > 0;
	const project = settings ?? (hasRules ? { permissions } : undefined);
	const mcpServers = Object.entries(servers ?? {}).map(([server, tools]) => [
		server,
		{ command: "{{NODE}}", args: ["{{STUB}}", ...tools] },
	]);
	const written = {
		".claude/settings.json": project,
		".claude/settings.local.json": local,
		".mcp.json": servers && { mcpServers: Object.fromEntries(mcpServers) },
	};
	return {
		id: name,
		mode,
		files: {
			...files,
			...Object.fromEntries(
				Object.entries(written)
					.filter(([, content]) => content !== undefined)
					.map(([path, content]) => [path, JSON.stringify(content)]),
			),
		},
		userSettings: user,
		...rest,
		calls: calls.map(readCall),
	};
}
