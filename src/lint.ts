import type { Config, Ignore } from "./config.ts";
import type { Document } from "./document.ts";
import { rules } from "./generated/rules.ts";
import { pointerTokens } from "./location.ts";
import { createProjects, type Project } from "./project/project.ts";
import type { Diagnostic, Rule } from "./rule.ts";
import { maskCredentials } from "./secrets/mask.ts";
import { valueAt } from "./syntax/tree.ts";

/** The rule that speaks about ignores; the linter itself finds its problems. */
const UNUSED_IGNORE = "unused-ignore";

export interface LintOptions {
	/** Only a part of the files is there, so an ignore that matches nothing says nothing. */
	readonly partial?: boolean;
}

/**
 * Finds everything that the rules have to say about the documents, less what the configuration accepts.
 * Sorted by file, position and rule. A rule that throws is a bug: the error names the rule and the folder.
 */
export function lint(
	documents: readonly Document[],
	config: Config,
	{ partial = false }: LintOptions = {},
): Diagnostic[] {
	const projects = createProjects(documents);
	const found = Object.entries(rules)
		.filter(([id]) => config.rules[id] !== "off")
		.flatMap(([id, rule]) =>
			projects.flatMap((project) => run(id, rule, project, config)),
		);
	const used = new Set<Ignore>();
	const kept = found.filter((diagnostic) => {
		const matching = config.ignores.filter((ignore) =>
			matches(ignore, diagnostic, documents),
		);
		for (const ignore of matching) used.add(ignore);
		return matching.length === 0;
	});
	const unused = partial
		? []
		: config.ignores.filter((ignore) => !used.has(ignore));
	return [...kept, ...reportUnused(unused, config)].sort(byPlace);
}

function run(
	id: string,
	rule: Rule,
	project: Project,
	config: Config,
): Diagnostic[] {
	const configured = config.rules[id];
	try {
		return [...rule.check(project)].map((problem) => ({
			effect: rule.effect,
			...problem,
			rule: id,
			severity:
				configured && configured !== "off"
					? configured
					: (problem.severity ?? rule.severity),
		}));
	} catch (cause) {
		const files = project.documents.map(({ file }) => file).join(", ");
		throw new Error(`the rule ${id} failed on ${files}`, { cause });
	}
}

function matches(
	{ rule, file, pointer, value }: Ignore,
	{ rule: id, location }: Diagnostic,
	documents: readonly Document[],
): boolean {
	if (rule !== id || file !== location.file) return false;
	if (pointer === undefined) return true;
	if (value === undefined || !pointer.endsWith("/*")) {
		return (
			location.pointer === pointer || location.pointer.startsWith(`${pointer}/`)
		);
	}
	const parent = pointer.slice(0, -1);
	if (!location.pointer.startsWith(parent)) return false;
	const depth = pointerTokens(pointer).length;
	const item = pointerTokens(location.pointer).slice(0, depth);
	const node = valueAt(
		documents.find((document) => document.file === file)?.root,
		...item,
	);
	return (
		node?.type === "string" &&
		maskCredentials(node.value) === maskCredentials(value)
	);
}

function reportUnused(unused: readonly Ignore[], config: Config): Diagnostic[] {
	const severity = config.rules[UNUSED_IGNORE] ?? rules[UNUSED_IGNORE].severity;
	if (severity === "off") return [];
	return unused.map(({ rule, file, pointer, location, isGenerated }) => ({
		rule: UNUSED_IGNORE,
		effect: rules[UNUSED_IGNORE].effect,
		severity,
		location,
		message: `The rule "${rule}" finds nothing at ${file}${pointer ?? ""}; ${isGenerated ? "write the baseline again with --write-baseline" : "remove this ignore"}.`,
	}));
}

/** The order in which diagnostics are printed. */
function byPlace(a: Diagnostic, b: Diagnostic): number {
	return (
		compare(a.location.file, b.location.file) ||
		a.location.start - b.location.start ||
		a.location.end - b.location.end ||
		compare(a.rule, b.rule) ||
		compare(a.message, b.message)
	);
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
