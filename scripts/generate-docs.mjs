// Writes docs/rules/<id>.md and the table of the README from the compiled rules in lib/.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { rules } from "../lib/generated/rules.js";
import { generateConfigSchema } from "./generate-config-schema.mjs";

const root = new URL("..", import.meta.url);

const EFFECTS = {
	rejected: "the client ignores the whole file",
	skipped: "the client drops this and loads the rest",
	inert: "the client says nothing, and it has no effect",
	exposed: "everyone who has the file can read it",
	risky: "it works, with a risk",
};

function page(id, { severity, effect, summary, rationale, examples }) {
	const parts = [
		"<!-- Generated from src/rules by npm run generate. -->",
		`# ${id}`,
		summary,
		`Severity: ${severity}. Effect: ${effect} (${EFFECTS[effect]}).`,
		rationale.trim(),
		...examples.flatMap(({ file, bad, good, beside = {} }) => [
			...Object.entries(beside).flatMap(([other, text]) => [
				`With this \`${other}\`:`,
				fence(text),
			]),
			`Reported, in \`${file}\`:`,
			fence(bad),
			...(good === "" ? ["Right: no such file."] : ["Right:", fence(good)]),
		]),
	];
	return `${parts.join("\n\n")}\n`;
}

function fence(text) {
	return `\`\`\`json\n${text}\n\`\`\``;
}

function table() {
	const rows = Object.entries(rules).map(
		([id, { severity, summary }]) =>
			`| [${id}](docs/rules/${id}.md) | ${severity} | ${summary} |`,
	);
	return ["| rule | severity | finds |", "|---|---|---|", ...rows].join("\n");
}

/** What the linter prints, without colour. */
function outputOf(folder) {
	const { stdout } = spawnSync(process.execPath, ["lib/cli.js", folder], {
		cwd: root,
		encoding: "utf8",
	});
	return stdout;
}

/** Puts a text between two marks. A document without them is a mistake of ours. */
function replaceBlock(text, block, content) {
	const found = block.exec(text);
	if (!found) throw new Error(`the README has no block ${block}`);
	const marks = [found[1], found.at(-1)];
	return text.replace(found[0], () => marks.join(content(found.groups ?? {})));
}

export function generateDocs() {
	const folder = new URL("docs/rules/", root);
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	for (const [id, rule] of Object.entries(rules)) {
		writeFileSync(new URL(`${id}.md`, folder), page(id, rule));
	}
	const readme = new URL("README.md", root);
	const text = replaceBlock(
		replaceBlock(
			readFileSync(readme, "utf8"),
			/(<!-- rules -->\n)[\s\S]*?(<!-- \/rules -->)/,
			() => `${table()}\n`,
		),
		/(<!-- output: node dist\/cli\/index\.js (?<folder>\S+) -->\n```\n)[\s\S]*?(```\n<!-- \/output -->)/,
		({ folder }) => outputOf(folder),
	);
	writeFileSync(readme, text);
	generateConfigSchema(
		Object.fromEntries(
			Object.entries(rules).map(([id, { summary }]) => [id, summary]),
		),
	);
}
