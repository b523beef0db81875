/** A call of a tool, as somebody asks about it. */
export interface ToolCall {
	/** As it is written. */
	readonly text: string;
	readonly tool: string;
	/** What stands in the parentheses: a command, a path, a URL…; absent for a tool alone. */
	readonly argument: string | undefined;
}

/** Reads `Tool` or `Tool(argument)`; what stands between the first and the last parenthesis is taken as it is. Nothing for another text. */
export function parseToolCall(text: string): ToolCall | undefined {
	const parts = /^([^\s()]+)(?:\(([\s\S]*)\))?$/.exec(text.trim());
	if (!parts) return undefined;
	const [, tool = "", argument] = parts;
	return { text, tool, argument };
}
