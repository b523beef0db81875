import {
	existsSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { rolldown } from "rolldown";
import { afterAll, beforeAll, expect, test } from "vitest";

// What GitHub's own language service, which its editors use, says about our action and workflows.

const root = new URL("..", import.meta.url);
const base = mkdtempSync(join(tmpdir(), "workflows-"));

/** What is wrong with a text; each as `line: message`, lines from 1. */
type Validate = (file: string, text: string) => Promise<string[]>;
let problems: Validate;

beforeAll(async () => {
	// it imports JSON as only bundlers read it
	const bundle = await rolldown({
		input: fileURLToPath(
			new URL("tools/workflows/service.mjs", import.meta.url),
		),
		platform: "node",
	});
	const file = join(base, "service.mjs");
	await bundle.write({ file, format: "esm", codeSplitting: false });
	const { validate, TextDocument } = await import(pathToFileURL(file).href);
	let repositories = 0;
	problems = async (name, text) => {
		// it remembers what it has said of an address
		repositories++;
		const document = TextDocument.create(
			`file:///${repositories}/${name}`,
			"yaml",
			1,
			text,
		);
		const found: {
			readonly message: string;
			readonly range: { readonly start: { readonly line: number } };
		}[] = await validate(document);
		return found.map(
			({ message, range }) => `${range.start.line + 1}: ${message}`,
		);
	};
});

afterAll(() => rmSync(base, { recursive: true, force: true }));

const workflows = readdirSync(new URL(".github/workflows", root)).map(
	(file) => `.github/workflows/${file}`,
);
const files = ["action.yml", ...workflows].filter((file) =>
	existsSync(new URL(file, root)),
);
const read = (file: string) => readFileSync(new URL(file, root), "utf8");

test.each(files)("GitHub finds nothing wrong with %s", async (file) => {
	expect(await problems(file, read(file))).toEqual([]);
});

const action = `name: example
description: An example.
inputs:
  paths:
    description: What to lint.
runs:
  using: node24
  main: index.js
`;

test("it finds nothing wrong with an action of the form of ours", async () => {
	expect(await problems("action.yml", action)).toEqual([]);
});

test.each([
	["a program that runners do not have", "node24", "node99", "node99"],
	["a key that no action has", "inputs:", "inptus:", "inptus"],
	["no program", "  main: index.js\n", "", "main"],
])("it finds %s in an action", async (_what, from, to, word) => {
	const wrong = action.replace(from, to);
	expect(wrong).not.toBe(action);
	expect(String(await problems("action.yml", wrong))).toContain(word);
});

test.each([
	["an unknown key", "timeout-minutes:", "timeout-minuets:", "timeout-minuets"],
	["an unknown context", "${{ matrix.node }}", "${{ matrx.node }}", "matrx"],
	["an unknown event", "pull_request:", "pull_requests:", "pull_requests"],
	["an unknown permission", "contents: read", "contents: raed", "raed"],
])("it finds %s in a workflow", async (_what, from, to, word) => {
	const file = ".github/workflows/check.yml";
	const wrong = read(file).replace(from, to);
	expect(wrong).not.toBe(read(file));
	expect(String(await problems(file, wrong))).toContain(word);
});
