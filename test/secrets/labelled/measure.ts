import type { Label, LabelledFile } from "./labels.ts";
import type { Span } from "./marks.ts";

/** What is reported of a file, in offsets of its text without a byte order mark. */
export type Report = (file: string, text: string) => readonly Span[];

/** A credential that was not reported, or a report of what is none. */
export interface Mistake {
	readonly file: LabelledFile;
	readonly span: Span;
	/** What it is, and where; for a false alarm what is labelled there, if anything is. */
	readonly what: string;
	readonly where: string;
}

/** How well credentials were found. */
export interface Measurement {
	/** The part of the reports that were right; 1 where nothing was reported. */
	readonly precision: number;
	/** The part of the credentials that were reported; 1 where there are none. */
	readonly recall: number;
	readonly credentials: number;
	readonly reports: number;
	readonly misses: readonly Mistake[];
	readonly falseAlarms: readonly Mistake[];
}

/**
 * Compares what is reported of files with their labels. A report is right when it overlaps a credential; a credential is found when a report overlaps it, and
 * counts once however many do.
 */
export function measure(
	files: readonly LabelledFile[],
	report: Report,
): Measurement {
	const results = files.map((file) => measureFile(file, report));
	const credentials = sum(files.map((file) => file.credentials.length));
	const reports = sum(results.map((result) => result.reports));
	const misses = results.flatMap((result) => result.misses);
	const falseAlarms = results.flatMap((result) => result.falseAlarms);
	return {
		precision: reports === 0 ? 1 : 1 - falseAlarms.length / reports,
		recall: credentials === 0 ? 1 : 1 - misses.length / credentials,
		credentials,
		reports,
		misses,
		falseAlarms,
	};
}

function measureFile(file: LabelledFile, report: Report) {
	const shift = file.text.startsWith("\uFEFF") ? 1 : 0;
	const reported = report(file.file, file.text).map(({ start, end }) => ({
		start: start + shift,
		end: end + shift,
	}));
	const isReported = (label: Label) =>
		reported.some((span) => overlap(span, label));
	const isCredential = (span: Span) =>
		file.credentials.some((label) => overlap(span, label));
	return {
		reports: reported.length,
		misses: file.credentials
			.filter((label) => !isReported(label))
			.map((label): Mistake => ({ ...label, span: label, file })),
		falseAlarms: reported
			.filter((span) => !isCredential(span))
			.map((span): Mistake => {
				const label = file.lookAlikes.find((label) => overlap(span, label));
				const { what, where } = label ?? {
					what: "unlabelled",
					where: file.file,
				};
				return { file, span, what, where };
			}),
	};
}

function overlap(a: Span, b: Span): boolean {
	return a.start < b.end && b.start < a.end;
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}

/** How much of a text is shown on either side of a mistake. */
const AROUND = 40;

/**
 * Mistakes for people to read, the most frequent first, by what was mistaken and where, with the text of some of them.
 * @param examples how many texts of each group are shown; 0 for the groups alone
 */
export function describeMistakes(
	mistakes: readonly Mistake[],
	examples = 1,
): string {
	const groups = new Map<string, Mistake[]>();
	for (const mistake of mistakes) {
		const key = `${mistake.what}  @ ${mistake.where}`;
		const known = groups.get(key);
		if (known) known.push(mistake);
		else groups.set(key, [mistake]);
	}
	return [...groups]
		.sort(([, a], [, b]) => b.length - a.length)
		.map(([key, group]) =>
			[
				`${String(group.length).padStart(4)}  ${key}`,
				...group.slice(0, examples).map(excerpt),
			].join("\n"),
		)
		.join("\n");
}

function excerpt({ file: { file, text }, span: { start, end } }: Mistake) {
	const before = text.slice(Math.max(0, start - AROUND), start);
	const after = text.slice(end, end + AROUND / 2);
	const inside = text.slice(start, end);
	const line = `${before}«${inside.length > 120 ? `${inside.slice(0, 117)}…` : inside}»${after}`;
	return `        ${file}: ${line.replaceAll(/\s+/g, " ")}`;
}

/** One line that says how well it went. */
export function describeMeasurement({
	precision,
	recall,
	credentials,
	reports,
	misses,
	falseAlarms,
}: Measurement): string {
	return `precision ${precision.toFixed(4)} (${falseAlarms.length} of ${reports} reports wrong), recall ${recall.toFixed(4)} (${misses.length} of ${credentials} credentials missed)`;
}
