import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { planFixes } from "../src/fix-command.ts";
import { reportDiff } from "../src/reporters/diff.ts";
import { reportText } from "../src/reporters/text.ts";
import { run } from "../src/run.ts";

const folder = new URL("projects/", import.meta.url);

const clients = readdirSync(new URL("clients/", folder)).map(
	(client) => `clients/${client}`,
);

/** What readers of published set-up guides end up with. */
const guides = readdirSync(new URL("seeds/", folder)).map(
	(guide) => `seeds/${guide}`,
);

const projects = readdirSync(folder).filter(
	(name) => name !== "clients" && name !== "seeds",
);

/** Little repositories in files/, and in expected.txt what is printed of each; `vitest -u` writes it, and a person reads it. */
test.each([...projects, ...clients, ...guides])("%s", async (name) => {
	const workingFolder = fileURLToPath(new URL(`${name}/files`, folder));
	const result = await run({ workingFolder, paths: [], config: false });
	await expect(
		reportText({ ...result, omitted: 0, colour: false }),
	).toMatchFileSnapshot(fileURLToPath(new URL(`${name}/expected.txt`, folder)));
});

/** What the fixes would write: in safe.diff those of `--fix`, in unsafe.diff those of `--fix=unsafe`. */
test.each(["safe", "unsafe"])(
	"the %s fixes of a little repository",
	async (sort) => {
		const workingFolder = fileURLToPath(new URL("fixes/files", folder));
		const result = await run({ workingFolder, paths: [], config: false });
		const { changes, mask } = await planFixes(result, {
			unsafe: sort === "unsafe",
			onlyErrors: false,
		});
		await expect(
			reportDiff(changes, { mask, colour: false }),
		).toMatchFileSnapshot(fileURLToPath(new URL(`fixes/${sort}.diff`, folder)));
	},
);

test("every right form of a server and a rule is passed over in silence", async () => {
	const workingFolder = fileURLToPath(new URL("clean/files", folder));
	const { diagnostics } = await run({
		workingFolder,
		paths: [],
		config: false,
	});
	expect(diagnostics.filter(({ severity }) => severity !== "info")).toEqual([]);
});

test.each([...clients, "plugins"])(
	"%s: nothing is said of the right files",
	async (name) => {
		const workingFolder = fileURLToPath(new URL(`${name}/files`, folder));
		const { diagnostics } = await run({
			workingFolder,
			paths: [],
			config: false,
		});
		const files = diagnostics.map(({ location }) => location.file);
		expect(files.filter((file) => file.startsWith("right/"))).toEqual([]);
		expect(files.filter((file) => file.startsWith("wrong/"))).not.toEqual([]);
	},
);
