import type { Document } from "../document.ts";
import { pointerTokens } from "../location.ts";
import {
	itemsOf,
	type ObjectNode,
	type Property,
	property,
	type StringNode,
	stringItems,
	valueAt,
} from "../syntax/tree.ts";
import type { Project } from "./project.ts";
import type { ServerDeclaration } from "./servers.ts";
import { settingsInEffect } from "./settings.ts";
import {
	matchesAddress,
	readAddress,
	readUrlPattern,
	type UrlPattern,
} from "./url-patterns.ts";

/** What an entry compares: the server's name, its command with the arguments, or its address. */
export type PolicySubject = "serverName" | "serverCommand" | "serverUrl";

/** One entry that the client keeps. */
export interface PolicyEntry {
	readonly node: ObjectNode;
	readonly subject: PolicySubject;
	/** The value under the subject. */
	readonly value: Property["value"];
	/** What a `serverUrl` matches; absent for one that matches nothing, or that only the environment makes clear. */
	readonly pattern?: UrlPattern;
	/** It depends on the environment what it matches. */
	readonly isUnclear: boolean;
}

/** `allowedMcpServers` or `deniedMcpServers` of one settings file. */
export interface PolicyList {
	readonly isAllowList: boolean;
	readonly property: Property;
	readonly document: Document;
	/** Those that the client keeps. */
	readonly entries: readonly PolicyEntry[];
	/** How many it drops. */
	readonly dropped: number;
}

const LISTS = ["allowedMcpServers", "deniedMcpServers"] as const;

const SUBJECTS: readonly PolicySubject[] = [
	"serverName",
	"serverCommand",
	"serverUrl",
];

/** The server policies of a settings file; a list that is no array is none, for the client too. */
export function readPolicyLists(document: Document): PolicyList[] {
	const { kind, root } = document;
	if (kind.schema !== "claude-settings") return [];
	const invalid = invalidEntries(document);
	return LISTS.flatMap((key) => {
		const list = property(root, key);
		if (list?.value.type !== "array") return [];
		const items = itemsOf(list.value);
		const entries = items.flatMap((item) =>
			item.type === "object" && !invalid.has(item.pointer)
				? readEntry(item)
				: [],
		);
		return {
			isAllowList: key === "allowedMcpServers",
			property: list,
			document,
			entries,
			dropped: items.length - entries.length,
		};
	});
}

/** The pointers of the entries that the client drops. */
function invalidEntries({ violations }: Document): ReadonlySet<string> {
	return new Set(
		violations
			.filter(
				({ subject, keyword }) =>
					subject === "policy" && keyword !== "additionalProperties",
			)
			.map(({ node }) => {
				const [list = "", index = ""] = pointerTokens(node.pointer);
				return `/${list}/${index}`;
			}),
	);
}

function readEntry(node: ObjectNode): PolicyEntry[] {
	const subject = SUBJECTS.find((key) => property(node, key));
	const value = subject && property(node, subject)?.value;
	if (!value) return [];
	if (subject !== "serverUrl" || value.type !== "string") {
		return [{ node, subject, value, isUnclear: false }];
	}
	const read = readUrlPattern(value.value);
	return typeof read === "string"
		? [{ node, subject, value, isUnclear: read === "unknown" }]
		: [{ node, subject, value, pattern: read, isUnclear: false }];
}

/** What keeps a server out. */
export interface Block {
	/** The entry of a deny list, with its list. */
	readonly denied?: DeniedBy;
	/** The allow lists, none of whose entries matches. */
	readonly notAllowedBy: readonly PolicyList[];
	/** By what an entry would have to allow it. */
	readonly subject: PolicySubject;
	/** An entry has its name, and names do not count for it. */
	readonly isNamed: boolean;
}

interface DeniedBy {
	readonly entry: PolicyEntry;
	readonly list: PolicyList;
}

/** The policies that count in a project, of all its settings files together. */
export interface Policy {
	readonly denied: readonly DeniedBy[];
	readonly allowLists: readonly PolicyList[];
	readonly allowed: Readonly<Record<PolicySubject, readonly PolicyEntry[]>>;
	/** Every entry is invalid, so that the allow lists keep everything out. */
	readonly isRuined: boolean;
}

/** Projects with more pairs of a server and an entry were not written by people, and are not judged. */
const MOST_PAIRS = 500_000;

