// Asks the real client what it decides about tool calls. Reads cases from standard input and writes each with the decisions, a line a case:
//   node decide.mjs <client> < cases.json
// A scripted model on the loopback interface makes the calls, so that no account is needed; the home is empty, nothing of the environment is inherited, and
// commands that the client would run are given to a script that does not run them.
import { spawn } from "node:child_process";
import {
	chmodSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	realpathSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { json, text as readText } from "node:stream/consumers";
import { clientEnvironment } from "./client.mjs";
import { callId, PROMPT, startModel } from "./model.mjs";

/** How many sessions there are at a time. */
const AT_ONCE = 3;

const ASKED = [
	/^Claude requested permissions to /,
	/^This Bash command contains multiple operations/,
	/ requires? (?:explicit |manual )?approval/,
	/ Approve only if you trust it\./,
	/ needs approval\./,
	/ can't be checked before it runs/,
	/ could not check it /,
	/ was blocked\. For security, /,
	/ cannot be auto-allowed by /,
	/ evaluates arguments as shell code/,
	/ undergoes shell expansion/,
	/ opens a network connection$/,
	/ appears to be an incomplete fragment$/,
	/^Path contains '\.\.' traversal /,
	/^Dangerous \S+ operation detected/,
	/^Contains /,
	/^Pars(?:e error|er aborted|er did not)/,
	/^Execute skill: /,
	/ can bypass security checks$/,
	/ alters command lookup/,
	/^Brace expansion/,
	/^Monitor (?:runs code as Bash does, and a rule asks|will open )/,
	/^Review dynamic workflow before running/,
	/^Cannot .* while in plan mode/,
];

const DENIED = [
	/^Permission to .* has been denied/s,
	/^Agent type '.*' has been denied by permission rule /,
	/^File is in a directory that is denied by your permission settings/,
	/^File is covered by a Read deny rule in your permission settings/,
	/^WebFetch denied access to domain:/,
	/^Skill execution blocked by permission rules/,
	/ setting blocks (?:reads|writes) outside the working directories/,
	/^This path is in, or leads into, the \S+ folder of the Claude Code config directory/,
	/^Claude Code keeps its sign-in tokens here/,
];

const UNAVAILABLE = /^(?:Error: )?No such tool available: /;

/**
 * What the text of a tool's result says of the client's decision; nothing for a text that says nothing of it, as when the tool refuses what it is given
 * whatever the rules are.
 * @param isRefused whether the client itself counts the call among those it refused
 */
function readDecision({ text, isError }, isRefused) {
	const [, inner] =
		/^<tool_use_error>(.*)<\/tool_use_error>$/s.exec(text) ?? [];
	const said = inner ?? text;
	if (isError && UNAVAILABLE.test(said)) return "unavailable";
	if (isError && DENIED.some((each) => each.test(said))) return "deny";
	if (isError && ASKED.some((each) => each.test(said))) return "ask";
	// a tool that ran and failed is one that was allowed
	const hasRun = inner === undefined || /does not exist/.test(inner);
	return hasRun && !isRefused ? "allow" : undefined;
}

/** What the client has its commands run by: the servers of a case start, and nothing else does. */
const SHELL = `#!/bin/sh
case $1 in *stub-server.mjs*) eval "exec $1" ;; esac
`;

/** Plays one case in folders of its own; gives its calls with the decisions. */
async function decideCase(program, recorded, problems) {
	const base = realpathSync(mkdtempSync(join(tmpdir(), "decisions-")));
	const [home, folder] = [join(base, "home"), join(base, "proj")];
	const places = {
		...{ BASE: base, HOME: home, PROJ: folder, NODE: process.execPath },
		STUB: join(import.meta.dirname, "stub-server.mjs"),
		SLUG: folder.replace(/[^A-Za-z0-9]/g, "-"),
	};
	const here = JSON.parse(
		JSON.stringify(recorded).replace(
			/\{\{(\w+)\}\}/g,
			(whole, name) => places[name] ?? whole,
		),
	);
	const model = await startModel(here.calls);
	try {
		prepare(here, home, folder);
		const output = await run(program, here, { base, home, folder, model });
		const refused = new Set(refusedCalls(output));
		return recorded.calls.map((call, index) => {
			const id = callId(index);
			const result = model.results.get(id) ?? { text: "(nothing)" };
			const decision = readDecision(result, refused.has(id));
			if (decision === undefined)
				problems.push(`${label(recorded, call)}\n  ${result.text}`);
			return { ...call, decision };
		});
	} finally {
		model.close();
		rmSync(base, { recursive: true, force: true });
	}
}

function label({ id }, { tool, input }) {
	return `${id}: ${tool} ${JSON.stringify(input)}`;
}

function prepare({ files, homeFiles, userSettings, links }, home, folder) {
	mkdirSync(folder, { recursive: true });
	const write = (path, content) => {
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, content);
	};
	for (const [path, content] of Object.entries(files))
		write(join(folder, path), content);
	for (const [path, content] of Object.entries(homeFiles ?? {}))
		write(join(home, path), content);
	write(
		join(home, ".claude.json"),
		JSON.stringify({
			hasCompletedOnboarding: true,
			projects: { [folder]: { hasTrustDialogAccepted: true } },
		}),
	);
	if (userSettings !== null)
		write(join(home, ".claude/settings.json"), JSON.stringify(userSettings));
	for (const [path, target] of Object.entries(links ?? {})) {
		mkdirSync(dirname(path), { recursive: true });
		symlinkSync(resolve(dirname(path), target), path);
	}
}

