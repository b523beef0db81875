import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";

/** A plugin or marketplace with what `plugin validate` of the real client says of it; `npm run conformance plugins` writes them. */
interface RecordedPlugin {
	readonly name: string;
	readonly files: Readonly<Record<string, string>>;
	readonly verdict: {
		readonly errors: readonly string[];
		readonly warnings: readonly string[];
	};
	/** Why we say something else than the client, on purpose. */
	readonly differs?: string;
}

const folder = new URL("plugins/", import.meta.url);
const groups = readdirSync(folder).map((file) => {
	const lines = readFileSync(new URL(file, folder), "utf8").trim().split("\n");
	return [
		file.replace(".jsonl", ""),
		lines.map((line): RecordedPlugin => JSON.parse(line)),
	] as const;
});

describe.each(groups)("%s", (_group, cases) => {
	test("there are many cases, of both outcomes", () => {
		const wrong = cases.filter(({ verdict }) => verdict.errors.length > 0);
		expect(wrong.length).toBeGreaterThan(30);
		expect(cases.length - wrong.length).toBeGreaterThan(15);
	});

	test.each(cases.map((each) => [each.name, each] as const))(
		"%s",
		(_name, { files, verdict, differs }) => {
			const json = Object.entries(files).filter(([file]) =>
				file.endsWith(".json"),
			);
			const found = lintFiles(Object.fromEntries(json));
			const isRefused = found.some(
				({ severity, effect }) =>
					severity === "error" || effect === "rejected" || effect === "skipped",
			);
			const isRefusedThere = verdict.errors.length > 0;
			if (differs === undefined) expect(isRefused).toBe(isRefusedThere);
			else
				expect(isRefused, `no longer differs: ${differs}`).not.toBe(
					isRefusedThere,
				);
		},
	);
});
