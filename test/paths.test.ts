import { posix, win32 } from "node:path";
import { expect, test } from "vitest";
import {
	absolutePath,
	displayPath,
	isOutside,
	systemPath,
	toSlashes,
	wayBelow,
} from "../src/paths.ts";

test.each([
	["C:\\repo", "C:\\repo\\.claude\\settings.json", ".claude/settings.json"],
	["C:\\repo", "c:\\Repo\\.mcp.json", ".mcp.json"],
	["C:\\repo\\", "C:\\repo", "."],
	["C:\\repo\\app", "C:\\repo\\.mcp.json", "../.mcp.json"],
	["C:\\repo", "D:\\other\\.mcp.json", "D:/other/.mcp.json"],
	["C:\\", "C:\\a b\\.mcp.json", "a b/.mcp.json"],
	["\\\\server\\share\\repo", "\\\\SERVER\\share\\repo\\x\\y", "x/y"],
	["C:\\repo", "\\\\server\\share\\.mcp.json", "//server/share/.mcp.json"],
])("on Windows, %s calls %s %s", (folder, path, shown) => {
	expect(displayPath(folder, path, win32)).toBe(shown);
});

test("elsewhere a backslash is a part of a name", () => {
	expect(displayPath("/repo", "/repo/a\\b/.mcp.json", posix)).toBe(
		"a\\b/.mcp.json",
	);
	expect(toSlashes("a\\b", posix)).toBe("a\\b");
});

test.each([
	[win32, "C:\\repo", "c:\\repo\\a\\b", "a/b"],
	[win32, "C:\\repo", "c:\\REPO", ""],
	[win32, "C:\\", "C:\\repo", "repo"],
	[win32, "C:\\repo", "C:\\repository\\a", undefined],
	[win32, "C:\\repo\\app", "C:\\repo", undefined],
	[win32, "C:\\repo", "D:\\repo\\a", undefined],
	[win32, "C:\\repo", "\\\\server\\share\\repo", undefined],
	[win32, "C:\\repo", "C:\\repo\\..a", "..a"],
	[posix, "/repo", "/repo/a/b", "a/b"],
	[posix, "/", "/repo", "repo"],
	[posix, "/repo", "/Repo/a", undefined],
	[posix, "/repo", "/repository", undefined],
	[posix, "/repo", "/", undefined],
])("%#: the way from %2$s to %3$s", (system, folder, path, way) => {
	expect(wayBelow(folder, path, system)).toBe(way);
});

test.each([
	["c:\\repo", ".claude\\settings.json", "c:\\repo\\.claude\\settings.json"],
	["c:\\repo", ".claude/settings.json", "c:\\repo\\.claude\\settings.json"],
	["c:\\repo", "C:\\Repo\\.mcp.json", "c:\\repo\\.mcp.json"],
	["c:\\repo", "C:\\REPO", "c:\\repo"],
	["c:\\repo", ".", "c:\\repo"],
	["c:\\repo", "..\\.mcp.json", "c:\\.mcp.json"],
	["c:\\repo", "D:\\x\\.mcp.json", "D:\\x\\.mcp.json"],
	["\\\\server\\share\\repo", "a", "\\\\server\\share\\repo\\a"],
])(
	"on Windows, who works in %s and names %s means %s",
	(folder, path, meant) => {
		expect(absolutePath(folder, path, win32)).toBe(meant);
	},
);

test.each([
	["/repo", ".claude/settings.json", "/repo/.claude/settings.json"],
	["/repo", "/Repo/x", "/Repo/x"],
	["/repo", "../x", "/x"],
	["/", ".", "/"],
])(
	"elsewhere, who works in %s and names %s means %s",
	(folder, path, meant) => {
		expect(absolutePath(folder, path, posix)).toBe(meant);
	},
);

test.each([
	[win32, "/c/repo/.env", "c:\\repo\\.env"],
	[win32, "/c", "c:\\"],
	[win32, "/code/x", "/code/x"],
	[posix, "/c/repo/.env", "/c/repo/.env"],
])("%#: a drive as the first folder, %2$s", (system, path, native) => {
	expect(systemPath(path, system)).toBe(native);
});

test.each(["..", "../a", ".", "/a", "C:/a", ""])(
	"%j is not in the folder that it counts from",
	(path) => {
		expect(isOutside(path)).toBe(true);
	},
);

test.each([".mcp.json", "..a/b", "a/../b"])("%j is", (path) => {
	expect(isOutside(path)).toBe(false);
});
