import { rmSync } from "node:fs";
import {
	afterAll,
	afterEach,
	beforeAll,
	beforeEach,
	describe,
	expect,
	test,
} from "vitest";
import { serversWithoutTransport } from "../reporters/report-on.ts";
import {
	commit,
	createWorkspace,
	runAction,
	SHA,
	type StepRequest,
	type StepResult,
	type Workspace,
	writeFiles,
} from "./action.ts";
import { type ApiServer, type Respond, startApi } from "./api-server.ts";
import { Conversation } from "./conversation.ts";
import { fileChange } from "./file-change.ts";

// The bundled action as the runner runs it, and GitHub's API as GitHub describes it.

const TOKEN = `ghs_${"notASecret".repeat(4)}`;
const HEAD = "abcdef0123".repeat(4);

let api: ApiServer;
let made: Workspace;

beforeAll(async () => {
	api = await startApi();
});
afterAll(() => api.close());

beforeEach(() => {
	made = createWorkspace({ ".mcp.json": serversWithoutTransport(3) });
	// as actions/checkout leaves it: one commit, and no other is there
	commit(made);
});
afterEach(() => {
	rmSync(made.temporary, { recursive: true, force: true });
	expect(api.refused).toEqual([]);
});

const payload = (fork = false) => ({
	number: 7,
	pull_request: {
		number: 7,
		head: { sha: HEAD, repo: { full_name: fork ? "somebody/r" : "o/r" } },
		base: { sha: SHA, repo: { full_name: "o/r" } },
	},
});

/** Runs the action on a pull request, with a token. The token is nowhere in what it says. */
async function onPullRequest(
	inputs: StepRequest["inputs"],
	respond: Respond,
	more: StepRequest = {},
): Promise<StepResult> {
	api.begin(respond);
	const result = await runAction(made, {
		event: "pull_request",
		payload: payload(),
		...more,
		inputs: { token: TOKEN, ...inputs },
		environment: { GITHUB_REPOSITORY: "o/r", GITHUB_API_URL: api.address },
	});
	expect(result.stdout + result.summary).not.toContain(TOKEN);
	return result;
}

/** What was asked for, in its order. */
const asked = () => api.requests.map(({ method, path }) => `${method} ${path}`);

/** A repository in which our own files are not there, and which has nothing else to say. */
const nothing: Respond = ({ path }) =>
	path.includes("/contents/") ? { status: 404, body: {} } : undefined;

const before = serversWithoutTransport(3).replace('"s1"', '"old"');

/** The same, where the pull request changes the second server. */
const changing: Respond = (request) =>
	request.path.endsWith("/files")
		? { body: [fileChange(".mcp.json", before, serversWithoutTransport(3))] }
		: nothing(request);

