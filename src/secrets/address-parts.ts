import { classifyName, type NameSort } from "./credential-names.ts";
import { withoutEnd } from "./text-ends.ts";

/** A part of an address that can be a credential. UTF-16 offsets into the text that was searched, half-open. */
export interface AddressPart {
	readonly start: number;
	readonly end: number;
	/** What it is called: the name in front of its value, or what can stand at its place. */
	readonly name: string;
	readonly sort: NameSort;
	/** Only this machine, or a container beside it, answers at the address. */
	readonly isLocal: boolean;
	/** Its place in the address alone says that it is one. */
	readonly isCertain?: boolean;
}

/** Longer addresses are looked at up to here. */
const LONGEST = 8192;

/** How many addresses inside another one are looked at, as in `?next=https://…`. */
const MOST_INSIDE = 16;

/** The parts of all addresses in a text that can be credentials. */
export function findAddressParts(text: string): AddressPart[] {
	const found: AddressPart[] = [];
	let outerEnd = 0;
	let inside = 0;
	for (
		let at = text.indexOf("://");
		at !== -1;
		at = text.indexOf("://", at + 3)
	) {
		const start = at + 3;
		inside = start < outerEnd ? inside + 1 : 0;
		if (inside > MOST_INSIDE) {
			at = outerEnd - 3;
			continue;
		}
		const isQuoted = /'[\w+.:-]{0,40}$/.test(
			text.slice(Math.max(0, at - 41), at),
		);
		const rest = addressFrom(text, start, isQuoted);
		if (inside === 0) outerEnd = start + rest.length;
		if (rest.length < 4) continue;
		found.push(...shifted(addressParts(rest), start));
	}
	return found;
}

function shifted(parts: readonly AddressPart[], by: number): AddressPart[] {
	return parts.map((part) => ({
		...part,
		start: part.start + by,
		end: part.end + by,
	}));
}

