import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { releaseNotes, versionOf } from "../scripts/release-notes.mjs";

const changelog = `# Changelog

About versions.

## 1.10.0 (2027-02-03)

### New

- Ten.

## 1.1.0

- One.

## 1.0.0 (2026-12-01)

`;

test("the notes of a release are the section of its version", () => {
	expect(releaseNotes(changelog, "1.10.0")).toBe("### New\n\n- Ten.\n");
	expect(releaseNotes(changelog, "1.1.0")).toBe("- One.\n");
	expect(releaseNotes(changelog.replaceAll("\n", "\r\n"), "1.1.0")).toBe(
		"- One.\n",
	);
});

test.each([
	["1.0.0", "CHANGELOG.md says nothing about 1.0.0"],
	["1.0", 'CHANGELOG.md has no section "## 1.0"'],
	["1.10", 'CHANGELOG.md has no section "## 1.10"'],
])("there is no release of %s without notes", (version, message) => {
	expect(() => releaseNotes(changelog, version)).toThrow(message);
});

test("the changelog has sections of the form that is looked for, the newest for what comes next or for this version", () => {
	const read = (file: string) =>
		readFileSync(new URL(`../${file}`, import.meta.url), "utf8");
	const text = read("CHANGELOG.md");
	const [, newest = ""] = /^## (\S+)/m.exec(text) ?? [];
	expect(["Next", JSON.parse(read("package.json")).version]).toContain(newest);
	expect(releaseNotes(text, newest)).toMatch(/^- /m);
});

test("a tag is the version of the package, with a v", () => {
	expect(versionOf("v1.2.3", "1.2.3")).toBe("1.2.3");
	expect(() => versionOf("v1.2.4", "1.2.3")).toThrow(
		"package.json has version 1.2.3, the tag is v1.2.4",
	);
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[
			fileURLToPath(new URL("../scripts/release-notes.mjs", import.meta.url)),
			"v0.0.0",
		],
		{ encoding: "utf8" },
	);
	expect([status, stdout]).toEqual([1, ""]);
	expect(stderr).toContain("the tag is v0.0.0");
});
