import {
	afterAll,
	beforeAll,
	beforeEach,
	describe,
	expect,
	test,
} from "vitest";
import { type CheckRun, writeCheckRun } from "../../src/github/check-run.ts";
import {
	type ApiServer,
	freePort,
	type Respond,
	startApi,
} from "./api-server.ts";
import { clientOf } from "./client-of.ts";
import { findingsIn } from "./findings.ts";

/** Made up, and never to be seen again. */
const token = ["ghs", "Zq8Lw2Xn5Rk7Tb3Vc9Yd4Hf6Jg1Ms0Pa"].join("_");

let api: ApiServer;
beforeAll(async () => {
	api = await startApi();
});
afterAll(() => api.close());

const client = (options = {}) =>
	clientOf({ token, address: api.address, pause: 1, ...options });

/** A check run with so many errors, and what is left of the request. */
const checkRun = (errors: number, change: Partial<CheckRun> = {}): CheckRun => {
	const servers = Array.from(
		{ length: errors },
		(_, index) => `    "s${index}": {}`,
	);
	const text = `{\n  "mcpServers": {\n${servers.join(",\n")}\n  }\n}\n`;
	return {
		...findingsIn({
			".mcp.json": errors === 0 ? '{ "mcpServers": {} }\n' : text,
		}),
		repository: {
			owner: "o",
			repo: "r",
			headSha: "0".repeat(40),
			isFork: false,
		},
		conclusion: errors === 0 ? "success" : "failure",
		title: `${errors} errors`,
		summary: () => "All of it.",
		...change,
	};
};

const write = async (run: CheckRun, respond?: Respond, options = {}) => {
	api.begin(respond);
	return writeCheckRun(await client(options), run);
};

/** What is asked of a request: which it is, where the run stands, and how many annotations it has. */
const outline = () =>
	api.requests.map(({ method, body }) =>
		[
			method,
			body.status ?? "",
			body.conclusion ?? "",
			body.output.annotations.length,
		].join(" "),
	);

beforeEach(() => {
	api.begin();
});

test.each([
	[0, ["POST completed success 0"]],
	[1, ["POST completed failure 1"]],
	[50, ["POST completed failure 50"]],
	[51, ["POST in_progress  50", "PATCH completed failure 1"]],
	[120, ["POST in_progress  50", "PATCH   50", "PATCH completed failure 20"]],
])("%i problems are written as GitHub takes them", async (errors, requests) => {
	const answer = await write(checkRun(errors));
	expect(answer).toMatchObject({ done: { annotations: errors } });
	expect(outline()).toEqual(requests);
	expect(api.refused).toEqual([]);
});

test("a thousand are written, and the others counted", async () => {
	await write(checkRun(1003));
	expect(api.requests).toHaveLength(20);
	expect(api.requests[0]?.body.output.summary).toBe(
		"3 more problems are not shown beside the lines.\n\nAll of it.",
	);
	expect(api.refused).toEqual([]);
}, 30_000);

test("an annotation says where, how bad, and what the client does", async () => {
	await write(checkRun(1));
	expect(api.requests[0]?.body).toMatchInlineSnapshot(`
		{
		  "conclusion": "failure",
		  "head_sha": "0000000000000000000000000000000000000000",
		  "name": "mcp-config-lint",
		  "output": {
		    "annotations": [
		      {
		        "annotation_level": "failure",
		        "end_column": 8,
		        "end_line": 3,
		        "message": "Server "s0": "command" is missing.
		Claude Code drops this server and loads the rest.
		https://github.com/mcp-config-lint/mcp-config-lint/blob/main/docs/rules/invalid-server.md",
		        "path": "app/.mcp.json",
		        "start_column": 5,
		        "start_line": 3,
		        "title": "invalid-server",
		      },
		    ],
		    "summary": "All of it.",
		    "title": "1 errors",
		  },
		  "status": "completed",
		}
	`);
});

test("what is too long is cut", async () => {
	const title = "é".repeat(300);
	const summary = (mostBytes: number) => "x".repeat(mostBytes);
	await write(checkRun(1003, { title, summary }));
	const { output } = api.requests[0]?.body ?? {};
	expect(output.title).toBe("é".repeat(127));
	expect(output.summary).toMatch(/^3 more problems .*\n\nx+$/);
	expect(output.summary).toHaveLength(65_535);
	expect(api.refused).toEqual([]);
}, 30_000);

