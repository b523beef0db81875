// Asks the real client what it makes of a command that adds a server, see client.mjs: in an empty home and an empty folder, where nothing is contacted.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CLIENT_VERSION, clientEnvironment } from "./client.mjs";

/** How many commands are run at a time. */
const AT_ONCE = 3;

/** What the client answers to each list of arguments, as lines to record. */
export async function recordCommands(program, cases) {
	const distinct = [...new Set(cases.map((args) => JSON.stringify(args)))];
	const lines = [];
	for (let start = 0; start < distinct.length; start += AT_ONCE) {
		const batch = distinct.slice(start, start + AT_ONCE);
		const answers = await Promise.all(
			batch.map((args) => askCommand(program, JSON.parse(args))),
		);
		lines.push(...answers.map((answer) => JSON.stringify(answer)));
	}
	return lines;
}

async function askCommand(program, args) {
	const home = mkdtempSync(join(tmpdir(), "conformance-home-"));
	const folder = mkdtempSync(join(tmpdir(), "conformance-"));
	try {
		const child = spawn(program, args, {
			cwd: folder,
			stdio: ["ignore", "pipe", "pipe"],
			timeout: 60_000,
			env: clientEnvironment(home),
		});
		let output = "";
		let errors = "";
		child.stdout.setEncoding("utf8").on("data", (text) => {
			output += text;
		});
		child.stderr.setEncoding("utf8").on("data", (text) => {
			errors += text;
		});
		const status = await new Promise((done, failed) =>
			child.on("close", done).on("error", failed),
		);
		const said = (status === 0 ? errors : errors || output).trim();
		return {
			args,
			client: CLIENT_VERSION,
			status,
			...(said !== "" && { said: said.replaceAll(folder, ".") }),
			...written(home, folder),
		};
	} finally {
		rmSync(home, { recursive: true, force: true });
		rmSync(folder, { recursive: true, force: true });
	}
}

/** What was added, and where. */
function written(home, folder) {
	const project = readJson(join(folder, ".mcp.json"))?.mcpServers;
	const { mcpServers: user, projects = {} } =
		readJson(join(home, ".claude.json")) ?? {};
	const [local] = Object.values(projects).map(({ mcpServers }) => mcpServers);
	return Object.fromEntries(
		Object.entries({ project, user, local }).filter(
			([, servers]) => servers && Object.keys(servers).length > 0,
		),
	);
}

function readJson(file) {
	try {
		return JSON.parse(readFileSync(file, "utf8"));
	} catch {
		return undefined;
	}
}
