import type { Excerpt } from "../../src/secrets/excerpt.ts";

// Every credential of the tests is put together, so that no scanner takes them for a leak.

/** A token without a form of its own, of letters and digits. */
export function token(length = 24): string {
	return "kV7xQm2ZtB9wLc4RfYp8".repeat(60).slice(0, length);
}

/** The same of hexadecimal digits. */
export function hex(length: number): string {
	return "9f1c7e2d40b85a6378e1".repeat(20).slice(0, length);
}

/** The form of a personal access token of GitHub, with a checksum that is right. */
export const githubToken = [
	"ghp",
	"_IwdMx9WFWRRfMhTYiaVjZ78Jfuamvn",
	"0YWRM0",
].join("");

export const uuid = ["7c9e6679", "7425", "40de", "944b", "e07fc1f90ae7"].join(
	"-",
);

export function base64(text: string): string {
	return Buffer.from(text).toString("base64");
}

/** A text that is a file of its own. */
export function excerptOf(text: string): Excerpt {
	return { text, pointer: "", locate: (start, end) => ({ start, end }) };
}
