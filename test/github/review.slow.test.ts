import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeReview } from "../../src/github/review.ts";
import { suggestionsFor } from "../../src/github/suggestions.ts";
import { type ApiServer, type Respond, startApi } from "./api-server.ts";
import { clientOf } from "./client-of.ts";
import { bot, Conversation, person } from "./conversation.ts";
import { findingsIn } from "./findings.ts";

let api: ApiServer;
beforeAll(async () => {
	api = await startApi();
});
afterAll(() => api.close());

const createConversation = (user = bot) =>
	new Conversation(() => api.address, user);

/** A file with servers that each need a fix, but for those that have one. */
const servers = (names: readonly string[], transport = "streamableHttp") => {
	const lines = names.map(
		(name) =>
			`    "${name}": { "type": "${transport}", "url": "https://${name}.example.com/mcp" }`,
	);
	return `{\n  "mcpServers": {\n${lines.join(",\n")}\n  }\n}\n`;
};

/** What a push does to the review. */
const push = async (
	text: string,
	respond: Respond,
	{ token = "ghs_x", isFork = false } = {},
) => {
	api.begin(respond);
	const client = await clientOf({ token, address: api.address, pause: 1 });
	const suggestions = suggestionsFor(findingsIn({ ".mcp.json": text }));
	const pullRequest = {
		owner: "o",
		repo: "r",
		number: 7,
		headSha: "0".repeat(40),
		isFork,
	};
	return writeReview(client, pullRequest, suggestions);
};

/** What has been written. */
const writes = () =>
	api.requests
		.filter(({ method }) => method !== "GET")
		.map(
			({ method, path }) =>
				`${method} ${path.replace("/repos/o/r/pulls/", "")}`,
		);

const abc = servers(["a", "b", "c"]);

test("where there is nothing to suggest, nobody hears of us", async () => {
	const { respond } = createConversation();
	expect(await push(servers(["a"], "http"), respond)).toEqual({
		done: { review: "none", added: 0, kept: 0, removed: 0 },
	});
	expect(writes()).toEqual([]);
});

test("the first push makes a review with its comments", async () => {
	const talk = createConversation();
	expect(await push(abc, talk.respond)).toEqual({
		done: { review: "created", added: 3, kept: 0, removed: 0 },
	});
	expect(writes()).toEqual(["POST 7/reviews"]);
	expect(api.requests.at(-1)?.body).toMatchObject({
		commit_id: "0".repeat(40),
		event: "COMMENT",
		comments: [
			{ path: "app/.mcp.json", line: 3, side: "RIGHT" },
			{ path: "app/.mcp.json", line: 4, side: "RIGHT" },
			{ path: "app/.mcp.json", line: 5, side: "RIGHT" },
		],
	});
	expect(talk.reviews[0]?.body).toBe(
		"mcp-config-lint suggests 3 changes of this pull request.\n\n<!-- mcp-config-lint review -->",
	);
	expect(api.refused).toEqual([]);
});

test("several lines are replaced from the first to the last", async () => {
	const talk = createConversation();
	await push(
		'{\n  "a": { "command": "x" },\n  "b": { "command": "x" }\n}\n',
		talk.respond,
	);
	expect(api.requests.at(-1)?.body.comments).toMatchObject([
		{ start_line: 2, start_side: "RIGHT", line: 3, side: "RIGHT" },
	]);
	expect(api.refused).toEqual([]);
});

