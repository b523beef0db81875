/** Which of the things that look random a value is, and how sure that is. */
export type Opacity = "opaque" | "doubtful";

/** Whether a text looks as if a machine had made it up: nobody would write it, and it is no other sort of value. */
export function opacityOfToken(value: string): Opacity | undefined {
	const { length } = value;
	if (length < 8 || length > 4096 || /\s/.test(value)) return undefined;
	if (/^\d+$/.test(value))
		return length >= 16 && entropy(value) > 2.4 ? "doubtful" : undefined;
	if (!/^[\x21-\x7e]+$/.test(value) || isOrdinaryValue(value)) return undefined;
	if (UUID.test(value)) return "opaque";
	if (!/[A-Za-z]/.test(value)) return undefined;
	if (!/\d/.test(value) && !areLettersRandom(value)) return undefined;
	if (isSlug(value)) return undefined;
	const least = length < 12 ? 2.5 : length < 20 ? 2.8 : 3;
	if (entropy(value) < least) return undefined;
	return length < 12 ? "doubtful" : "opaque";
}

/** Whether a text without digits is no word: upper and lower case are mixed, or consonants follow each other as in no language. */
function areLettersRandom(value: string): boolean {
	if (value.length < 16) return false;
	if (isMixedCase(value)) return !isCamelCase(value);
	return value.length >= 20 && /[bcdfghjklmnpqrstvwxz]{5}/i.test(value);
}

/** Whether a text under a name that says "password" is one that somebody thought up. */
export function opacityOfPassword(value: string): Opacity | undefined {
	const { length } = value;
	if (length < 5 || length > 256) return undefined;
	if (/^(?:true|false|\d{1,6}|[v^~]?\d+(?:\.\d+)+)$/i.test(value))
		return undefined;
	if (PATH_OR_ADDRESS.test(value)) return undefined;
	const words = value.split(/\s+/);
	if (words.length > 8) return undefined;
	if (words.length > 1 && !/\d/.test(value)) {
		const isPhrase = words.every((word) => /^[a-z]{3,9}$/.test(word));
		return words.length > 3 && isPhrase ? "doubtful" : undefined;
	}
	if (/^[a-z]+$/.test(value)) return length < 8 ? undefined : "doubtful";
	if (/^[A-Z][a-z]+$/.test(value)) return "doubtful";
	return "opaque";
}

const PATH_OR_ADDRESS =
	/^(?:(?:~|\.{1,2})?(?:\/[a-z.][\w. -]*)+\/?$|[A-Za-z]:\\|[a-z][a-z\d+.-]*:\/\/)/;

/** Whether a text is 12 to 24 words of a recovery phrase. */
export function isRecoveryPhrase(value: string): boolean {
	const words = value.trim().split(/\s+/);
	return (
		[12, 15, 18, 21, 24].includes(words.length) &&
		words.every((word) => /^[a-z]{3,8}$/.test(word)) &&
		new Set(words).size > words.length / 2
	);
}

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** Sorts of values that hold letters and digits and are no secret. Each is anchored and linear. */
const ORDINARY: readonly RegExp[] = [
	// numbers with units, versions, dates and times
	/^[\d.,]+(?:ms|s|m|h|d|kb|mb|gb|kib|mib|gib|k|%)?$/i,
	/^[v^~=<>]*\d+(?:\.\d+){1,3}(?:[-+][\w.+-]+)?$/,
	/^\d{4}-\d\d-\d\d(?:[T ][\d:.+Z-]+)?$/,
	// paths, file names, addresses
	/^(?:~|\.{1,2})?\/[^?#]*$/,
	/^[A-Za-z]:[\\/]/,
	/^[\w@.-]+(?:\/[\w@.-]+)+\.[A-Za-z]{1,6}$/,
	/^[\w.-]+\.(?:json|ya?ml|toml|env|pem|key|crt|cer|p12|pfx|jks|txt|ts|js|mjs|cjs|py|sh|rb|go|rs|md|ini|conf|cfg|xml|csv|db|sqlite3?|sock|exe|cmd|bat|ps1|jar|log|pub|lock)$/i,
	/^[a-z][a-z\d+.-]*:\/\//i,
	/^(?:data|urn|mailto|tel|did|spiffe|docker|npm|github|git|ssh|sha1|sha256|sha384|sha512|md5|algo|aes|rsa|bearer|basic):/i,
	/^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/,
	/^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,24}(?::\d{1,5})?(?:\/[\w./-]*)?$/i,
	/^(?:\d{1,3}\.){3}\d{1,3}(?::\d{1,5})?$/,
	/^[\w.-]+:\d{2,5}$/,
	// names of headers, variables, roles, packages and images
	/^X-[A-Za-z]+(?:-[A-Za-z]+)*$/,
	/^[A-Z][a-z]+(?:-[A-Z][a-z]+)+$/,
	/^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/,
	/^@?[a-z][\w.-]*\/[a-z][\w.-]*(?:@[\w.^~-]+|:[\w.-]+)?$/,
	/^[a-z][a-z\d]*(?:[.:][a-z][a-z\d-]*)+$/i,
	/^arn:/,
	/^(?:aes|rsa|hmac|sha|ecdsa|ed|hs|rs|es|ps|chacha|argon|bcrypt|scrypt|pbkdf)-?\d{0,4}(?:-[a-z\d]+){0,3}$/i,
	// keys on a keyboard
	/^(?:ctrl|cmd|alt|shift|meta|super|control|option)\+/i,
	// lists of words
	/^[\w-]{1,30}(?:[,;|][\w-]{1,30})+$/,
	// expressions
	/[*?]\)|\(\?|\\[dwsb]|\[[^[\]-]{0,40}-[^[\]]{0,40}\]/,
	/^[({[].*[)}\]]$/,
	/=>|&&|\|\|/,
];

function isOrdinaryValue(value: string): boolean {
	return ORDINARY.some((pattern) => pattern.test(value)) && !isLongList(value);
}

/** A list of which one item is itself random is no list of words. */
function isLongList(value: string): boolean {
	return value
		.split(/[,;|]/)
		.some((item) => item.length >= 20 && /\d/.test(item) && isMixedCase(item));
}

function isMixedCase(value: string): boolean {
	return /[a-z]/.test(value) && /[A-Z]/.test(value);
}

/** Words that begin with a capital, as names in programs do. */
function isCamelCase(value: string): boolean {
	return /^[a-z]*(?:[A-Z][a-z]{2,})+$/.test(value);
}

/** Words and small numbers with something between them: `prod-cluster-2`, `claude-sonnet-4-5`. */
function isSlug(value: string): boolean {
	const parts = value.split(/[-_./:]/);
	return (
		parts.length > 1 &&
		parts.every((part) =>
			/^(?:[a-z]{0,20}\d{0,5}|[A-Z]?[a-z]{1,20}|[A-Z]{1,12}|\d{6,8}|v\d[\w.]{0,6}|\d{1,3}[a-z]{1,2})$/.test(
				part,
			),
		) &&
		parts.some((part) => /[a-z]{3}/i.test(part)) &&
		parts.filter((part) => /[A-Za-z]/.test(part)).length * 2 >= parts.length
	);
}

/** Shannon's entropy of the characters, in bits. */
export function entropy(value: string): number {
	const counts = new Map<string, number>();
	for (const character of value) {
		counts.set(character, (counts.get(character) ?? 0) + 1);
	}
	let bits = 0;
	for (const count of counts.values()) {
		const share = count / value.length;
		bits -= share * Math.log2(share);
	}
	return bits;
}
