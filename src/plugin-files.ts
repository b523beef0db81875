import { dirname, join } from "node:path";
import { filesAtPlaces, ownPathSort, pathSort, readNamed } from "./files.ts";
import {
	type DocumentKind,
	kindById,
	kindInPlugin,
	pluginPlaces,
} from "./kinds.ts";
import {
	partPaths,
	pluginEntries,
	wayInPlugin,
} from "./project/plugin-paths.ts";
import { parseJson } from "./syntax/json.ts";
import type { Node } from "./syntax/tree.ts";

/** A file that is what it is because a plugin has it. */
export interface PluginFile {
	readonly path: string;
	readonly kind: DocumentKind;
	/** The manifest that leads to it. */
	readonly manifest: string;
}

/** What the files that a manifest names are, by the key that names them. */
const NAMED: Readonly<Record<string, DocumentKind | undefined>> = {
	mcpServers: kindById("claude-plugin-servers"),
	hooks: kindById("claude-plugin-hooks"),
};

/**
 * The files of the plugins that some manifests speak of: those at the places of a plugin, and those that a manifest names. Nothing outside of a
 * plugin's folder, and nothing behind a link.
 * @param manifests absolute paths of manifests of plugins and of marketplaces
 */
export function findPluginFiles(manifests: readonly string[]): PluginFile[] {
	return manifests.flatMap((manifest) => {
		const root = readTree(manifest);
		const folder = dirname(dirname(manifest));
		const isMarketplace = /[\\/]marketplace\.json$/.test(manifest);
		const plugins = isMarketplace
			? pluginEntries(root).flatMap(({ node, way }) =>
					way === undefined ||
					ownPathSort(folder, join(folder, way)) !== "folder"
						? []
						: [{ node, folder: join(folder, way) }],
				)
			: [{ node: root, folder }];
		return plugins.flatMap((plugin) =>
			filesOfPlugin(plugin.folder, plugin.node).map((file) => ({
				...file,
				manifest,
			})),
		);
	});
}

function filesOfPlugin(
	folder: string,
	manifest: Node | undefined,
): Omit<PluginFile, "manifest">[] {
	const atPlaces = filesAtPlaces(folder, pluginPlaces()).flatMap((way) => {
		const kind = kindInPlugin(way);
		return kind ? [{ path: join(folder, way), kind }] : [];
	});
	const named = partPaths(manifest).flatMap(({ key, node }) => {
		const way = wayInPlugin(node.value);
		const kind = NAMED[key];
		const isFile = kind && way !== undefined && /\.json$/i.test(way);
		return isFile && !kindInPlugin(way)
			? filesAtPlaces(folder, [way]).map((found) => ({
					path: join(folder, found),
					kind,
				}))
			: [];
	});
	return [...atPlaces, ...named];
}

/** What can be read of a manifest. */
function readTree(manifest: string): Node | undefined {
	if (pathSort(manifest) !== "file") return undefined;
	const content = readNamed(manifest, manifest);
	if (!("text" in content)) return undefined;
	const { root, remains } = parseJson(
		manifest,
		content.text.replace(/^\uFEFF/, ""),
	);
	return root ?? remains;
}
