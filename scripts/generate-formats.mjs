// The formats of credentials as one text, because a text is read faster than an object is: src/generated/credential-formats.ts.
import { existsSync, writeFileSync } from "node:fs";

const file = new URL("../src/generated/credential-formats.ts", import.meta.url);

/** @param formats the rows of src/secrets/credential-formats.ts; without them only a module that is missing is made, so that the rest compiles */
export function generateFormats(formats) {
	if (formats === undefined && existsSync(file)) return;
	// where a format is described is for people
	const rows = (formats ?? []).map(({ source, ...format }) => format);
	writeFileSync(
		file,
		`// Generated from src/secrets/formats/ by scripts/generate-formats.mjs.
/** A list of \`CredentialFormat\`, as JSON. */
export const formatsAsJson =
	${JSON.stringify(JSON.stringify(rows))};
`,
	);
}
