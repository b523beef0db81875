import { hasCredentialWord } from "./suspicion.ts";

/** What a name says about its value. */
export type NameSort =
	/** A word that people think up. */
	| "password"
	/** Something that a machine made: a token, a key, a secret. */
	| "token"
	/** It may be one: a lone `key`, for instance. */
	| "unclear"
	/** Made to be seen by everyone. */
	| "public"
	/** Words that together are a key. */
	| "phrase";

/** Last words of the names of passwords. `suspicion.ts` has a part of each. */
const PASSWORDS = words(
	"password passwd pwd pass passphrase passcode pw passwort kennwort senha contrasena contraseña clave mdp motdepasse parola haslo hasło heslo sifre şifre wachtwoord losenord lösenord adgangskode salasana storepass keypass",
);

/** Last words of the names of what a machine made. */
const TOKENS = words(
	"token tokens secret secrets apikey apikeys pat jwt bearer credential credentials creds cookie cookies sig auth authorization authkey session sessionid jeton chave llave schluessel schlüssel cle clé klucz apitoken accesskey secretkey privatekey apisecret masterkey webhook",
);

/** Last words of the names of words that together are a key. */
const PHRASES = words("mnemonic seed");

/** All of these, for the test that suspicion falls on them. */
export const credentialWords: readonly string[] = [
	...[...PASSWORDS, ...TOKENS, ...PHRASES],
];

/** Glued to what stands before them. */
const TOKEN_ENDS =
	/(?:token|secret|apikey|accesskey|secretkey|privatekey|authkey|credentials?)$/;
const PASSWORD_ENDS =
	/(?:password|passwd|passphrase)$|^(?:pg|db|my|sql|user|root|admin|mysql|redis|smtp|imap|mail|ftp|ssh|mongo|neo4j|sa)(?:pass|pwd)$/;

/** Before `key`: it is a key of another sort. */
const OTHER_KEYS = words(
	"primary foreign sort partition cache row shard routing group lookup hot idempotency object file issue space feature flag hash range unique index map dict json yaml config translation message i18n locale registry event metric field column attribute property label tag context state query route path sorting primarykey item record entity node parent child session-name data bucket dedup deduplication correlation ordering order keyboard shortcut arrow enter escape ctrl meta command option alt modifier press release host known trusted gpg pgp list recv receive send search fetch import export delete",
);

/** Before `token`: a place in a list or a text. */
const OTHER_TOKENS = words(
	"pad eos bos cls sep unk mask stop page next continuation pagination cursor special start end",
);

/** Before `key`, or anywhere in the name: everybody may see it. */
const PUBLIC_WORDS = words(
	"public publishable anon anonymous site browser rum pub recaptcha turnstile vapidpublic",
);

/** Behind everything else: which one, and in what form. */
const TRAILING = words(
	"prod production dev develop development test testing stage staging live local sandbox base64 b64 value values string hex raw plain literal text new old main primary secondary backup default eu us uk current previous next override json read write rw ro readonly readwrite",
);

/** As the first word: a switch or a number. */
const SWITCHES = words(
	"max min num enable enabled disable disabled use require requires required skip mask log allow allowed deny bypass has is no with show hide force include exclude redact rotate verify validate check count total limit ignore strip print expect expected",
);

/** Before the first word: what a page of the web gets to see. */
const PUBLIC_START =
	/^(?:next_public|vite|expo_public|react_app|nuxt_public|gatsby|public|vue_app)_/i;

/** Two last words that say together what neither says alone. */
const PAIRS: ReadonlyMap<string, NameSort> = new Map([
	...pairs(
		"phrase",
		"seed phrase, recovery phrase, secret phrase, mnemonic phrase",
	),
	...pairs("password", "de passe"),
	...pairs(
		"token",
		"cle api, clé api, chave api, clave api, llave api, clau api",
	),
	...pairs("token", "api hash, honeycomb team, key base"),
]);

function pairs<Sort extends NameSort>(
	sort: Sort,
	list: string,
): [string, Sort][] {
	return list.split(", ").map((pair) => [pair, sort]);
}

function words(list: string): ReadonlySet<string> {
	return new Set(list.split(" "));
}

/** Names longer than this were not thought up by people. */
const LONGEST = 120;

/**
 * What a name (of a variable, header, flag, query parameter or key) says about its value; nothing where it does not speak of credentials. Judges whole
 * words, so that `TOKENIZER`, `KEYBOARD` and `AUTHOR` say nothing.
 */
export function classifyName(name: string): NameSort | undefined {
	if (name.length > LONGEST || !hasCredentialWord(name)) return undefined;
	if (/^(?:OLD)?PWD$/.test(name)) return undefined;
	const parts = wordsOf(name);
	while (parts.length > 1 && isTrailing(parts.at(-1) ?? "")) parts.pop();
	if (isPasswordName(parts)) return "password";
	// the order of words in other languages: TOKEN_DE_ACESSO
	const isReversed = /^(?:de|do|da|di|du|of)$/.test(parts[1] ?? "");
	if (isReversed && parts.length > 2) parts.length = 1;
	// KEY1 and KEY2 are what it says without the number
	const last = parts
		.at(-1)
		?.replace(/(?<=^(?:key|token|secret|pass|password))\d$/, "");
	if (last === undefined) return undefined;
	if (parts.length > 1 && SWITCHES.has(parts[0] ?? "")) return undefined;
	const sort = classifyLast(last, parts);
	if (sort === undefined || sort === "phrase") return sort;
	// RECAPTCHA_SECRET_KEY is the other half of RECAPTCHA_SITE_KEY
	const isOtherHalf = parts.some((part) => /^(?:secret|private)$/.test(part));
	const isPublic =
		PUBLIC_START.test(name) ||
		(!isOtherHalf && parts.some((part) => PUBLIC_WORDS.has(part)));
	return isPublic && sort !== "password" ? "public" : sort;
}

/** Names of which no single word says it: `MOT_DE_PASSE`, and the variables of programs. */
function isPasswordName(parts: readonly string[]): boolean {
	return /(?:^| )mot de passe$|^rediscli auth$/.test(parts.join(" "));
}

function isTrailing(word: string): boolean {
	return (
		TRAILING.has(word) ||
		TRAILING.has(word.replace(/(?<!\d)\d+$/, "")) ||
		/^v?\d+$/.test(word)
	);
}

function classifyLast(
	last: string,
	parts: readonly string[],
): NameSort | undefined {
	const before = parts.at(-2) ?? "";
	if (PASSWORDS.has(last) || PASSWORD_ENDS.test(last)) return "password";
	if (PHRASES.has(last)) return "phrase";
	const pair = PAIRS.get(`${before} ${last}`);
	if (pair !== undefined) return pair;
	if (last === "auth" || last === "session") {
		return parts.length === 1 ? "unclear" : "token";
	}
	if (last === "token" && OTHER_TOKENS.has(before)) return undefined;
	if (TOKENS.has(last) || TOKEN_ENDS.test(last)) return "token";
	if (last === "key" || last === "keys") {
		if (parts.length === 1) return "unclear";
		return OTHER_KEYS.has(before) ? undefined : "token";
	}
	return undefined;
}

/** The words of a name in lower case: `X-Api-Key`, `githubToken` and `GITHUB_TOKEN` have the same. */
export function wordsOf(name: string): string[] {
	return name
		.replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
		.replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
		.split(/[^\p{L}\p{N}]+/u)
		.filter((part) => part !== "")
		.map((part) => part.toLowerCase());
}
