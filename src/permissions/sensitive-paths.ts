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
	const names = path.toLowerCase().split("/").filter((name) => name !== "");
	if (FILES.includes(names.at(-1) ?? "")) return true;
	return names.some((name, index) => {
		const next = names[index + 1];
		if (name === ".claude") return next !== "worktrees";
		return FOLDERS.includes(name) || (name === ".config" && next === "git");
	});
}