/** What of a text belongs to the address whose scheme ends here. */
function addressFrom(text: string, start: number, isQuoted: boolean): string {
	const rest = text.slice(start, start + LONGEST);
	const [address = ""] =
		(isQuoted ? /^[^\s"'`\\]+/ : /^[^\s"`\\]+/).exec(rest) ?? [];
	// an address that is the default of a reference ends with it
	const isInside = address.includes("}") && !address.includes("{");
	const whole = isInside ? address.slice(0, address.indexOf("}")) : address;
	return withoutEnd(whole, ")]',;.");
}

/** The parts of what comes after a scheme. */
function addressParts(address: string): AddressPart[] {
	const user = userInfoEnd(address);
	const hostStart = user === -1 ? 0 : user + 1;
	const [host = ""] = /^[^/?#;]*/.exec(address.slice(hostStart)) ?? [];
	const isLocal = isLocalHost(host);
	const pathStart = hostStart + host.length;
	const hash = indexOrEnd(address, "#", pathStart);
	const query = Math.min(indexOrEnd(address, "?", pathStart), hash);
	return [
		...(user === -1 ? [] : userParts(address.slice(0, user), isLocal)),
		...pathParts(host, address.slice(pathStart, query), pathStart),
		...(address[pathStart] === ";"
			? parameters(address, pathStart + 1, address.length, isLocal)
			: parameters(address, query + 1, hash, isLocal)),
		...parameters(address, hash + 1, address.length, isLocal),
	];
}

function indexOrEnd(text: string, character: string, from: number): number {
	const found = text.indexOf(character, from);
	return found === -1 ? text.length : found;
}

/** Where the `@` stands that ends the user information; -1 where there is none. A password that is not encoded can hold any sign, but what begins like a port is one. */
function userInfoEnd(address: string): number {
	const [authority = ""] = /^[^/?#]*/.exec(address) ?? [];
	const plain = authority.lastIndexOf("@");
	if (plain !== -1) return plain;
	const [loose] =
		/^[\w.%+-]{1,64}:(?!\d{1,5}[/?#])[^\s@]{3,128}@(?=[\w-]+(?:\.[\w-]+)*(?::\d{1,5})?(?:[/?]|$))/.exec(
			address,
		) ?? [];
	return loose === undefined ? -1 : loose.length - 1;
}

function userParts(user: string, isLocal: boolean): AddressPart[] {
	const colon = user.indexOf(":");
	const password = colon === -1 ? "" : user.slice(colon + 1);
	if (password === "") {
		const end = colon === -1 ? user.length : colon;
		// a lone user name that looks like a token is one
		return end < 20
			? []
			: [{ start: 0, end, name: "token", sort: "unclear", isLocal }];
	}
	const name = user.slice(0, colon);
	if (password.toLowerCase() === name.toLowerCase()) return [];
	return [
		{
			start: colon + 1,
			end: user.length,
			name: "password",
			sort: "password",
			isLocal,
		},
	];
}

/** Nobody else reaches it: the loopback addresses, and names without a dot, as containers have. */
function isLocalHost(host: string): boolean {
	const name = host.replace(/:\d+$/, "").toLowerCase();
	return /^(?:localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[?::1\]?|[a-z][a-z\d_-]*|[\w.-]+\.(?:localhost|local|internal|test|example|invalid))$/.test(
		name,
	);
}

/** The values of `name=value` pairs. */
function parameters(
	address: string,
	start: number,
	end: number,
	isLocal: boolean,
): AddressPart[] {
	const found: AddressPart[] = [];
	const list = address.slice(start, end);
	for (const { 0: whole, 1: name = "", index } of list.matchAll(
		/([^=&;?#]{1,80})=[^&;]*/g,
	)) {
		const sort = parameterSort(name, list);
		const from = start + index + name.length + 1;
		const to = start + index + whole.length;
		if (sort !== undefined && to > from) {
			found.push({ start: from, end: to, name, sort, isLocal });
		}
	}
	return found;
}

function parameterSort(name: string, list: string): NameSort | undefined {
	// a signature opens something only together with what it signs
	if (/^sig$/i.test(name))
		return /(?:^|&)s[pev]=/.test(list) ? "token" : undefined;
	if (/^(?:code|appid)$/i.test(name)) return "unclear";
	return classifyName(name);
}

/** Services that have the credential in the path of an address, not in a parameter. */
interface PathShape {
	readonly host: RegExp;
	/** The first group is the credential. */
	readonly path: RegExp;
	/** Whoever has the whole address may use it, but it is not clear that it is meant to be kept. */
	readonly isUnclear?: boolean;
}

/** Sources: the set-up pages of these services, and addresses in public files. */
const PATH_SHAPES: readonly PathShape[] = [
	{ host: /^mcp\.firecrawl\.dev$/, path: /^\/([\w-]{16,})\// },
	{
		host: /^(?:mcp|actions)\.zapier\.com$/,
		path: /^\/(?:api\/)?mcp\/s\/([A-Za-z\d+/=_-]{60,})(?:\/(?:mcp|sse))?$/,
	},
	{ host: /^mcp\.serpapi\.com$/, path: /^\/([\da-f]{64})(?:\/|$)/ },
	{
		host: /(?:^|\.)make\.com$/,
		path: /^\/mcp\/(?:api\/v\d+\/)?(?:u|t)\/([\w-]{16,})(?:\/|$)/,
	},
	{ host: /^api\.telegram\.org$/, path: /^\/bot(\d{6,}:[\w-]{30,})/ },
	{ host: /\.infura\.io$/, path: /^\/(?:ws\/)?v3\/([\da-f]{32})/ },
	{
		host: /\.(?:g\.)?alchemy(?:api)?\.(?:com|io)$/,
		path: /^\/v2\/([\w-]{20,})/,
	},
	{ host: /\.quiknode\.pro$/, path: /^\/([\da-f]{32,64})(?:\/|$)/ },
	{ host: /^rpc\.ankr\.com$/, path: /\/([\da-f]{64})$/ },
	{
		host: /(?:^|\.)mcp\.pipedream\.net$/,
		path: /^\/(?:v\d\/)?([\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})(?:\/|$)/,
		isUnclear: true,
	},
	{
		host: /^(?:[\w-]+\.)?composio\.dev$/,
		path: /^\/(?:[\w-]+\/)*(?:server|s)\/([\da-f]{8}-[\da-f-]{27})(?:\/|$)/,
		isUnclear: true,
	},
];

/** A part of a path behind a word that says what it is. */
const NAMED_PART =
	/\/(?:api[-_]?keys?|keys?|tokens?|secrets?|auth|access[-_]token)\/([\w.~-]{16,512})(?=\/|$)/gi;

function pathParts(host: string, path: string, start: number): AddressPart[] {
	const name = host.replace(/:\d+$/, "").toLowerCase();
	const shape = PATH_SHAPES.find((each) => each.host.test(name));
	const match = shape?.path.exec(path);
	if (shape && match?.[1] !== undefined) {
		const at = start + path.indexOf(match[1]);
		return [
			{
				start: at,
				end: at + match[1].length,
				name: "token",
				sort: shape.isUnclear ? "unclear" : "token",
				isLocal: false,
				...(shape.isUnclear ? {} : { isCertain: true }),
			},
		];
	}
	return [...path.matchAll(NAMED_PART)].map(
		({ 0: whole, 1: part = "", index }) => {
			const end = start + index + whole.length;
			return {
				start: end - part.length,
				end,
				name: "token",
				sort: "unclear" as const,
				isLocal: false,
			};
		},
	);
}
