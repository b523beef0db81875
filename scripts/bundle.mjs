// Bundles the compiled sources into dist/: one folder a shell, with the licences of what is inside.
import { execFileSync } from "node:child_process";
import {
	chmodSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { fileURLToPath } from "node:url";
import { minify } from "terser";

const root = fileURLToPath(new URL("..", import.meta.url));
const node = (...args) =>
	execFileSync(process.execPath, args, {
		cwd: root,
		stdio: ["ignore", "ignore", "inherit"],
	});

rmSync(`${root}lib`, { recursive: true, force: true });
node("node_modules/typescript/bin/tsc");

// The command line is bundled as CommonJS, which Node starts faster; without a "type" beside the sources ncc does so.
writeFileSync(`${root}lib/package.json`, "{}\n");
// jsonc-parser's CommonJS form asks for its parts in a way that no bundler sees; its other form is asked for by name.
for (const name of readdirSync(`${root}lib/syntax`)) {
	const file = `${root}lib/syntax/${name}`;
	const code = readFileSync(file, "utf8");
	writeFileSync(
		file,
		code.replace('"jsonc-parser"', '"jsonc-parser/lib/esm/main.js"'),
	);
}

rmSync(`${root}dist/cli`, { recursive: true, force: true });
node(
	"node_modules/@vercel/ncc/dist/ncc/cli.js",
	"build",
	"lib/cli.js",
	"--out",
	"dist/cli",
	"--license",
	"licenses.txt",
	"--quiet",
);
completeLicences(`${root}dist/cli/licenses.txt`);
writeFileSync(`${root}dist/cli/package.json`, '{ "type": "commonjs" }\n');
// ncc would minify the entry only, and the chunks are what a run loads.
for (const name of readdirSync(`${root}dist/cli`)) {
	if (!name.endsWith(".js")) continue;
	const file = `${root}dist/cli/${name}`;
	const { code } = await minify(readFileSync(file, "utf8"));
	writeFileSync(file, `${code}\n`);
}
chmodSync(`${root}dist/cli/index.js`, 0o755);
rmSync(`${root}lib`, { recursive: true, force: true });

/** ncc does not see the packages whose modules it merges into ours; their licences are added in the same form. */
function completeLicences(file) {
	const text = readFileSync(file, "utf8");
	const packages = new Set(
		readdirSync(`${root}lib`, { recursive: true, encoding: "utf8" })
			.filter((name) => name.endsWith(".js"))
			.flatMap((name) => [
				...readFileSync(`${root}lib/${name}`, "utf8").matchAll(
					/(?:from|import\()\s*"([a-z@][^"/:]*)(?:\/[^"]*)?"/g,
				),
			])
			.map(([, name]) => name),
	);
	const missing = [...packages]
		.filter((name) => !text.split("\n").includes(name))
		.sort()
		.map((name) => {
			const folder = `${root}node_modules/${name}`;
			const { license } = JSON.parse(
				readFileSync(`${folder}/package.json`, "utf8"),
			);
			const licence = readdirSync(folder).find((each) =>
				/^licen[cs]e/i.test(each),
			);
			return `${name}\n${license}\n${readFileSync(`${folder}/${licence}`, "utf8").trim()}\n`;
		});
	const all = [text.trimEnd(), "", ...missing].join("\n");
	writeFileSync(file, all.replaceAll("\r\n", "\n"));
}
