// Asks the real client what it makes of a folder, see decide.mjs for tool calls. Only `mcp list` and `doctor` are run: no sign-in, an empty home, no inherited
// environment, and servers of a project that nobody approved are never started or contacted.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The version whose answers are recorded. */
export const CLIENT_VERSION = "2.1.329";

const PACKAGE = `@anthropic-ai/claude-code-${process.platform}-${process.arch}`;

/** The path of the pinned client, installed from npm into a folder of its own where it is not there yet. */
export function installClient() {
	const home =
		process.env.CONFORMANCE_CLIENT ??
		join(tmpdir(), `claude-code-${CLIENT_VERSION}`);
	const program = join(home, "node_modules", PACKAGE, "claude");
	if (existsSync(program)) return program;
	const { status } = spawnSync(
		"npm",
		[
			"install",
			"--prefix",
			home,
			"--ignore-scripts",
			"--no-audit",
			"--no-fund",
			`${PACKAGE}@${CLIENT_VERSION}`,
		],
		{ stdio: ["ignore", "ignore", "inherit"] },
	);
	if (status !== 0)
		throw new Error(`npm could not install ${PACKAGE}@${CLIENT_VERSION}`);
	return program;
}

/** What the client says of a folder, in the form that is recorded. */
export async function askClient(program, folder) {
	const [list, doctor] = await Promise.all([
		existsSync(join(folder, ".mcp.json"))
			? run(program, folder, "mcp", "list")
			: undefined,
		run(program, folder, "doctor"),
	]);
	return {
		...(list !== undefined && { mcp: readList(list) }),
		settings: readDoctor(doctor.replaceAll(`${folder}/`, "")),
	};
}

/** What the client says of a plugin or marketplace in a folder: what it refuses, and what it only remarks, without what is only wanted of those who publish one. */
export async function askAboutPlugin(program, folder) {
	const out = await run(program, folder, "plugin", "validate", folder);
	const found = { errors: [], warnings: [] };
	let list;
	for (const line of out.replaceAll(folder, ".").split("\n")) {
		if (/^✘ Found \d+ errors?:/.test(line)) list = found.errors;
		else if (/^⚠ Found \d+ warnings?:/.test(line)) list = found.warnings;
		else if (/^\S/.test(line)) list = undefined;
		const [, message] = /^ {2}❯ (.*)$/.exec(line) ?? [];
		if (message !== undefined) list?.push(message);
	}
	return found;
}

/** All that the client finds in its environment: a home of its own, and nothing to talk about to anybody. */
export function clientEnvironment(home) {
	return {
		HOME: home,
		TMPDIR: home,
		CLAUDE_CODE_TMPDIR: home,
		PATH: "/usr/local/bin:/usr/bin:/bin",
		TERM: "dumb",
		DISABLE_TELEMETRY: "1",
		DISABLE_AUTOUPDATER: "1",
		CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: "1",
	};
}

async function run(program, folder, ...args) {
	const home = mkdtempSync(join(tmpdir(), "conformance-home-"));
	try {
		const child = spawn(program, args, {
			cwd: folder,
			stdio: ["ignore", "pipe", "ignore"],
			timeout: 60_000,
			env: clientEnvironment(home),
		});
		let output = "";
		child.stdout.setEncoding("utf8").on("data", (text) => {
			output += text;
		});
		await new Promise((done, failed) =>
			child.on("close", done).on("error", failed),
		);
		return output;
	} finally {
		rmSync(home, { recursive: true, force: true });
	}
}

/** `mcp list`: the file's error, if it is rejected, and the servers that are dropped, each with the reason. */
function readList(output) {
	const loaded = [];
	const skipped = new Map();
	const warned = new Map();
	let rejected;
	for (const line of output.split("\n")) {
		const [, level, text] = /^ [├└] \[(Warning|Error)\] (.*)$/.exec(line) ?? [];
		const [, pending] = /^(.*?): .* - ⏸ Pending approval/.exec(line) ?? [];
		if (pending !== undefined) loaded.push(pending);
		if (text === undefined) continue;
		const [, server, message] =
			/^\[(.*?)\] mcpServers\..*?: (.*)$/.exec(text) ?? [];
		if (server === undefined) {
			if (level === "Error") rejected = text;
		} else if (/^Skipped|not loaded/.test(message))
			skipped.set(server, message);
		else warned.set(server, [...(warned.get(server) ?? []), message]);
	}
	return {
		...(rejected !== undefined && { rejected }),
		loaded,
		// a server may be called __proto__, which only fromEntries keeps as a key
		skipped: Object.fromEntries(skipped),
		warned: Object.fromEntries(warned),
	};
}

/** What doctor writes after an entry that alone is lost; every other problem costs the whole file. */
const ENTRY_ONLY =
	/\bwas skipped: |\bwas ignored\b|\bentry ignored\b|\bmatcher ignored\b|\bhook ignored\b|\barray was removed\b|\bvalue is ignored\b/;

/** `doctor`: the problems of the settings files. */
function readDoctor(output) {
	const [, block = ""] = output.split(/^Invalid settings$/m);
	const problems = [];
	for (const line of block.split("\n").slice(1)) {
		if (/^\S/.test(line) && !line.startsWith("- ")) break;
		const [, file, at, message] =
			/^- (.*?\.json)(?: › (.*?))?: (.*)$/.exec(line) ?? [];
		if (file === undefined || !/settings(?:\.local)?\.json$/.test(file))
			continue;
		const outcome = ENTRY_ONLY.test(message) ? "skipped" : "rejected";
		problems.push({ file, ...(at !== undefined && { at }), outcome, message });
	}
	return problems;
}
