/** Folders whose files the client does not write without asking, whatever is allowed. Source: measured on 2.1.329, in any case of letters. */
const FOLDERS: readonly string[] = [
	".cargo",
	".claude",
	".devcontainer",
	".git",
	".husky",
	".idea",
	".mvn",
	".vscode",
	".yarn",
];

/** Files of which the same is true, in any folder. Source: measured on 2.1.329. */
const FILES: readonly string[] = [
	".bash_aliases",
	".bash_login",
	".bash_logout",
	".bash_profile",
	".bashrc",
	".bazeliskrc",
	".bazelrc",
	".bazelversion",
	".bunfig.toml",
	".claude.json",
	".devcontainer.json",
	".envrc",
	".gitconfig",
	".gitmodules",
	".lefthook.yaml",
	".lefthook.yml",
	".mcp.json",
	".npmrc",
	".pnp.cjs",
	".pnp.loader.mjs",
	".pnpmfile.cjs",
	".pre-commit-config.yaml",
	".profile",
	".ripgreprc",
	".yarnrc",
	".yarnrc.yml",
	".zlogin",
	".zlogout",
	".zprofile",
	".zshenv",
	".zshrc",
	"bunfig.toml",
	"gradle-wrapper.properties",
	"lefthook.yaml",
	"lefthook.yml",
];

/** Whether the client calls a file sensitive: writing it asks although a rule allows it. */
export function isSensitivePath(path: string): boolean {
	const names = path
		.toLowerCase()
		.split("/")
		.filter((name) => name !== "");
	if (FILES.includes(names.at(-1) ?? "")) return true;
	return names.some((name, index) => {
		const next = names[index + 1];
		if (name === ".claude") return next !== "worktrees";
		return FOLDERS.includes(name) || (name === ".config" && next === "git");
	});
}

/**
 * Whether some name in a path is one that other systems read as another name: it ends in a dot or a space, or looks like a short name or a
 * device of Windows. Source: measured on 2.1.329.
 */
export function hasOddName(path: string): boolean {
	return path.split("/").some((name) => /[. ]$|~\d|\.(?:CON|PRN)$/i.test(name));
}
