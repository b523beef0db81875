/** What stands in front of a reference that is the whole value of a name: `"GITHUB_TOKEN": "`, `"Authorization": "Bearer `. */
const NAME_BEFORE =
	/[\w-]{1,80}["']?\s{0,8}[:=]\s{0,8}["']?(?:[A-Za-z]{1,12} )?$/;

/** What stands beside every credential that its place gives away: a word of its name, a scheme, or a program that is told one. */
const TELLING_WORD =
	/pass|pwd|\bpw\b|token|secret|key|auth|cred|cookie|bearer|basic|\bbot\s|ssws|splunk|negotiate|session|jwt|pat\b|_pat|sig\b|webhook|seed|mnemonic|phrase|senha|chave|clave|contrase|kennwort|mdp|parola|has[lł]o|heslo|[sş]ifre|wachtwoord|adgangskode|salasana|jeton|llave|schl(?:ue|ü)ssel|cle[_-]|cl[eé]\b|klucz|l[oö]senord|honeycomb|api.?hash|mysql|maria|mycli|redis|keydb|valkey|mongo|login|cqlsh|sftp|influx|arango|sqlcmd|bcp|[io]sql|7z|\brar|zip|ldap|mosquitto|openssl|twine|rclone|lpass|nmcli|vercel|netlify|surge|smbclient|lftp|net\s+use|\bmc\s|identified|securestring|sudo -S|[?&;](?:code|appid)=|(?:firecrawl|zapier|serpapi|make|telegram|infura|alchemy|alchemyapi|quiknode|ankr|pipedream|composio)\.(?:dev|com|org|io|pro|net)/i;

/** What stands before the host of an address, or of a connection; and `-u user:password`, also as two items of a list. */
const USER =
	/:\/\/[^\s/"]{0,200}@|\/[^\s"@]{4,80}@|(?:-[uUa]|user)["']?[\s,=]{1,40}["']?[\w.@+\\-]{0,80}:(?!\/\/)\S|\s-u[\w.-]{1,80}:|@(?:tcp6?|unix)\(/;

/** What could be random: no word is as long and has digits in it. */
const LONG_WORD = /[A-Za-z0-9_+=-]{16,}/g;

/**
 * Whether a text can hold a credential at all. Errs towards yes: what looks closer is loaded only then, and most files hold references and nothing else. Linear.
 */
export function mayHoldCredential(text: string): boolean {
	if (/\\u[0-9a-f]{4}/i.test(text)) return true;
	const rest = withoutReferred(text);
	if (namesCredential(rest)) return true;
	return [...rest.matchAll(LONG_WORD)].some(
		([word]) => /\d/.test(word) && /[A-Za-z]/.test(word),
	);
}

/** Whether something in a text says that a credential stands beside it. */
export function namesCredential(text: string): boolean {
	if (TELLING_WORD.test(text)) return true;
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
		const name = NAME_BEFORE.exec(before)?.[0] ?? "";
		rest += text.slice(position, index - name.length);
		position = index + reference.length;
	}
	return rest + text.slice(position);
}
