import { pointerTokens, type Range } from "../location.ts";
import {
	descendants,
	type Node,
	type NumberNode,
	type ObjectNode,
	type StringNode,
} from "../syntax/tree.ts";
import { isOnlyReference } from "./likely-credentials.ts";

/** The objects whose values are where credentials are kept. */
const HOLDERS: readonly string[] = [
	"env",
	"environment",
	"headers",
	"http_headers",
];

/** Shorter texts tell nobody anything. */
const SHORTEST = 4;

/** Numbers with fewer digits are ports and the like. */
const FEWEST_DIGITS = 6;

/** The inside of every value that is shown to nobody, whatever it looks like: what stands under `env` and `headers`, whatever a client calls them. */
export function sensitiveRanges(root: Node): Range[] {
	return [...descendants(root)]
		.filter((node) => node.type === "object")
		.flatMap(heldValues)
		.flatMap(sensitiveRange);
}

/** Whether a value is a number that is shown to nobody. */
export function isSensitiveNumber({ pointer, value }: NumberNode): boolean {
	const holder = pointerTokens(pointer).at(-2);
	return (
		holder !== undefined &&
		HOLDERS.includes(holder) &&
		String(value).length >= FEWEST_DIGITS
	);
}

function heldValues({ properties }: ObjectNode): Node[] {
	return properties
		.filter(({ key }) => HOLDERS.includes(key.value))
		.flatMap(({ value }) => (value.type === "object" ? value.properties : []))
		.map(({ value }) => value);
}

function sensitiveRange(node: Node): Range[] {
	if (node.type === "number") return isSensitiveNumber(node) ? [node] : [];
	if (node.type !== "string") return [];
	const { value } = node;
	const isShown = value.length < SHORTEST || isOnlyReference(value);
	return isShown ? [] : [inside(node)];
}

/** Where the value itself stands, without the quotes if there are any. */
function inside({ start, end, value }: StringNode): Range {
	return end - start < value.length + 2
		? { start, end }
		: { start: start + 1, end: end - 1 };
}
