import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findInWorkflow } from "../../src/embedded/workflow.ts";
import { descendants, plainValue } from "../../src/syntax/tree.ts";
import { configValue, workflowText } from "../arbitrary-files.ts";
import { lintFiles, parseFiles } from "../lint-text.ts";

/** A workflow with these steps. */
const workflow = (...steps: string[]) =>
	`on: push\njobs:\n  claude:\n    runs-on: ubuntu-latest\n    steps:\n${steps
		.map((step) => step.replace(/^/gm, "      "))
		.join("\n")}\n`;

const step = (inputs: string, version = "v1", action = "claude-code-action") =>
	`- uses: anthropics/${action}@${version}\n  with:\n${inputs.replace(/^/gm, "    ")}`;

const find = (text: string) => findInWorkflow(".github/workflows/a.yml", text);

const kindsIn = (text: string) => find(text).map(({ kind }) => kind.id);

/** What is said of a workflow, as `rule: the text at the place`. */
const said = (
	text: string,
	files: Readonly<Record<string, string>> = {},
	file = ".github/workflows/a.yml",
) =>
	lintFiles({ ...files, [file]: text })
		.filter(({ location }) => location.file === file)
		.map(
			({ rule, location }) =>
				`${rule}: ${text.slice(location.start, location.end)}`,
		);

const SETTINGS = step(`settings: |
  {
    "permissions": { "allow": ["bash(ls)"] }
  }`);

test("a step, its settings and its variables are one session, its job's variables another", () => {
	const found = find(`env: { A: b }
jobs:
  claude:
    env: { C: d }
    steps:
      - uses: anthropics/claude-code-action@v1
        env: { E: f }
        with:
          settings: '{ "model": "opus" }'
      - uses: anthropics/claude-code-action@v1
        with: { prompt: text }
`);
	const sessions = found.map(({ kind, session }) => [kind.id, session]);
	expect(sessions.map(([kind]) => kind)).toEqual([
		"workflow-variables",
		"workflow-variables",
		"claude-action-step",
		"claude-settings-argument",
		"claude-action-step",
	]);
	expect(new Set(sessions.map(([, session]) => session)).size).toBe(4);
	expect(found.map(({ tree }) => tree.root && plainValue(tree.root))).toEqual([
		{ env: { A: "b" } },
		{ env: { C: "d" } },
		{
			with: { settings: '{ "model": "opus" }' },
			env: { E: "f" },
		},
		{ model: "opus" },
		{ with: { prompt: "text" } },
	]);
});

test("a document begins and ends where its block does", () => {
	const text = workflow(SETTINGS);
	const [inputs, settings] = find(text);
	const block = (range = { start: 0, end: 0 }) =>
		text.slice(range.start, range.end);
	expect(block(inputs?.container)).toMatch(/^with:[\s\S]*\}$/);
	expect(block(settings?.container)).toMatch(/^\{[\s\S]*\}\s*$/);
});

describe("which inputs a step has depends on the version that it names", () => {
	test.each([
		["v1", "claude-action-step"],
		["main", "claude-action-step"],
		["v1.0.93", "claude-action-step"],
		["beta", "claude-action-v0-step"],
		["v0", "claude-action-v0-step"],
		["v0.0.63", "claude-action-v0-step"],
		// these early versions had inputs of both
		["v1.0.0", "claude-other-action-step"],
		["v1.0.24", "claude-other-action-step"],
		["v1.0.25", "claude-action-step"],
		["eap", "claude-other-action-step"],
		["b76a0776ae74036e77cd11018083743453d7ad35", "claude-other-action-step"],
		[
			"b76a0776ae74036e77cd11018083743453d7ad35 # v1.0.179",
			"claude-action-step",
		],
		[
			"de8e0b9c42c6cb58e904c857f164aa072244c1ac # beta",
			"claude-action-v0-step",
		],
		[
			"000297be9a9ca68b19d4e49ed1ea32b2daf07d60  # v0.0.27",
			"claude-action-v0-step",
		],
	])("%s: %s", (version, kind) => {
		expect(kindsIn(workflow(step("model: opus", version)))).toEqual([kind]);
	});

	test("a commit with an input of version 1 is of version 1", () => {
		const commit = "b76a0776ae74036e77cd11018083743453d7ad35";
		const text = workflow(step("claude_args: --max-turns 3", commit));
		expect(kindsIn(text)).toEqual(["claude-action-step"]);
	});

	test("what a branch of the base action has is not known", () => {
		const of = (version: string) =>
			kindsIn(workflow(step("a: b", version, "claude-code-base-action")));
		expect(of("beta")).toEqual(["claude-other-action-step"]);
		expect(of("v1")).toEqual(["claude-base-action-step"]);
	});
});

