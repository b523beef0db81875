import { clients } from "../src/clients.ts";
import { type Config, defaultConfig } from "../src/config.ts";
import {
	type Document,
	embeddedDocuments,
	findEmbedded,
	parseDocument,
} from "../src/document.ts";
import { embeddedKinds } from "../src/embedded/embedded-kinds.ts";
import { rules } from "../src/generated/rules.ts";
import {
	type DocumentKind,
	kindById,
	kindByPath,
	kindInPlugin,
	kinds,
} from "../src/kinds.ts";
import { lint } from "../src/lint.ts";
import { otherClients } from "../src/other-clients.ts";
import { loadParsers } from "../src/parsers.ts";
import { pluginClients } from "../src/plugin-client.ts";
import { readMarketplaces, readPlugins } from "../src/project/plugins.ts";
import {
	commandsWithFiles,
	referencedFiles,
} from "../src/project/referenced-files.ts";
import { requiredFiles } from "../src/project/required-files.ts";
import type {
	FileReference,
	Surroundings,
} from "../src/project/surroundings.ts";
import {
	type Diagnostic,
	fixSorts,
	type Rule,
	type Rules,
} from "../src/rule.ts";
import { isNeeded } from "../src/rule-needs.ts";
import { findCredentials } from "../src/secrets/credentials.ts";
import { credentialsByFile } from "../src/secrets/credentials-by-file.ts";
import { parseShellCommands } from "../src/shell-commands.ts";

/** Escapes make the loader expect every key. */
const content = { text: "\\u" };
const everyKind = [...kinds, ...Object.values(embeddedKinds)].map((kind) => ({
	kind,
	content,
}));
export const parsers = await loadParsers(everyKind, everyKind);

/** The documents of a little project, given as text by path. */
export function parseFiles(files: Readonly<Record<string, string>>) {
	return Object.entries(files).flatMap(([file, text]) => {
		const kind = kindInPlugins(file, files) ?? kindByPath(file);
		if (!kind) throw new Error(`no kind for ${file}`);
		const source = { file, kind, content: { text } };
		const document = parseDocument(source, parsers);
		const found = findEmbedded(source, parsers);
		return [document, ...embeddedDocuments(document, found, parsers)];
	});
}

/** What a file is because of the manifest of a plugin beside it: one at a place of a plugin, or one that the manifest names. */
function kindInPlugins(
	file: string,
	files: Readonly<Record<string, string>>,
): DocumentKind | undefined {
	const manifest = ".claude-plugin/plugin.json";
	return Object.entries(files)
		.filter(([path]) => path.endsWith(manifest))
		.flatMap(([path, text]) => {
			const folder = path.slice(0, -manifest.length);
			if (path === file || !file.startsWith(folder)) return [];
			const way = file.slice(folder.length);
			return (
				kindInPlugin(way) ??
				(text.includes(`"./${way}"`)
					? kindById("claude-plugin-servers")
					: []) ??
				[]
			);
		})[0];
}

/** What the linter says about a little project. */
export function lintFiles(
	files: Readonly<Record<string, string>>,
	config: Partial<Config> = {},
	surroundings: Partial<Surroundings> = {},
): Diagnostic[] {
	const documents = parseFiles(files);
	const full = { ...defaultConfig, ...config };
	const found = lint(documents, neededRules(documents), full, {
		surroundings: {
			credentials: credentialsOf(documents),
			plugins: readPlugins(documents),
			marketplaces: readMarketplaces(documents),
			...surroundings,
		},
	});
	for (const diagnostic of found) expectAnnounced(diagnostic);
	return found;
}

/** What a shell finds before it lints: all documents are looked at, whether a quick look says that it is needed or not. */
export function credentialsOf(documents: readonly Document[]) {
	return credentialsByFile(documents, findCredentials);
}

/** A rule whose problems have a fix says so with an example, from which its documentation is made. What is safe elsewhere is not in the file of a client of which we only read. */
function expectAnnounced({ rule, fix, location }: Diagnostic): void {
	const known: Rules = rules;
	const shown = known[rule] ? fixSorts(known[rule]) : [];
	if (!fix) return;
	const [reader] = kindByPath(location.file)?.clients ?? [];
	const all = { ...clients, ...otherClients, ...pluginClients };
	const isCautious = reader !== undefined && !all[reader].isMeasured;
	const sort = fix.unsafe ? "unsafe" : "safe";
	if (shown.includes(sort) || (isCautious && shown.includes("safe"))) return;
	throw new Error(
		`the rule ${rule} has ${sort === "safe" ? "a safe" : "an unsafe"} fix, and no example shows it`,
	);
}

/** The rules that a run over these documents loads. */
export function neededRules(documents: readonly Document[]): Rules {
	return Object.fromEntries(
		Object.entries<Rule>(rules).filter(([, { needs = [] }]) =>
			isNeeded(needs, documents),
		),
	);
}

/** The scripts that the commands of a little project run. */
export function filesReferredTo(
	files: Readonly<Record<string, string>>,
): FileReference[] {
	const documents = parseFiles(files);
	const commands = commandsWithFiles(documents);
	return [
		...referencedFiles(commands, parseShellCommands),
		...requiredFiles(documents),
	];
}
