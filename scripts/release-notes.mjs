// Prints what the changelog says about a version: node scripts/release-notes.mjs v1.2.3
import { readFileSync } from "node:fs";

/**
 * The section of a version, without its heading.
 * @param changelog has one heading `## 1.2.3` or `## 1.2.3 (date)` a version
 * @throws where there is no such section, or nothing in it
 */
export function releaseNotes(changelog, version) {
	const lines = changelog.split(/\r?\n/);
	const isHeading = (line) => line.startsWith("## ");
	const start = lines.findIndex(
		(line) => isHeading(line) && line.split(/\s+/)[1] === version,
	);
	if (start === -1)
		throw new Error(`CHANGELOG.md has no section "## ${version}"`);
	const rest = lines.slice(start + 1);
	const end = rest.findIndex(isHeading);
	const notes = rest
		.slice(0, end === -1 ? rest.length : end)
		.join("\n")
		.trim();
	if (notes === "")
		throw new Error(`CHANGELOG.md says nothing about ${version}`);
	return `${notes}\n`;
}

/**
 * The version that a tag stands for.
 * @throws where it is not the one of the package
 */
export function versionOf(tag, packageVersion) {
	if (tag !== `v${packageVersion}`)
		throw new Error(
			`package.json has version ${packageVersion}, the tag is ${tag}`,
		);
	return packageVersion;
}

if (process.argv[1] === import.meta.filename) {
	const read = (file) =>
		readFileSync(new URL(`../${file}`, import.meta.url), "utf8");
	const [tag] = process.argv.slice(2);
	const { version } = JSON.parse(read("package.json"));
	process.stdout.write(
		releaseNotes(read("CHANGELOG.md"), versionOf(tag, version)),
	);
}
