// Asks the real client what it makes of references to environment variables: servers that it starts and addresses that it calls, all on this machine, tell
// what they were given. `mcp list` is run, and for agents a session with a scripted model; with an empty home and nothing of the environment.
import { spawn } from "node:child_process";
import {
	chmodSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	realpathSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CLIENT_VERSION, clientEnvironment } from "./client.mjs";
import { PROMPT, startModel } from "./model.mjs";

/** A program that writes down what it was given, and goes. */
const WITNESS = `import { writeFileSync } from "node:fs";
const [, , out, ...args] = process.argv;
writeFileSync(out, JSON.stringify({ args, env: process.env }));
`;

/**
 * Records what arrives in place of texts.
 * @param cases `text` each, and what of it is for the test alone
 * @param environment the variables that the client has
 * @param inAgent whether the servers are those of an agent
 * @returns a line a case, with `received`: by field what came there; a field in which a text cannot stand is left out
 */
export async function recordTexts(program, cases, { environment, inAgent }) {
	const start = inAgent ? startAgent : list;
	const texts = cases.map(({ text }) => text);
	const first = await receive(program, texts, { environment, start });
	// a program is found by its name, so that the name must be known: it is what came of the text elsewhere, or the text itself
	const lines = cases.map((each, index) => ({
		...each,
		received: first[index],
	}));
	const commands = await receiveCommands(program, lines, {
		environment,
		start,
	});
	return lines.map(({ received, ...each }, index) =>
		JSON.stringify({
			...each,
			client: CLIENT_VERSION,
			received: { ...received, command: commands[index] },
		}),
	);
}

async function receive(program, texts, { environment, start }) {
	const requests = new Map();
	const listener = await listen(requests);
	const { port } = listener.address();
	const address = `http://127.0.0.1:${port}`;
	const { folder, home, base } = makeFolders();
	const out = (name) => join(base, `${name}.out`);
	const byIndex = (prefix, value) =>
		Object.fromEntries(
			texts.map((text, index) => [`${prefix}${index}`, value(text, index)]),
		);
	const servers = {
		program: {
			command: process.execPath,
			args: [join(base, "witness.mjs"), out("program"), ...texts],
			env: {
				...byIndex("V", (text) => text),
				// what is behind an equals sign is no part of the name
				...Object.fromEntries(
					texts
						.filter((text) => !text.includes("="))
						.map((text) => [`N${texts.indexOf(text)} ${text}`, ""]),
				),
			},
		},
		headers: {
			type: "http",
			url: `${address}/headers`,
			headers: byIndex("H", (text) => `.${text}.`),
		},
		...byIndex("url", (text, index) => ({
			type: "http",
			url: `${address}/url/${index}?${text}`,
		})),
		...byIndex("helper", (text, index) => ({
			type: "http",
			url: `${address}/helper/${index}`,
			headersHelper: `cat > '${out(`helper${index}`)}' <<'THE END'\n${text}\nTHE END\necho '{}'`,
		})),
	};
	try {
		writeFileSync(join(base, "witness.mjs"), WITNESS);
		await start(program, {
			folder,
			home,
			servers,
			environment,
			settings: { env: byIndex("S", (text) => text) },
		});
		const { args, env } = JSON.parse(readFileSync(out("program"), "utf8"));
		const names = Object.keys(env);
		const sent = requests.get("/headers")?.headers ?? {};
		return texts.map((_text, index) => ({
			args: args[index],
			env: env[`V${index}`],
			"env-name": names
				.find((name) => name.startsWith(`N${index} `))
				?.slice(`N${index} `.length),
			url: requests.get(`/url/${index}`)?.query,
			headers: sent[`h${index}`]?.slice(1, -1),
			headersHelper: existsSync(out(`helper${index}`))
				? readFileSync(out(`helper${index}`), "utf8").slice(0, -1)
				: undefined,
			"settings-env": env[`S${index}`],
		}));
	} finally {
		close(listener);
		rmSync(base, { recursive: true, force: true });
	}
}

async function receiveCommands(program, lines, { environment, start }) {
	const { folder, home, base } = makeFolders();
	const place = (index, name) => join(base, String(index), `program ${name}`);
	const servers = {};
	for (const [index, { text, received }] of lines.entries()) {
		if (text.includes("/")) continue;
		mkdirSync(join(base, String(index)));
		for (const name of new Set([text, received.args])) {
			writeFileSync(
				place(index, name),
				`#!/bin/sh\nprintf %s "$0" > '${join(base, `${index}.out`)}'\n`,
			);
			chmodSync(place(index, name), 0o755);
		}
		servers[`s${index}`] = { command: place(index, text) };
	}
	try {
		await start(program, { folder, home, servers, environment, settings: {} });
		return lines.map((_line, index) => {
			const out = join(base, `${index}.out`);
			return existsSync(out)
				? readFileSync(out, "utf8").slice(place(index, "").length)
				: undefined;
		});
	} finally {
		rmSync(base, { recursive: true, force: true });
	}
}

