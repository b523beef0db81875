import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { findInScript } from "../../src/embedded/commands/claude-commands.ts";
import { writtenText } from "../../src/embedded/inner-text.ts";
import { plainValue } from "../../src/syntax/tree.ts";
import { lintFiles } from "../lint-text.ts";

/** What the client made of a command, as record.mjs has recorded it. */
interface Answer {
	readonly args: readonly string[];
	readonly status: number;
	readonly said?: string;
	readonly project?: Servers;
	readonly user?: Servers;
	readonly local?: Servers;
}

type Servers = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const folder = new URL("commands/", import.meta.url);
const answers = readdirSync(folder).flatMap((file) =>
	readFileSync(new URL(file, folder), "utf8")
		.trim()
		.split("\n")
		.map((line): Answer => JSON.parse(line)),
);

/** The arguments as a person would write them in a script. */
function script(args: readonly string[]): string {
	const words = args.map((word) =>
		/^[\w./:=@-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`,
	);
	return `claude ${words.join(" ")}`;
}

/** What we take a command for. */
function read(text: string) {
	const [found] = findInScript(
		writtenText(text, { start: 0, end: text.length }),
		"posix",
		{ file: "a.sh", nextSession: () => 0 },
	);
	return found?.tree;
}

/** What a rule says that costs the server. */
function isRefused(text: string): boolean {
	return lintFiles({
		"package.json": JSON.stringify({ scripts: { text } }),
	}).some(
		({ effect, severity }) =>
			severity === "error" && (effect === "rejected" || effect === "skipped"),
	);
}

/** Of a server what the client writes: it leaves out what does not belong to the transport. */
function asWritten(server: Readonly<Record<string, unknown>>) {
	const { type = "stdio", command, args = [], env = {}, url } = server;
	if (type === "stdio") return { command, args, env };
	const { headers = {}, oauth = {} } = server;
	const { clientId, callbackPort } = Object(oauth);
	return {
		type: type === "streamable-http" ? "http" : type,
		url,
		headers,
		clientId,
		callbackPort,
	};
}

test("there are many recorded commands", () => {
	expect(answers.length).toBeGreaterThan(400);
	expect(answers.filter(({ status }) => status !== 0).length).toBeGreaterThan(
		100,
	);
});

test.each(answers.map((answer) => [script(answer.args), answer] as const))(
	"%s",
	(text, { status, said, project, user, local }) => {
		expect(isRefused(text), said).toBe(status !== 0);
		const [name, server] = Object.entries(
			project ?? user ?? local ?? {},
		)[0] ?? [""];
		if (!server) return;
		const { root } = read(text) ?? {};
		const ours = root && Object(plainValue(root)).mcpServers[name];
		expect(asWritten(ours)).toEqual(asWritten(server));
	},
);

test("an address that becomes a program is said where the client warns of it", () => {
	for (const { args, said = "" } of answers) {
		const isWarned = /looks like a URL/.test(said);
		const isSaid = read(script(args))?.errors.some(
			({ sort }) => sort === "misread",
		);
		// a name like `docs/mcp` can be that of a program; and the client overlooks capitals, and an empty transport
		const isOdd = args.some((word) =>
			/^(?:HTTPS:|[\w.]+\/mcp$|--transport=$)/.test(word),
		);
		if (!isOdd) expect(isSaid === true, script(args)).toBe(isWarned);
	}
});
