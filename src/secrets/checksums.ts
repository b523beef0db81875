import type { ChecksumId } from "./credential-format.ts";

/** Whether the checksum inside a token that has the form of its format is right. Any text may be asked about. */
export function hasValidChecksum(id: ChecksumId, token: string): boolean {
	return CHECKS[id](token);
}

/** The header and payload of a JSON Web Token. Its signature is nobody's business here. */
export interface DecodedJwt {
	readonly header: Readonly<Record<string, unknown>>;
	/** Empty where it is no JSON object: what is signed may be anything (RFC 7515). */
	readonly payload: Readonly<Record<string, unknown>>;
}

/** Longer tokens do not fit into a header, and are not decoded. In UTF-16 units. */
const LONGEST_JWT = 16_384;

/** Takes a JSON Web Token apart (RFC 7519); undefined for a text that is none. */
export function decodeJwt(token: string): DecodedJwt | undefined {
	if (token.length > LONGEST_JWT) return undefined;
	const [first = "", second = "", ...rest] = token.split(".");
	if (rest.length !== 1) return undefined;
	const header = decodeObject(first);
	if (typeof header?.alg !== "string") return undefined;
	return { header, payload: decodeObject(second) ?? {} };
}

/**
 * Whether a JSON Web Token opens nothing that is not open: Supabase's key for everyone's browser (`role: anon`), the fixed keys of a local Supabase, the
 * sample that jwt.io shows and half of all documentation repeats.
 */
export function isPublicJwt({ payload }: DecodedJwt): boolean {
	return (
		payload.role === "anon" ||
		payload.iss === "supabase-demo" ||
		payload.name === "John Doe"
	);
}

const CHECKS: Readonly<Record<ChecksumId, (token: string) => boolean>> = {
	"crc32-base62": hasBase62Crc,
	"crc32-base36": hasBase36Crc,
	"crc32-hex-little-endian": hasLittleEndianCrc,
	jwt: (token) => decodeJwt(token) !== undefined,
};

const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** GitHub and npm: the last 6 characters are the CRC-32 of those between them and the prefix. Source: github.blog, "Behind GitHub's new authentication token formats". */
function hasBase62Crc(token: string): boolean {
	const body = token.slice(token.indexOf("_") + 1);
	return (
		body.length > 6 && inBase62(crc32(body.slice(0, -6))) === body.slice(-6)
	);
}

function inBase62(value: number): string {
	let digits = "";
	for (let rest = value; rest > 0; rest = Math.floor(rest / 62))
		digits = BASE62.charAt(rest % 62) + digits;
	return digits.padStart(6, "0");
}

/** GitLab's routable tokens: the last 7 characters are the CRC-32 of all before them. Source: docs.gitlab.com, "Routable tokens". */
function hasBase36Crc(token: string): boolean {
	return (
		token.length > 7 &&
		crc32(token.slice(0, -7)).toString(36).padStart(7, "0") === token.slice(-7)
	);
}

/** Grafana: the last 8 characters are the bytes of the CRC-32 of all before the last `_`, the lowest first. Source: grafana/grafana, `satokengen`. */
function hasLittleEndianCrc(token: string): boolean {
	const end = token.lastIndexOf("_");
	if (end < 0) return false;
	const value = crc32(token.slice(0, end));
	const bytes = [0, 8, 16, 24].map((shift) => (value >>> shift) & 0xff);
	const digits = bytes.map((byte) => byte.toString(16).padStart(2, "0"));
	return digits.join("") === token.slice(end + 1).toLowerCase();
}

let table: Uint32Array | undefined;

/** CRC-32 as in zlib (IEEE 802.3, reflected) of a text of ASCII. */
function crc32(text: string): number {
	table ??= crcTable();
	let crc = 0xffffffff;
	for (let index = 0; index < text.length; index++) {
		const entry = table[(crc ^ text.charCodeAt(index)) & 0xff] ?? 0;
		crc = entry ^ (crc >>> 8);
	}
	return (crc ^ 0xffffffff) >>> 0;
}

function crcTable(): Uint32Array {
	return Uint32Array.from({ length: 256 }, (_, byte) => {
		let value = byte;
		for (let bit = 0; bit < 8; bit++)
			value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
		return value;
	});
}

function decodeObject(
	part: string,
): Readonly<Record<string, unknown>> | undefined {
	try {
		// most texts that are none are told from one here, where no error has to be made and caught
		if (part.length % 4 === 1) return undefined;
		const bytes = atob(part.replaceAll("-", "+").replaceAll("_", "/"));
		if (!bytes.trimEnd().endsWith("}")) return undefined;
		const text = new TextDecoder().decode(
			Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)),
		);
		const value: unknown = JSON.parse(text);
		return isObject(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
