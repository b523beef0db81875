import { type Decision, decide } from "../../src/decisions/decision.ts";
import type { Mode } from "../../src/decisions/modes.ts";
import { createSession, resolvePath } from "../../src/decisions/session.ts";
import { parseDocument } from "../../src/document.ts";
import { findInScript } from "../../src/embedded/commands/claude-commands.ts";
import { writtenText } from "../../src/embedded/inner-text.ts";
import { kindById } from "../../src/kinds.ts";
import { workingProject } from "../../src/project/project.ts";
import { plainValue } from "../../src/syntax/tree.ts";
import { parseFiles, parsers } from "../lint-text.ts";

/** Files, settings of the user, and calls, with what the client decided about each; `npm run conformance decisions` writes them. */
export interface DecisionCase {
	readonly id: string;
	readonly client?: string;
	/** Why we say something else than the client, on purpose. */
	readonly differs?: string;
	readonly files: Readonly<Record<string, unknown>>;
	readonly homeFiles?: Readonly<Record<string, unknown>>;
	/** Where symbolic links lead, both as absolute paths with placeholders. */
	readonly links?: Readonly<Record<string, string>>;
	readonly userSettings: unknown;
	/** The flag `--permission-mode`; `default`: the flag was not given. */
	readonly mode: string;
	/** Other arguments that the client was started with. */
	readonly args?: readonly string[];
	readonly trust?: boolean;
	readonly calls: readonly RecordedCall[];
}

/** A call of a tool with what became of it. */
export interface RecordedCall {
	readonly tool: string;
	readonly input: Readonly<Record<string, unknown>>;
	/** `unavailable`: the tool or its server is not there. */
	readonly decision: string;
}

const FOLDER = "/case/proj";
const HOME = "/case/home";
const PLACES: Readonly<Record<string, string>> = {
	PROJ: FOLDER,
	HOME,
	STUB: "/case/stub.js",
	BASE: "/case",
	SLUG: FOLDER.replace(/[^A-Za-z0-9]/g, "-"),
};

/** The parameter that stands in the parentheses of a call. */
const ARGUMENTS = [
	"command",
	"file_path",
	"notebook_path",
	"url",
	"skill",
	"subagent_type",
	"query",
	"path",
];

/** What we say of each call of a case, in its order. */
export function decideCase(recorded: DecisionCase): Decision[] {
	const session = sessionOf(recorded);
	return recorded.calls.map((call) => {
		const { tool } = call;
		return decide({ text: tool, tool, argument: argumentOf(call) }, session);
	});
}

/** What stands in the parentheses of a call, in our places. */
function argumentOf({ input }: RecordedCall): string | undefined {
	const name = ARGUMENTS.find((each) => typeof input[each] === "string");
	return name === undefined ? undefined : place(String(input[name]));
}

/** The mode that the case's session is in. */
export function modeOf(recorded: DecisionCase): Mode {
	return recorded.mode === "default"
		? sessionOf(recorded).startMode
		: (recorded.mode as Mode);
}

/** What arguments allow and deny, as settings would say it. */
function argumentSettings(args: readonly string[]): unknown {
	const words = args.map((word) => `'${word.replaceAll("'", "'\\''")}'`);
	const text = `claude ${words.join(" ")}`;
	const script = writtenText(text, { start: 0, end: text.length });
	const holder = { file: "a.sh", nextSession: () => 0 };
	const [found] = findInScript(script, "posix", holder);
	return found?.tree.root && plainValue(found.tree.root);
}

function sessionOf(recorded: DecisionCase) {
	const { files, userSettings, links, calls, args = [] } = recorded;
	const texts = Object.entries(files).filter(([file]) =>
		/^(?:\.mcp\.json|\.claude\/settings(?:\.local)?\.json|\.claude\/(?:agents|commands|skills\/[^/]+)\/.*\.md)$/.test(
			file,
		),
	);
	const documents = parseFiles(
		Object.fromEntries(texts.map(([file, text]) => [file, asText(text)])),
	);
	const user = kindById("claude-settings-user");
	if (!user) throw new Error("no kind for user settings");
	const text = place(
		JSON.stringify(userSettings ?? argumentSettings(args) ?? {}),
	);
	const settings = parseDocument(
		{ file: `${HOME}/.claude/settings.json`, kind: user, content: { text } },
		parsers,
	);
	const project = workingProject([...documents, settings], {});
	return createSession(project, {
		folder: FOLDER,
		home: HOME,
		links: linksBelow(links ?? {}, calls),
	});
}

/** The paths of calls that go through a link, and where they lead. */
function linksBelow(
	links: Readonly<Record<string, string>>,
	calls: readonly RecordedCall[],
): Map<string, string> {
	const paths = calls.map((call) =>
		resolvePath(argumentOf(call) ?? "", { folder: FOLDER, home: HOME }),
	);
	return new Map(
		Object.entries(links).flatMap(([from, to]) =>
			paths
				.filter((path) => `${path}/`.startsWith(`${place(from)}/`))
				.map((path) => [path, path.replace(place(from), place(to))] as const),
		),
	);
}

function asText(text: unknown): string {
	return place(typeof text === "string" ? text : JSON.stringify(text));
}

function place(text: string): string {
	return text.replace(
		/\{\{(\w+)\}\}/g,
		(whole, name: string) => PLACES[name] ?? whole,
	);
}
