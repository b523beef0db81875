import type { Range } from "../location.ts";
import {
	descendants,
	type Node,
	type ObjectNode,
	type StringNode,
} from "../syntax/tree.ts";

/** The objects whose values are where credentials are kept. */
const HOLDERS: readonly string[] = ["env", "headers"];

/** A reference and nothing else: the value is not in the file. */
const REFERENCE = /^(?:\w+\s+)?\$\{\w+\}$/;

/** The inside of every value that is shown to nobody, whatever it looks like: what stands under `env` and `headers`. */
export function sensitiveRanges(root: Node): Range[] {
	return [...descendants(root)]
		.filter((node) => node.type === "object")
		.flatMap(heldValues)
		.filter(({ value }) => value.length >= 4 && !REFERENCE.test(value))
		.map(inside);
}

/** Where the value itself stands, without the quotes if there are any. */
function inside({ start, end, value }: StringNode): Range {
	return end - start < value.length + 2
		? { start, end }
		: { start: start + 1, end: end - 1 };
}

function heldValues({ properties }: ObjectNode): StringNode[] {
	return properties
		.filter(({ key }) => HOLDERS.includes(key.value))
		.flatMap(({ value }) => (value.type === "object" ? value.properties : []))
		.map(({ value }) => value)
		.filter((value) => value.type === "string");
}
