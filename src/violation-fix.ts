import type { Document } from "./document.ts";
import {
	type Fix,
	fixByWriting,
	fixWith,
	replace,
	replaceString,
} from "./edit.ts";
import type { Violation } from "./schema.ts";
import { meantValue } from "./violation-message.ts";
import { isSlipOf } from "./wording.ts";

/**
 * The fix of a value that its schema does not allow, to be spread into a problem. A value that would be right with quotes around it, or without
 * those that it has, is what its author meant; a word that is near another one is a guess.
 */
export function violationFix(
	document: Document,
	violation: Violation,
): { readonly fix?: Fix } {
	const { keyword, node } = violation;
	if (keyword === "type") return retype(document, violation);
	const meant = meantValue(violation);
	if (meant === undefined || node.type !== "string") return {};
	if (!isSlipOf(node.value, meant)) return {};
	return fixByWriting(meant, replaceString(document, node, meant));
}

/** Where numbers are as good as texts: variables, headers and arguments. A number in another place is no text that somebody meant. */
const TEXTS = /\/(?:args|env|environment|headers|http_headers)\/[^/]*$/;

function retype(
	{ text }: Document,
	{ node, params }: Violation,
): { readonly fix?: Fix } {
	const types = String(params.type).split(",");
	const written = text.slice(node.start, node.end);
	if (node.type === "number" || node.type === "boolean") {
		return types.includes("string") &&
			TEXTS.test(node.pointer) &&
			/^[\w.+-]+$/.test(written)
			? fixWith("Put it into quotes", [replace(node, `"${written}"`)])
			: {};
	}
	return node.type === "string" &&
		/^["']/.test(written) &&
		types.some((type) => isWritten(type, node.value))
		? fixWith("Take it out of its quotes", [replace(node, node.value)])
		: {};
}

/** Whether a text is what a value of a type is written as. */
function isWritten(type: string, text: string): boolean {
	switch (type) {
		case "boolean":
			return text === "true" || text === "false";
		case "integer":
			return /^(?:0|[1-9]\d{0,8})$/.test(text);
		case "number":
			return /^(?:0|[1-9]\d{0,8})(?:\.\d{1,9})?$/.test(text);
		default:
			return false;
	}
}
