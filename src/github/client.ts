import type { getOctokit } from "@actions/github";
import { printable } from "../reporters/printable.ts";

/** What asks GitHub's API. */
export interface Client {
	readonly octokit: ReturnType<typeof getOctokit>;
	/** The token of a workflow or of another app, which is nobody's; so there is no user to ask for. */
	readonly isOfApp: boolean;
	/** Asked, and what comes of it: an answer, or why there is none. Never throws for what GitHub or the network does. */
	ask<Value>(
		errand: Errand,
		request: () => Promise<Value>,
	): Promise<Answer<Value>>;
}

/** What GitHub answered. */
export type Answer<Value> = { readonly done: Value } | Refusal;

/** Why GitHub did not do what it was asked for. */
export interface Refusal {
	/** Of HTTP; 0 where nobody answered. */
	readonly status: number;
	/** One plain sentence without a full stop, and without the token. */
	readonly reason: string;
}

/** What a request is for, to say in words what is missing. */
export interface Errand {
	/** What the token may not do, where it may not: `write checks`. */
	readonly task: string;
	/** As a workflow writes it: `checks: write`. */
	readonly permission: string;
	/** What does without: ``leave `check-run` off``. */
	readonly remedy?: string;
	/** The token belongs to a pull request from a fork, and can only read. */
	readonly isFork?: boolean;
}

/** What a client is made of. */
export interface ClientOptions {
	readonly token: string;
	/** `GITHUB_API_URL`: another one than github.com's on a server of one's own. */
	readonly address: string;
	/** Before the second try, in milliseconds; before the third it is four times that. */
	readonly pause?: number;
	/** How long GitHub may take for an answer, in milliseconds. */
	readonly patience?: number;
}

/** How often a request is made again that GitHub or the network failed. */
const RETRIES = 2;

/** Tokens of apps begin with it; those of older servers do not, which then say so themselves. */
const APP_TOKEN = /^ghs_/;

/** Makes what asks GitHub, unless the token cannot be one. Nothing is loaded before, and nothing is asked yet. */
export async function createClient({
	token: given,
	address,
	pause = 1000,
	patience = 20_000,
}: ClientOptions): Promise<Client | Refusal> {
	const token = given.trim();
	if (token === "") return { status: 0, reason: "there is no token" };
	// a header cannot have them, and who says so repeats the token
	if (!/^[\x21-\x7e]+$/.test(token))
		return { status: 0, reason: "the token has characters that no token has" };
	const [{ getOctokit }, { retry }] = await Promise.all([
		import("@actions/github"),
		import("@octokit/plugin-retry"),
	]);
	const octokit = getOctokit(
		token,
		{
			baseUrl: address.replace(/\/+$/, ""),
			log: SILENT,
			// a limit is not waited for, and what was refused stays so
			retry: {
				retries: RETRIES,
				retryAfterBaseValue: pause,
				doNotRetry: Array.from({ length: 100 }, (_, index) => 400 + index),
			},
		},
		withPatience(patience),
		retry,
	);
	let silence: Refusal | undefined;
	return {
		octokit,
		isOfApp: APP_TOKEN.test(token),
		async ask(errand, request) {
			if (silence) return silence;
			try {
				return { done: await request() };
			} catch (error) {
				const { status, reason } = refusal(error, errand, {
					address,
					patience,
				});
				const told = {
					status,
					reason: cut(printable(reason.replaceAll(token, "***"))),
				};
				// who did not answer three times is not waited for again
				if (status === 0) silence = told;
				return told;
			}
		},
	};
}

/** Whether an answer is none. */
export function isRefusal(answer: object): answer is Refusal {
	return "reason" in answer;
}

const SILENT = {
	debug() {},
	info() {},
	warn() {},
	error() {},
};

/** For each try anew, so it stands inside of what tries again. What is inside of it is given the same options, whatever it is called with. */
function withPatience(patience: number) {
	return ({ hook }: Pick<Client["octokit"], "hook">) => {
		hook.wrap("request", (request, options) => {
			options.request.signal = AbortSignal.timeout(patience);
			return request(options);
		});
		return {};
	};
}

/** What is known of a request that failed. */
interface Failure {
	readonly name?: string;
	readonly status?: number;
	readonly cause?: unknown;
	readonly request?: { readonly request?: { readonly retries?: number } };
	readonly response?: {
		readonly headers: Readonly<Record<string, string | number | undefined>>;
		readonly data?: unknown;
	};
}

function refusal(
	error: unknown,
	errand: Errand,
	{
		address,
		patience,
	}: { readonly address: string; readonly patience: number },
): Refusal {
	const { name, status = 0, response, request, cause }: Failure = Object(error);
	if (name !== "HttpError" && name !== "AbortError")
		return { status: 200, reason: "GitHub's answer cannot be understood" };
	if (!response)
		return {
			status: 0,
			reason: unreachable(cause ?? error, address, patience),
		};
	const limit = limitOf(status, response.headers);
	if (limit) return { status, reason: limit };
	if (status >= 500) {
		const times = request?.request?.retries === 0 ? "" : " three times";
		return { status, reason: `GitHub answered ${status}${times}` };
	}
	return { status, reason: refused(status, response.data, errand) };
}

function unreachable(
	error: unknown,
	address: string,
	patience: number,
): string {
	const {
		name,
		code,
		cause,
	}: { name?: string; code?: string; cause?: unknown } = Object(error);
	if (name === "TimeoutError" || name === "AbortError")
		return `GitHub did not answer within ${patience / 1000} seconds`;
	const why = code ?? Object(cause).code;
	return `cannot reach ${address}${typeof why === "string" ? ` (${why})` : ""}`;
}

/** Where requests are too many, until when. */
function limitOf(
	status: number,
	headers: NonNullable<Failure["response"]>["headers"],
): string | undefined {
	if (status !== 403 && status !== 429) return undefined;
	const wait = Number(headers["retry-after"]);
	if (wait > 0)
		return `GitHub takes no more requests for ${wait} seconds (${status})`;
	if (String(headers["x-ratelimit-remaining"]) === "0") {
		const reset = new Date(Number(headers["x-ratelimit-reset"]) * 1000);
		const until = Number.isNaN(reset.getTime())
			? "for now"
			: `until ${reset.toISOString().slice(11, 16)} UTC`;
		return `the limit of requests to GitHub is reached ${until} (${status})`;
	}
	return status === 429
		? "GitHub takes no more requests for now (429)"
		: undefined;
}

function refused(
	status: number,
	data: unknown,
	{ task, permission, remedy, isFork = false }: Errand,
): string {
	if (status === 401) return "GitHub does not know the token (401)";
	if (status === 403 || status === 404) {
		const not = `the token may not ${task} (${status})`;
		if (isFork && permission.endsWith("write"))
			return `${not}, because the pull request is from a fork, whose token is read-only`;
		const add = `add \`permissions: ${permission}\``;
		return `${not}; ${add}${remedy ? `, or ${remedy}` : ""}`;
	}
	const { message }: { message?: unknown } = Object(data);
	const said = typeof message === "string" ? `: ${message}` : "";
	return `GitHub refuses to ${task} (${status})${said}`;
}

/** How long a reason may be, because some of its words can be somebody else's. In UTF-16 units. */
const LONGEST = 400;

function cut(reason: string): string {
	return reason.length > LONGEST ? `${reason.slice(0, LONGEST)}…` : reason;
}
