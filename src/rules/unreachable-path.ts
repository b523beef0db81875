import { posix } from "node:path";
import type { Document } from "../document.ts";
import { fixWith, replaceString } from "../edit.ts";
import {
	isAddress,
	leavesFolder,
	type PartPath,
	partPaths,
	pluginEntries,
} from "../project/plugin-paths.ts";
import { readerOf } from "../project/project.ts";
import { defineRule, type Problem } from "../rule.ts";
import type { StringNode } from "../syntax/tree.ts";
import { property } from "../syntax/tree.ts";
import { quote } from "../wording.ts";

export default defineRule({
	effect: "skipped",
	severity: "error",
	summary:
		"A manifest names a file or folder that the client does not look for, or that is not there.",
	rationale: `
A path in the manifest of a plugin counts from the plugin's folder, the one that holds \`.claude-plugin\`. It must start with \`./\`: with one that does not, the plugin does not load at all. A path that
leaves the folder is not followed, because only the folder is copied to those who install the plugin. A path at which nothing is brings nothing; for a file of MCP servers nobody is told.

The \`source\` of a plugin in a marketplace counts from the marketplace's folder, also the one that holds \`.claude-plugin\`. A bare name is looked for in \`metadata.pluginRoot\`. Files that are not there are only looked
for in a git repository, and not where it ignores them.`,
	examples: [
		{
			file: ".claude-plugin/plugin.json",
			bad: '{ "name": "review", "skills": ["skills/extra"] }',
			good: '{ "name": "review", "skills": ["./skills/extra"] }',
			fix: "unsafe",
		},
		{
			file: ".claude-plugin/marketplace.json",
			bad: '{ "name": "tools", "owner": { "name": "Docs Team" }, "plugins": [{ "name": "review", "source": "../review" }] }',
			good: '{ "name": "tools", "owner": { "name": "Docs Team" }, "plugins": [{ "name": "review", "source": "./review" }] }',
		},
	],
	needs: [{ schema: "claude-plugin" }, { schema: "claude-marketplace" }],

	*check({ documents, surroundings }) {
		const missing = new Set(surroundings.missingParts);
		for (const document of documents) {
			if (document.kind.schema === "claude-plugin") {
				for (const path of partPaths(document.root)) {
					const problem = judgePart(document, path, "rejected", missing);
					if (problem) yield problem;
				}
			}
			if (document.kind.schema !== "claude-marketplace") continue;
			for (const { node, source } of pluginEntries(document.root)) {
				const problem = source && judgeSource(document, source, missing);
				if (problem) yield problem;
				for (const path of partPaths(node)) {
					const found = judgePart(document, path, "skipped", missing);
					if (found) yield found;
				}
			}
		}
	},
});

/** @param effect what a path of the wrong form costs */
function judgePart(
	document: Document,
	{ key, node }: PartPath,
	effect: "rejected" | "skipped",
	missing: ReadonlySet<StringNode>,
): Problem | undefined {
	const { value } = node;
	const reader = readerOf(document);
	if (key === "mcpServers" && isAddress(value)) return undefined;
	if (!value.startsWith("./")) {
		const right = rightPath(value);
		return {
			location: node,
			message: `"${key}": a path in a manifest starts with "./" and counts from the folder of the plugin, and ${quote(value)} does not; ${right === undefined ? "name something in that folder." : `write ${quote(right)}.`}`,
			effect,
			...(right !== undefined &&
				fixWith(
					`Write ${quote(right)}`,
					[replaceString(document, node, right)],
					{ unsafe: true },
				)),
		};
	}
	if (leavesFolder(value)) {
		return {
			location: node,
			message: `"${key}": ${reader} does not follow ${quote(value)}, because ".." leaves the folder of the plugin; move what it names into that folder.`,
			effect: "skipped",
		};
	}
	const ending = WANTED_ENDINGS[key];
	if (ending && !ending.pattern.test(value)) {
		return {
			location: node,
			message: `"${key}": ${quote(value)} must end with ${ending.words}.`,
			effect,
		};
	}
	if (!missing.has(node)) return undefined;
	return {
		location: node,
		message: `"${key}" names ${quote(value)}, and there is nothing in the folder of the plugin; correct the path, or add it.`,
		effect: key === "mcpServers" ? "inert" : "skipped",
	};
}

/** How the files end that the client takes for one of some sort. */
const WANTED_ENDINGS: Readonly<
	Record<string, { readonly pattern: RegExp; readonly words: string }>
> = {
	agents: { pattern: /\.md$/, words: '".md": each agent is named' },
	mcpServers: {
		pattern: /\.(?:json|mcpb|dxt)$/,
		words: '".json" or ".mcpb"',
	},
};

/** The same path as the client wants it; nothing for one that cannot be in the folder. */
function rightPath(path: string): string | undefined {
	const inner = path.replace(/^\$\{CLAUDE_PLUGIN_ROOT\}\/?/, "");
	const isElsewhere = /^[/~$]|^[A-Za-z]:|^\.$|\\|^$|\s$/.test(inner);
	if (isElsewhere || leavesFolder(inner)) return undefined;
	return `./${posix.normalize(inner)}`;
}

function judgeSource(
	document: Document,
	node: StringNode,
	missing: ReadonlySet<StringNode>,
): Problem | undefined {
	const { value } = node;
	const reader = readerOf(document);
	if (leavesFolder(value)) {
		return {
			location: node,
			message: `A source counts from the folder that holds ".claude-plugin", and ${reader} takes none with ".."; ${quote(value)} cannot be installed.`,
		};
	}
	if (!/^\.(?:\/|$)/.test(value)) {
		const metadata = property(document.root, "metadata")?.value;
		const isBare = /^[\w.-]+$/.test(value);
		if (isBare && property(metadata, "pluginRoot")) {
			return missing.has(node) ? nothingThere(node) : undefined;
		}
		const other = sourceObject(value);
		return {
			location: node,
			message: `${reader} takes a text as "source" only for a folder of the marketplace, and such a one starts with "./"; ${other ?? `write ${quote(`./${value}`)}, or set metadata.pluginRoot to the folder of the plugins`}.`,
		};
	}
	return missing.has(node) ? nothingThere(node) : undefined;
}

/** What to write for a source that is kept elsewhere. */
function sourceObject(value: string): string | undefined {
	if (/^[\w.-]+\/[\w.-]+$/.test(value)) {
		return `for a repository write { "source": "github", "repo": ${quote(value)} }, for a folder ${quote(`./${value}`)}`;
	}
	return isAddress(value) || /^git@/.test(value)
		? 'write { "source": "url", "url": "…" }'
		: undefined;
}

function nothingThere(node: StringNode): Problem {
	return {
		location: node,
		message: `The source ${quote(node.value)} leads to nothing in the folder of the marketplace, so the plugin cannot be installed; correct the path, or add the plugin.`,
	};
}
