// Skills, agents, and the tools that are neither about files nor about commands.

const skill = (head) => `---\n${head}\n---\nSay hi.\n`;

const files = {
	".claude/skills/perm/SKILL.md": skill("description: one"),
	".claude/skills/perm-all/SKILL.md": skill("description: two"),
	".claude/skills/other/SKILL.md": skill("description: three"),
	".claude/agents/rev.md": skill("name: rev\ndescription: reviews"),
};

const skills = ["Skill(perm)", "Skill(perm-all)", "Skill(other)"];
const agents = ["Agent(Explore)", "Agent(rev)", "Agent"];

const each = (calls, rules, more = {}) =>
	rules.map(([list, rule]) => ({
		name: `${list} ${rule}`,
		files,
		[list]: [rule],
		calls,
		...more,
	}));

export const cases = [
	...each(skills, [
		["deny", "Skill(perm)"],
		["deny", "Skill(/perm)"],
		["deny", "Skill(perm *)"],
		["deny", "Skill(perm:*)"],
		["deny", "Skill"],
		["deny", "Skill(*)"],
		["deny", "Sk*"],
		["deny", "Skill(skill:perm)"],
		["ask", "Skill"],
		["ask", "Skill(skill:perm)"],
		["allow", "Skill"],
		["allow", "Skill(perm *)"],
	]),
	...each(
		["Skill(perm)", "Skill(/perm)"],
		[
			["allow", "Skill(perm)"],
			["deny", "Skill(perm)"],
		],
	),
	{
		name: "an ask rule for one skill has no effect",
		files,
		ask: ["Skill(perm)", "Skill(perm *)"],
		allow: ["Skill"],
		calls: skills,
	},
	{
		name: "an ask rule for all of them has one",
		files,
		ask: ["Skill"],
		allow: ["Skill(perm)"],
		mode: "bypassPermissions",
		calls: ["Skill(perm)"],
	},
	{
		name: "rules for skills that match nothing",
		files,
		deny: ["Skill(per*)", "Skill(PERM)", "Skill( perm)", "skill(perm)"],
		allow: ["Skill"],
		calls: skills,
	},
	{
		name: "the client's own skills",
		calls: ["Skill(simplify)", "Skill(security-review)"],
	},
	...each(agents, [
		["deny", "Agent(Explore)"],
		["deny", "Task(Explore)"],
		["deny", "Agent(explore)"],
		["deny", "Agent(Exp*)"],
		["deny", "Agent(general-purpose)"],
		["deny", "Agent"],
		["deny", "Task"],
		["deny", "Ag*"],
		["deny", "Task*"],
		["deny", "Agent(subagent_type:Exp*)"],
		["ask", "Agent"],
		["ask", "Agent(Explore)"],
		["ask", "Agent(subagent_type:Explore)"],
	]),
	...["dontAsk", "bypassPermissions"].map((mode) => ({
		name: `agents, ${mode}`,
		files,
		mode,
		calls: agents,
	})),
	...["default", "dontAsk", "bypassPermissions", "plan"].map((mode) => ({
		name: `free tools, ${mode}`,
		mode,
		calls: ["CronList", "ListAgents", "ReportFindings"],
	})),
	...["default", "acceptEdits", "dontAsk", "bypassPermissions"].map((mode) => ({
		name: `other tools, ${mode}`,
		mode,
		calls: ["CronCreate", "ScheduleWakeup", "SendMessage", "Workflow"],
	})),
	...["deny", "ask", "allow"].map((list) => ({
		name: `other tools, ${list}`,
		[list]: ["CronCreate", "SendMessage", "Workflow"],
		calls: ["CronCreate", "SendMessage", "Workflow"],
	})),
	{
		name: "free tools with rules",
		ask: ["Cron*", "ReportFindings"],
		deny: ["ListAgents"],
		calls: ["CronList", "ListAgents", "ReportFindings"],
	},
	{
		name: "names that are near a tool's name and match nothing",
		deny: [
			"cronList",
			"CronLis",
			" CronList",
			"CronList ",
			"CRONLIST",
			"Cron?ist",
			"!CronList",
			"CronList,ListAgents",
		],
		calls: ["CronList"],
	},
	{
		name: "watching a command, by rules about commands",
		allow: ["Bash(npm *)"],
		deny: ["Bash(curl:*)"],
		calls: [
			"Monitor(npm a)",
			"Monitor(ls)",
			"Monitor(make)",
			"Monitor(curl a)",
			"Monitor(npm a; curl a)",
		],
	},
	{
		name: "watching a command, with all commands allowed",
		allow: ["Bash"],
		calls: ["Monitor(npm a)", "Monitor(ls)"],
	},
	{
		name: "watching a command, allowed",
		allow: ["Monitor"],
		ask: ["Bash(make:*)"],
		calls: ["Monitor(npm a)", "Monitor(make a)"],
	},
	{
		name: "watching a command, by its parameters",
		allow: ["Monitor"],
		deny: ["Monitor(command:npm *)", "Monitor(make)"],
		calls: ["Monitor(npm a)", "Monitor(make)"],
	},
	{
		name: "watching a command, where all commands are asked about",
		allow: ["Monitor"],
		ask: ["Bash"],
		calls: ["Monitor(npm a)"],
	},
	{
		name: "watching a command, where no command is left",
		deny: ["Bash"],
		allow: ["Monitor"],
		calls: ["Monitor(ls)"],
	},
];
