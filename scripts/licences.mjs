import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The licence of every package that is inside of what a bundler made. */
export function licences(chunks) {
	const packages = new Set(
		chunks
			.flatMap(({ moduleIds }) => moduleIds)
			.flatMap(
				(id) =>
					/.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(
						id.replaceAll("\\", "/"),
					)?.[1] ?? [],
			),
	);
	const texts = [...packages].sort().map((name) => {
		const folder = `${root}node_modules/${name}`;
		const { license } = JSON.parse(
			readFileSync(`${folder}/package.json`, "utf8"),
		);
		const licence = readdirSync(folder).find((each) =>
			/^licen[cs]e/i.test(each),
		);
		return `${name}\n${license}\n${readFileSync(`${folder}/${licence}`, "utf8").trim()}\n`;
	});
	return texts.join("\n").replaceAll("\r\n", "\n");
}