test.each([
	["a step with another action", workflow(step("model: opus", "v1", "other"))],
	[
		"a fork of the action",
		workflow("- uses: me/claude-code-action@v1\n  with: { model: opus }"),
	],
	[
		"the action of this repository",
		workflow("- uses: ./\n  with: { model: opus }"),
	],
	[
		"a step without inputs",
		workflow("- uses: anthropics/claude-code-action@v1"),
	],
	["YAML that is broken", `${workflow(SETTINGS)}\n\ta: [`],
	["an alias of nothing", workflow(step("model: *none"))],
	["a list", "- jobs\n"],
	["a text", "claude"],
	["nothing", ""],
	["jobs that are none", "jobs: [a]\n"],
	[
		"steps that are none",
		"jobs: { a: { steps: { b: c } }, d: { steps: [e, [f]] }, g: h }\n",
	],
])("%s holds no document", (_name, text) => {
	expect(find(text)).toEqual([]);
});

test.each([
	["a block", 'settings: |\n  {\n    «"modle"»: "opus"\n  }'],
	["a block without its last break", 'settings: |-\n  { «"modle"»: "opus" }'],
	[
		"a folded block",
		'settings: >\n  {\n    "model": "opus",\n    «"modle"»: "opus"\n  }',
	],
	[
		"a block with an indentation of its own",
		'settings: |1\n  {\n    «"modle"»: "opus" }',
	],
	["single quotes", "settings: '{ «\"modle\"»: \"it''s\" }'"],
	["double quotes", 'settings: "{ «\\"modle\\"»: \\"opus\\" }"'],
	[
		"quotes over several lines",
		'settings: \'{\n    «"modle"»:\n    "opus" }\'',
	],
	["a tag", 'settings: !!str \'{ «"modle"»: "opus" }\''],
	[
		"an expression beside",
		'settings: |\n  { «"modle"»: "opus", "env": { "A": "${{ secrets.A }}" } }',
	],
])("settings in %s are read, each at its place", (_name, marked) => {
	const plain = marked.replaceAll(/[«»]/g, "");
	for (const text of [plain, plain.replaceAll("\n", "\r\n")]) {
		const file = workflow(step(text));
		const mark = /«([\s\S]*)»/.exec(marked)?.[1];
		const found = lintFiles({ ".github/workflows/a.yml": file }).filter(
			({ rule }) => rule === "unknown-key",
		);
		expect(
			found.map(({ location }) => file.slice(location.start, location.end)),
		).toEqual([mark]);
	}
});

test.each([
	["a path", "settings: .claude/ci.json"],
	["an expression", "settings: ${{ vars.SETTINGS }}"],
	[
		"JSON with an expression in the place of a value",
		'settings: |\n  { "env": ${{ toJSON(vars) }} }',
	],
	[
		"a rule that is not known",
		'settings: |\n  { "permissions": { "allow": ["${{ inputs.tool }}"] } }',
	],
	[
		"a part of a rule that is not known",
		'settings: |\n  { "permissions": { "allow": ["bash(${{ inputs.command }})"] } }',
	],
	[
		"a variable from a secret",
		'settings: |\n  { "env": { "API_TOKEN": "${{ secrets.TOKEN }}" } }',
	],
	["nothing", "settings: ''"],
	["no text", "settings: { model: opus }"],
])("of settings that are %s nothing is said", (_name, inputs) => {
	expect(said(workflow(step(inputs)))).toEqual([]);
});

test("a step that several jobs share is read once, where it stands", () => {
	const text = `jobs:
  a:
    steps:
      - &claude
        uses: anthropics/claude-code-action@v1
        with: { model: opus }
  b:
    steps:
      - *claude
`;
	expect(kindsIn(text)).toEqual(["claude-action-step"]);
	expect(said(text)).toEqual(["lost-input: model"]);
});

test("a matrix and conditions change nothing", () => {
	const text = `jobs:
  a:
    strategy: { matrix: { os: [ubuntu-latest, windows-latest], model: [opus] } }
    runs-on: \${{ matrix.os }}
    steps:
      - if: \${{ github.event_name == 'push' }}
        uses: anthropics/claude-code-action@v1
        with:
          model: \${{ matrix.model }}
`;
	expect(said(text)).toEqual(["lost-input: model"]);
});

