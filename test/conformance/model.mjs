// A stand-in for the model on the loopback interface: it speaks the Messages API and says what a script tells it to.
import { createServer } from "node:http";
import { text } from "node:stream/consumers";

/** What the client is asked to do; by it a conversation is told from those that the client has on the side, and with agents. */
export const PROMPT = "Play the scripted calls.";

/**
 * Starts a model that makes one tool call a turn.
 * @param calls `{ tool, input }` each, in their order
 * @returns its address; `results`: the text and `isError` of what came of each call, by `callId`; `close`
 */
export async function startModel(calls) {
	const results = new Map();
	const server = createServer(async (request, response) => {
		const body = await text(request);
		if (!/^\/v1\/messages(?:\?|$)/.test(request.url ?? "")) {
			response.writeHead(404).end();
			return;
		}
		const { messages = [], stream } = JSON.parse(body);
		const isOurs = JSON.stringify(messages[0]).includes(PROMPT);
		if (isOurs) keepResults(messages, results);
		const turn = messages.filter(({ role }) => role === "assistant").length;
		const block =
			isOurs && turn < calls.length
				? toolUse(calls[turn], turn)
				: { type: "text", text: "Done." };
		answer(response, { block, turn, isStream: stream === true });
	});
	await new Promise((done) => server.listen(0, "127.0.0.1", done));
	return {
		address: `http://127.0.0.1:${server.address().port}`,
		results,
		close() {
			server.close();
			server.closeAllConnections();
		},
	};
}

/** The id under which the client answers the call at a place of the script. */
export function callId(index) {
	return `toolu_${index}`;
}

function toolUse({ tool, input }, index) {
	return { type: "tool_use", id: callId(index), name: tool, input };
}

function keepResults(messages, results) {
	const blocks = messages.flatMap(({ content }) =>
		Array.isArray(content) ? content : [],
	);
	for (const { type, tool_use_id, content, is_error } of blocks) {
		if (type !== "tool_result") continue;
		const parts = Array.isArray(content) ? content : [{ text: content }];
		results.set(tool_use_id, {
			text: parts.map((part) => part.text ?? "").join("\n"),
			isError: is_error === true,
		});
	}
}

/** @param turn the client takes messages with the same id for one */
function answer(response, { block, turn, isStream }) {
	const stop_reason = block.type === "tool_use" ? "tool_use" : "end_turn";
	const usage = { input_tokens: 1, output_tokens: 1 };
	const message = {
		...{ id: `msg_${turn}`, type: "message", role: "assistant" },
		model: "scripted",
		...{ content: [], stop_reason: null, stop_sequence: null, usage },
	};
	if (!isStream) {
		const whole = { ...message, content: [block], stop_reason };
		response
			.writeHead(200, { "content-type": "application/json" })
			.end(JSON.stringify(whole));
		return;
	}
	const [empty, delta] =
		block.type === "tool_use"
			? [
					{ ...block, input: {} },
					{
						type: "input_json_delta",
						partial_json: JSON.stringify(block.input),
					},
				]
			: [
					{ ...block, text: "" },
					{ type: "text_delta", text: block.text },
				];
	response.writeHead(200, { "content-type": "text/event-stream" });
	const events = [
		{ type: "message_start", message },
		{ type: "content_block_start", index: 0, content_block: empty },
		{ type: "content_block_delta", index: 0, delta },
		{ type: "content_block_stop", index: 0 },
		{ type: "message_delta", delta: { stop_reason }, usage },
		{ type: "message_stop" },
	];
	for (const event of events) {
		response.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
	}
	response.end();
}
