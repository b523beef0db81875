import type { Fix } from "../edit.ts";
import type { Effect } from "../effect.ts";
import { fingerprints } from "../fingerprint.ts";
import { repository, version } from "../generated/package.ts";
import { ruleTexts } from "../generated/rule-texts.ts";
import type { Location, Range } from "../location.ts";
import type { Diagnostic, RuleTexts, Severity } from "../rule.ts";
import { type JsonPlace, placesIn, printJson } from "./json-values.ts";
import { type Report, ruleUrl } from "./reporter.ts";
import { SECURITY } from "./security-severity.ts";
import { shownFix } from "./shown-fix.ts";

const TOOL = "mcp-config-lint";

/** The one that GitHub's documentation names. */
const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

/** Under which name our fingerprints stand. GitHub computes its own one, which nobody else should. */
const FINGERPRINT = "mcpConfigLint/v1";

/** What paths start from: the root of the repository, wherever that is. */
const ROOT = "%SRCROOT%";

/** The longest description that GitHub takes, in characters. */
const LONGEST_DESCRIPTION = 1024;

/** As many related places of one result GitHub shows. */
const MOST_RELATED = 99;

const LEVELS: Readonly<Record<Severity, string>> = {
	error: "error",
	warning: "warning",
	info: "note",
};

/** What code scanning calls the same. */
const PROBLEM_SEVERITIES: Readonly<Record<Severity, string>> = {
	error: "error",
	warning: "warning",
	info: "recommendation",
};

/** How often a rule is right: what the client does was recorded from it, what is a credential or a risk is judged. */
const PRECISIONS: Readonly<Record<Effect, string>> = {
	rejected: "very-high",
	skipped: "very-high",
	inert: "high",
	exposed: "high",
	risky: "high",
};

/** SARIF 2.1.0, with what GitHub's code scanning asks for. */
export function reportSarif(report: Report): string {
	const { diagnostics } = report;
	const ids = [...new Set(diagnostics.map(({ rule }) => rule))].sort();
	return printJson({
		$schema: SCHEMA,
		version: "2.1.0",
		runs: [
			{
				tool: {
					driver: {
						name: TOOL,
						organization: TOOL,
						semanticVersion: version,
						informationUri: repository,
						rules: ids.map(describeRule),
					},
				},
				automationDetails: { id: `${TOOL}/` },
				invocations: [{ executionSuccessful: true }],
				columnKind: "utf16CodeUnits",
				newlineSequences: ["\r\n", "\n", "\r"],
				originalUriBaseIds: {
					[ROOT]: { description: { text: "The root of the repository." } },
				},
				results: describeResults(report, ids),
			},
		],
	});
}

function describeRule(id: string) {
	const texts: Readonly<Record<string, RuleTexts>> = ruleTexts;
	const rule = texts[id];
	if (!rule) return { id };
	const { severity, effect, summary, rationale } = rule;
	const { score } = SECURITY[id] ?? {};
	const url = ruleUrl(repository, id);
	const why = unwrapped(rationale);
	return {
		id,
		shortDescription: { text: shortened(summary) },
		fullDescription: { text: shortened(firstParagraph(why)) },
		help: {
			text: `${summary}\n\n${why}\n\n${url}`,
			markdown: `${why}\n\n[${id}](${url})`,
		},
		helpUri: url,
		defaultConfiguration: { level: LEVELS[severity] },
		properties: {
			tags: ["mcp", effect, ...(score === undefined ? [] : ["security"])],
			precision: PRECISIONS[effect],
			"problem.severity": PROBLEM_SEVERITIES[severity],
			...(score !== undefined && { "security-severity": score.toFixed(1) }),
		},
	};
}

/** A text of Markdown with each paragraph on one line, because some take a line break for one that is meant; a table keeps its lines. */
function unwrapped(text: string): string {
	return text
		.trim()
		.split(/\n{2,}/)
		.map((part) => (part.startsWith("|") ? part : part.replace(/\s+/g, " ")))
		.join("\n\n");
}

function firstParagraph(text: string): string {
	return text.split("\n\n", 1)[0] ?? "";
}

function shortened(text: string): string {
	return text.length <= LONGEST_DESCRIPTION
		? text
		: `${text.slice(0, LONGEST_DESCRIPTION - 1)}…`;
}

/** How SARIF writes the places of a report. */
interface Places {
	readonly artifact: (file: string) => ReturnType<typeof artifact>;
	readonly region: (range: Range, file: string) => ReturnType<typeof region>;
}

function describeResults(report: Report, ids: readonly string[]) {
	const { diagnostics, documents, mask, sources, inRepository } = report;
	const names = fingerprints(diagnostics, documents, mask, inRepository);
	const indexes = new Map(ids.map((id, index) => [id, index]));
	const placeOf = placesIn(sources);
	const places: Places = {
		artifact: (file) => artifact(inRepository(file)),
		region: (range, file) => region(placeOf({ ...range, file, pointer: "" })),
	};
	return diagnostics.map((diagnostic) => {
		const { rule, severity, location, related = [], fix } = diagnostic;
		const shown = shownFix(fix, report);
		return {
			ruleId: rule,
			ruleIndex: indexes.get(rule),
			level: LEVELS[severity],
			message: { text: messageOf(diagnostic) },
			locations: [describePlace(location, places)],
			...(related.length > 0 && {
				relatedLocations: related.slice(0, MOST_RELATED).map((each, index) => ({
					id: index + 1,
					...describePlace(each.location, places),
					message: { text: literal(each.message) },
				})),
			}),
			partialFingerprints: { [FINGERPRINT]: names.get(diagnostic) },
			...(shown && { fixes: [describeFix(shown, places)] }),
		};
	});
}

function describePlace(location: Location, { artifact, region }: Places) {
	const { file } = location;
	return {
		physicalLocation: {
			artifactLocation: artifact(file),
			region: region(location, file),
		},
	};
}

/** What is wrong, and links to the other places: GitHub shows only those that the message has a link to. */
function messageOf({ message, related = [] }: Diagnostic): string {
	const links = related
		.slice(0, MOST_RELATED)
		.map((each, index) => `[${bracketed(each.message)}](${index + 1})`);
	const more = links.length === 0 ? "" : ` See: ${links.join(", ")}.`;
	return `${literal(message)}${more}`;
}

/** A text in which nothing is taken for a link. */
function literal(text: string): string {
	return text.replace(/(\\*)\]\(/g, "$1$1\\](");
}

/** A text between the brackets of a link. */
function bracketed(text: string): string {
	return text.replace(/[[\]\\]/g, "\\$&");
}

function artifact(path: string) {
	return { uri: path.split("/").map(encodeSegment).join("/"), uriBaseId: ROOT };
}

/** A name as it stands in an address; half a character has no place there. */
function encodeSegment(name: string): string {
	return encodeURIComponent(name.replace(/\p{Surrogate}/gu, "\ufffd"));
}

function region({ start, end }: Pick<JsonPlace, "start" | "end">) {
	return {
		startLine: start.line,
		startColumn: start.column,
		endLine: end.line,
		endColumn: end.column,
	};
}

function describeFix(
	{ title, edits, unsafe }: Fix,
	{ artifact, region }: Places,
) {
	const files = [...new Set(edits.map(({ file }) => file))];
	return {
		description: { text: literal(`${title}.`) },
		artifactChanges: files.map((file) => ({
			artifactLocation: artifact(file),
			replacements: edits
				.filter((edit) => edit.file === file)
				.map((edit) => ({
					deletedRegion: region(edit, file),
					insertedContent: { text: edit.text },
				})),
		})),
		properties: { unsafe: unsafe === true },
	};
}
