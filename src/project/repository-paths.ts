/** Programs that run the file that they are given. */
const INTERPRETERS =
	/^(?:.*\/)?(?:ba|z|da|k)?sh$|^(?:.*\/)?(?:node|bun|deno|tsx|ts-node|python[\d.]*|ruby|perl|php|pwsh|powershell|env|exec|sudo|uv|run)$/;

/** Folders that everybody on a machine may write to. */
const SHARED_FOLDERS = /^(?:\/private)?(?:\/tmp|\/var\/tmp|\/dev\/shm)\//;

/** Longer command lines are not judged. */
const LONGEST = 4096;

const PROJECT_VARIABLE =
	/^["']?\$(?:CLAUDE_PROJECT_DIR\b|\{CLAUDE_PROJECT_DIR(?::-[^}]*)?\}|PWD\b|\{PWD\}|\(pwd\)|\(git rev-parse --show-toplevel\))/;

/**
 * Whether a path is one that the repository fills, or that everybody may fill: relative, below the project folder, or in a folder for temporary files.
 * A word without a slash is a name that is looked up in the PATH, and no such path.
 */
export function isOpenPath(path: string): boolean {
	const text = path.replace(/^["']|["']$/g, "").replaceAll("\\", "/");
	if (SHARED_FOLDERS.test(text) || PROJECT_VARIABLE.test(text)) return true;
	return text.includes("/") && !/^(?:[/~$%<@-]|[A-Za-z][\w+.-]*:)/.test(text);
}

/** The script of the repository, or in a folder for temporary files, that a command line starts; nothing for a program that is found in the PATH or at home. */
export function openScript(command: string): string | undefined {
	if (command.length > LONGEST) return undefined;
	const words = command.match(/"[^"]*"\S*|'[^']*'\S*|\S+/g) ?? [];
	for (const [index, word] of words.slice(0, 8).entries()) {
		// a command line in a command line; other inline code is not looked into
		if (/^-[a-z]*c$/.test(word)) {
			return openScript(
				(words[index + 1] ?? "").replace(/^(["'])(.*)\1$/s, "$2"),
			);
		}
		if (/^(?:-e|-p|--eval|--print)$/.test(word)) return undefined;
		if (isOpenPath(word)) return word.replace(/["']/g, "");
		const isSkipped = INTERPRETERS.test(word) || /^-|^[A-Za-z_]\w*=/.test(word);
		if (!isSkipped) return undefined;
	}
	return undefined;
}
