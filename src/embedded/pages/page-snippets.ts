import { type Client, type ClientId, clients } from "../../clients.ts";
import type { SyntaxParser } from "../../document.ts";
import { type DocumentKind, kinds, type SyntaxId } from "../../kinds.ts";
import type { Range } from "../../location.ts";
import { otherClients } from "../../other-clients.ts";
import { pluginClients } from "../../plugin-client.ts";
import { parseJson, parseJsonc } from "../../syntax/json.ts";
import {
	effectiveProperties,
	type Node,
	property,
	type SyntaxTree,
} from "../../syntax/tree.ts";
import { embeddedKinds } from "../embedded-kinds.ts";
import {
	cutText,
	type InnerText,
	joinPieces,
	parseInner,
} from "../inner-text.ts";
import { plainComments, withoutRanges } from "./snippet-comments.ts";
import { type Addressee, type Named, namesIn } from "./snippet-places.ts";

/** A configuration as a page shows it. */
export interface Snippet {
	readonly kind: DocumentKind;
	readonly inner: InnerText;
	readonly tree: SyntaxTree;
}

/** What is known of the text around something that looks like JSON. */
export interface Surroundings {
	readonly file: string;
	/** How many are looked at, at most. */
	readonly limit: number;
	/** It says that it is JSON, or does not say what it is: what is wrong in it is a mistake. */
	readonly mayBeJson: boolean;
	/** It says that its JSON has comments: they are for who reads the page. */
	readonly isWithComments: boolean;
	/** Nothing else stands in the block. */
	readonly isBlock: boolean;
	/** For whom it is written; asked only if it is a configuration. */
	readonly addressee: (own: Named, start: number) => Addressee;
	/** What the block says of itself before its text begins. */
	readonly info: string;
}

/** The words of which one stands in every snippet. */
const KEYS = /"(?:mcpServers|servers|permissions|hooks|\w+McpServers)"\s*:/;

const rows: readonly DocumentKind[] = kinds;
const allClients: Readonly<Record<ClientId, Client>> = {
	...clients,
	...otherClients,
	...pluginClients,
};
const anyClient = embeddedKinds["mcp-snippet"];

const syntaxes: Partial<Record<SyntaxId, SyntaxParser>> = {
	json: parseJson,
	jsonc: parseJsonc,
};

/** The configurations in a text: every balanced `{…}` at the start of a line that is one. */
export function findSnippets(
	block: InnerText,
	surroundings: Surroundings,
): Snippet[] {
	if (!KEYS.test(block.text)) return [];
	let behind = 0;
	let found = 0;
	return balancedObjects(block.text).flatMap((range) => {
		const { start, end } = range;
		if (found >= surroundings.limit) return [];
		const label = block.text.slice(behind, start);
		behind = end;
		if (!KEYS.test(block.text.slice(start, end))) return [];
		if (range.isMember && !surroundings.mayBeJson) return [];
		const whole = range.isMember
			? inBraces(block, range)
			: cutText(block, start, end);
		found++;
		return readSnippet(whole, label, surroundings) ?? [];
	});
}

function readSnippet(
	whole: InnerText,
	label: string,
	{ file, mayBeJson, isWithComments, isBlock, addressee, info }: Surroundings,
): Snippet | undefined {
	// "…" and the name of the file are no part of what is meant
	const { removed, firstComment } = plainComments(whole.text, isWithComments);
	const inner = withoutRanges(whole, removed);
	const look = parseJsonc(file, inner.text);
	const root = look.root ?? look.remains;
	if (!root || (look.errors.length > 0 && !mayBeJson)) return undefined;
	const shape = shapeOf(root);
	if (shape === "none") return undefined;
	const named = namesIn(
		[info, isBlock ? label : lastLine(label), firstComment].join("\n"),
		true,
	);
	const kind = kindFor(root, shape, addressee(named, whole.locate(0, 0).start));
	const parse = kind && syntaxes[kind.syntax];
	if (!kind || !parse) return undefined;
	const tree = parseInner(file, inner, parse);
	const isSketch = !tree.root && isUnfinished(inner.text);
	return isSketch ? undefined : { kind, inner, tree };
}

function lastLine(text: string): string {
	return text.trimEnd().split("\n").at(-1) ?? "";
}

/** What an object is by its keys: `servers` holds servers, `settings` something else that the client reads. */
type Shape = "servers" | "settings" | "none";

function shapeOf(root: Node): Shape {
	const servers = property(root, "mcpServers") ?? property(root, "servers");
	if (servers) {
		const isCommon = servers.key.value === "mcpServers";
		// manifests of packages, and what programs are given, can hold servers as well
		if (property(root, "name") && property(root, "version")) return "none";
		const entries = effectiveProperties(servers.value);
		if (isCommon && entries.length === 0) return "none";
		return entries.some(({ value }) => isServer(value)) ? "servers" : "none";
	}
	return SETTINGS_KEYS.some((key) => property(root, key)) ? "settings" : "none";
}

/** What people write in settings of Claude Code for others to copy. */
const SETTINGS_KEYS = [
	"permissions",
	"hooks",
	"enabledMcpjsonServers",
	"disabledMcpjsonServers",
	"enableAllProjectMcpServers",
	"allowedMcpServers",
	"deniedMcpServers",
] as const;