test("a composite action has steps as well", () => {
	const text = `runs:
  using: composite
  steps:
    - uses: anthropics/claude-code-action@v1
      with: { direct_prompt: text }
`;
	expect(said(text, {}, "action.yml")).toEqual(["lost-input: direct_prompt"]);
	expect(said(text, {}, ".github/actions/review/deep/action.yaml")).toEqual([
		"lost-input: direct_prompt",
	]);
});

test("servers of version 0 are linted as a server file", () => {
	const inputs =
		'mcp_config: |\n  { "mcpServers": { "docs": { "url": "https://docs.example.com/mcp" } } }';
	expect(said(workflow(step(inputs, "beta")))).toEqual([
		'missing-transport: "url"',
	]);
	expect(said(workflow(step(inputs)))).toEqual(["lost-input: mcp_config"]);
	expect(said(workflow(step("mcp_config: /tmp/servers.json", "beta")))).toEqual(
		[],
	);
});

test.each([
	["commas", "allowed_tools: 'Bash(git log:*),«bash(ls)», «Glbo»'"],
	[
		"lines",
		"allowed_tools: |\n  Bash(git log:*)\n  «bash(ls)» # lists\n  # edit\n  «Glbo»",
	],
	["a folded block", "disallowed_tools: >-\n  «bash(ls)»,\n  «Glbo»,Edit"],
	[
		"unknown words",
		"allowed_tools: 'bash(${{ inputs.a }}),${{ inputs.b }},«bash(ls)»'",
	],
	["blanks", "allowed_tools: >-\n  Bash(git log:*)\n  «bash(ls -l)» «Glbo»"],
	["a comma in parentheses", "allowed_tools: 'Bash(echo a, b),«bash(ls)»'"],
	["another version", "allowed_tools: 'bash(ls)'", "eap"],
])("tools of version 0, with %s", (_name, marked, version = "beta") => {
	const text = workflow(step(marked.replaceAll(/[«»]/g, ""), version));
	expect(said(text).map((each) => each.replace(/^[\w-]+: /, ""))).toEqual(
		[...marked.matchAll(/«(.*?)»/g)].map(([, rule]) => rule),
	);
});

test.each([
	["plain", "claude_args: --allowedTools «bash(ls)»,Read --model opus"],
	[
		"a block",
		'claude_args: |\n  # tools\n  --max-turns 3\n  --allowedTools "Read,«bash(ls)»"',
	],
	[
		"a folded block",
		"claude_args: >-\n  --max-turns 3\n  --allowedTools Read,«bash(ls)»",
	],
	["single quotes", "claude_args: '--allowedTools \"Read,«bash(ls)»\"'"],
	["double quotes", 'claude_args: "--allowedTools \\"Read,«bash(ls)»\\""'],
	[
		"servers",
		`claude_args: |\n  --mcp-config '{\n    "mcpServers": { "docs": { «"url"»: "https://docs.example.com" } }\n  }'`,
	],
	[
		"rules without quotes",
		"claude_args: --allowedTools «Bash(gh» label list),Bash(gh issue edit:*),Read",
	],
	[
		"a server with a secret",
		`claude_args: |\n  --mcp-config '{"mcpServers": {"docs": {«"url"»: "https://docs.example.com", "headers": {"Authorization": "Bearer \${{ secrets.DOCS }}"}}}}'`,
	],
	[
		"an expression",
		"claude_args: --allowedTools ${{ inputs.tools }} --model ${{ inputs.model || 'opus' }}",
	],
	[
		"servers from an expression",
		"claude_args: --mcp-config '${{ inputs.servers }}'",
	],
	[
		"a part that an expression makes",
		"claude_args: --allowedTools 'bash(${{ inputs.command }})'",
	],
])("arguments in %s are read, each at its place", (_name, marked) => {
	const plain = marked.replaceAll(/[«»]/g, "");
	for (const inputs of [plain, plain.replaceAll("\n", "\r\n")]) {
		const text = workflow(step(`prompt: text\n${inputs}`));
		expect(said(text).map((each) => each.replace(/^[\w-]+: /, ""))).toEqual(
			[...marked.matchAll(/«(.*?)»/g)].map(([, part]) => part),
		);
	}
});

