import { wordsOf } from "../secrets/credential-names.ts";

/** Words that name any credential: the server says whose it is. */
const GENERAL =
	/^(?:x|api|url|app|access|auth|authorization|authentication|bearer|basic|client|key|token|secret|password|passwd|pass|pwd|user|private|personal|jwt|pat|cookie|session|credential|credentials|value|header|path|query|code)$/;

/** The variable for a credential: its own name if that is one, otherwise one that says whose it is: `api-key` of `docs` is `DOCS_API_KEY`. */
export function variableName(name: string, server: string): string {
	if (/^[A-Z][A-Z0-9_]*_[A-Z0-9_]+$/.test(name)) return name;
	const words = wordsOf(name).filter(
		(word, index) => index > 0 || word !== "x",
	);
	const last = words.join("_") === "authorization" ? ["token"] : words;
	const isGeneral = last.every((word) => GENERAL.test(word));
	const owner = isGeneral ? wordsOf(server) : [];
	const whole = [...owner, ...last].join("_").toUpperCase();
	return /^[A-Z]/.test(whole)
		? whole.slice(0, 80)
		: `MCP_${whole}`.slice(0, 80);
}
