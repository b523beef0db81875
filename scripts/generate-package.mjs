// What the code needs to know of package.json: src/generated/package.ts.
import { readFileSync, writeFileSync } from "node:fs";

export function generatePackage() {
	const { version, repository } = JSON.parse(
		readFileSync(new URL("../package.json", import.meta.url), "utf8"),
	);
	const url = repository.url.replace(/^git\+|\.git$/g, "");
	writeFileSync(
		new URL("../src/generated/package.ts", import.meta.url),
		`// Generated from package.json by scripts/generate-package.mjs.
export const version = "${version}";
/** The address of the repository, without a slash at its end. */
export const repository = "${url}";
`,
	);
}
