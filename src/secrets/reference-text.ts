/** What stands for a value that is elsewhere, in the spelling of any program. Each alternative is bounded. */
const REFERENCES =
	/\$\{\{[^{}\n]{0,200}\}\}|\$\{[^{}\n]{0,400}\}|\{\{[^{}\n]{0,200}\}\}|\{(?:env|file|input|secret|secrets|vault|cmd|var):[^{}\n]{0,200}\}|\$\([^()\n]{0,400}\)|`[^`\n]{1,400}`|%[A-Za-z_]\w{0,80}%|\$env:\w{1,80}|\$<\w{1,80}>|<%=?[^%\n]{0,200}%>|(?<![A-Za-z0-9$])\$(?:[A-Z_][A-Z0-9_]{1,80}(?![A-Za-z0-9_])|[a-z_]\w{0,80}$)|\b__[A-Z][A-Z0-9_]{0,80}__\b|@@?[A-Z][A-Z0-9_]{1,80}@@?|#\{[^{}\n]{0,200}\}|%\([A-Za-z_]\w{0,80}\)s/g;

/** A whole text that says where the value is kept. */
const KEPT_ELSEWHERE =
	/^(?:(?:op|vault|bws?|aws-?sm|awssm|aws-ssm|awsssm|ssm|gcp-?sm|gcpsm|akv|azure-?kv|azurekv|azkv|doppler|infisical|keychain|keyring|secret|secrets|secretref|secretsmanager|secretservice|se|sm|sops|ref\+[a-z]+|env|environ|environment|file|gopass|passage|1password|bitwarden|lastpass|conjur|keeper|keeper-secrets|dashlane|kms|hcp|chamber|teller|berglas|kv)(?::\/\/|:(?=[A-Za-z0-9/._-])|\/\/)|os\.(?:environ|getenv)|Environment\.|System\.getenv|ENV\.|valueFrom|secretKeyRef|process\.env\b|env\.[A-Z]|secrets\.[A-Za-z_]|vars\.[A-Z]|arn:aws|projects\/[^/]+\/secrets\/|@Microsoft\.KeyVault|\/(?:run|var|etc|mnt)\/|!(?:ENV|env|secret|vault)\b|ENC[[(]|dotenv:|\{cipher\}|@[a-z][\w.-]*$|ENV\[|getenv\(|Deno\.env|import\.meta\.env|COPILOT_MCP_[A-Z0-9_]{1,80}$|~\/)/;

/** How many words in lower case may, as those in front of and behind a name do. */
const MOST_WORDS = 4;

/** References in defaults of references. */
const DEEPEST = 3;

/** How many letters and digits may stand beside a reference, as those of a scheme do. */
const MOST_BESIDE = 6;

/** Whether a value is kept elsewhere: the text is a reference, with nothing to speak of beside it. */
export function isReference(text: string): boolean {
	if (KEPT_ELSEWHERE.test(text)) return true;
	let rest = text.replace(REFERENCES, "");
	if (rest === text) return false;
	for (let level = 1; level < DEEPEST; level++)
		rest = rest.replace(REFERENCES, "");
	const beside = rest.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
	const isShort = beside.join("").length <= MOST_BESIDE;
	const areWords = beside.every((word) => /^[a-z]{1,12}$/.test(word));
	return isShort || (areWords && beside.length <= MOST_WORDS);
}

/** Whether a reference stands anywhere in a text. */
export function holdsReference(text: string): boolean {
	return text.search(REFERENCES) !== -1;
}

/** A text that is used where a variable is not set: `${NAME:-text}`. */
export interface Fallback {
	readonly name: string;
	/** UTF-16 offsets into the text that was searched. */
	readonly start: number;
	readonly end: number;
}

/** The fallbacks in a text, innermost ones too. */
export function findFallbacks(text: string): Fallback[] {
	if (!text.includes("{")) return [];
	const found: Fallback[] = [];
	for (const match of text.matchAll(
		/\$\{(?:env:)?([A-Za-z_]\w{0,80}):?[-=]([^{}\n]{1,4096})\}/g,
	)) {
		const [whole, name = "", fallback = ""] = match;
		const end = match.index + whole.length - 1;
		found.push({ name, start: end - fallback.length, end });
	}
	return found;
}
