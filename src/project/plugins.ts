import { posix } from "node:path";
import type { Document } from "../document.ts";
import { groupBy } from "../embedded/document-index.ts";
import type { Location } from "../location.ts";
import { isOutside } from "../paths.ts";
import { normalizeName } from "../permissions/mcp-names.ts";
import {
	effectiveProperties,
	type Node,
	property,
	type StringNode,
} from "../syntax/tree.ts";
import {
	folderOfManifest,
	type PluginEntry,
	partPaths,
	pathFrom,
	pluginEntries,
	wayInPlugin,
} from "./plugin-paths.ts";
import { readServers, type ServerDeclaration } from "./servers.ts";

/** A plugin that lies in the linted folder. */
export interface Plugin {
	/** The names that it can have where it is installed: its own, and that of its entry in a marketplace. */
	readonly names: readonly string[];
	/** Relative to the working directory, with forward slashes; empty for that itself. */
	readonly folder: string;
	/** Absent where only an entry in a marketplace says that there is a plugin. */
	readonly manifest: Document | undefined;
	/** Where it is named. */
	readonly location: Location;
	/** The options that a user is asked for; absent where that cannot be read. */
	readonly options: ReadonlySet<string> | undefined;
	readonly servers: readonly ServerDeclaration[];
	/** It can have more servers than those: in bundles, or in files that cannot be read. */
	readonly hasMoreServers: boolean;
}

/** A marketplace that lies in the linted folder. */
export interface Marketplace {
	readonly name: string;
	readonly document: Document;
	/** The names of its plugins. */
	readonly plugins: readonly StringNode[];
}

/** The marketplaces among some documents; those without a name are left out. */
export function readMarketplaces(
	documents: readonly Document[],
): Marketplace[] {
	return documents.filter(isMarketplace).flatMap((document) => {
		const name = property(document.root, "name")?.value;
		if (name?.type !== "string") return [];
		const plugins = pluginEntries(document.root).flatMap(
			(entry) => entry.name ?? [],
		);
		return [{ name: name.value, document, plugins }];
	});
}

/** The plugins among some documents, by folder: those with a manifest, and those that a marketplace alone names. */
export function readPlugins(documents: readonly Document[]): Plugin[] {
	const entries = new Map<string, ListedPlugin[]>();
	for (const document of documents.filter(isMarketplace)) {
		const servers = serversOfEntries(document);
		for (const entry of pluginEntries(document.root)) {
			if (entry.way === undefined) continue;
			const folder = pathFrom(folderOfManifest(document), entry.way);
			if (folder === undefined) continue;
			const key = folder === "." ? "" : folder;
			const listed = entries.get(key) ?? [];
			entries.set(key, listed);
			listed.push({ entry, servers: servers.get(entry.node.pointer) ?? [] });
		}
	}
	const manifests = new Map(
		documents
			.filter(({ kind }) => kind.isManifest && kind.schema === "claude-plugin")
			.map((document) => [folderOfManifest(document), document]),
	);
	const folders = new Set([...manifests.keys(), ...entries.keys()]);
	const inFolders = documents.flatMap((document) => {
		const folder = nearestFolder(document, folders);
		return folder === undefined ? [] : [{ folder, document }];
	});
	const byFolder = groupBy(inFolders, ({ folder }) => folder);
	return [...folders].flatMap((folder) => {
		const own = (byFolder.get(folder) ?? []).map(({ document }) => document);
		const plugin = toPlugin(
			folder,
			manifests.get(folder),
			entries.get(folder) ?? [],
			own,
		);
		return plugin ? [plugin] : [];
	});
}

/** An entry of a marketplace, and where it stands. */
interface ListedPlugin {
	readonly entry: PluginEntry;
	/** The servers that it declares in place. */
	readonly servers: readonly ServerDeclaration[];
}

/** The servers that the entries of a marketplace declare, by the pointer of the entry. */
function serversOfEntries(
	document: Document,
): ReadonlyMap<string, readonly ServerDeclaration[]> {
	return groupBy(readServers(document), ({ node }) =>
		node.pointer.split("/").slice(0, ENTRY_DEPTH).join("/"),
	);
}

