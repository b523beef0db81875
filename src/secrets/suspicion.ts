/** What stands in front of a reference that is the whole value of a name: `"GITHUB_TOKEN": "`, `"Authorization": "Bearer `. */
const NAME_BEFORE =
	/[\w-]{1,80}["']?\s{0,8}[:=]\s{0,8}["']?(?:[A-Za-z]{1,12} )?$/;

/** A part of every word with which a name speaks of a credential. */
const CREDENTIAL_WORD =
	/pass|pwd|token|secret|key|auth|cred|cookie|bearer|session|jwt|webhook|seed|mnemonic|phrase|senha|chave|clave|contrase|kennwort|mdp|parola|has[lł]o|heslo|[sş]ifre|wachtwoord|adgangskode|salasana|jeton|llave|schl(?:ue|ü)ssel|klucz|l[oö]senord|honeycomb|api.?hash|clau[_-]/i;

/** The same for short words, which others begin or end with: `PATH` is no `PAT`. */
const SHORT_WORD =
	/(?<![A-Za-z])(?:pw|pat|sig|cl[eé])(?![a-zé])|(?:Pw|Pat|Sig|Cl[eé])(?![a-zé])|(?<![A-Z])(?:PW|PAT|SIG|CL[EÉ])(?![A-ZÉ])/;

/** What else stands beside a credential that its place gives away: the scheme of a header, a program that is told one, a service with one in its address. */
const TELLING_WORD =
	/basic|\bbot\s|cypher|supabase|expo\b|winrm|rabbitmq|rdesktop|ipmi|nuget|wandb|freerdp|sudo|ssws|splunk|negotiate|mysql|maria|mycli|redis|keydb|valkey|mongo|login|cqlsh|sftp|influx|arango|sqlcmd|bcp|[io]sql|7z|\b(?:un)?rar\b|zip|ldap|mosquitto|openssl|twine|rclone|lpass|nmcli|vercel|netlify|surge|smbclient|lftp|net\s+use|\bmc\s|identified|securestring|sudo -S|[?&;](?:code|appid)=|(?:firecrawl|zapier|serpapi|make|telegram|infura|alchemy|alchemyapi|quiknode|ankr|pipedream|composio)\.(?:dev|com|org|io|pro|net)/i;

/** What stands before the host of an address, or of a connection; and `-u user:password`, also as two items of a list. */
const USER =
	/:\/\/[^\s/"]{0,200}@|\/[^\s"@]{4,80}@|(?:-[uUa]|user)["']?[\s,=]{1,40}\\?["']?[\w.@+\\-]{0,80}:(?!\/\/)\S|\s-u[\w.-]{1,80}:|@(?:tcp6?|unix)\(/;

/** What could be random: no word is as long and has digits in it, or is longer still. */
const LONG_WORD = /[A-Za-z0-9_+=-]{16,}/g;

/** What can stand for any character: in JSON, and in TOML, which has two more of them. */
const ESCAPE = /\\(?:u|U[\da-fA-F]{8}|x[\da-fA-F]{2})/;

/**
 * Whether a text can hold a credential at all. Errs towards yes: what looks closer is loaded only then, and most files hold references and nothing else. Linear.
 */
export function mayHoldCredential(text: string): boolean {
	if (ESCAPE.test(text)) return true;
	const rest = withoutReferred(text);
	if (namesCredential(rest)) return true;
	return [...rest.matchAll(LONG_WORD)].some(
		([word]) =>
			(/\d/.test(word) && /[A-Za-z]/.test(word)) ||
			(word.length > 32 && /[a-z]/.test(word) && /[A-Z]/.test(word)),
	);
}

/** Whether a text has one of the words with which names speak of credentials; most names and texts do not, and need no closer look. */
export function hasCredentialWord(text: string): boolean {
	return CREDENTIAL_WORD.test(text) || SHORT_WORD.test(text);
}

/** Whether something in a text says that a credential stands beside it. */
export function namesCredential(text: string): boolean {
	if (hasCredentialWord(text) || TELLING_WORD.test(text)) return true;
	return /@|-[uUa]|user/.test(text) && USER.test(text);
}

/** A text without the references in it, and without the names whose value they are. */
function withoutReferred(text: string): string {
	if (!text.includes("${")) return text;
	let rest = "";
	let position = 0;
	for (const { 0: reference, index } of text.matchAll(
		/\$\{[A-Za-z_]\w{0,80}\}/g,
	)) {
		const before = text.slice(Math.max(position, index - 120), index);
		const end = index + reference.length;
		const isWhole = /["'\s\\]/.test(text[end] ?? " ");
		const name = isWhole ? (NAME_BEFORE.exec(before)?.[0] ?? "") : "";
		rest += text.slice(position, index - name.length);
		position = end;
	}
	return rest + text.slice(position);
}
