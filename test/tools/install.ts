import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

// The programs that the slow tests hold us against. Each folder here has a lock file of its own, so that who works on the linter need not install them.

const folder = fileURLToPath(new URL(".", import.meta.url));

/** Installs what is not there yet. */
export default function install(): void {
	for (const { name } of readdirSync(folder, { withFileTypes: true })) {
		const tool = `${folder}${name}/`;
		if (!existsSync(`${tool}package.json`) || existsSync(`${tool}node_modules`))
			continue;
		execFileSync("npm", ["ci", "--no-audit", "--no-fund"], {
			cwd: tool,
			stdio: "ignore",
			shell: process.platform === "win32",
		});
	}
}
