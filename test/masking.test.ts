import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { baselineText } from "../src/baseline.ts";
import { defaultConfig } from "../src/config.ts";
import { decide } from "../src/decisions/decision.ts";
import { createSession } from "../src/decisions/session.ts";
import { parseToolCall } from "../src/decisions/tool-call.ts";
import type { Document } from "../src/document.ts";
import { fingerprints } from "../src/fingerprint.ts";
import { planFixes } from "../src/fix-command.ts";
import { rules } from "../src/generated/rules.ts";
import { checkAnnotations } from "../src/github/check-annotations.ts";
import { suggestionsFor } from "../src/github/suggestions.ts";
import { lint, maskFor } from "../src/lint.ts";
import { knownServers } from "../src/project/known-servers.ts";
import { workingProject } from "../src/project/project.ts";
import type { Surroundings } from "../src/project/surroundings.ts";
import { reportDiff } from "../src/reporters/diff.ts";
import { reportGithub } from "../src/reporters/github.ts";
import { reportPermissionJson } from "../src/reporters/permission-json.ts";
import { reportPermissionText } from "../src/reporters/permission-text.ts";
import type { Report } from "../src/reporters/reporter.ts";
import { reportText } from "../src/reporters/text.ts";
import { descendants } from "../src/syntax/tree.ts";
import { credentialsOf, filesReferredTo, parseFiles } from "./lint-text.ts";
import { reporters } from "./reporters/report-on.ts";
import {
	hardFiles,
	type Label,
	type LabelledFile,
	ordinaryFiles,
} from "./secrets/labelled/labelled-files.ts";

/** What is printed or written, by what prints or writes it. */
type Outputs = Readonly<Record<string, string>>;

/** Everything that is said of a file and shown of it. */
async function outputsOf({ file, text }: LabelledFile): Promise<Outputs> {
	const documents = parseFiles({ [file]: text });
	const surroundings = {
		credentials: credentialsOf(documents),
		missingFiles: filesReferredTo({ [file]: text }),
		repository: "",
	};
	const safe = await fixed(documents, surroundings, false);
	const unsafe = await fixed(documents, surroundings, true);
	const mask = maskFor(documents, surroundings);
	const { diagnostics } = linted(documents, surroundings);
	return {
		...reports(documents, surroundings),
		...decisions(documents, surroundings),
		baseline: baselineText(diagnostics, documents, mask),
		"safe diff": safe.diff,
		"unsafe diff": unsafe.diff,
		"text after fixes": reports(unsafe.documents, {
			...surroundings,
			missingFiles: [],
			credentials: credentialsOf(unsafe.documents),
		}).text,
	};
}

function linted(
	documents: readonly Document[],
	surroundings: Partial<Surroundings>,
) {
	const sources = new Map(documents.map((each) => [each.file, each]));
	return {
		documents,
		sources,
		checked: new Set(sources.keys()),
		fixable: new Set(sources.keys()),
		config: defaultConfig,
		surroundings,
		diagnostics: lint(documents, rules, defaultConfig, { surroundings }),
		mask: maskFor(documents, surroundings),
	};
}

const others = Object.entries(reporters).filter(([name]) => name !== "text");

function reports(
	documents: readonly Document[],
	surroundings: Partial<Surroundings>,
) {
	const report = {
		...linted(documents, surroundings),
		omitted: 0,
		unchanged: 0,
		inRepository: (file: string) => file,
		colour: false,
	};
	const errors = report.diagnostics.filter(
		({ severity }) => severity === "error",
	);
	return {
		text: reportText(report),
		"coloured text": reportText({ ...report, colour: true }),
		"quiet text": reportText({ ...report, diagnostics: errors, omitted: 1 }),
		...Object.fromEntries(
			others.map(([name, reporter]) => [name, reporter(report)]),
		),
		"workflow commands": reportGithub(report),
		annotations: JSON.stringify(checkAnnotations(report)),
		suggestions: suggestions(report),
	};
}

/** The changes that are suggested for a pull request which adds all of the files. */
function suggestions(report: Report): string {
	const { diagnostics, documents, mask, inRepository } = report;
	const files = documents.map(({ file, text }) => ({
		file,
		changed: "all" as const,
		hunks: [{ first: 1, lines: text.split("\n") }],
	}));
	const names = fingerprints(diagnostics, documents, mask, inRepository);
	const { shown } = suggestionsFor({ ...report, files, fingerprints: names });
	return shown.map(({ body }) => body).join("\n");
}