describe("servers that a rule names", () => {
	const declared = {
		".mcp.json": '{ "mcpServers": { "docs": { "command": "docs-server" } } }',
	};
	const allow = (tool: string) =>
		step(`settings: '{ "permissions": { "allow": ["${tool}"] } }'`);

	test("one of the checkout, and one that the action adds", () => {
		for (const tool of [
			"mcp__docs__search",
			"mcp__github__get_issue",
			"mcp__github_comment__update_claude_comment",
			"mcp__github_inline_comment__create_inline_comment",
			"mcp__github_ci__get_ci_status",
			"mcp__github_file_ops__commit_files",
		]) {
			expect(said(workflow(allow(tool)), declared)).toEqual([]);
		}
		expect(said(workflow(allow("mcp__dcos__search")), declared)).toEqual([
			'unknown-server: "mcp__dcos__search"',
		]);
	});

	test("one that the arguments bring along, and none of a file that they name", () => {
		const unknown = (args: string) =>
			said(
				workflow(step(`prompt: text\nclaude_args: >-\n  ${args}`)),
				declared,
			).filter((each) => each.startsWith("unknown-server"));
		const servers = `--mcp-config '{ "mcpServers": { "own": { "command": "own-server" } } }'`;
		expect(unknown("--allowedTools mcp__dcos__search")).toHaveLength(1);
		expect(
			unknown(`${servers} --allowedTools mcp__own__a,mcp__docs__b`),
		).toEqual([]);
		expect(unknown(`${servers} --allowedTools mcp__dcos__search`)).toHaveLength(
			1,
		);
		for (const file of [
			"a.json",
			"${{ inputs.file }}",
			"'${{ inputs.json }}'",
		]) {
			expect(
				unknown(`--mcp-config ${file} --allowedTools mcp__dcos__search`),
			).toEqual([]);
		}
	});

	test.each([
		["nothing is declared", {}, ""],
		[
			"a step before adds servers",
			declared,
			"- run: claude mcp add dcos -- dcos-server",
		],
		["a step before writes a file", declared, "- run: echo '{}' > .mcp.json"],
		[
			"a step before writes another file",
			declared,
			"- run: ./make.sh > /tmp/mcp-config.json",
		],
		[
			"another repository is checked out",
			declared,
			"- uses: actions/checkout@v4\n  with: { repository: me/other }",
		],
	])("none is missed where %s", (_name, files, before) => {
		const text = workflow(
			...(before === "" ? [] : [before]),
			allow("mcp__dcos__search"),
		);
		expect(
			said(text, files).filter((each) => each.startsWith("unknown-server")),
		).toEqual([]);
	});
});

test("settings of a step are not those of the project, nor of another step", () => {
	const files = {
		".claude/settings.json": '{ "permissions": { "deny": ["Bash"] } }',
	};
	const alone = lintFiles(files);
	const text = workflow(
		step(
			'settings: \'{ "permissions": { "defaultMode": "plan" }, "disableAllHooks": true }\'',
		),
		step("prompt: text"),
	);
	const both = lintFiles({ ...files, ".github/workflows/a.yml": text });
	expect(
		both.filter(({ location }) => location.file === ".claude/settings.json"),
	).toEqual(alone);
});

describe("credentials that are written out", () => {
	const TOKEN = "q7Zk2mVx9TbLw4RdYc8HnJ5sPf3GtAe6";
	const secrets = (text: string) =>
		said(text).filter((each) => each.startsWith("literal-secret"));

	test.each([
		["an input", workflow(step(`anthropic_api_key: ${TOKEN}`))],
		[
			"a variable of the step",
			workflow(`${step("prompt: text")}\n  env: { API_TOKEN: ${TOKEN} }`),
		],
		[
			"a variable of the job",
			workflow(step("prompt: text")).replace(
				"    steps:",
				`    env: { API_TOKEN: ${TOKEN} }\n    steps:`,
			),
		],
		[
			"a variable of the workflow",
			`env: { API_TOKEN: ${TOKEN} }\n${workflow(step("prompt: text"))}`,
		],
		[
			"settings",
			workflow(step(`settings: |\n  { "env": { "API_TOKEN": "${TOKEN}" } }`)),
		],
		[
			"a variable of a step that runs claude",
			workflow(
				`- run: npx @anthropic-ai/claude-code -p hi\n  env: { API_TOKEN: ${TOKEN} }`,
			),
		],
		["an unknown version", workflow(step(`github_token: ${TOKEN}`, "eap"))],
	])("in %s: once", (_name, text) => {
		expect(secrets(text)).toEqual([`literal-secret: ${TOKEN}`]);
	});

	test.each([
		[
			"secrets",
			workflow(
				step(
					"anthropic_api_key: ${{ secrets.ANTHROPIC_API_KEY }}\ngithub_token: ${{ secrets.A || github.token }}",
				),
			),
		],
		[
			"a step that does something else",
			workflow(`- run: deploy\n  env: { API_TOKEN: ${TOKEN} }`),
		],
		[
			"a job that does something else",
			`${workflow(step("prompt: text"))}  other:\n    env: { API_TOKEN: ${TOKEN} }\n    steps: [{ run: deploy }]\n`,
		],
		[
			"a version by commit",
			workflow(
				step("prompt: text", "b76a0776ae74036e77cd11018083743453d7ad35"),
			),
		],
	])("%s are none", (_name, text) => {
		expect(secrets(text)).toEqual([]);
	});

	test("a secret of the repository goes in their place", () => {
		const [found] = lintFiles({
			".github/workflows/a.yml": workflow(step(`anthropic_api_key: ${TOKEN}`)),
		});
		expect(found?.message).toContain(
			"write ${{ secrets.ANTHROPIC_API_KEY }} in its place, and add ANTHROPIC_API_KEY to the secrets of the repository",
		);
	});
});