const SERVER_FIELDS = [
	"command",
	"url",
	"serverUrl",
	"httpUrl",
	"type",
	"args",
];

function isServer(node: Node): boolean {
	return SERVER_FIELDS.some((field) => property(node, field));
}

function kindFor(
	root: Node,
	shape: Shape,
	{ kinds: files, clients: named, isFile }: Addressee,
): DocumentKind | undefined {
	const fits = (kind: DocumentKind) =>
		keysOf(kind, shape).some((key) => property(root, key));
	if (isFile) {
		const fitting = files.filter(fits);
		const meant = fitting.length > 0 ? fitting : files;
		const [first] = meant;
		const isOne = meant.every(({ clients: [id] }) => id === first?.clients[0]);
		if (shape === "settings") return isOne ? fitting[0] : undefined;
		if (!first || !isOne) return anyClient;
		const isForOther = first.clients
			.slice(1)
			.some(
				(id) => named.includes(id) && property(root, allClients[id].serversKey),
			);
		return fitting.length === 0 && isForOther ? anyClient : first;
	}
	if (shape !== "servers") return undefined;
	const [client, ...more] = named;
	const isOne = client !== undefined && more.length === 0;
	const kind = isOne
		? rows.find(
				(row) => row.clients[0] === client && row.files.length > 0 && fits(row),
			)
		: undefined;
	if (kind || named.length > 0) return kind ?? anyClient;
	return kindByKeys(root) ?? anyClient;
}

/** The only kind whose client reads all keys at the root, where these are several. */
function kindByKeys(root: Node): DocumentKind | undefined {
	const keys = effectiveProperties(root).map(({ key }) => key.value);
	if (keys.length < 2) return undefined;
	const matching = rows.filter(({ clients: [id], files }) => {
		const known: readonly string[] = id ? allClients[id].rootKeys : [];
		return files.length > 0 && keys.every((key) => known.includes(key));
	});
	return matching.length === 1 ? matching[0] : undefined;
}

/** The keys at the root that a file of a kind has for its servers, or for its settings. */
function keysOf(
	{ servers = [], schema }: DocumentKind,
	shape: Shape,
): readonly string[] {
	if (shape === "settings")
		return schema === "claude-settings" ? SETTINGS_KEYS : [];
	return servers.map((pointer) => pointer.split("/")[1] ?? "");
}

/** Whether something is left out on purpose, or stands for something that no value can: such a text is no file yet. */
function isUnfinished(text: string): boolean {
	const bare = text.replace(/"(?:[^"\\\n]|\\.)*"/g, '""');
	return /\.\.\.|…|[<$%]|\{\{|\[\s*\w+\s*\]|"\s*\+/.test(bare);
}

/** A member of an object, as the object that has it alone. */
function inBraces(block: InnerText, { start, end }: Range): InnerText {
	return joinPieces(block, [
		{ start, end: start, meaning: "{" },
		{ start, end },
		{ start: end, end, meaning: "}" },
	]);
}

/** An object in a text, or a key with an object, without the braces that should be around it. */
interface FoundObject extends Range {
	readonly isMember: boolean;
}

/** What pages often show without the braces around it. */
const MEMBER = /"mcpServers"\s*:\s*\{/y;

/** A key with a list that lacks the braces around it: what stands in such a list is no configuration by itself. */
const LIST = /"[^"\n]{0,100}"\s*:\s*\[/y;

/** The outermost `{…}` and `"mcpServers": {…}` that begin a line. Texts in quotes end at the end of their line. */
function balancedObjects(text: string): FoundObject[] {
	const open: { at: number; isFirst: boolean; isMember: boolean }[] = [];
	const found: FoundObject[] = [];
	let isInText = false;
	let isFirst = true;
	let isInList = false;
	for (let at = 0; at < text.length; at++) {
		const each = text[at];
		if (each === "\n" || each === "\r") {
			isInText = false;
			isFirst = true;
			continue;
		}
		if (isInText) {
			if (each === "\\") at++;
			else if (each === '"') isInText = false;
			continue;
		}
		if (each === '"') {
			const isKey = isFirst && open.length === 0 && !isInList;
			MEMBER.lastIndex = at;
			LIST.lastIndex = at;
			if (isKey && MEMBER.test(text)) {
				open.push({ at, isFirst, isMember: true });
				at = MEMBER.lastIndex - 1;
			} else if (isKey && LIST.test(text)) {
				isInList = true;
				at = LIST.lastIndex - 1;
			} else isInText = open.length > 0 || isInList;
		} else if (each === "{" && (isFirst || open.length > 0))
			open.push({ at, isFirst, isMember: false });
		else if (each === "}") {
			const start = open.pop();
			if (start?.isFirst && !isInList) {
				while ((found.at(-1)?.start ?? -1) > start.at) found.pop();
				const { isMember } = start;
				found.push({ start: start.at, end: at + 1, isMember });
			}
		} else if (each === "]" && open.length === 0) isInList = false;
		if (each !== " " && each !== "\t") isFirst = false;
	}
	return found;
}
