import {
	type Client,
	type ClientOptions,
	createClient,
	isRefusal,
} from "../../src/github/client.ts";

/** A client with a token that can be one. */
export async function clientOf(options: ClientOptions): Promise<Client> {
	const client = await createClient(options);
	if (isRefusal(client)) throw new Error(client.reason);
	return client;
}