/**
 * Records from where the client withholds variables.
 * @param names each is set to a text where `isSet`
 * @returns a line a name, with `withheld`: the places that do not get it: `remote`, `program`, `helper`
 */
export async function recordNames(program, { names, isSet }) {
	const requests = new Map();
	const listener = await listen(requests);
	const address = `http://127.0.0.1:${listener.address().port}`;
	const { folder, home, base } = makeFolders();
	const out = (name) => join(base, `${name}.out`);
	const env = Object.fromEntries(
		names.map((name, index) => [`V${index}`, `.\${${name}:-default}`]),
	);
	const helper = `env > '${out("helper")}'; echo '{}'`;
	const servers = {
		program: {
			command: process.execPath,
			args: [join(base, "witness.mjs"), out("program")],
			env,
		},
		remote: { type: "http", url: `${address}/remote`, headers: env },
		helper: { type: "http", url: `${address}/helper`, headersHelper: helper },
	};
	try {
		writeFileSync(join(base, "witness.mjs"), WITNESS);
		const environment = Object.fromEntries(
			isSet ? names.map((name) => [name, "value"]) : [],
		);
		await list(program, { folder, home, servers, environment, settings: {} });
		const given = JSON.parse(readFileSync(out("program"), "utf8")).env;
		const sent = requests.get("/remote")?.headers ?? {};
		const helped = readFileSync(out("helper"), "utf8").split("\n");
		return names.map((name, index) => {
			const withheld = [
				...(sent[`v${index}`] === "." ? ["remote"] : []),
				...(given[`V${index}`] === "." ? ["program"] : []),
				...(isSet && !helped.includes(`${name}=value`) ? ["helper"] : []),
			];
			return JSON.stringify({ name, isSet, client: CLIENT_VERSION, withheld });
		});
	} finally {
		close(listener);
		rmSync(base, { recursive: true, force: true });
	}
}

function makeFolders() {
	const base = realpathSync(mkdtempSync(join(tmpdir(), "references-")));
	const [home, folder] = [join(base, "home"), join(base, "proj")];
	mkdirSync(join(home, ".claude"), { recursive: true });
	mkdirSync(folder);
	return { base, home, folder };
}

/** Answers nobody, and writes down the query and the headers of each path. */
async function listen(requests) {
	const server = createServer(
		{ maxHeaderSize: 2 ** 20 },
		({ url, headers }, response) => {
			const [path, ...query] = url.split("?");
			if (!requests.has(path))
				requests.set(path, { query: query.join("?"), headers });
			response.writeHead(404).end();
		},
	);
	await new Promise((done) => server.listen(0, "127.0.0.1", done));
	return server;
}

function close(server) {
	server.close();
	server.closeAllConnections();
}

/** The client starts the servers of a project that the user has approved. */
async function list(program, { folder, home, servers, environment, settings }) {
	writeFileSync(
		join(folder, ".mcp.json"),
		JSON.stringify({ mcpServers: servers }),
	);
	approve({ folder, home, settings });
	const env = { ...clientEnvironment(home), ...environment };
	await run(program, ["mcp", "list"], { cwd: folder, env });
}

/** A scripted model calls an agent that brings the servers along. */
async function startAgent(
	program,
	{ folder, home, servers, environment, settings },
) {
	const brought = Object.entries(servers).map(([name, server]) => ({
		[name]: server,
	}));
	const header = { name: "x", description: "x", mcpServers: brought };
	const lines = Object.entries(header).map(
		([key, value]) => `${key}: ${JSON.stringify(value)}`,
	);
	mkdirSync(join(folder, ".claude/agents"), { recursive: true });
	writeFileSync(
		join(folder, ".claude/agents/x.md"),
		`---\n${lines.join("\n")}\n---\nDo it.\n`,
	);
	approve({ folder, home, settings });
	const input = { description: "x", prompt: "Do it.", subagent_type: "x" };
	const model = await startModel([
		{ tool: "Agent", input: { ...input, run_in_background: false } },
	]);
	const env = {
		...clientEnvironment(home),
		...environment,
		ANTHROPIC_BASE_URL: model.address,
		ANTHROPIC_API_KEY: "none",
	};
	try {
		await run(program, ["-p", PROMPT], { cwd: folder, env });
	} finally {
		model.close();
	}
}

function approve({ folder, home, settings }) {
	writeFileSync(
		join(home, ".claude/settings.json"),
		JSON.stringify({ ...settings, enableAllProjectMcpServers: true }),
	);
	writeFileSync(
		join(home, ".claude.json"),
		JSON.stringify({
			hasCompletedOnboarding: true,
			projects: { [folder]: { hasTrustDialogAccepted: true } },
		}),
	);
}

async function run(program, args, options) {
	const child = spawn(program, args, {
		...options,
		stdio: "ignore",
		timeout: 300_000,
	});
	await new Promise((done, failed) =>
		child.on("close", done).on("error", failed),
	);
}
