/** A name or scheme with nothing but a reference for a value: `"GITHUB_TOKEN": "${GITHUB_TOKEN}"`. */
const REFERRED =
	/[\w-]{0,80}["']?\s{0,8}[:=]\s{0,8}["']?(?:[A-Za-z]{1,12} )?\$\{[A-Za-z_]\w{0,80}\}/g;

/** What stands beside every credential that its place gives away: a word of its name, a scheme, or a program that is told one. */
const TELLING_WORD =
	/pass|pwd|\bpw\b|token|secret|key|auth|cred|cookie|bearer|basic|session|jwt|pat\b|_pat|sig\b|webhook|seed|mnemonic|phrase|senha|chave|clave|contrase|kennwort|mdp|parola|has[lł]o|heslo|[sş]ifre|wachtwoord|adgangskode|salasana|jeton|llave|schl(?:ue|ü)ssel|cle[_-]|cl[eé]\b|klucz|l[oö]senord|honeycomb|api.?hash|mysql|maria|mycli|redis|keydb|valkey|mongo|login|cqlsh|sftp|influx|arango|sqlcmd|bcp|[io]sql|7z|\brar|zip|ldap|mosquitto|openssl|twine|rclone|lpass|nmcli|vercel|netlify|surge|smbclient|lftp|net\s+use|\bmc\s|identified|\s-u\s?["']?[\w.-]+:|:\/\/[^\s/"]{0,200}@|\/[^\s"@]{4,80}@|[?&;](?:code|appid)=/i;

/** What could be random: no word is as long and has digits in it. */
const LONG_WORD = /[A-Za-z0-9_+=-]{16,}/g;

/**
 * Whether a text can hold a credential at all. Errs towards yes: what looks closer is loaded only then, and most files hold references and nothing else. Linear.
 */
export function mayHoldCredential(text: string): boolean {
	if (/\\u[0-9a-f]{4}/i.test(text)) return true;
	const rest = text.replace(REFERRED, "");
	if (TELLING_WORD.test(rest)) return true;
	return [...rest.matchAll(LONG_WORD)].some(
		([word]) => /\d/.test(word) && /[A-Za-z]/.test(word),
	);
}