describe("only-changed without the commits", () => {
	test("asks GitHub for the lines", async () => {
		const { annotations } = await onPullRequest(
			{ "only-changed": "lines" },
			changing,
		);
		expect(annotations.map(({ properties }) => properties.line)).toEqual(["4"]);
		expect(asked()).toContain("GET /repos/o/r/pulls/7/files");
	});

	test("of a push compares the commits", async () => {
		const respond: Respond = (request) =>
			request.path.includes("/compare/")
				? {
						body: {
							files: [
								fileChange(".mcp.json", before, serversWithoutTransport(3)),
							],
						},
					}
				: undefined;
		const { annotations } = await onPullRequest(
			{ "only-changed": "lines" },
			respond,
			{ event: "push", payload: { before: HEAD } },
		);
		expect(annotations.map(({ properties }) => properties.line)).toEqual(["4"]);
		expect(asked()).toEqual([`GET /repos/o/r/compare/${HEAD}...${SHA}`]);
	});

	test.each([403, 404])(
		"reports everything where the token may not read (%i), with one notice",
		async (status) => {
			const { annotations } = await onPullRequest(
				{ "only-changed": "lines" },
				({ path }) =>
					path.endsWith("/files")
						? { status, body: {} }
						: nothing(api.requests[0] as never),
			);
			expect(annotations.map(({ name }) => name)).toEqual([
				"notice",
				"error",
				"error",
				"error",
			]);
			expect(annotations[0]?.message).toMatch(
				/^It is not known what has changed \(/,
			);
		},
	);
});

describe("our configuration", () => {
	const accepting = "rules: { missing-transport: off }\n";
	const base: Respond = ({ path }) =>
		path.endsWith("/contents/.mcp-config-lint.yml")
			? {
					body: {
						type: "file",
						encoding: "base64",
						size: accepting.length,
						name: ".mcp-config-lint.yml",
						path: ".mcp-config-lint.yml",
						content: Buffer.from(accepting).toString("base64"),
					},
				}
			: path.includes("/contents/")
				? { status: 404, body: {} }
				: undefined;

	test("is read from the base branch, at its commit", async () => {
		const result = await onPullRequest({}, base);
		expect(result.annotations.map(({ name }) => name)).toEqual(["notice"]);
		expect(result.status).toBe(0);
		expect(api.requests[0]?.query).toEqual({ ref: SHA });
	});

	test("is that of the pull request where GitHub does not give the other, which is said only where there is one", async () => {
		const refuse: Respond = () => ({ status: 403, body: {} });
		const silent = await onPullRequest({}, refuse);
		expect(silent.annotations.map(({ name }) => name)).toEqual(
			Array(3).fill("error"),
		);
		writeFiles(made, { ".mcp-config-lint.yml": accepting });
		const { annotations, status } = await onPullRequest({}, refuse);
		expect(annotations.map(({ name }) => name)).toEqual(["notice"]);
		expect(annotations[0]?.message).toMatch(
			/so that of the pull request was used\.$/,
		);
		expect(status).toBe(0);
	});
});

describe("check-run", () => {
	const bodies = () =>
		api.requests
			.filter(({ path }) => path.includes("/check-runs"))
			.map(({ body }) => body);

	test("has every problem, fifty a request, at the commit of the pull request", async () => {
		writeFiles(made, { ".mcp.json": serversWithoutTransport(51) });
		const { annotations } = await onPullRequest(
			{ "check-run": "true" },
			nothing,
		);
		const [first, second] = bodies();
		expect(first.head_sha).toBe(HEAD);
		expect(first.output.annotations).toHaveLength(50);
		expect(second.output.annotations).toHaveLength(1);
		expect(second.conclusion).toBe("failure");
		expect(second.output.title).toBe("51 errors");
		expect(second.output.summary).toContain("missing-transport");
		// those of the step are there as well
		expect(annotations).toHaveLength(11);
	});

	test("of a clean run is a success, and one that does not fail the step is neutral", async () => {
		await onPullRequest({ "check-run": "true", "fail-on": "never" }, nothing);
		expect(bodies().at(-1).conclusion).toBe("neutral");
		writeFiles(made, { ".mcp.json": '{ "mcpServers": {} }' });
		await onPullRequest({ "check-run": "true" }, nothing);
		expect(bodies().at(-1).conclusion).toBe("success");
	});

	test.each([
		["a token that may only read", 403, false],
		["a fork", 403, true],
		["a token that sees nothing", 404, false],
	])(
		"%s is one notice, and everything else as ever",
		async (_who, status, fork) => {
			const result = await onPullRequest(
				{ "check-run": "true" },
				(request) =>
					request.path.endsWith("/check-runs")
						? { status, body: { message: "Resource not accessible" } }
						: nothing(request),
				{ payload: payload(fork) },
			);
			const notices = result.annotations.filter(
				({ name }) => name === "notice",
			);
			expect(notices).toHaveLength(1);
			expect(notices[0]?.message).toMatch(/^There is no check run: .*\.$/);
			expect(result.summary).toContain("There is no check run");
			expect(result.annotations).toHaveLength(4);
			expect(result.status).toBe(1);
		},
	);
});

describe("review", () => {
	test("suggests our fixes on the lines of the diff, is updated on the next push, and withdrawn when clean", async () => {
		const talk = new Conversation(() => api.address);
		const respond: Respond = (request) =>
			request.path.endsWith("/files") || request.path.includes("/contents/")
				? changing(request)
				: talk.respond(request);
		await onPullRequest({ review: "true" }, respond);
		expect(talk.reviews).toHaveLength(1);
		// all three lines are in the hunk
		expect(talk.comments).toHaveLength(3);
		expect(talk.comments[0]?.body).toContain(
			'```suggestion\n    "s0": { "type": "http", "url": "https://0.example.com" },\n```',
		);
		await onPullRequest({ review: "true" }, respond);
		expect([talk.reviews.length, talk.comments.length]).toEqual([1, 3]);
		writeFiles(made, { ".mcp.json": '{ "mcpServers": {} }\n' });
		const clean = await onPullRequest({ review: "true" }, respond);
		expect([talk.reviews.length, talk.comments.length]).toEqual([1, 0]);
		expect([clean.annotations, clean.status]).toEqual([[], 0]);
	});

	test("of a fork is one notice", async () => {
		const { annotations } = await onPullRequest(
			{ review: "true" },
			(request) =>
				request.method === "POST"
					? { status: 403, body: {} }
					: request.path.endsWith("/reviews")
						? { body: [] }
						: changing(request),
			{ payload: payload(true) },
		);
		const notices = annotations.filter(({ name }) => name === "notice");
		expect(notices.map(({ message }) => message)).toEqual([
			expect.stringMatching(/^There is no review: .*fork/),
		]);
	});

	test("is for pull requests: elsewhere nothing is asked", async () => {
		const result = await onPullRequest({ review: "true" }, nothing, {
			event: "push",
			payload: {},
		});
		expect(api.requests).toEqual([]);
		expect(result.annotations).toHaveLength(3);
	});
});
