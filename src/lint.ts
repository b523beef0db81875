import { itemName } from "./baseline.ts";
import type { Config, Ignore } from "./config.ts";
import type { Document } from "./document.ts";
import { documentIndex } from "./embedded/document-index.ts";
import { type Location, pointerTokens } from "./location.ts";
import { createProjects, type Project } from "./project/project.ts";
import { noSurroundings, type Surroundings } from "./project/surroundings.ts";
import type {
	Diagnostic,
	Problem,
	RuleCheck,
	Rules,
	Severity,
} from "./rule.ts";
import unusedIgnore from "./rules/unused-ignore.ts";
import { createMask, type Mask } from "./secrets/mask.ts";
import { type Node, valueAt } from "./syntax/tree.ts";

/** The rule that speaks about ignores; the linter itself finds its problems. */
const UNUSED_IGNORE = "unused-ignore";

export interface LintOptions {
	/** Of each rule and file all problems, also those that are too many to print. */
	readonly unlimited?: boolean;
	/** Only a part of the files is there, so an ignore that matches nothing says nothing. */
	readonly partial?: boolean;
	/** What the shell found out; by default nothing is missing and there is no repository. */
	readonly surroundings?: Partial<Surroundings>;
	/** What hides the credentials of the documents; by default it is made of those in the surroundings. */
	readonly mask?: Mask;
}

/** What hides the credentials that were found in some documents. */
export function maskFor(
	documents: readonly Document[],
	{ credentials }: Partial<Surroundings> = {},
): Mask {
	return createMask(documents, ({ file }) => credentials?.get(file) ?? []);
}

/**
 * Finds everything that the rules have to say about the documents, less what the configuration accepts.
 * Sorted by file, position and rule. A rule that throws is a bug: the error names the rule and the folder.
 */
export function lint(
	documents: readonly Document[],
	rules: Rules,
	config: Config,
	options: LintOptions = {},
): Diagnostic[] {
	const { partial = false, surroundings } = options;
	const limit = options.unlimited ? Number.POSITIVE_INFINITY : MOST_PROBLEMS;
	const { mask = maskFor(documents, surroundings) } = options;
	const projects = createProjects(documents, {
		...noSurroundings,
		servers: config.servers,
		...surroundings,
	});
	const found = Object.entries(rules)
		.filter(([id]) => config.rules[id] !== "off")
		.flatMap(([id, rule]) =>
			projects.flatMap((project) => run(id, rule, project, config, limit)),
		)
		.map((diagnostic) => masked(diagnostic, mask));
	const nameOf = memoized((item) => itemName(item, mask));
	const used = new Set<Ignore>();
	const ignores = byRuleAndFile(config.ignores);
	const documentOf = documentIndex(documents);
	const kept = found.filter((diagnostic) => {
		const { rule, location } = diagnostic;
		const root = documentOf(location)?.root;
		const matching = (ignores.get(`${rule} ${location.file}`) ?? []).filter(
			(ignore) => covers(ignore, location.pointer, root, nameOf),
		);
		for (const ignore of matching) used.add(ignore);
		return matching.length === 0;
	});
	const unused = partial
		? []
		: config.ignores.filter(
				(ignore) => !used.has(ignore) && config.rules[ignore.rule] !== "off",
			);
	const stale = reportUnused(unused, config).map((each) => masked(each, mask));
	return [...kept, ...stale].sort(byPlace);
}

/** A diagnostic without the credentials that a rule may have repeated: what leaves here is safe to print. */
function masked(diagnostic: Diagnostic, { message: mask }: Mask): Diagnostic {
	const { message, location, related, fix } = diagnostic;
	const place = (at: Location) => ({ ...at, pointer: mask(at.pointer) });
	return {
		...diagnostic,
		message: mask(message),
		location: place(location),
		...(related && {
			related: related.map((each) => ({
				location: place(each.location),
				message: mask(each.message),
			})),
		}),
		...(fix && { fix: { ...fix, title: mask(fix.title) } }),
	};
}

/** How many problems of one rule are named in one file; a file with more was not written by people. */
const MOST_PROBLEMS = 10_000;

/** The first problems of each file; the last of them says how many more there are. */
function atMost(limit: number, problems: Iterable<Problem>): Problem[] {
	const kept: Problem[] = [];
	const counts = new Map<string, number>();
	const last = new Map<string, number>();
	for (const problem of problems) {
		const { file } = problem.location;
		const count = (counts.get(file) ?? 0) + 1;
		counts.set(file, count);
		if (count > limit) continue;
		last.set(file, kept.push(problem) - 1);
	}
	return kept.map((problem, index) => {
		const { file } = problem.location;
		const more = (counts.get(file) ?? 0) - limit;
		return more > 0 && last.get(file) === index
			? { ...problem, message: `${problem.message} (And ${more} more.)` }
			: problem;
	});
}