describe("the next push", () => {
	test("changes nothing where nothing has changed", async () => {
		const talk = createConversation();
		await push(abc, talk.respond);
		expect(await push(abc, talk.respond)).toEqual({
			done: { review: "updated", added: 0, kept: 3, removed: 0 },
		});
		expect(writes()).toEqual([]);
	});

	test("keeps what is still true, takes back what is not, and adds what is new", async () => {
		const talk = createConversation();
		await push(abc, talk.respond);
		const [a, b, c] = talk.comments;
		const text = abc
			.replace('"b": { "type": "streamableHttp"', '"b": { "type": "http"')
			.replace(
				"\n  }\n}",
				',\n    "d": { "type": "streamableHttp", "url": "https://d.example.com/mcp" }\n  }\n}',
			);
		expect(await push(text, talk.respond)).toEqual({
			done: { review: "updated", added: 2, kept: 1, removed: 2 },
		});
		// the line of c has a comma now, so another one is suggested
		expect(writes()).toEqual([
			`DELETE comments/${b?.id}`,
			`DELETE comments/${c?.id}`,
			"POST 7/comments",
			"POST 7/comments",
		]);
		expect(talk.comments.map(({ line }) => line)).toEqual([3, 5, 6]);
		expect(talk.comments[0]).toBe(a);
		expect(api.refused).toEqual([]);
	});

	test("says again what GitHub has lost the place of", async () => {
		const talk = createConversation();
		await push(abc, talk.respond);
		for (const comment of talk.comments) comment.line = null;
		expect(await push(abc, talk.respond)).toMatchObject({
			done: { added: 3, removed: 3 },
		});
		expect(talk.comments.map(({ line }) => line)).toEqual([3, 4, 5]);
	});

	test("takes everything back when nothing is left, and says so", async () => {
		const talk = createConversation();
		await push(abc, talk.respond);
		const clean = servers(["a", "b", "c"], "http");
		expect(await push(clean, talk.respond)).toEqual({
			done: { review: "cleared", added: 0, kept: 0, removed: 3 },
		});
		expect(talk.comments).toEqual([]);
		expect(talk.reviews.map(({ body }) => body)).toEqual([
			"mcp-config-lint has nothing left to suggest.\n\n<!-- mcp-config-lint review -->",
		]);
		expect(await push(clean, talk.respond)).toMatchObject({
			done: { review: "cleared" },
		});
		expect(writes()).toEqual([]);
		expect(api.refused).toEqual([]);
	});

	test("leaves what somebody has answered to, and does not say it twice", async () => {
		const talk = createConversation();
		await push(abc, talk.respond);
		const [first] = talk.comments;
		talk.add(talk.comments, {
			user: person,
			body: "No.",
			in_reply_to_id: first?.id,
		});
		if (first) first.line = null;
		expect(await push(abc, talk.respond)).toMatchObject({
			done: { added: 0, kept: 3, removed: 0 },
		});
		await push(servers(["a", "b", "c"], "http"), talk.respond);
		expect(talk.comments.map(({ body }) => body)).toEqual([first?.body, "No."]);
	});

	test("does not touch what others have written, whatever it ends with", async () => {
		const talk = createConversation();
		await push(abc, talk.respond);
		const copies = talk.comments.map(({ body }) =>
			talk.add(talk.comments, { user: person, body, line: 3 }),
		);
		const quoted = talk.add(talk.comments, {
			body: `${copies[0]?.body}\nso what?`,
		});
		const review = talk.add(talk.reviews, {
			user: person,
			body: talk.reviews[0]?.body ?? "",
		});
		const before = review.body;
		await push(servers(["a", "b", "c"], "http"), talk.respond);
		expect(talk.comments).toEqual([...copies, quoted]);
		expect(review.body).toBe(before);
	});

	test("finds its comments among many", async () => {
		const talk = createConversation();
		for (let count = 0; count < 250; count++) {
			talk.add(talk.reviews, { user: person, body: "ok" });
			talk.add(talk.comments, { user: person, body: "ok", line: 1 });
		}
		await push(abc, talk.respond);
		expect(await push(abc, talk.respond)).toMatchObject({
			done: { kept: 3, added: 0 },
		});
		expect(api.requests.filter(({ method }) => method === "GET")).toHaveLength(
			6,
		);
	});
});

test("with the token of a person only what this person has written is ours", async () => {
	const talk = createConversation(person);
	const token = { token: "ghp_x" };
	talk.add(talk.reviews, {
		user: bot,
		body: "<!-- mcp-config-lint review -->",
	});
	expect(await push(abc, talk.respond, token)).toMatchObject({
		done: { review: "created" },
	});
	expect(await push(abc, talk.respond, token)).toMatchObject({
		done: { review: "updated", kept: 3 },
	});
	expect(api.requests[0]?.path).toBe("/user");
	expect(api.refused).toEqual([]);
});

test("a token that is nobody's is that of a bot", async () => {
	const talk = createConversation();
	const respond: Respond = (request) =>
		request.path === "/user"
			? { status: 403, body: {} }
			: talk.respond(request);
	const token = { token: "v1.0" };
	await push(abc, respond, token);
	expect(await push(abc, respond, token)).toMatchObject({
		done: { review: "updated", kept: 3 },
	});
});

test("fifty are written at once, and the others counted", async () => {
	const talk = createConversation();
	await push(
		servers(Array.from({ length: 61 }, (_, index) => `s${index}`)),
		talk.respond,
	);
	expect(talk.comments).toHaveLength(50);
	expect(talk.reviews[0]?.body).toContain(
		"suggests 50 changes of this pull request. 11 more come when",
	);
	expect(api.refused).toEqual([]);
});

test("who may not write is told what is missing", async () => {
	const talk = createConversation();
	const respond: Respond = (request) =>
		request.method === "POST"
			? { status: 403, body: {} }
			: talk.respond(request);
	expect(await push(abc, respond)).toEqual({
		status: 403,
		reason:
			"the token may not write reviews (403); add `permissions: pull-requests: write`, or leave `review` off",
	});
	expect(await push(abc, respond, { isFork: true })).toEqual({
		status: 403,
		reason:
			"the token may not write reviews (403), because the pull request is from a fork, whose token is read-only",
	});
});

test("what could be there already is not made again", async () => {
	const talk = createConversation();
	const respond: Respond = (request) =>
		request.method === "POST"
			? { status: 502, body: {} }
			: talk.respond(request);
	expect(await push(abc, respond)).toEqual({
		status: 502,
		reason: "GitHub answered 502",
	});
	expect(writes()).toEqual(["POST 7/reviews"]);
});

test("what somebody else has deleted meanwhile is gone", async () => {
	const talk = createConversation();
	await push(abc, talk.respond);
	const respond: Respond = (request) =>
		request.method === "DELETE"
			? { status: 404, body: {} }
			: talk.respond(request);
	expect(await push(servers(["a"], "http"), respond)).toMatchObject({
		done: { review: "cleared", removed: 3 },
	});
});
