import { posix } from "node:path";
import type { Document } from "../document.ts";
import { isOutside } from "../paths.ts";
import {
	effectiveProperties,
	itemsOf,
	type Node,
	property,
	type StringNode,
	valueAt,
} from "../syntax/tree.ts";

/** A path in a manifest that leads to a part of the plugin. */
export interface PartPath {
	/** The key that it stands under: `skills`, `hooks`. */
	readonly key: string;
	readonly node: StringNode;
}

/** The keys of a manifest under which paths stand, or objects that say the same in place. */
const PART_KEYS = [
	"skills",
	"commands",
	"agents",
	"workflows",
	"hooks",
	"mcpServers",
	"outputStyles",
	"lspServers",
	"themes",
	"monitors",
] as const;

/** The paths in a manifest, or in the entry of a plugin in a marketplace. */
export function partPaths(manifest: Node | undefined): PartPath[] {
	const experimental = property(manifest, "experimental")?.value;
	return [manifest, experimental].flatMap((holder) =>
		PART_KEYS.flatMap((key) => {
			const value = property(holder, key)?.value;
			if (!value) return [];
			const sources = key === "commands" ? commandSources(value) : [];
			return [value, ...itemsOf(value), ...sources].flatMap((node) =>
				node.type === "string" ? [{ key, node }] : [],
			);
		}),
	);
}

/** Commands by name say where their text is. */
function commandSources(value: Node): Node[] {
	return effectiveProperties(value).flatMap(
		(command) => property(command.value, "source")?.value ?? [],
	);
}

/** Whether a path is an address: bundles of servers may be fetched. */
export function isAddress(path: string): boolean {
	return /^[a-z][\w+.-]*:\/\//i.test(path);
}

/** The way from the folder of a plugin to what a path in its manifest leads to; nothing for what the client does not take for a path in it. */
export function wayInPlugin(path: string): string | undefined {
	if (!path.startsWith("./") || leavesFolder(path)) return undefined;
	return posix.normalize(path).replace(/\/$/, "");
}

/** Whether a path has a step upwards; the client refuses one, wherever it leads. */
export function leavesFolder(path: string): boolean {
	return path.split(/[\\/]/).includes("..");
}

/** An entry of a marketplace. */
export interface PluginEntry {
	readonly node: Node;
	readonly name: StringNode | undefined;
	/** The source, where it is a text. */
	readonly source: StringNode | undefined;
	/** The way to its folder from that of the marketplace; absent for one that is kept elsewhere, and for one that the client refuses. */
	readonly way: string | undefined;
}

/** The entries of a marketplace, in its order. */
export function pluginEntries(root: Node | undefined): PluginEntry[] {
	const pluginRoot = valueAt(root, "metadata", "pluginRoot");
	return itemsOf(property(root, "plugins")?.value).map((node) => {
		const source = textAt(node, "source");
		return {
			node,
			name: textAt(node, "name"),
			source,
			way: source && wayOfSource(source.value, pluginRoot),
		};
	});
}

/** A bare name counts from the root of plugins, a path from the folder of the marketplace. */
function wayOfSource(
	source: string,
	pluginRoot: Node | undefined,
): string | undefined {
	if (leavesFolder(source)) return undefined;
	if (/^\.(?:\/|$)/.test(source)) return plainWay(source);
	if (!/^[\w.-]+$/.test(source) || pluginRoot?.type !== "string")
		return undefined;
	return leavesFolder(pluginRoot.value)
		? undefined
		: plainWay(posix.join(pluginRoot.value, source));
}

function plainWay(path: string): string {
	const way = posix.normalize(path).replace(/\/$/, "");
	return way === "." ? "" : way;
}

function textAt(node: Node, key: string): StringNode | undefined {
	const value = property(node, key)?.value;
	return value?.type === "string" ? value : undefined;
}

/** The folder of the plugin, or of the marketplace, whose manifest a document is; relative to the working directory, empty for itself. */
export function folderOfManifest({ file }: Pick<Document, "file">): string {
	const folder = posix.dirname(posix.dirname(file));
	return folder === "." ? "" : folder;
}

/** A way from a folder as one from the working directory; nothing for what is outside of that. */
export function pathFrom(folder: string, way: string): string | undefined {
	const path = posix.join(folder, way);
	return path !== "." && isOutside(path) ? undefined : path;
}
