import {
	lstatSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { reportJson } from "../src/reporters/json.ts";
import { reportText } from "../src/reporters/text.ts";
import { run } from "../src/run.ts";

const folders = [
	...["projects/", "projects/clients/", "projects/seeds/"].flatMap((folder) =>
		readdirSync(new URL(folder, import.meta.url))
			.filter((name) => name !== "clients" && name !== "seeds")
			.map((name) => `${folder}${name}/files/`),
	),
	...readdirSync(new URL("../examples/", import.meta.url)).map(
		(name) => `../examples/${name}/`,
	),
];

/** What is reported of a folder of which every file has these line ends. */
async function reports(folder: string, lineEnd: string) {
	const from = fileURLToPath(new URL(folder, import.meta.url));
	const workingFolder = mkdtempSync(join(tmpdir(), "line-ends-"));
	try {
		for (const file of readdirSync(from, {
			recursive: true,
			encoding: "utf8",
		})) {
			const path = join(from, file);
			if (!lstatSync(path).isFile()) continue;
			const copy = join(workingFolder, file);
			mkdirSync(dirname(copy), { recursive: true });
			const bytes = readFileSync(path);
			const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
			const encoding = isUtf16 ? "utf16le" : "latin1";
			const text = bytes.toString(encoding).replaceAll(/\r?\n/g, lineEnd);
			writeFileSync(copy, Buffer.from(text, encoding));
		}
		const result = await run({ workingFolder, paths: [], config: false });
		const report = { ...result, omitted: 0, colour: false };
		return { text: reportText(report), json: JSON.parse(reportJson(report)) };
	} finally {
		rmSync(workingFolder, { recursive: true, force: true });
	}
}

test.each(folders)(
	"%s: lines that end as on Windows change no position, no frame and no message",
	async (folder) => {
		const here = await reports(folder, "\n");
		const windows = await reports(folder, "\r\n");
		expect(windows.text).toBe(here.text);
		expect(windows.json).toEqual(here.json);
		expect(windows.text).not.toContain("\r");
	},
);