describe("where GitHub does not do it, it is said in a sentence", () => {
	const hint = "; add `permissions: checks: write`, or leave `check-run` off";
	const epoch = String(Date.UTC(2026, 0, 1, 14, 32) / 1000);
	test.each([
		[
			"without the permission",
			{
				status: 403,
				body: { message: "Resource not accessible by integration" },
			},
			`the token may not write checks (403)${hint}`,
		],
		[
			"where it cannot see the repository",
			{ status: 404, body: { message: "Not Found" } },
			`the token may not write checks (404)${hint}`,
		],
		[
			"with a token of the past",
			{ status: 401, body: { message: "Bad credentials" } },
			"GitHub does not know the token (401)",
		],
		[
			"after too many requests",
			{
				status: 403,
				headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": epoch },
			},
			"the limit of requests to GitHub is reached until 14:32 UTC (403)",
		],
		[
			"after too many at once",
			{ status: 429, headers: { "retry-after": "60" } },
			"GitHub takes no more requests for 60 seconds (429)",
		],
		[
			"after too many, and nothing said",
			{ status: 429, body: {} },
			"GitHub takes no more requests for now (429)",
		],
		[
			"for something else",
			{ status: 422, body: { message: `no\n::error::${token}` } },
			"GitHub refuses to write checks (422): no\ufffd::error::***",
		],
	])("%s", async (_name, response, reason) => {
		const answer = await write(checkRun(60), () => response);
		expect(answer).toEqual({ status: response.status, reason });
		// a limit is not waited for, and no is no
		expect(outline()).toEqual(["POST in_progress  50"]);
	});

	test("from a fork", async () => {
		const run = checkRun(1);
		const answer = await write(
			{ ...run, repository: { ...run.repository, isFork: true } },
			() => ({ status: 403 }),
		);
		expect(answer).toEqual({
			status: 403,
			reason:
				"the token may not write checks (403), because the pull request is from a fork, whose token is read-only",
		});
	});

	test("where it fails", async () => {
		const answer = await write(checkRun(1), () => ({ status: 502, body: {} }));
		expect(answer).toEqual({
			status: 502,
			reason: "GitHub answered 502 three times",
		});
		expect(api.requests).toHaveLength(3);
	});

	test("where it is not there", async () => {
		const address = `http://127.0.0.1:${await freePort()}`;
		const answer = await writeCheckRun(await client({ address }), checkRun(1));
		expect(answer).toEqual({
			status: 0,
			reason: `cannot reach ${address} (ECONNREFUSED)`,
		});
	});

	test("where it is not there, the second errand does not wait again", async () => {
		const address = `http://127.0.0.1:${await freePort()}`;
		const asked = await client({ address, pause: 100 });
		const first = await writeCheckRun(asked, checkRun(1));
		const start = performance.now();
		expect(await writeCheckRun(asked, checkRun(1))).toEqual(first);
		expect(performance.now() - start).toBeLessThan(90);
	});

	test("where it takes too long", async () => {
		const answer = await write(checkRun(1), () => ({ delay: 300 }), {
			patience: 100,
		});
		expect(answer).toEqual({
			status: 0,
			reason: "GitHub did not answer within 0.1 seconds",
		});
	});

	test("where it says what nobody understands", async () => {
		const answer = await write(checkRun(1), () => ({ status: 204 }));
		expect(answer).toEqual({
			status: 200,
			reason: "GitHub's answer cannot be understood",
		});
	});
});

test("a server that fails once is asked again", async () => {
	let times = 0;
	const answer = await write(checkRun(51), () =>
		++times === 2 ? { status: 502, body: {} } : undefined,
	);
	expect(answer).toMatchObject({ done: { annotations: 51 } });
	expect(outline()).toEqual([
		"POST in_progress  50",
		"PATCH completed failure 1",
		"PATCH completed failure 1",
	]);
});

test("a check run that is begun is ended, whatever comes between", async () => {
	const answer = await write(checkRun(120), ({ method, body }) =>
		method === "PATCH" && body.output.annotations.length > 0
			? { status: 500, body: {} }
			: undefined,
	);
	expect(answer).toMatchObject({ reason: "GitHub answered 500 three times" });
	expect(outline().at(-1)).toBe("PATCH completed failure 0");
});

test("a long answer that repeats the token shows no part of it", async () => {
	const message = `${"x".repeat(340)} ${token}`;
	const answer = await write(checkRun(1), () => ({
		status: 422,
		body: { message },
	}));
	for (let at = 4; at + 4 <= token.length; at++)
		expect(JSON.stringify(answer)).not.toContain(token.slice(at, at + 4));
});

test("the token goes into the header, and nowhere else", async () => {
	await write(checkRun(60));
	for (const { headers, body, path } of api.requests) {
		expect(headers.authorization).toBe(`token ${token}`);
		expect(JSON.stringify([path, body])).not.toContain(token);
	}
});
