import { matchesWildcards } from "../permissions/wildcards.ts";
import { parseUrl } from "../url.ts";
/** A `serverUrl` of a policy, taken apart. */
export interface UrlPattern {
	/** Matches every remote server, whatever its address is. */
	readonly any?: true;
	/** With the colon; absent where every scheme matches. */
	readonly scheme?: string;
	readonly host: string;
	/** Absent where every port matches; empty for the scheme's own. */
	readonly port?: string;
	/** Path and query; absent where every path matches. */
	readonly path?: string;
}

/** Why a text matches no address at all. `unknown`: it depends on the environment, or on what nobody writes. */
export type PatternMistake =
	| "no scheme"
	| "wrong scheme"
	| "no address"
	| "unknown";

/** The schemes that a server's address can have. */
const SCHEMES: readonly string[] = ["http:", "https:", "ws:", "wss:"];

/** Longer texts are not judged. */
const LONGEST = 2048;

/**
 * Takes a `serverUrl` of a policy apart, or says why it matches nothing.
 * Source: 172 patterns put to 2.1.329 with up to 39 addresses each, in the allow list and in the deny list.
 */
export function readUrlPattern(text: string): UrlPattern | PatternMistake {
	if (text === "*") return { any: true, host: "*" };
	if (text.length > LONGEST || !isPlain(text)) return "unknown";
	const plain = text.trim().replace(/[\t\n\r]/g, "");
	const [, scheme, rest = ""] =
		/^(\*(?=:\/\/)|[a-z][a-z0-9+.-]*(?=:)):[/\\]*(.*)$/is.exec(plain) ?? [];
	if (scheme === undefined) {
		return plain.startsWith("*//") ? "unknown" : "no scheme";
	}
	const isAny = scheme === "*";
	const name = isAny ? "http:" : `${scheme.toLowerCase()}:`;
	if (!SCHEMES.includes(name)) {
		// a host and its port look like a scheme
		return /^[a-z0-9.-]+:(?:\d|\*|$)/i.test(plain)
			? "no scheme"
			: "wrong scheme";
	}
	const authority = /^[^/\\?#]*/.exec(rest)?.[0] ?? "";
	const after = rest.slice(authority.length);
	const place = authority.slice(authority.lastIndexOf("@") + 1);
	const [, wildPort] = /:(\d*\*\d*)$/.exec(place) ?? [];
	const fixed =
		wildPort === undefined ? place : place.slice(0, -wildPort.length - 1);
	if (/^\[.*\*|:[^\]]*\*[^\]]*$/.test(fixed)) return "unknown";
	const url = parseAddress(`${name}//${fixed}${after}`);
	if (!url) return "no address";
	const port =
		wildPort ??
		(url.port === "" && url.hostname.includes("*") ? undefined : url.port);
	return {
		...(!isAny && { scheme: name }),
		host: hostOf(url),
		...(port !== undefined && { port }),
		...(/^[/\\?]/.test(after) && { path: url.pathname + url.search }),
	};
}

/** What of an address is compared with patterns. */
export interface Address {
	/** With the colon. */
	readonly scheme: string;
	readonly host: string;
	/** Empty for the scheme's own. */
	readonly port: string;
	/** Path and query. */
	readonly path: string;
}

/** An address as it stands in a server declaration; nothing for what is none, `unknown` where the environment decides. */
export function readAddress(text: string): Address | "unknown" | undefined {
	if (!isPlain(text)) return "unknown";
	const url = parseAddress(text.trim());
	return (
		url && {
			scheme: url.protocol,
			host: hostOf(url),
			port: url.port,
			path: url.pathname + url.search,
		}
	);
}

/** Whether an address matches; nothing where the environment decides. */
export function matchesAddress(
	pattern: UrlPattern,
	address: Address | "unknown" | undefined,
): boolean | undefined {
	if (pattern.any) return true;
	if (address === "unknown") return undefined;
	if (!address) return false;
	const { scheme, host, port, path } = pattern;
	return (
		(scheme === undefined || scheme === address.scheme) &&
		(port === undefined || matchesWildcards(port, address.port)) &&
		matchesWildcards(host, address.host) &&
		(path === undefined || matchesWildcards(path, address.path))
	);
}

/** Whether nothing in an address depends on the environment, or on how a runtime spells the letters of other alphabets. */
function isPlain(text: string): boolean {
	return !text.includes("${") && !/[^\x20-\x7e\s]/.test(text);
}

function parseAddress(text: string): URL | undefined {
	return parseUrl(text);
}

function hostOf({ hostname }: URL): string {
	return hostname.replace(/\.$/, "");
}
