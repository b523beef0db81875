import {
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { discover, missingPaths, rewriteFiles } from "../src/files.ts";

const folders = fc.array(
	fc.constantFrom(
		"a",
		"packages",
		".claude",
		"node_modules",
		".hidden",
		"vendor",
		"worktrees",
		"x y",
		"[b]",
		"agents",
		"skills",
		"commands",
		"folder.md",
	),
	{ maxLength: 4 },
);
const names = fc.constantFrom(
	".mcp.json",
	"settings.json",
	"settings.local.json",
	"mcp.json",
	"managed-mcp.json",
	"other.json",
	"SKILL.md",
	"skill.md",
	"reviewer.md",
	"notes.MD",
);
const trees = fc.array(
	fc.tuple(folders, names).map(([parts, name]) => [...parts, name].join("/")),
	{ maxLength: 8 },
);

/** Half of the folders start in one where definitions stand, which chance would rarely hit. */
const definitionTrees = fc.array(
	fc
		.tuple(
			fc.constantFrom("", "packages/a/"),
			fc.constantFrom("agents", "skills", "commands"),
			folders,
			names,
		)
		.map(
			([above, holder, parts, name]) =>
				`${above}.claude/${[holder, ...parts, name].join("/")}`,
		),
	{ maxLength: 8 },
);

test("walking finds what the glob library finds, whatever the tree", async () => {
	await fc.assert(
		fc.asyncProperty(fc.oneof(trees, definitionTrees), async (files) => {
			const root = mkdtempSync(join(tmpdir(), "discover-"));
			try {
				for (const file of files) {
					mkdirSync(dirname(join(root, file)), { recursive: true });
					writeFileSync(join(root, file), "");
				}
				const walked = await discover(root, [], root);
				expect(walked).toEqual(
					await discover(root, ["nothing-is-called-so/**"], root),
				);
				expect(walked).toEqual([...walked].sort());
			} finally {
				rmSync(root, { recursive: true, force: true });
			}
		}),
		{ numRuns: 60 },
	);
});

test("a path is missing where nothing is and git would have kept it", async () => {
	const root = mkdtempSync(join(tmpdir(), "missing-"));
	const write = (file: string, text: string) => {
		mkdirSync(dirname(join(root, file)), { recursive: true });
		writeFileSync(join(root, file), text);
	};
	try {
		mkdirSync(join(root, ".git"));
		write(".gitignore", "*.local.sh\n/made/\n");
		write("sub/.gitignore", "!keep.local.sh\n");
		write("there.sh", "");
		symlinkSync("nowhere", join(root, "link.sh"));
		const paths = [
			"there.sh",
			"link.sh",
			"gone.sh",
			"x.local.sh",
			"made/x.sh",
			"sub/made/x.sh",
			"sub/keep.local.sh",
			"there.sh/x",
		];
		expect([...(await missingPaths(paths, root))]).toEqual([
			"gone.sh",
			"sub/made/x.sh",
			"sub/keep.local.sh",
			"there.sh/x",
		]);
		expect([
			...(await missingPaths(["x.local.sh"], join(root, "sub"))),
		]).toEqual([]);
	} finally {
		rmSync(root, { recursive: true, force: true });
	}
});

test("files are rewritten together or not at all", () => {
	const root = mkdtempSync(join(tmpdir(), "rewrite-"));
	const change = (file: string, before: string) => ({
		...{ path: join(root, file), file, before },
		...{ after: "new", utf16: false },
	});
	const written = () => readFileSync(join(root, "a"), "utf8");
	try {
		writeFileSync(join(root, "a"), "old");
		expect(() => rewriteFiles([change("a", "old"), change("b", "")])).toThrow(
			"cannot write b: there is no such file or folder",
		);
		expect(written()).toBe("old");
		expect(() => rewriteFiles([change("a", "older")])).toThrow(
			"cannot write a: it has been changed since it was read",
		);
		expect(written()).toBe("old");
		rewriteFiles([change("a", "old")]);
		expect(written()).toBe("new");
		expect(readdirSync(root)).toEqual(["a"]);
	} finally {
		rmSync(root, { recursive: true, force: true });
	}
});
