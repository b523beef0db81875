import {
	lookupWord,
	type ReferenceField,
	type ReferenceSyntax,
} from "../clients.ts";
import { both } from "../wording.ts";
import type { Reference } from "./scan.ts";
import { writeReference } from "./write.ts";

/** What an author can do about a reference that a client leaves as it is. */
export interface Remedy {
	/** A clause: `write ${NAME}`. */
	readonly advice: string;
	/** What means the same and is replaced, where that leaves no doubt. */
	readonly text?: string;
	/** It may be meant for a program that fills in templates. */
	readonly isDoubtful?: true;
}

/** What to write in place of a reference, in a field that the client does look through. */
export function remedyFor(
	reference: Reference,
	syntax: ReferenceSyntax,
	field: ReferenceField,
): Remedy {
	const { spelling, name, fallback, operator } = reference;
	switch (spelling) {
		case "operator":
			return operatorRemedy(reference, syntax);
		case "lookup":
			return {
				advice: `${LACKING[lookupWord(reference.text)] ?? "it looks up nothing of that sort"}; put the value into a variable, and write ${writeReference(syntax, variableFor(reference.text))}`,
			};
		case "substitution":
			return substitutionRemedy(reference, syntax, field);
		case "tilde":
			return written(syntax, "HOME");
		case "empty":
			return { advice: "name the variable in it" };
		case "misnamed": {
			const meant = name?.trim() ?? "";
			return /^[A-Za-z_]\w*$/.test(meant)
				? written(syntax, meant)
				: {
						advice: `no variable can be called so; use one with letters, digits and _, as ${writeReference(syntax, variableFor(reference.text))}`,
					};
		}
		case "mustache":
			return { ...written(syntax, name ?? ""), isDoubtful: true };
		case "workflow":
			return name === undefined
				? { advice: `write ${formsOf(syntax)}` }
				: written(syntax, name);
		default:
			return written(
				syntax,
				name ?? "",
				operator === ":-" ? fallback : undefined,
			);
	}
}

/** What a client does not do that leaves a lookup as it is. */
const LACKING: Readonly<Record<string, string>> = {
	input: "it asks for no inputs",
	file: "it reads no files there",
	config: "it reads no settings of an editor",
	command: "it runs no commands of an editor",
};

function written(
	syntax: ReferenceSyntax,
	name: string,
	fallback?: string,
): Remedy {
	const text = writeReference(syntax, name, fallback);
	return text === undefined
		? { advice: `write ${formsOf(syntax)}` }
		: { advice: `write ${text}`, text };
}

function formsOf({ form, formWithDefault }: ReferenceSyntax): string {
	return [form, formWithDefault]
		.filter((each) => each !== undefined)
		.join(" or ");
}

/** `-`, `=` and `:=` give a default; the rest only a shell can do. */
function operatorRemedy(
	{ name = "", operator, fallback = "", text }: Reference,
	syntax: ReferenceSyntax,
): Remedy {
	const isDefault = operator !== undefined && /^:?[-=]$/.test(operator);
	// ${MY-TOKEN} is one name, and not MY with the default TOKEN
	const isName = operator === "-" && /^[A-Z\d_-]*$/.test(fallback);
	if (isDefault && !isName && text.endsWith("}")) {
		return written(syntax, name, fallback);
	}
	const forms = [
		writeReference(syntax, name),
		writeReference(syntax, name, "default"),
	].filter((each) => each !== undefined);
	return isName && fallback !== ""
		? {
				advice: `a variable cannot have - in its name; write ${writeReference(syntax, variableFor(text))}`,
			}
		: { advice: `it knows only ${both(forms)}` };
}

/** Commands whose output is known beforehand. */
function substitutionRemedy(
	{ text }: Reference,
	syntax: ReferenceSyntax,
	field: ReferenceField,
): Remedy {
	const command = text.replace(/^\$\(|[`)]/g, "").trim();
	if (command === "pwd") return written(syntax, "PWD");
	return {
		advice:
			field === "headers" && syntax.headersCommand
				? `it runs no command there; "${syntax.headersCommand}" does`
				: `it runs no command there; put what it prints into a variable before the session starts, and write ${syntax.form}`,
	};
}

/** What to do about a variable that the client withholds: the same value under another name. */
export function otherNameAdvice(name: string, syntax: ReferenceSyntax): string {
	const other = `${/^(?:MY|MCP)_/i.test(name) ? "FOR" : "MY"}_${name}`;
	return `set it under another name, as with export ${other}="$${name}", and write ${writeReference(syntax, other)}`;
}

/** A name for what a reference is about: `${input:github-token}` → `GITHUB_TOKEN`. */
function variableFor(text: string): string {
	const [, inside = ""] = /^\$\{(?:\w+:)?([^}]*)/.exec(text) ?? [];
	const name = inside
		.slice(0, 64)
		.replace(/([a-z\d])(?=[A-Z])/g, "$1_")
		.replace(/\W+/g, "_")
		.replace(/^[_\d]+|_+$/g, "")
		.toUpperCase();
	return name === "" ? "NAME" : name;
}
