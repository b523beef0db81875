// Writes docs/rules/<id>.md and the table of the README from the compiled rules in lib/.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { parse } from "yaml";
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

/** What the inputs of the action are. */
function inputs() {
	const { inputs } = parse(readFileSync(new URL("action.yml", root), "utf8"));
	const rows = Object.entries(inputs).map(([name, input]) => {
		const preset = input.default === undefined ? "" : `\`${input.default}\``;
		return `| \`${name}\` | ${preset} | ${input.description} |`;
	});
	return ["| input | default | |", "|---|---|---|", ...rows, ""].join("\n");
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
	const blocks = [
		[
			/(?<open><!-- rules -->\n)[\s\S]*?(?<close><!-- \/rules -->)/g,
			() => `${table()}\n`,
		],
		[/(?<open><!-- inputs -->\n)[\s\S]*?(?<close><!-- \/inputs -->)/g, inputs],
		[
			/(?<open><!-- page: (?<folder>\S+) -->\n)[\s\S]*?(?<close><!-- \/page -->)/g,
			({ folder }) => outputOf({ options: `--format markdown ${folder}` }),
		],
		[
			/(?<open><!-- output: (?:cd (?<folder>\S+) && )?node [./]*dist\/cli\/index\.js (?<options>.*?) -->\n```\n)[\s\S]*?(?<close>```\n<!-- \/output -->)/g,
			outputOf,
		],
	];
	const text = blocks.reduce(
		(text, [block, content]) => replaceBlocks(text, block, content),
		readFileSync(readme, "utf8"),
	);
	writeFileSync(readme, text);
	generateConfigSchema(
		Object.fromEntries(
			Object.entries(rules).map(([id, { summary }]) => [id, summary]),
		),
	);
}
