// Records what the real client says of every case: `npm run conformance`. A new client version is one changed constant and one diff.
import {
	mkdirSync,
	mkdtempSync,
	readdirSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { askClient, CLIENT_VERSION, installClient } from "./client.mjs";

/** How many folders the client is asked about at a time. */
const AT_ONCE = 3;

const here = import.meta.dirname;
const only = process.argv.slice(2);
const program = installClient();
const workspace = mkdtempSync(join(tmpdir(), "conformance-"));

async function record({ name, files, ...rest }) {
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

try {
	for (const file of readdirSync(join(here, "cases"))) {
		const group = file.replace(/\.mjs$/, "");
		if (only.length > 0 && !only.includes(group)) continue;
		const { cases } = await import(`./cases/${file}`);
		const lines = [];
		for (let start = 0; start < cases.length; start += AT_ONCE) {
			const batch = cases.slice(start, start + AT_ONCE);
			const recorded = await Promise.all(batch.map(record));
			lines.push(...recorded.map((each) => JSON.stringify(each)));
		}
		mkdirSync(join(here, "verdicts"), { recursive: true });
		writeFileSync(
			join(here, "verdicts", `${group}.jsonl`),
			`${lines.join("\n")}\n`,
		);
		process.stdout.write(`${group}: ${lines.length} cases\n`);
	}
} finally {
	rmSync(workspace, { recursive: true, force: true });
}
