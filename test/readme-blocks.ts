import { readFileSync } from "node:fs";

/** A block of code in the README. */
export interface ReadmeBlock {
	readonly language: string;
	readonly text: string;
	/** The paragraph before it. */
	readonly before: string;
}

/** The fenced blocks of the README that say what language they are in. */
export const readmeBlocks: readonly ReadmeBlock[] = [
	...readFileSync(new URL("../README.md", import.meta.url), "utf8").matchAll(
		/([^\n]*)\n+```([a-z]+)\n([\s\S]*?)^```$/gm,
	),
].map(([, before = "", language = "", text = ""]) => ({
	language,
	text,
	before,
}));

/**
 * What the README says to write into a file.
 * @throws where it does not speak of the file
 */
export function readmeFile(file: string): string {
	const block = readmeBlocks.find(({ before }) =>
		before.includes(`\`${file}\``),
	);
	if (!block) throw new Error(`the README has no block for ${file}`);
	return block.text;
}
