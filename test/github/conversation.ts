import { type ApiRequest, type ApiResponse, page } from "./api-server.ts";

export const bot = { id: 41898282, login: "github-actions[bot]", type: "Bot" };
export const person = { id: 5, login: "someone", type: "User" };

/** A comment or a review as GitHub keeps it. */
export interface Entry {
	readonly id: number;
	readonly user: typeof bot;
	body: string;
	line?: number | null;
	readonly [key: string]: unknown;
}

/** A pull request with what is said about it. */
export class Conversation {
	readonly reviews: Entry[] = [];
	readonly comments: Entry[] = [];
	#last = 0;

	/**
	 * @param address where the server listens, to say where a next page is
	 * @param user who has the token
	 */
	constructor(
		readonly address: () => string,
		readonly user = bot,
	) {}

	add(
		list: Entry[],
		entry: Omit<Entry, "id" | "user"> & { user?: typeof bot },
	): Entry {
		const added = { user: this.user, ...entry, id: ++this.#last } as Entry;
		list.push(added);
		return added;
	}

	readonly respond = (request: ApiRequest): ApiResponse | undefined => {
		const { method, path, body } = request;
		const id = Number(path.split("/").at(-1));
		switch (`${method} ${path.replace(/\d+/g, "#")}`) {
			case "GET /user":
				return { body: this.user };
			case "GET /repos/o/r/pulls/#/reviews":
				return page(request, this.reviews, this.address());
			case "GET /repos/o/r/pulls/#/comments":
				return page(request, this.comments, this.address());
			case "POST /repos/o/r/pulls/#/reviews":
				for (const comment of body.comments) this.add(this.comments, comment);
				return { body: this.add(this.reviews, { body: body.body }) };
			case "PUT /repos/o/r/pulls/#/reviews/#":
				for (const review of this.reviews)
					if (review.id === id) review.body = body.body;
				return undefined;
			case "POST /repos/o/r/pulls/#/comments":
				return { status: 201, body: this.add(this.comments, body) };
			case "DELETE /repos/o/r/pulls/comments/#":
				this.comments.splice(
					this.comments.findIndex((each) => each.id === id),
					1,
				);
				return undefined;
			default:
				return { status: 404, body: {} };
		}
	};
}
