import { type ChildProcess, spawn } from "node:child_process";
import {
	createServer,
	type IncomingHttpHeaders,
	type IncomingMessage,
	type Server,
} from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";

/** A request as it has arrived. */
export interface ApiRequest {
	readonly method: string;
	/** Without the parameters. */
	readonly path: string;
	readonly query: Readonly<Record<string, string>>;
	readonly headers: IncomingHttpHeaders;
	// biome-ignore lint/suspicious/noExplicitAny: tests reach for what they know to be there
	readonly body: any;
}

/** What is answered in the place of the example from the description. */
export interface ApiResponse {
	readonly status?: number;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: unknown;
	/** In milliseconds, before it comes. */
	readonly delay?: number;
}

/** What a test lets the server say; nothing: what the description gives as an example. */
export type Respond = (request: ApiRequest) => ApiResponse | undefined;

/** A server that takes what GitHub's description of its API allows, and refuses the rest with 422. */
export interface ApiServer {
	readonly address: string;
	/** What has been asked since the last start. */
	readonly requests: ApiRequest[];
	/** What the description does not allow of it. */
	readonly refused: string[];
	/** Forgets what was asked, and answers in this way from now on. */
	begin(respond?: Respond): void;
	close(): Promise<void>;
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Starts it. Prism holds the requests against the description; in front of it stands what records them, and what answers as a test wants. */
export async function startApi(): Promise<ApiServer> {
	const { port, child } = await startPrism();
	const requests: ApiRequest[] = [];
	const refused: string[] = [];
	let respond: Respond = () => undefined;
	const server = createServer(async (incoming, outgoing) => {
		const text = await textOf(incoming);
		const url = new URL(incoming.url ?? "/", "http://localhost");
		const request = {
			method: incoming.method ?? "",
			path: decodeURIComponent(url.pathname),
			query: Object.fromEntries(url.searchParams),
			headers: incoming.headers,
			body: text === "" ? undefined : JSON.parse(text),
		};
		requests.push(request);
		const checked = await fetch(`http://127.0.0.1:${port}${incoming.url}`, {
			method: request.method,
			// what the client asks for by GitHub's own name, Prism does not have
			headers: {
				accept: "application/json",
				"content-type": "application/json",
			},
			...(text !== "" && { body: text }),
		});
		const example = await checked.text();
		const isAllowed = checked.status < 400;
		if (!isAllowed)
			refused.push(`${request.method} ${request.path}: ${example}`);
		const {
			status = checked.status,
			headers = {},
			body = undefined,
			delay = 0,
		} = (isAllowed ? respond(request) : undefined) ?? {};
		if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
		outgoing.writeHead(status, {
			"content-type": "application/json; charset=utf-8",
			...headers,
		});
		outgoing.end(
			status === 204 ? "" : body === undefined ? example : JSON.stringify(body),
		);
	});
	const address = await listen(server);
	return {
		address,
		requests,
		refused,
		begin(next = () => undefined) {
			requests.length = 0;
			refused.length = 0;
			respond = next;
		},
		async close() {
			child.kill();
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

/** An answer that is given in pages, with where the next one is. */
export function page<Item>(
	{ path, query }: ApiRequest,
	items: readonly Item[],
	address: string,
): ApiResponse {
	const number = Number(query.page ?? 1);
	const size = Number(query.per_page ?? 30);
	const next = `${address}${path}?per_page=${size}&page=${number + 1}`;
	return {
		body: items.slice((number - 1) * size, number * size),
		headers:
			items.length > number * size ? { link: `<${next}>; rel="next"` } : {},
	};
}

async function startPrism(): Promise<{
	readonly port: number;
	readonly child: ChildProcess;
}> {
	const port = await freePort();
	const child = spawn(
		here("../tools/node/node_modules/node-24/bin/node"),
		[
			here(
				"../tools/github-api/node_modules/@stoplight/prism-cli/dist/index.js",
			),
			"mock",
			...["--host", "127.0.0.1", "--port", String(port)],
			here("api-description.json"),
		],
		{ stdio: ["ignore", "pipe", "pipe"] },
	);
	const end = () => child.kill();
	process.once("exit", end);
	child.once("exit", () => process.off("exit", end));
	let said = "";
	await new Promise<void>((resolve, reject) => {
		for (const stream of [child.stdout, child.stderr])
			stream.on("data", (chunk) => {
				said += chunk;
				if (said.includes("is listening")) resolve();
			});
		child.once("exit", () =>
			reject(new Error(`Prism does not start: ${said}`)),
		);
	});
	return { port, child };
}

/** One that nobody listens at. */
export async function freePort(): Promise<number> {
	const server = createServer();
	const address = await listen(server);
	await new Promise((resolve) => server.close(resolve));
	return Number(new URL(address).port);
}

async function listen(server: Server): Promise<string> {
	await new Promise<void>((resolve) => {
		server.listen(0, "127.0.0.1", resolve);
	});
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function textOf(incoming: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of incoming) chunks.push(chunk);
	return Buffer.concat(chunks).toString("utf8");
}