test("every value of every document stands in its block, and says what stands there", () => {
	fc.assert(
		fc.property(workflowText, (text) => {
			const documents = parseFiles({ ".github/workflows/a.yml": text });
			for (const { container, root, remains } of documents) {
				const tree = root ?? remains;
				if (!container || !tree) continue;
				for (const node of descendants(tree)) {
					expect(node.start).toBeGreaterThanOrEqual(container.start);
					expect(node.end).toBeLessThanOrEqual(container.end);
					const written = text.slice(node.start, node.end);
					if (node.type === "number" || node.type === "boolean") {
						// a line can go on anywhere in double quotes
						const value = written.replace(/\\\s*/g, "");
						expect(JSON.parse(value)).toBe(node.value);
					}
				}
			}
		}),
		{ numRuns: 100 },
	);
});

test("any workflow at all gives diagnostics with a place and a sentence", () => {
	fc.assert(
		fc.property(workflowText, configValue, (text, value) => {
			const found = lintFiles({
				".github/workflows/a.yml": text,
				".mcp.json": JSON.stringify({ mcpServers: { a: value } }),
			});
			for (const { rule, message, location, fix } of found) {
				expect(message, rule).toMatch(/[.?)]$/);
				expect(message, rule).not.toMatch(/[\n\r]|undefined|\[object/);
				expect(location.start, rule).toBeLessThanOrEqual(location.end);
				if (location.file.endsWith(".yml")) expect(fix, rule).toBeUndefined();
			}
		}),
		{ numRuns: 100 },
	);
});

describe("whatever the text", () => {
	const MEGABYTES = 2 * 1024 * 1024;
	const fill = (part: string) =>
		part.repeat(Math.ceil(MEGABYTES / part.length)).slice(0, MEGABYTES);

	test.each([
		["a long plain scalar", `claude: ${fill("a ")}`],
		["brackets", `claude: ${fill("[")}`],
		["maps", `claude: ${fill("{a: ")}`],
		[
			"indentation",
			`claude:\n${Array.from({ length: 900 }, (_, depth) => `${" ".repeat(depth + 1)}a:`).join("\n")}\n`,
		],
		[
			"expressions that do not end",
			workflow(step(`prompt: '${"${{ ".repeat(80_000)}'`)),
		],
		["backslashes", workflow(step(`settings: "{${"\\\\".repeat(200_000)}"`))],
		["line breaks", workflow(step(`settings: |\n  {${"\n".repeat(400_000)}`))],
		[
			"blanks at the ends of lines",
			workflow(step(`settings: "{${"  \n    ".repeat(60_000)}"`)),
		],
		[
			"rules",
			workflow(step(`claude_args: --allowedTools ${"a,".repeat(90_000)}`)),
		],
		[
			"steps",
			workflow(
				...Array.from(
					{ length: 4000 },
					() =>
						"- uses: anthropics/claude-code-action@v1\n  with: { prompt: text }",
				),
			),
		],
		[
			"aliases of aliases",
			`a0: &a0 [claude]\n${Array.from({ length: 30 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]`).join("\n")}\njobs: *a30\n`,
		],
		["an alias of itself", "jobs: &a { claude: *a }\n"],
	])("%s: it takes no long time, and nothing is thrown", (_name, text) => {
		const start = performance.now();
		expect(() => find(text)).not.toThrow();
		expect(performance.now() - start).toBeLessThan(5000);
	});
});
