import { expect, test } from "vitest";
import { depthInProject, kindByPath } from "../src/kinds.ts";

test.each([
	[".claude/agents/a.md", "claude-agent", 2],
	["/repo/app/.claude/agents/review/deep/a.md", "claude-agent", 4],
	["packages/x/.claude/skills/release/SKILL.md", "claude-skill", 3],
	[".claude/commands/a.md", "claude-command", 2],
	[".claude/commands/git/a.md", "claude-command", 3],
	[".claude/skills/release.md", "claude-skill-misplaced", 2],
	[".claude/skills/SKILL.md", "claude-skill-misplaced", 2],
	[".claude/settings.json", "claude-settings", 1],
	["packages/x/.mcp.json", "claude-mcp", 0],
	[".claude/mcp.json", "claude-mcp-misplaced", 1],
])("%s is of the kind %s, %i folders below its project", (path, id, depth) => {
	const kind = kindByPath(path);
	expect(kind?.id).toBe(id);
	expect(kind && depthInProject(kind, path)).toBe(depth);
});

test.each([
	".claude/agents/a.MD",
	".claude/agents/a.markdown",
	".claude/agents/a.txt",
	"agents/a.md",
	".claude/agents.md",
	".claude/skills/release/notes.md",
	".claude/skills/release/skill.md",
	".claude/skills/group/release/SKILL.md",
	".claude/skills/release/SKILL.md/x",
	"x.claude/agents/a.md",
	"NOTES.md",
])("%s is of no kind", (path) => {
	expect(kindByPath(path)).toBeUndefined();
});