async function run(
	program,
	{ mode, args = [] },
	{ base, home, folder, model },
) {
	const shell = join(base, "shell");
	writeFileSync(shell, SHELL);
	chmodSync(shell, 0o755);
	const child = spawn(
		program,
		[
			...["-p", PROMPT, "--output-format", "stream-json", "--verbose"],
			...(mode === "default" ? [] : ["--permission-mode", mode]),
			...args,
		],
		{
			cwd: folder,
			stdio: ["ignore", "pipe", "pipe"],
			timeout: 300_000,
			env: {
				...clientEnvironment(home),
				ANTHROPIC_BASE_URL: model.address,
				ANTHROPIC_API_KEY: "none",
				CLAUDE_CODE_SHELL_PREFIX: shell,
				ENABLE_TOOL_SEARCH: "false",
				// every server is there before the first call
				MCP_CONNECTION_NONBLOCKING: "0",
				// root may choose to be asked nothing
				IS_SANDBOX: "1",
				HTTP_PROXY: "http://127.0.0.1:9",
				HTTPS_PROXY: "http://127.0.0.1:9",
				NO_PROXY: "127.0.0.1",
			},
		},
	);
	const [output, complaint] = await Promise.all([
		readText(child.stdout),
		readText(child.stderr),
	]);
	if (!output.includes('"type":"result"'))
		throw new Error(`the client gave up: ${complaint}`);
	return output;
}

/** The calls that the client itself says it refused, by asking or by denying. */
function refusedCalls(output) {
	return output
		.split("\n")
		.filter((line) => line.startsWith("{"))
		.map((line) => JSON.parse(line))
		.filter(({ type }) => type === "result")
		.flatMap(({ permission_denials = [] }) => permission_denials)
		.map(({ tool_use_id }) => tool_use_id);
}

const [program] = process.argv.slice(2);
if (!program || !existsSync(program)) throw new Error("no client to ask");
const cases = await json(process.stdin);
/** The calls of which the client said neither yes nor no. */
const problems = [];
for (let start = 0; start < cases.length; start += AT_ONCE) {
	const batch = cases.slice(start, start + AT_ONCE);
	const decided = await Promise.all(
		batch.map(async (each) => ({
			...each,
			calls: await decideCase(program, each, problems),
		})),
	);
	for (const each of decided) process.stdout.write(`${JSON.stringify(each)}\n`);
}
for (const problem of problems)
	console.error(`no decision: ${problem.slice(0, 500)}`);
if (problems.length > 0) process.exitCode = 1;
