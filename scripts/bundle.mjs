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
for (const shell of ["cli"]) {
	rmSync(`${root}dist/${shell}`, { recursive: true, force: true });
	node(
		"node_modules/@vercel/ncc/dist/ncc/cli.js",
		"build",
		`lib/${shell}.js`,
		"--out",
		`dist/${shell}`,
		"--license",
		"licenses.txt",
		"--quiet",
	);
	// ncc would minify the entry only, and the chunks are what a run loads.
	for (const name of readdirSync(`${root}dist/${shell}`)) {
		if (!name.endsWith(".js")) continue;
		const file = `${root}dist/${shell}/${name}`;
		const { code } = await minify(readFileSync(file, "utf8"), { module: true });
		writeFileSync(file, `${code}\n`);
	}
}
chmodSync(`${root}dist/cli/index.js`, 0o755);
