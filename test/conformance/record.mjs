// Records what the real client says of every case: `npm run conformance`. A new client version is one changed constant and one diff.
import { spawnSync } from "node:child_process";
import {
	mkdirSync,
	mkdtempSync,
	readdirSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { recordCommands } from "./ask-command.mjs";
import { askClient, CLIENT_VERSION, installClient } from "./client.mjs";
import { askableCase } from "./decision-cases.mjs";
import { recordNames, recordTexts } from "./expand.mjs";

/** How many folders the client is asked about at a time. */
const AT_ONCE = 3;

/** Runs what follows where no network is but the loopback interface. */
const ALONE = [
	...["unshare", "-rn", "sh", "-c"],
	...['ip link set lo up && exec "$@"', "sh"],
];

const here = import.meta.dirname;
const only = process.argv.slice(2);
const program = installClient();
const workspace = mkdtempSync(join(tmpdir(), "conformance-"));

async function recordFolder({ name, files, ...rest }) {
	const folder = join(
		workspace,
		name.replace(/\W+/g, "-"),
		String(Math.random()).slice(2),
	);
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
	mkdirSync(folder, { recursive: true });
	return {
		name,
		client: CLIENT_VERSION,
		...rest,
		files,
		verdict: await askClient(program, folder),
	};
}

async function recordFolders(cases) {
	const lines = [];
	for (let start = 0; start < cases.length; start += AT_ONCE) {
		const batch = cases.slice(start, start + AT_ONCE);
		const recorded = await Promise.all(batch.map(recordFolder));
		lines.push(...recorded.map((each) => JSON.stringify(each)));
	}
	return lines;
}

/** Tool calls are played by a process of its own, which is without a network where the system lends that. */
function recordDecisions(cases) {
	const canBeAlone =
		spawnSync(ALONE[0], [...ALONE.slice(1), "true"]).status === 0;
	const [command, ...args] = [
		...(canBeAlone ? ALONE : []),
		...[process.execPath, join(here, "decide.mjs"), program],
	];
	const asked = cases.map((each) => {
		const { id, ...rest } = askableCase(each);
		return { id, client: CLIENT_VERSION, ...rest };
	});
	const { status, stdout } = spawnSync(command, args, {
		input: JSON.stringify(asked),
		stdio: ["pipe", "pipe", "inherit"],
		encoding: "utf8",
		maxBuffer: 100 * 2 ** 20,
	});
	if (status !== 0) throw new Error("the decisions could not be recorded");
	return stdout.trim().split("\n");
}

/** Texts that stand for variables are given to servers, names of variables to see who gets them. */
async function recordReferences(cases, options) {
	if (options.environment) return recordTexts(program, cases, options);
	const lines = [];
	for (const each of cases) lines.push(...(await recordNames(program, each)));
	return lines;
}

/** Where cases are, where what is recorded goes, and how. A group is called as its file, and all of them as their folder. */
const sorts = [
	{ from: "cases", to: "verdicts", record: recordFolders },
	{ from: "cases/decisions", to: "decisions", record: recordDecisions },
	{ from: "cases/references", to: "references", record: recordReferences },
	{
		from: "cases/commands",
		to: "commands",
		record: (cases) => recordCommands(program, cases),
	},
];

try {
	for (const { from, to, record } of sorts) {
		const files = readdirSync(join(here, from)).filter((file) =>
			file.endsWith(".mjs"),
		);
		for (const file of files) {
			const group = file.replace(/\.mjs$/, "");
			const isWanted = only.includes(group) || only.includes(to);
			if (only.length > 0 && !isWanted) continue;
			const { cases, ...rest } = await import(`./${from}/${file}`);
			const lines = await record(cases, rest);
			mkdirSync(join(here, to), { recursive: true });
			writeFileSync(join(here, to, `${group}.jsonl`), `${lines.join("\n")}\n`);
			process.stdout.write(`${group}: ${lines.length} cases\n`);
		}
	}
} finally {
	rmSync(workspace, { recursive: true, force: true });
}
