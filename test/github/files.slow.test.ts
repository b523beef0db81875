import { afterAll, beforeAll, expect, test } from "vitest";
import {
	changedBetween,
	changedInPullRequest,
} from "../../src/github/changed-files.ts";
import { fileAt } from "../../src/github/file-at.ts";
import { type ApiServer, page, type Respond, startApi } from "./api-server.ts";
import { clientOf } from "./client-of.ts";
import { fileChange } from "./file-change.ts";

let api: ApiServer;
beforeAll(async () => {
	api = await startApi();
});
afterAll(() => api.close());

const begin = (respond?: Respond) => {
	api.begin(respond);
	return clientOf({ token: "x", address: api.address, pause: 1 });
};

const pullRequest = { owner: "o", repo: "r", number: 7 };
const sha = "0".repeat(40);
const commits = {
	owner: "o",
	repo: "r",
	baseSha: "a".repeat(40),
	headSha: sha,
};
const file = (name: string) => fileChange(name, "a\nb\n", "a\nc\n");
const files = (count: number) =>
	Array.from({ length: count }, (_, index) => file(`f${index}`));

test("what a pull request changes is read to the last page", async () => {
	const client = await begin((request) =>
		page(request, files(250), api.address),
	);
	const answer = await changedInPullRequest(client, pullRequest);
	expect(
		api.requests.map(({ path, query }) => `${path} ${query.page ?? 1}`),
	).toEqual([
		"/repos/o/r/pulls/7/files 1",
		"/repos/o/r/pulls/7/files 2",
		"/repos/o/r/pulls/7/files 3",
	]);
	expect(answer).toMatchObject({ done: { isCut: false } });
	expect("done" in answer && answer.done.files).toHaveLength(250);
	expect("done" in answer && answer.done.files.at(-1)).toEqual({
		file: "f249",
		changed: [{ first: 2, last: 2 }],
		hunks: [{ first: 1, lines: ["a", "c"] }],
	});
	expect(api.refused).toEqual([]);
});

test("a file without a patch has changed as a whole, and one that is gone not at all", async () => {
	const { patch: _, ...large } = file("large");
	const gone = { ...file("gone"), status: "removed" };
	const client = await begin(() => ({ body: [large, gone] }));
	expect(await changedInPullRequest(client, pullRequest)).toEqual({
		done: {
			files: [{ file: "large", changed: "all", hunks: [] }],
			isCut: false,
		},
	});
});

test.each([
	[299, false],
	[300, true],
])(
	"of %i files between two commits there may be more: %s",
	async (count, isCut) => {
		const client = await begin(() => ({ body: { files: files(count) } }));
		const answer = await changedBetween(client, commits);
		expect(answer).toMatchObject({ done: { isCut } });
		expect(api.requests.map(({ path }) => path)).toEqual([
			`/repos/o/r/compare/${commits.baseSha}...${commits.headSha}`,
		]);
		expect(api.refused).toEqual([]);
	},
);

test("who may not read is told what is missing", async () => {
	const client = await begin(() => ({ status: 403, body: {} }));
	expect(await changedInPullRequest(client, pullRequest)).toEqual({
		status: 403,
		reason:
			"the token may not read the files of the pull request (403); add `permissions: pull-requests: read`, or leave `only-changed` and `review` off",
	});
	expect(await changedBetween(client, commits)).toMatchObject({
		reason: expect.stringContaining("add `permissions: contents: read`"),
	});
});

const content = (text: string) => ({
	body: {
		type: "file",
		encoding: "base64",
		content: Buffer.from(text).toString("base64").replace(/.{60}/g, "$&\n"),
	},
});

test("the text of a file is read as it was at a commit", async () => {
	const text = "rules:\n  # ü\n  insecure-url: error\n".repeat(9);
	const client = await begin(() => content(text));
	const path = "a folder/#1/.mcp-config-lint.yml";
	expect(await fileAt(client, { owner: "o", repo: "r", path, sha })).toEqual({
		done: text,
	});
	expect(api.requests).toMatchObject([
		{ path: `/repos/o/r/contents/${path}`, query: { ref: sha } },
	]);
	expect(api.refused).toEqual([]);
});

test("a file that is not there is none, where the commit can be read", async () => {
	const client = await begin(({ path }) =>
		path.includes("/contents/") ? { status: 404, body: {} } : undefined,
	);
	expect(
		await fileAt(client, { owner: "o", repo: "r", path: "x", sha }),
	).toEqual({ done: undefined });
	expect(api.requests.map(({ path }) => path)).toEqual([
		"/repos/o/r/contents/x",
		`/repos/o/r/git/commits/${sha}`,
	]);
	expect(api.refused).toEqual([]);
});

test("where it cannot, nobody knows", async () => {
	const client = await begin(() => ({ status: 404, body: {} }));
	expect(
		await fileAt(client, { owner: "o", repo: "r", path: "x", sha }),
	).toEqual({
		status: 404,
		reason:
			"the token may not read files of the repository (404); add `permissions: contents: read`",
	});
});

test("a folder is no file, and a large file is not given", async () => {
	const folder = await begin(() => ({ body: [{ type: "file", name: "a" }] }));
	expect(
		await fileAt(folder, { owner: "o", repo: "r", path: "x", sha }),
	).toEqual({ done: undefined });
	const large = await begin(() => ({
		body: { type: "file", encoding: "none", content: "" },
	}));
	expect(
		await fileAt(large, { owner: "o", repo: "r", path: "x", sha }),
	).toMatchObject({
		reason: "x is larger than 1 MB, and GitHub does not give it",
	});
});
