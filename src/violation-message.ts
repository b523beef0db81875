import { pointerTokens } from "./location.ts";
import type { Problem } from "./rule.ts";
import type { Violation } from "./schema.ts";
import { isSensitiveNumber } from "./secrets/sensitive-values.ts";
import type { Node } from "./syntax/tree.ts";
import { either, nearest, quote, withArticle } from "./wording.ts";

/**
 * A schema violation as a problem: at the value or, where something is missing, at the key of the value that lacks it.
 * @param owner what the value belongs to, as a sentence starts with it: `Server "a"`
 */
export function violationProblem(violation: Violation, owner: string): Problem {
	const description = describeViolation(violation);
	const sentence = description.startsWith("It ")
		? `${owner} ${description.slice("It ".length)}`
		: `${owner}: ${description}`;
	return {
		location: violationLocation(violation),
		message: sentence,
		effect: violation.effect,
	};
}

function violationLocation({ keyword, node, property }: Violation) {
	const { key } = property ?? {};
	if (keyword !== "required") return node;
	if (key) return key;
	return { ...node, end: node.start + 1 };
}

/** What is wrong and what would be right, in one sentence. */
export function describeViolation(violation: Violation): string {
	const { keyword, params, node } = violation;
	const name = placeName(violation);
	switch (keyword) {
		case "type":
			return `${name} must be ${either(typeNames(params.type))}, not ${shownValue(node)}.`;
		case "enum":
			return describeEnum(name, violation);
		case "const":
			return `${name} must be ${JSON.stringify(params.allowedValue)}, not ${shownValue(node)}.`;
		case "required":
			return `"${params.missingProperty}" is missing.`;
		case "minLength":
		case "minItems":
			return `${name} must not be empty.`;
		case "format":
			return `${name} must be a URL, not ${shownValue(node)}.`;
		case "pattern":
			return params.pattern === "^https://"
				? `${name} must start with https://.`
				: `${name} has characters that are not allowed here: ${shownValue(node)}.`;
		case "minimum":
		case "maximum":
		case "exclusiveMinimum":
		case "exclusiveMaximum":
			return `${name} must be ${comparisons[String(params.comparison)]} ${params.limit}, not ${shownValue(node)}.`;
		case "false schema":
			return `${name} does not go together with the other fields; remove it.`;
		case "maxProperties":
			return `${name} must have one key, and has more; write an item for each.`;
		case "additionalProperties":
			return `${quote(String(params.additionalProperty))} is not known here.`;
		default:
			return `${name} is not allowed: ${shownValue(node)}.`;
	}
}

const comparisons: Readonly<Record<string, string>> = {
	">": "greater than",
	">=": "at least",
	"<": "less than",
	"<=": "at most",
};

/** The value that was probably meant by one that is none of those to choose from; nothing where none is near. */
export function meantValue({
	keyword,
	node,
	params,
}: Violation): string | undefined {
	return keyword === "enum" && node.type === "string"
		? nearest(node.value, namedValues(params.allowedValues))
		: undefined;
}

function describeEnum(name: string, violation: Violation): string {
	const { node, params } = violation;
	const values = namedValues(params.allowedValues);
	const choice = either(values.map((value) => `"${value}"`));
	const meant = meantValue(violation);
	const hint = meant ? ` Did you mean "${meant}"?` : "";
	return `${name} must be ${choice}, not ${shownValue(node)}.${hint}`;
}

/** The values to choose from, without those that say as much as leaving the key out. */
function namedValues(allowed: unknown): string[] {
	const values: readonly unknown[] = Array.isArray(allowed) ? allowed : [];
	return [
		...new Set(
			values.filter((value) => value !== null && value !== "").map(String),
		),
	];
}

function typeNames(type: unknown): string[] {
	const types = (Array.isArray(type) ? type : String(type).split(",")).map(
		String,
	);
	return types
		.filter((each) => each !== "null" || types.length === 1)
		.map((each) =>
			each === "integer"
				? "a whole number"
				: each === "null"
					? "null"
					: withArticle(each),
		);
}

/** A value for a message: scalars as they are, the rest by type. */
function shownValue(node: Node): string {
	switch (node.type) {
		case "string":
			return `the string ${quote(node.value)}`;
		case "number":
			return isSensitiveNumber(node) ? "a number" : `the number ${node.value}`;
		case "boolean":
			return String(node.value);
		case "null":
			return "null";
		default:
			return withArticle(node.type);
	}
}

/** Where a hook's own fields start: below a handler, or a group. */
const HOOK = /^\/hooks\/[^/]*\/\d+\/hooks\/\d+|^\/hooks\/[^/]*\/\d+/;

/** Where the fields of a marketplace's entry start. */
const ENTRY = /^\/plugins\/\d+/;

/** A place as people write it, from its server or hook on: `"env.PORT"`, `"args[1]"`. */
function placeName({ node: { pointer }, subject, owner }: Violation): string {
	const own =
		subject === "server"
			? pointer.slice(owner.length)
			: pointer.replace(subject === "manifest" ? ENTRY : HOOK, "");
	const path = pointerTokens(own)
		.map((token) => (/^\d+$/.test(token) ? `[${token}]` : `.${token}`))
		.join("")
		.replace(/^\./, "");
	return path === "" ? "It" : quote(path);
}
