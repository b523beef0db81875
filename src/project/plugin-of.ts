import type { Document } from "../document.ts";
import type { Plugin } from "./plugins.ts";

/** The plugin that brings a document along: the one with the innermost folder. Nothing for a document of no plugin, and where its plugin is not known. */
export function pluginOf(
	{ file, kind }: Document,
	plugins: readonly Plugin[],
): Plugin | undefined {
	if (!kind.isOfPlugin) return undefined;
	return plugins
		.filter(({ folder }) => folder === "" || file.startsWith(`${folder}/`))
		.sort((a, b) => b.folder.length - a.folder.length)[0];
}
