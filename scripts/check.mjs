// Everything but the install: regenerates (and fails where a committed file would change), checks types and style, bundles, tests.
import { execFileSync, spawnSync } from "node:child_process";

const root = new URL("..", import.meta.url);
const run = (command, ...args) => {
	process.stdout.write(`> ${command} ${args.join(" ")}\n`);
	const { status } = spawnSync(command, args, {
		cwd: root,
		stdio: "inherit",
		shell: process.platform === "win32",
	});
	if (status !== 0) process.exit(status ?? 1);
};
const changes = () =>
	execFileSync("git", ["status", "--porcelain"], {
		cwd: root,
		encoding: "utf8",
	});

const before = changes();
run("npm", "run", "--silent", "generate");
run("npm", "run", "--silent", "types");
run("npm", "run", "--silent", "style");
run("npm", "run", "--silent", "bundle");
const after = changes();
if (after !== before) {
	process.stderr.write(
		`Generated files were not up to date; they are now, commit them:\n${after}`,
	);
	process.exit(1);
}
// who has just run them need not run them again
if (!process.argv.includes("--tested")) run("npm", "test");
run("npm", "run", "test:slow");
