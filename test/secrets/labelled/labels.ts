import { marked, readMarks } from "./marks.ts";

/** A part of a file that is labelled. */
export interface Label {
	/** In UTF-16 code units of the text, as it is written there; the end is not included. A byte order mark counts. */
	readonly start: number;
	readonly end: number;
	/** What it is: the maker's name. */
	readonly what: string;
	/** The place where it stands. */
	readonly where: string;
}

/**
 * A file of which we know where its credentials are.
 *
 * A credential is a literal that opens something for whoever reads it: a key, a token, a password that somebody chose, a private key, an address that lets
 * in whoever knows it. These are none: references to a value that is elsewhere, placeholders, weak defaults such as `postgres` that everybody tries first, keys
 * that are made to be public, identifiers, hashes. What people would argue about (tokens that are a sequence in full length, keys of test systems in
 * documentation, hashes of passwords, signed URLs) is in no file.
 */
export interface LabelledFile {
	/** Where it stands in a project. */
	readonly file: string;
	readonly text: string;
	readonly credentials: readonly Label[];
	/** What looks like a credential and is none. Everything outside of credentials is none, labelled or not. */
	readonly lookAlikes: readonly Label[];
}

/** Collects what is put into a file. */
export class Labels {
	readonly #labels: {
		readonly what: string;
		readonly where: string;
		readonly isCredential: boolean;
	}[] = [];

	/** A function that marks a text as this. */
	marker(what: string, where: string, isCredential: boolean) {
		return (text: string): string => {
			this.#labels.push({ what, where, isCredential });
			return marked(text, this.#labels.length - 1);
		};
	}

	/**
	 * The file with this text, whose marks are taken out. What is not in the text has no label.
	 * @param disguise what was done to the file, if anything; part of where things are
	 */
	file(file: string, markedText: string, disguise?: string): LabelledFile {
		const { text, spans } = readMarks(markedText);
		const labels = (wanted: boolean): Label[] =>
			spans.flatMap(({ id, start, end }) => {
				const label = this.#labels[id];
				if (label?.isCredential !== wanted) return [];
				const { what, where } = label;
				const place = disguise ? `${where} (${disguise})` : where;
				return [{ start, end, what, where: place }];
			});
		return { file, text, credentials: labels(true), lookAlikes: labels(false) };
	}
}