async function fixed(
	documents: readonly Document[],
	surroundings: Partial<Surroundings>,
	unsafe: boolean,
) {
	const { changes, mask } = await planFixes(linted(documents, surroundings), {
		unsafe,
		onlyErrors: false,
	});
	const after = new Map(changes.map((each) => [each.before, each.after]));
	return {
		documents: documents.map((document) => after.get(document) ?? document),
		diff: reportDiff(changes, { mask, colour: false }),
	};
}

/** What is said about the calls that are written in a file as rules. */
function decisions(
	documents: readonly Document[],
	surroundings: Partial<Surroundings>,
): Outputs {
	const calls = documents
		.flatMap(({ root }) => (root ? [...descendants(root)] : []))
		.flatMap((node) => {
			const isCall = node.type === "string" && /^\w+\(/.test(node.value);
			return isCall ? (parseToolCall(node.value) ?? []) : [];
		})
		.slice(0, 30);
	const project = workingProject(documents, surroundings);
	const session = createSession(project, {
		folder: "/project",
		home: "/home",
		links: new Map(),
	});
	const report = {
		decisions: calls.map((call) => decide(call, session)),
		servers: knownServers(project),
		mode: session.startMode,
		rejected: [],
		sources: new Map(documents.map((each) => [each.file, each])),
		mask: maskFor(documents, surroundings),
	};
	return {
		"permissions as text": reportPermissionText(report),
		"permissions as json": reportPermissionJson(report),
	};
}

/** How many characters of a credential may be seen: a prefix that is public. */
const PUBLIC = 4;

/** As many characters in a row give a credential away. */
const TELLING = 8;

/** What of a credential may be in no output. */
function tellingParts(text: string, { start, end, what }: Label): string[] {
	const written = text.slice(start, end);
	const spellings = [written, unescaped(written)].flatMap((each) => [
		each,
		JSON.stringify(each).slice(1, -1),
	]);
	return [...new Set(spellings)].flatMap((each) =>
		isAddress(what) ? addressParts(each) : partsOf(each),
	);
}

/** Whether who knows the address may go there, so that all of it is labelled; who gives it is no secret. */
function isAddress(what: string): boolean {
	return /^address of |webhook|^azure-account-key/.test(what);
}

function addressParts(address: string): string[] {
	return address
		.split(/[/?&=;.:]/)
		.filter((word) => word.length >= 20 && /\d/.test(word))
		.flatMap(partsOf);
}

function partsOf(secret: string): string[] {
	const shown = secret.length < PUBLIC + TELLING ? 0 : PUBLIC;
	const count = secret.length - shown - TELLING + 1;
	return count < 1
		? [secret]
		: Array.from({ length: count }, (_, index) =>
				secret.slice(shown + index, shown + index + TELLING),
			);
}

function unescaped(text: string): string {
	try {
		return JSON.parse(`"${text}"`);
	} catch {
		return text;
	}
}

/** Which outputs show something of a credential. */
function leaks(outputs: Outputs, file: LabelledFile, label: Label): string[] {
	const parts = tellingParts(file.text, label);
	return Object.entries(outputs).flatMap(([name, output]) => {
		const part = parts.find((each) => output.includes(each));
		return part === undefined
			? []
			: `${name}: ${label.what}, ${label.where}: ${part}`;
	});
}

/** Whether the search knows of a credential. */
function isFound({ file, text }: LabelledFile, { start, end }: Label): boolean {
	const mark = text.startsWith("\uFEFF") ? 1 : 0;
	const documents = parseFiles({ [file]: text });
	return (credentialsOf(documents).get(file) ?? []).some(
		({ location }) =>
			location.start + mark < end && location.end + mark > start,
	);
}

/** Of those that the search for credentials does not know, the spelling hides most: one in a hundred may be seen. */
const MOST_SEEN = 0.01;

/** The same JSON as an input of a step, on the indented lines of a block. */
function inWorkflow({ file, text, ...labels }: LabelledFile): LabelledFile {
	const isSettings = file.includes("settings");
	const [version, input] = isSettings
		? ["v1", "settings"]
		: ["beta", "mcp_config"];
	const before = `jobs:\n  a:\n    steps:\n      - uses: anthropics/claude-code-action@${version}\n        with:\n          ${input}: |\n            `;
	const moved = (offset: number) =>
		before.length +
		offset +
		INDENT.length * (text.slice(0, offset).split("\n").length - 1);
	const move = (label: Label): Label => ({
		...label,
		start: moved(label.start),
		end: moved(label.end),
	});
	return {
		file: ".github/workflows/a.yml",
		text: before + text.replaceAll("\n", `\n${INDENT}`),
		credentials: labels.credentials.map(move),
		lookAlikes: labels.lookAlikes.map(move),
	};
}

const INDENT = " ".repeat(12);

/** Only what may stand in a block: YAML has no tabs at the start of a line, and no other signs of control. */
function mayStandInBlock({ file, text }: LabelledFile): boolean {
	const isKnown = /^\.mcp\.json$|^\.claude\/settings/.test(file);
	return isKnown && text.startsWith("{") && !/^\t|\r|[^\P{Cc}\n]/mu.test(text);
}

describe.each([
	["ordinary", ordinaryFiles(11, 120)],
	["hard", hardFiles(11, 120)],
	[
		"workflows with ordinary",
		ordinaryFiles(12, 240).filter(mayStandInBlock).map(inWorkflow),
	],
])("of %s files", (_name, files) => {
	test("no credential is in anything that is printed or written", async () => {
		const seen: string[] = [];
		let credentials = 0;
		let missed = 0;
		for (const file of files) {
			if (file.credentials.length === 0) continue;
			const outputs = await outputsOf(file);
			for (const label of file.credentials) {
				credentials += 1;
				const found = leaks(outputs, file, label);
				if (found.length === 0) continue;
				if (isFound(file, label)) seen.push(...found);
				else missed += 1;
			}
		}
		expect(seen).toEqual([]);
		expect(credentials).toBeGreaterThan(100);
		expect(missed / credentials).toBeLessThan(MOST_SEEN);
	}, 60_000);
});

const program = fileURLToPath(new URL("../dist/cli/index.js", import.meta.url));

/** What the program prints and writes in a folder with these files. */
function runIn(files: Outputs, args: readonly string[]): string {
	const folder = mkdtempSync(join(tmpdir(), "masking-"));
	try {
		for (const [file, text] of Object.entries(files)) {
			mkdirSync(dirname(join(folder, file)), { recursive: true });
			writeFileSync(join(folder, file), text);
		}
		const { stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
			cwd: folder,
			encoding: "utf8",
			env: { PATH: process.env.PATH, HOME: folder },
		});
		return `${stdout}${stderr}`;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Random, and of no provider. */
const password = ["Gk7#", "vQ2w", "Zt9p", "Lx4m"].join("");
const token = ["ghp", "k3Jx9QmT2vLw7RbYc8HnD5sPf4GtAe6ZuWq1"].join("_");
const servers = JSON.stringify({
	mcpServers: {
		db: {
			command: "serve",
			args: ["--password", password],
			env: { DB_PASSWORD: password, PIN: 83120457 },
		},
		git: { url: "https://git.example.com", headers: { "X-Token": token } },
	},
});
const settings = JSON.stringify({
	permissions: {
		allow: [`Bash(login --password ${password})`, `Bash(${token}`],
	},
});

const FENCE = "```";
const inFence = (language: string, ...lines: readonly string[]) =>
	[
		"README.md",
		`# Claude Code\n\n${FENCE}${language}\n${lines.join("\n")}\n${FENCE}\n`,
	] as const;
const inScript = (command: string) =>
	["package.json", JSON.stringify({ scripts: { start: command } })] as const;
const inStep = (...lines: readonly string[]) =>
	[
		".github/workflows/a.yml",
		`jobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: anthropics/claude-code-action@v1\n${lines.map((line) => `        ${line}\n`).join("")}`,
	] as const;
const inRun = (shell: string, ...lines: readonly string[]) =>
	[
		".github/workflows/a.yml",
		`jobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - shell: ${shell}\n        run: |\n${lines.map((line) => `          ${line}\n`).join("")}`,
	] as const;

/** Where a credential can stand in a file in which documents stand, and in the files of plugins and other clients. */
const places: Readonly<
	Record<string, (secret: string) => readonly [file: string, text: string]>
> = {
	"a header of a command on a page": (secret) =>
		inFence(
			"bash",
			`claude mcp add --transport htp docs https://a.example.com --header "Authorization: Bearer ${secret}"`,
		),
	"a command that goes on": (secret) =>
		inFence(
			"sh",
			"$ claude mcp add docs --scop user \\",
			`    -e API_KEY=${secret} -- npx docs`,
		),
	"a command for PowerShell": (secret) =>
		inFence(
			"powershell",
			"claude mcp add docs --scop user `",
			`  -e "API_KEY=${secret}" -- npx docs`,
		),
	"JSON of a command": (secret) =>
		inFence(
			"bash",
			`claude mcp add-json docs '{"type":"htp","url":"https://a.example.com","headers":{"Authorization":"Bearer ${secret}"}}'`,
		),
	"JSON of a command, with escapes": (secret) =>
		inFence(
			"bash",
			`claude mcp add-json docs "{\\"comand\\":\\"a\\",\\"env\\":{\\"API_KEY\\":\\"${secret}\\"}}"`,
		),
	"servers of an option": (secret) =>
		inFence(
			"bash",
			`claude -p hi --mcp-config '{"mcpServers":{"a":{"comand":"a","env":{"API_KEY":"${secret}"}}}}'`,
		),
	"a mode that is none": (secret) =>
		inScript(`claude -p hi --permission-mode ${secret}`),
	"an option that is none": (secret) =>
		inScript(`claude mcp add docs --api-key=${secret} -- npx docs`),
	"an option before the name": (secret) =>
		inScript(`claude mcp add --token ${secret} docs npx docs`),
	"a rule of an option": (secret) =>
		inScript(`claude -p hi --allowedTools "Bash(login --token ${secret}"`),
	"rules without quotes": (secret) =>
		inScript(
			`claude -p hi --allowedTools Bash(login --token ${secret}) Read; claude -p hi --allowedTools "read ${secret} Bash (login --token ${secret})"`,
		),
	"a script with escapes": (secret) =>
		inScript(
			`claude mcp add docs -e "API_KEY=${secret}" --scop user -- npx docs`,
		),
	"a snippet of a page": (secret) =>
		inFence(
			"json",
			`{ "mcpServers": { "a": { "command": "a", "args": "b", "env": { "API_KEY": "${secret}" } } } }`,
		),
	"a snippet in a quotation": (secret) => [
		"README.md",
		`> ${FENCE}json\n> { "mcpServers": { "a": { "url": "https://a b",\n>   "headers": { "Authorization": "Bearer ${secret}" } } } }\n> ${FENCE}\n`,
	],
	"a snippet that is cut": (secret) =>
		inFence(
			"json",
			`"mcpServers": { "a": { "command": "a", "args": "b", "env": { "API_KEY": "${secret}" } }, }`,
		),
	"a comment of a snippet": (secret) =>
		inFence(
			"jsonc",
			`{ // API_KEY=${secret}`,
			'  "mcpServers": { "a": { "command": "a", "args": "b" } } }',
		),
	"a heading of a page": (secret) => [
		"README.md",
		`# token: ${secret}\n\n${inFence("json", '{ "mcpServers": { "a": { "command": "a", "args": "b" } } }')[1]}`,
	],
	"a sentence of a page": (secret) => [
		"README.md",
		`Run \`claude mcp add docs -e API_KEY=${secret} --scop user -- npx docs\`.\n`,
	],
	"a variable of a step": (secret) =>
		inStep("env:", `  ANTHROPIC_API_KEY: ${secret}`, "with:", "  prompts: a"),
	"an input of a step": (secret) =>
		inStep("with:", `  anthropic_api_key: ${secret}`, "  prompts: a"),
	"an input that is none": (secret) =>
		inStep("with:", `  anthropic_api_kei: ${secret}`),
	"arguments on one line": (secret) =>
		inStep(
			"with:",
			`  claude_args: --mcp-config '{"mcpServers":{"a":{"comand":"a","env":{"API_KEY":"${secret}"}}}}'`,
		),
	"arguments in a folded block": (secret) =>
		inStep(
			"with:",
			"  claude_args: >-",
			"    --allowedTools",
			`    "Bash(login --token ${secret}"`,
			"    --permission-mode a",
		),
	"arguments in double quotes": (secret) =>
		inStep(
			"with:",
			`  claude_args: "--allowedTools \\"Bash(login --token ${secret}\\" \\`,
			'    --permission-mode \\x61"',
		),
	"settings in double quotes": (secret) =>
		inStep(
			"with:",
			`  settings: "{\\"env\\":{\\"API_KEY\\":\\"${secret}\\"},\\"permissions\\":{\\"allow\\":[\\"bash\\"]}}"`,
		),
	"settings in a folded block": (secret) =>
		inStep(
			"with:",
			"  settings: >",
			'    { "permissions": { "allow": ["bash"] },',
			`      "env": { "API_KEY": "${secret}" } }`,
		),
	"a script of a step": (secret) =>
		inRun(
			"bash",
			"claude mcp add docs \\",
			`  --env API_KEY=${secret} --scop user -- npx docs`,
		),
	"a script of a step for PowerShell": (secret) =>
		inRun(
			"pwsh",
			`$env:API_KEY = "${secret}"`,
			`claude mcp add docs -e API_KEY=${secret} --scop user`,
		),
	"a default of a plugin's option": (secret) => [
		".claude-plugin/plugin.json",
		JSON.stringify({
			name: "a",
			userConfig: {
				api_key: {
					type: "text",
					title: "Key",
					description: "a",
					sensitive: true,
					default: secret,
				},
			},
		}),
	],
	"a server of a plugin": (secret) => [
		".claude-plugin/plugin.json",
		JSON.stringify({
			name: "a b",
			mcpServers: { a: { comand: "a", env: { API_KEY: secret } } },
		}),
	],
	"the path of a plugin's servers": (secret) => [
		".claude-plugin/plugin.json",
		JSON.stringify({ name: "a b", mcpServers: `../token=${secret}.json` }),
	],
	"the source of a plugin": (secret) => [
		".claude-plugin/marketplace.json",
		JSON.stringify({
			name: "a",
			owner: "a",
			plugins: [
				{ name: "a", source: `https://user:${secret}@git.example.com/a.git` },
			],
		}),
	],
	"a table of TOML": (secret) => [
		".codex/config.toml",
		`[mcp_servers.a]\ncomand = "a"\n[mcp_servers.a.env]\nAPI_KEY = '''${secret}'''\n`,
	],
	"a dotted key of TOML": (secret) => [
		".codex/config.toml",
		`mcp_servers.a.env.API_KEY = "${secret}"\nmcp_servers.a.comand = "a"\n`,
	],
	"TOML with a mistake": (secret) => [
		".codex/config.toml",
		`[mcp_servers.a]\nurl = "https://a.example.com"\nbearer_token = "${secret}"\nhttp_headers = { Authorization = = "Bearer ${secret}" }\n`,
	],
	"variables of opencode": (secret) => [
		"opencode.json",
		JSON.stringify({
			mcp: {
				a: {
					type: "locl",
					command: ["a", "--api-key", secret],
					environment: { API_KEY: secret },
				},
			},
		}),
	],
};

describe.each(Object.entries(places))("%s", (_name, place) => {
	test.each([
		["a credential of a known form", token],
		["one that its place gives away", "q7Zk2mVx9TbLw4RdYc8HnJ5sPf3GtAe6"],
	])("shows nothing of %s", async (what, secret) => {
		const [file, text] = place(secret);
		const labelled = { file, text, credentials: [], lookAlikes: [] };
		const start = text.indexOf(secret);
		const label = { what, where: file, start, end: start + secret.length };
		const outputs = await outputsOf(labelled);
		expect(JSON.parse(outputs.json ?? "").diagnostics).not.toEqual([]);
		expect(leaks(outputs, labelled, label)).toEqual([]);
	});
});

test.each([
	["a lint", []],
	["a report as SARIF", ["--format=sarif"]],
	["a report for reviewdog", ["--format=rdjson"]],
	["a report for GitLab", ["--format=gitlab"]],
	["a test report", ["--format=junit"]],
	["a diff", ["--diff", "--fix=unsafe"]],
	["a fix", ["--fix=unsafe"]],
	["a baseline", ["--write-baseline"]],
	["permissions", ["permission", `Bash(login --password ${password})`]],
	["a name of a file", [`--kind=claude-mcp`, `./${token}`]],
	["an option", [`--fail-on=${token}`]],
	["an option that is not there", [`--${token}`]],
	["a rule that is not there", ["explain", token]],
])("%s through the program shows none", (_name, args) => {
	const output = runIn(
		{ ".mcp.json": servers, ".claude/settings.json": settings },
		args,
	);
	for (const part of [...partsOf(password), ...partsOf(token), "83120457"])
		expect(output).not.toContain(part);
});

test.each([
	["no YAML", `rules: [\n  ${token}: "${token}\n`],
	["no rule", `rules:\n  ${token}: error\n`],
	["no key", `${token}: 1\n`],
	[
		"an ignore for nothing",
		`ignore:\n  - { rule: empty-value, file: .mcp.json, pointer: /mcpServers/${token}, reason: x }\n`,
	],
	[
		"an ignore of an item",
		`ignore:\n  - { rule: empty-value, file: .mcp.json, pointer: /mcpServers/db/args/*, value: "${password}", reason: x }\n`,
	],
])(
	"our configuration with %s is spoken of without credentials",
	(_name, text) => {
		const output = runIn(
			{ ".mcp.json": servers, ".mcp-config-lint.yml": text },
			[],
		);
		expect(output).not.toBe("");
		for (const part of [...partsOf(password), ...partsOf(token)])
			expect(output).not.toContain(part);
	},
);