/** `/plugins/0`, split at its slashes. */
const ENTRY_DEPTH = 3;

function isMarketplace({ kind }: Document): boolean {
	return kind.schema === "claude-marketplace";
}

/** The paths in manifests, and the sources in marketplaces, that lead to somewhere below the working directory. */
export function placedParts(
	documents: readonly Document[],
): { readonly node: StringNode; readonly path: string }[] {
	const place = (folder: string, way: string | undefined, node: StringNode) => {
		const path = way === undefined ? undefined : pathFrom(folder, way);
		// what a build makes is there for those who install it
		const isMade = path !== undefined && MADE.test(`${path}/`);
		return path === undefined || isMade ? [] : [{ node, path }];
	};
	const partsIn = (folder: string, manifest: Node | undefined) =>
		partPaths(manifest).flatMap(({ node }) =>
			place(folder, wayInPlugin(node.value), node),
		);
	return documents.flatMap((document) => {
		const folder = folderOfManifest(document);
		if (document.kind.schema === "claude-plugin") {
			return partsIn(folder, document.root);
		}
		if (!isMarketplace(document)) return [];
		return pluginEntries(document.root).flatMap(({ node, source, way }) => {
			if (!source || way === undefined) return [];
			const own = pathFrom(folder, way);
			return [
				...place(folder, way, source),
				...(own === undefined ? [] : partsIn(own, node)),
			];
		});
	});
}

/** Folders that a build or an installation makes. */
const MADE =
	/(?:^|\/)(?:node_modules|dist|build|out|target|vendor|\.?venv|\.cache)\//;

/** The innermost of some folders that a document lies in, if it is one that a plugin has. */
function nearestFolder(
	{ file, kind }: Document,
	folders: ReadonlySet<string>,
): string | undefined {
	if (!kind.isOfPlugin || isOutside(file)) {
		return undefined;
	}
	for (let folder = posix.dirname(file); ; folder = posix.dirname(folder)) {
		if (folder === ".") return folders.has("") ? "" : undefined;
		if (folders.has(folder)) return folder;
	}
}

function toPlugin(
	folder: string,
	manifest: Document | undefined,
	listed: readonly ListedPlugin[],
	own: readonly Document[],
): Plugin | undefined {
	const nodes = [
		...(manifest?.root ? [manifest.root] : []),
		...listed.map(({ entry }) => entry.node),
	];
	const names = nodes.flatMap((node) => {
		const name = property(node, "name")?.value;
		return name?.type === "string" ? [name] : [];
	});
	const [location] = names;
	if (!location) return undefined;
	const files = own.filter(({ kind }) => kind.servers && !isListing(kind));
	const isRead = new Set(own.map(({ file }) => file));
	const hasMoreServers =
		(manifest !== undefined && !manifest.root) ||
		files.some(({ root }) => !root) ||
		nodes.some((node) =>
			partPaths(node).some(({ key, node: { value } }) => {
				const way = wayInPlugin(value);
				const path = way === undefined ? undefined : pathFrom(folder, way);
				return (
					key === "mcpServers" && (path === undefined || !isRead.has(path))
				);
			}),
		);
	return {
		names: [...new Set(names.map(({ value }) => value))],
		folder,
		manifest,
		location,
		options: manifest && !manifest.root ? undefined : optionsOf(nodes),
		servers: [
			...files.flatMap(readServers),
			...listed.flatMap(({ servers }) => servers),
		],
		hasMoreServers,
	};
}

function isListing({ schema }: Document["kind"]): boolean {
	return schema === "claude-marketplace";
}

/** Options are declared for the whole plugin, or for a channel of it. */
function optionsOf(nodes: readonly Node[]): ReadonlySet<string> {
	const holders = nodes.flatMap((node) => {
		const channels = property(node, "channels")?.value;
		return [node, ...(channels?.type === "array" ? channels.items : [])];
	});
	return new Set(
		holders
			.flatMap((node) =>
				effectiveProperties(property(node, "userConfig")?.value),
			)
			.map(({ key }) => key.value),
	);
}

/** What rules call the servers of a plugin. */
export function pluginServerName(plugin: string, server: string): string {
	return normalizeName(`plugin_${plugin}_${server}`);
}
