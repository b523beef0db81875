// Writes docs/rules/<id>.md and the table of the README from the compiled rules in lib/.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { rules } from "../lib/generated/rules.js";
import { fixSorts } from "../lib/rule.js";
import { generateConfigSchema } from "./generate-config-schema.mjs";

const root = new URL("..", import.meta.url);

const EFFECTS = {
	rejected: "the client ignores the whole file",
	skipped: "the client drops this and loads the rest",
	inert: "the client says nothing, and it has no effect",
	exposed: "everyone who has the file can read it",
	risky: "it works, with a risk",
};

const FIXES = {
	safe: "`--fix`",
	unsafe: "`--fix=unsafe`",
};

/** Which fixes a rule has. */
function fixesOf(rule) {
	return fixSorts(rule).map((sort) => FIXES[sort]);
}

function page(id, rule) {
	const { severity, effect, summary, rationale, examples } = rule;
	const fixes = fixesOf(rule);
	const fixLine = fixes.length > 0 ? ` Fixes: ${fixes.join(" and ")}.` : "";
	const parts = [
		"<!-- Generated from src/rules by npm run generate. -->",
		`# ${id}`,
		summary,
		`Severity: ${severity}. Effect: ${effect} (${EFFECTS[effect]}).${fixLine}`,
		rationale.trim(),
		...examples.flatMap(({ file, bad, good, fix, beside = {} }) => [
			...Object.entries(beside).flatMap(([other, text]) => [
				`With this \`${other}\`:`,
				fence(text),
			]),
			`Reported, in \`${file}\`:`,
			fence(bad),
			...(good === ""
				? ["Right: no such file."]
				: [fix ? `Right, as ${FIXES[fix]} writes it:` : "Right:", fence(good)]),
		]),
	];
	return `${parts.join("\n\n")}\n`;
}

function fence(text) {
	return `\`\`\`json\n${text}\n\`\`\``;
}

function table() {
	const rows = Object.entries(rules).map(
		([id, rule]) =>
			`| [${id}](docs/rules/${id}.md) | ${rule.severity} | ${rule.summary} | ${fixesOf(rule).join(", ")} |`,
	);
	return [
		"| rule | severity | finds | fix |",
		"|---|---|---|---|",
		...rows,
	].join("\n");
}

/** What the program prints, without colour, in a folder of this repository. */
function outputOf({ folder = ".", options }) {
	const program = new URL("lib/cli.js", root).pathname;
	const args = options
		.match(/"[^"]*"|\S+/g)
		.map((arg) => arg.replaceAll('"', ""));
	const { stdout } = spawnSync(process.execPath, [program, ...args], {
		cwd: new URL(`${folder}/`, root),
		encoding: "utf8",
	});
	return stdout;
}

/** Puts texts between marks. A document without them is a mistake of ours. */
function replaceBlocks(text, block, content) {
	if (!block.test(text)) throw new Error(`the README has no block ${block}`);
	return text.replaceAll(block, (...found) => {
		const groups = found.at(-1);
		return groups.open + content(groups) + groups.close;
	});
}

export function generateDocs() {
	const folder = new URL("docs/rules/", root);
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	for (const [id, rule] of Object.entries(rules)) {
		writeFileSync(new URL(`${id}.md`, folder), page(id, rule));
	}
	const readme = new URL("README.md", root);
	const text = replaceBlocks(
		replaceBlocks(
			readFileSync(readme, "utf8"),
			/(?<open><!-- rules -->\n)[\s\S]*?(?<close><!-- \/rules -->)/g,
			() => `${table()}\n`,
		),
		/(?<open><!-- output: (?:cd (?<folder>\S+) && )?node [./]*dist\/cli\/index\.js (?<options>.*?) -->\n```\n)[\s\S]*?(?<close>```\n<!-- \/output -->)/g,
		outputOf,
	);
	writeFileSync(readme, text);
	generateConfigSchema(
		Object.fromEntries(
			Object.entries(rules).map(([id, { summary }]) => [id, summary]),
		),
	);
}
