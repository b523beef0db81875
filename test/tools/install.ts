import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

// The programs that the slow tests hold us against. Each folder here has a lock file of its own, so that who works on the linter need not install them.

const folder = fileURLToPath(new URL(".", import.meta.url));

/** Whether everything that the lock file asks for has been installed since it was written. */
function isInstalled(tool: string): boolean {
	const installed = statSync(`${tool}node_modules/.package-lock.json`, {
		throwIfNoEntry: false,
	});
	const { mtimeMs } = statSync(`${tool}package-lock.json`);
	return installed !== undefined && installed.mtimeMs >= mtimeMs;
}

/** Installs what is not there yet. */
export default function install(): void {
	for (const { name } of readdirSync(folder, { withFileTypes: true })) {
		const tool = `${folder}${name}/`;
		if (!existsSync(`${tool}package.json`) || isInstalled(tool)) continue;
		execFileSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
			cwd: tool,
			stdio: ["ignore", "ignore", "inherit"],
			shell: process.platform === "win32",
		});
	}
}
