import { classifyName, type NameSort } from "./credential-names.ts";
import {
	cut,
	decodeBase64,
	decoded,
	type Excerpt,
	trimmed,
	unquoted,
} from "./excerpt.ts";
import { type ClaimDetails, type Passage, passage } from "./passage.ts";
import { isReference } from "./reference-text.ts";

/** What the value of a name can hold: a credential, one behind a scheme, or several. */
export function* namedPassages(
	excerpt: Excerpt,
	name: string,
	details: ClaimDetails = {},
): Generator<Passage> {
	if (/headers$/i.test(name)) yield* headerListPassages(excerpt);
	else if (/cookie$/i.test(name)) yield* cookiePassages(excerpt);
	else yield* valuePassages(excerpt, name, details);
}

/** Words that come before a credential in a header, whatever the header is called. */
const SCHEME =
	/^(Bearer|Basic|Token token=|Token|Bot|ApiKey|Api-Key|Key|SSWS|JWT|OAuth|GenieKey|Splunk|PRIVATE-TOKEN|DeepL-Auth-Key|Zoho-oauthtoken|Discogs token=|GoogleLogin auth=|AccessKey|Negotiate|sso-key|Access-Token|X-API-Key:)(?:(?<==)|[ \t]+|%20)(?=\S)/i;

/** How many names of headers may stand one behind the other. */
const MOST_HEADERS = 3;

function* valuePassages(
	value: Excerpt,
	name: string,
	details: ClaimDetails,
	depth = 0,
): Generator<Passage> {
	const excerpt = unquoted(trimmed(value));
	const header = /^([A-Za-z][\w-]{1,60}):[ \t]+(?=\S)/.exec(excerpt.text);
	if (
		depth < MOST_HEADERS &&
		header?.[1] !== undefined &&
		classifyName(header[1]) !== undefined
	) {
		const rest = cut(excerpt, header[0].length);
		yield* valuePassages(rest, header[1], details, depth + 1);
		return;
	}
	const scheme = SCHEME.exec(excerpt.text);
	if (scheme) {
		const [whole, word = ""] = scheme;
		const rest = unquoted(trimmed(cut(excerpt, whole.length)));
		yield* afterScheme(rest, word, name, details);
		return;
	}
	const sort = classifyName(name);
	if (sort === undefined) return;
	const pair = (
		/^neo4j_auth$/i.test(name)
			? /^([\w.@+-]{1,64})[/:](?=\S{4})/
			: /^([\w.@+-]{1,64}):(?!\/\/)(?=\S{4})/
	).exec(excerpt.text);
	const isPair = pair && /auth|cred|userpass|login/i.test(name);
	if (isPair && !isReference(excerpt.text)) {
		const password = cut(excerpt, pair[0].length);
		yield passage(password, { ...details, name, sort: "password" });
	}
	const items = listItems(excerpt, sort);
	for (const item of items) {
		const isLoose = details.isLoose ?? items.length > 1;
		yield passage(item, { ...details, isLoose, name, sort });
	}
}

function* afterScheme(
	rest: Excerpt,
	scheme: string,
	name: string,
	details: ClaimDetails,
): Generator<Passage> {
	yield passage(rest);
	const pair = /^basic$/i.test(scheme) ? decodeBase64(rest.text) : undefined;
	const colon = pair?.indexOf(":") ?? -1;
	if (pair !== undefined && colon !== -1 && /^[\x20-\x7e]+$/.test(pair)) {
		const password = pair.slice(colon + 1);
		yield password === ""
			? passage(decoded(rest, pair.slice(0, colon)), {
					...details,
					name,
					sort: "token",
				})
			: passage(decoded(rest, password), {
					...details,
					name,
					sort: "password",
				});
		return;
	}
	// a word such as "key" begins many a text that is no header
	const isLoose = details.isLoose ?? classifyName(name) === undefined;
	yield passage(rest, { ...details, isLoose, name, sort: "token" });
}

/** The items of a list of tokens; any other value as it is. */
function listItems(excerpt: Excerpt, sort: NameSort): Excerpt[] {
	const { text } = excerpt;
	const isList =
		sort !== "password" &&
		sort !== "phrase" &&
		/[,;]/.test(text) &&
		!/\s/.test(text) &&
		!isReference(text);
	return isList ? partsOf(excerpt, /[^,;]+/g) : [excerpt];
}

/** The parts of an excerpt that match. */
export function partsOf(excerpt: Excerpt, pattern: RegExp): Excerpt[] {
	return [...excerpt.text.matchAll(pattern)].map(({ 0: part, index }) =>
		cut(excerpt, index, index + part.length),
	);
}

/** What a header can hold that is written as `Name: value` or `Name=value`. */
export function* headerPassages(excerpt: Excerpt): Generator<Passage> {
	const header = /^\s*\\?["']?([A-Za-z][\w-]{0,80})\s*[:=]\s*/.exec(
		excerpt.text,
	);
	if (!header) return;
	yield* namedPassages(cut(excerpt, header[0].length), header[1] ?? "");
}

/** Headers of which one stands on each line, or between commas. */
function* headerListPassages(excerpt: Excerpt): Generator<Passage> {
	for (const part of partsOf(excerpt, /[^\n,]+/g)) yield* headerPassages(part);
}

/** Names of cookies that keep a session. */
const SESSION_COOKIE =
	/sess|sid$|auth|token|jwt|secret|key|login|remember|^d$|li_at|cf_clearance/i;

function* cookiePassages(excerpt: Excerpt): Generator<Passage> {
	for (const part of partsOf(excerpt, /[^;]+/g)) {
		const pair = /^\s*([^=\s]{1,80})=/.exec(part.text);
		const name = pair?.[1] ?? "";
		if (!pair || !SESSION_COOKIE.test(name) || /csrf|xsrf/i.test(name))
			continue;
		const value = trimmed(cut(part, pair[0].length));
		yield passage(value, { name, sort: "token", isLoose: true });
	}
}
