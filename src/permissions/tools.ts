/** What the content of a rule about a tool is compared with. */
export type ContentSort =
	| "command"
	| "path"
	| "domain"
	| "query"
	| "skill"
	| "agent"
	| "none";

/**
 * What the client does with a call that no rule is about. `free`: it runs. `watched`: it runs, but a safety check decides in the modes `plan` and `auto`.
 * `asked`: it asks. Source: measured on 2.1.329.
 */
export type Habit = "free" | "watched" | "asked";

/** A tool that comes with the client. */
export interface Tool {
	readonly name: string;
	/** What a rule's content is about; `none`: only parameters can be named. */
	readonly content: ContentSort;
	/** The parameter that the content stands for; a rule that names it as a parameter never matches. */
	readonly primary?: string;
	/** What becomes of a call that no rule is about; absent where it is not known or depends on more than the tool. */
	readonly habit?: Habit;
	/** The name under which the client knows it today. */
	readonly alias?: string;
	/** It is accepted in rules and nothing uses it any more; the tool that took its place, or the empty string. */
	readonly replacement?: string;
}

/**
 * The tools that the client knows. Source: deny rules put to 2.1.329, which warns of the names that it does not know; `Cd` is documented and still warned about.
 */
export const tools: readonly Tool[] = [
	{ name: "Agent", content: "agent", habit: "watched" },
	{ name: "Artifact", content: "none" },
	{ name: "AskUserQuestion", content: "none" },
	{ name: "Bash", content: "command", primary: "command" },
	{ name: "Brief", content: "none" },
	{ name: "Cd", content: "path" },
	{ name: "CronCreate", content: "none", habit: "free" },
	{ name: "CronDelete", content: "none", habit: "free" },
	{ name: "CronList", content: "none", habit: "free" },
	{ name: "DesignSync", content: "none" },
	{ name: "Edit", content: "path", primary: "file_path" },
	{ name: "EndConversation", content: "none" },
	{ name: "EnterPlanMode", content: "none" },
	{ name: "EnterWorktree", content: "none", habit: "free" },
	{ name: "ExitPlanMode", content: "none" },
	{ name: "ExitWorktree", content: "none", habit: "free" },
	{ name: "Glob", content: "path", primary: "path" },
	{ name: "Grep", content: "path", primary: "path" },
	{ name: "LSP", content: "none" },
	{ name: "ListAgents", content: "none", habit: "free" },
	{ name: "ListMcpResources", content: "none" },
	{ name: "ListMcpResourcesTool", content: "none" },
	{ name: "ListPeers", content: "none" },
	{ name: "ListSkills", content: "none" },
	{ name: "Monitor", content: "command" },
	{ name: "NotebookEdit", content: "path", primary: "notebook_path" },
	{ name: "Poll", content: "none" },
	{ name: "PowerShell", content: "command", primary: "command" },
	{ name: "PushNotification", content: "none" },
	{ name: "Read", content: "path", primary: "file_path" },
	{ name: "ReadMcpResource", content: "none" },
	{ name: "ReadMcpResourceTool", content: "none" },
	{ name: "RemoteTrigger", content: "none" },
	{ name: "ReportFindings", content: "none", habit: "free" },
	{ name: "ScheduleWakeup", content: "none", habit: "free" },
	{ name: "SendFile", content: "none" },
	{ name: "SendMessage", content: "none", habit: "watched" },
	{ name: "SendUserFile", content: "none" },
	{ name: "SendUserMessage", content: "none" },
	{ name: "ShareOnboardingGuide", content: "none" },
	{ name: "Skill", content: "skill" },
	{ name: "SuggestBackgroundPR", content: "none" },
	{ name: "Task", content: "agent", alias: "Agent", habit: "watched" },
	{ name: "TaskCreate", content: "none" },
	{ name: "TaskGet", content: "none" },
	{ name: "TaskList", content: "none" },
	{ name: "TaskOutput", content: "none" },
	{ name: "TaskStop", content: "none", habit: "free" },
	{ name: "TaskUpdate", content: "none" },
	{ name: "TeamCreate", content: "none" },
	{ name: "TeamDelete", content: "none" },
	{ name: "TodoWrite", content: "none" },
	{ name: "ToolSearch", content: "none" },
	{ name: "WaitForMcpServers", content: "none" },
	{ name: "WebFetch", content: "domain", habit: "asked" },
	{ name: "WebSearch", content: "query", habit: "asked" },
	{ name: "Workflow", content: "none", habit: "asked" },
	{ name: "Write", content: "path", primary: "file_path" },
	{ name: "AgentOutput", content: "none", replacement: "TaskOutput" },
	{ name: "AgentOutputTool", content: "none", replacement: "TaskOutput" },
	{ name: "BashOutput", content: "none", replacement: "TaskOutput" },
	{ name: "KillBash", content: "none", replacement: "TaskStop" },
	{ name: "KillShell", content: "none", alias: "TaskStop" },
];

/** Names that earlier versions had and that 2.1.329 warns of, and what took their place; empty: nothing. */
export const formerTools: Readonly<Record<string, string>> = {
	Computer: "",
	LS: "Read",
	MultiEdit: "Edit",
	NotebookRead: "Read",
	SlashCommand: "Skill",
	TodoRead: "TaskList",
	View: "Read",
};

/** Tools whose content the client's validator takes for a path pattern. */
export const FILE_TOOLS: readonly string[] = [
	"Read",
	"Write",
	"Edit",
	"Glob",
	"NotebookRead",
	"NotebookEdit",
	"Cd",
];

const byName = new Map(tools.map((tool) => [tool.name, tool]));

/** The tool with exactly this name, or nothing. */
export function toolByName(name: string): Tool | undefined {
	return byName.get(name);
}

/** The name that a tool has today, of one that has another; any other name as it is. */
export function nameInRules(tool: string): string {
	return toolByName(tool)?.alias ?? tool;
}

/** A tool's name in its right upper and lower case, or nothing for a name that no tool has. */
export function toolSpelling(name: string): string | undefined {
	const wanted = name.toLowerCase();
	return tools.find((tool) => tool.name.toLowerCase() === wanted)?.name;
}