/** The policies that count in a project. Only managed allow lists do where the managed settings say so. */
export function policyOf(project: Project): Policy {
	const documents = settingsInEffect(project);
	const onlyManaged = documents.some(({ kind, root }) => {
		const value = valueAt(root, "allowManagedMcpServersOnly");
		return kind.scope === "managed" && value?.type === "boolean" && value.value;
	});
	const lists = documents.flatMap(readPolicyLists);
	const allowLists = lists.filter(
		({ isAllowList, document }) =>
			isAllowList && (!onlyManaged || document.kind.scope === "managed"),
	);
	const denied = lists
		.filter(({ isAllowList }) => !isAllowList)
		.flatMap((list) => list.entries.map((entry) => ({ entry, list })));
	const entries = allowLists.flatMap((list) => list.entries);
	const about = (subject: PolicySubject) =>
		entries.filter((entry) => entry.subject === subject);
	const servers = project.servers.length + project.inheritedServers.length;
	if (servers * (denied.length + entries.length) > MOST_PAIRS) return NO_POLICY;
	return {
		denied,
		allowLists,
		allowed: {
			serverName: about("serverName"),
			serverCommand: about("serverCommand"),
			serverUrl: about("serverUrl"),
		},
		isRuined:
			entries.length === 0 && allowLists.some(({ dropped }) => dropped > 0),
	};
}

const NO_POLICY: Policy = {
	denied: [],
	allowLists: [],
	allowed: { serverName: [], serverCommand: [], serverUrl: [] },
	isRuined: false,
};

/**
 * What keeps a server out, if it is certain that something does; nothing where the whole allow list is ruined, which is another matter.
 * Source: measured on 2.1.329. A deny entry wins. The allow lists of all files are one list; where it has commands, a local server needs one that
 * matches, where it has addresses, a remote one does, and its name counts no more.
 */
export function findBlock(
	server: ServerDeclaration,
	{ denied, allowLists, allowed, isRuined }: Policy,
): Block | undefined {
	if (!server.transport) return undefined;
	const hit = denied.find(({ entry }) => matchesEntry(entry, server));
	if (hit) {
		const { subject } = hit.entry;
		return { denied: hit, notAllowedBy: [], subject, isNamed: false };
	}
	if (allowLists.length === 0 || isRuined) return undefined;
	const own =
		server.transport === "stdio" ? "serverCommand" : ("serverUrl" as const);
	const subject = allowed[own].length > 0 ? own : "serverName";
	const isExcluded = allowed[subject].every(
		(entry) => matchesEntry(entry, server) === false,
	);
	if (!isExcluded) return undefined;
	const isNamed =
		subject !== "serverName" &&
		allowed.serverName.some((entry) => matchesEntry(entry, server));
	return { notAllowedBy: allowLists, subject, isNamed };
}

/** Whether an entry is about a server; nothing where the environment decides. */
function matchesEntry(
	entry: PolicyEntry,
	server: ServerDeclaration,
): boolean | undefined {
	const { subject, value, pattern, isUnclear } = entry;
	if (subject === "serverName") {
		return value.type === "string" && value.value === server.name;
	}
	if (subject === "serverCommand") {
		return matchesCommand(stringItems(value), server);
	}
	if (server.transport === "stdio" || !server.url) return false;
	if (isUnclear) return undefined;
	return pattern ? matchesAddress(pattern, addressOf(server.url)) : false;
}

const addresses = new WeakMap<StringNode, ReturnType<typeof readAddress>>();

/** The address in a text of a document; read once. */
function addressOf(node: StringNode): ReturnType<typeof readAddress> {
	if (!addresses.has(node)) addresses.set(node, readAddress(node.value));
	return addresses.get(node);
}

/** The program and every argument, each as it is written; what the environment fills in is the same on both sides if the text is. */
function matchesCommand(
	wanted: readonly StringNode[],
	{ transport, command, args }: ServerDeclaration,
): boolean | undefined {
	if (transport !== "stdio" || !command) return false;
	const words = [command, ...args];
	if (words.length !== wanted.length) return false;
	const pairs = words.map(
		({ value }, index) => [value, wanted[index]?.value ?? ""] as const,
	);
	const different = pairs.filter(([ours, theirs]) => ours !== theirs);
	if (different.length === 0) return true;
	return different.some(
		([ours, theirs]) => !ours.includes("${") && !theirs.includes("${"),
	)
		? false
		: undefined;
}
