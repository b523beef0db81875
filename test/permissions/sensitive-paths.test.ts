import { expect, test } from "vitest";
import {
	hasOddName,
	isSensitivePath,
} from "../../src/permissions/sensitive-paths.ts";

test.each([
	"/a/.git",
	"/a/.git/hooks/x",
	"/a/b/.claude/settings.json",
	"/a/.vscode/tasks.json",
	"/a/.config/git/config",
	"/home/ann/.bashrc",
	"/a/.mcp.json",
	"/a/.GIT/config",
	"/a/lefthook.yml",
	"/a/.claude/worktrees/x/.claude/a",
])("%s is sensitive", (path) => {
	expect(isSensitivePath(path)).toBe(true);
});

test.each([
	"/a/.env",
	"/a/.github/workflows/x.yml",
	"/a/.gitignore",
	"/a/CLAUDE.md",
	"/a/.claude/worktrees/x/a.ts",
	"/a/.config/fish/x",
	"/a/.bashrc/x",
	"/a/x.git/y",
	"/",
	"",
])("%s is not sensitive", (path) => {
	expect(isSensitivePath(path)).toBe(false);
});

test.each(["/a./b", "/a /b", "/PROGRA~1", "/a.../b", "/a.CON", "/x.prn"])(
	"%j has an odd name",
	(path) => {
		expect(hasOddName(path)).toBe(true);
	},
);

test.each(["/a.b", "/CON", "/a...b", "/~a", "/a~b", "/.a"])(
	"%j has no odd name",
	(path) => {
		expect(hasOddName(path)).toBe(false);
	},
);