function run(
	id: string,
	rule: RuleCheck,
	project: Project,
	config: Config,
	limit: number,
): Diagnostic[] {
	const configured = config.rules[id];
	const documentOf = documentIndex(project.documents);
	try {
		return atMost(limit, rule.check(project)).flatMap((problem) => {
			const found = {
				effect: rule.effect,
				severity: rule.severity,
				...problem,
				rule: id,
			};
			const document = documentOf(found.location);
			const isKnown = isSure(found, document);
			if (document?.isOnPage && isReadersChoice(found, isKnown)) return [];
			if (document && isAboutUnknown(found.location, document)) return [];
			const diagnostic = isKnown ? found : cautious(found);
			return {
				...(document?.container ? withoutFix(diagnostic) : diagnostic),
				...(configured && configured !== "off" && { severity: configured }),
			};
		});
	} catch (cause) {
		const files = project.documents.map(({ file }) => file).join(", ");
		throw new Error(`the rule ${id} failed on ${files}`, { cause });
	}
}

/** Whether a diagnostic rests on nothing that was only read of a client. */
function isSure(
	{ effect, isCertain }: Diagnostic,
	document: Document | undefined,
): boolean {
	if (effect === "exposed" || isCertain) return true;
	const [reader] = document?.readers ?? [];
	return reader === undefined || reader.isMeasured;
}

/** Whether those who copy something from a page decide about it themselves: it works and could be better, or it does no harm as far as we know. */
function isReadersChoice(
	{ effect, severity }: Diagnostic,
	isKnown: boolean,
): boolean {
	return severity === "info" && (effect === "risky" || !isKnown);
}

/** Whether a place is one of which nobody knows what the client will read there: not that of an object or list, which is known but for a part. */
function isAboutUnknown(
	{ pointer, start, end }: Location,
	{ replaced = [], root }: Document,
): boolean {
	if (!replaced.some((each) => each.start < end && each.end > start)) {
		return false;
	}
	const node = valueAt(root, ...pointerTokens(pointer));
	const isWhole = node?.start === start && node.end === end;
	return !isWhole || (node.type !== "object" && node.type !== "array");
}

/** What stands in another file can be written in other ways there: in quotes, behind the sign of a quotation, on one line of a command. */
function withoutFix({ fix: _, ...diagnostic }: Diagnostic): Diagnostic {
	return diagnostic;
}

/** What may be otherwise is no error, and what would put it right may break something that works. */
function cautious(diagnostic: Diagnostic): Diagnostic {
	const { severity, fix } = diagnostic;
	return {
		...diagnostic,
		severity: severity === "error" ? "warning" : severity,
		...(fix && { fix: { ...fix, unsafe: true } }),
	};
}

function byRuleAndFile(
	ignores: readonly Ignore[],
): ReadonlyMap<string, readonly Ignore[]> {
	const index = new Map<string, Ignore[]>();
	for (const ignore of ignores) {
		const key = `${ignore.rule} ${ignore.file}`;
		const known = index.get(key);
		if (known) known.push(ignore);
		else index.set(key, [ignore]);
	}
	return index;
}

/** Whether an ignore speaks of a place: of it and all that is in it or, from a baseline, of it alone. */
function covers(
	{ pointer, value, isGenerated }: Ignore,
	place: string,
	root: Node | undefined,
	nameOf: (item: string) => string,
): boolean {
	if (pointer === undefined) return true;
	if (value === undefined || !pointer.endsWith("/*")) {
		return (
			place === pointer || (!isGenerated && place.startsWith(`${pointer}/`))
		);
	}
	if (!place.startsWith(pointer.slice(0, -1))) return false;
	const depth = pointerTokens(pointer).length;
	const item = valueAt(root, ...pointerTokens(place).slice(0, depth));
	return item?.type === "string" && nameOf(item.value) === nameOf(value);
}

/** A function that remembers what it has answered. */
function memoized(answer: (text: string) => string): (text: string) => string {
	const answers = new Map<string, string>();
	return (text) => {
		const known = answers.get(text);
		if (known !== undefined) return known;
		const found = answer(text);
		answers.set(text, found);
		return found;
	};
}

function reportUnused(unused: readonly Ignore[], config: Config): Diagnostic[] {
	const severity = config.rules[UNUSED_IGNORE] ?? unusedIgnore.severity;
	if (severity === "off") return [];
	return unused.map((ignore) => describeUnused(ignore, severity));
}

function describeUnused(ignore: Ignore, severity: Severity): Diagnostic {
	const { rule, file, pointer, location } = ignore;
	return {
		rule: UNUSED_IGNORE,
		effect: unusedIgnore.effect,
		severity,
		location,
		message: `The rule "${rule}" finds nothing ${pointer ? `at ${pointer} in` : "in"} ${file}; ${unusedRemedy(ignore)}.`,
	};
}

function unusedRemedy({ pointer, value, isGenerated }: Ignore): string {
	if (isGenerated) return "write the baseline again with --write-baseline";
	return pointer?.endsWith("/*") && value === undefined
		? 'name the item with "value"'
		: "remove this ignore";
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
