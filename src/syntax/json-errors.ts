import type { ParseError } from "jsonc-parser";

/** jsonc-parser's error numbers; its enum is erased. */
const CODE = {
	invalidSymbol: 1,
	propertyNameExpected: 3,
	valueExpected: 4,
	colonExpected: 5,
	commaExpected: 6,
	closeBraceExpected: 7,
	closeBracketExpected: 8,
	endOfFileExpected: 9,
	unexpectedEndOfComment: 11,
	unexpectedEndOfString: 12,
	unexpectedEndOfNumber: 13,
	invalidUnicode: 14,
	invalidEscapeCharacter: 15,
	invalidCharacter: 16,
} as const;

/** What a person would call the mistake, and the characters that make it (UTF-16 offsets). */
export interface SyntaxMistake {
	readonly start: number;
	readonly end: number;
	readonly message: string;
}

/** Says a parse error of jsonc-parser in plain words. No message repeats more of the text than one word. */
export function describeSyntaxError(
	text: string,
	{ error, offset, length }: ParseError,
): SyntaxMistake {
	const code: number = error;
	const at = (message: string, start = offset, end = offset + length) => ({
		start,
		end: Math.max(end, start),
		message,
	});
	if (/^(?:\uFFFD|[^\0]?\0)/.test(text)) {
		return at("The file is not UTF-8 text; save it as UTF-8", 0, 1);
	}
	const next = text[offset] ?? "";
	switch (code) {
		case CODE.invalidSymbol:
			return describeSymbol(text, offset, length);
		case CODE.propertyNameExpected:
			return at(
				next === ","
					? "A comma too many; remove it"
					: `A key in double quotes is expected here, not ${shown(next)}`,
			);
		case CODE.valueExpected:
			return at(
				next === ","
					? "A value is missing before this comma"
					: next === ""
						? "The text ends where a value is expected"
						: `A value is missing before ${shown(next)}`,
			);
		case CODE.colonExpected:
			return at(
				next === ""
					? "The text ends where a colon is expected"
					: "A colon is missing after the key",
			);
		case CODE.commaExpected:
			return describeMissingComma(text, offset, length);
		case CODE.closeBraceExpected:
		case CODE.closeBracketExpected:
			return describeUnclosed(text, code === CODE.closeBraceExpected);
		case CODE.endOfFileExpected:
			return at(describeExtraText(text, offset));
		case CODE.unexpectedEndOfComment:
			return at("A comment is not closed");
		case CODE.unexpectedEndOfString:
			return at(
				/^\r?\n/.test(text.slice(offset + length))
					? "A string runs over the end of the line; close it, or write the line break as \\n"
					: "A string has no closing quote",
			);
		case CODE.unexpectedEndOfNumber:
			return at("The number is not finished");
		case CODE.invalidUnicode:
		case CODE.invalidEscapeCharacter:
			return describeEscape(text, offset, length);
		case CODE.invalidCharacter:
			return describeControlCharacter(text, offset, length);
		default:
			return at("The text is not JSON here");
	}
}

/** Words of other languages, and what JSON has for them. */
const OTHER_WORDS: ReadonlyMap<string, string> = new Map([
	["True", "true"],
	["False", "false"],
	["TRUE", "true"],
	["FALSE", "false"],
	["None", "null"],
	["NULL", "null"],
	["Null", "null"],
	["nil", "null"],
]);

function describeSymbol(
	text: string,
	start: number,
	length: number,
): SyntaxMistake {
	const end = start + length;
	const symbol = text.slice(start, end);
	const mistake = (message: string) => ({ start, end, message });
	if (/^(?:<{7}|={7}|>{7})$/.test(symbol)) {
		return mistake("A merge conflict marker; resolve the conflict");
	}
	if (symbol.startsWith("'")) {
		const quoted = /^'[^'\n]*'/.exec(text.slice(start));
		return {
			start,
			end: start + (quoted?.[0].length ?? length),
			message: "Single quotes; JSON takes double quotes",
		};
	}
	if (/^[“”„‟«»‘’]/u.test(symbol)) {
		return mistake("Typographic quotes; JSON takes plain double quotes");
	}
	if (symbol.startsWith("```")) {
		return mistake("A Markdown fence; keep only what is inside it");
	}
	if (symbol.startsWith("`")) {
		return mistake("Backquotes; JSON takes double quotes");
	}
	if (symbol === "undefined") {
		return mistake('"undefined" is not JSON; remove the key');
	}
	const known = OTHER_WORDS.get(symbol);
	if (known) return mistake(`"${symbol}" is not JSON; write ${known}`);
	if (/^\s*:/.test(text.slice(end)) && /^[\w$-]+$/.test(symbol)) {
		return mistake(`The key ${symbol} needs double quotes`);
	}
	if (/^\.{3}|^…/.test(symbol)) {
		return mistake(
			"An ellipsis that stands for left-out text; fill it in or remove it",
		);
	}
	if (/^[+.]\d/.test(symbol)) {
		return mistake("A number starts with a digit or a minus sign");
	}
	if (/^x[\da-f]+$/i.test(symbol) && text[start - 1] === "0") {
		return {
			start: start - 1,
			end,
			message: "JSON has no hexadecimal numbers",
		};
	}
	if (/^(?:NaN|Infinity|-Infinity|-)$/.test(symbol)) {
		return mistake("This is not a JSON number");
	}
	if (/^[;=]/.test(symbol)) {
		return mistake(
			symbol.startsWith(";")
				? 'A ";" does not belong in JSON'
				: 'An "=" does not belong in JSON; write a colon',
		);
	}
	if (/^[^\x20-\x7e]/.test(symbol) && symbol.trim() === "") {
		return mistake(
			"An invisible character that is not a plain space; replace it",
		);
	}
	if (start === 0) return mistake("The text is not JSON; it must start with {");
	return mistake("A word without quotes; put a string in double quotes");
}

function describeMissingComma(
	text: string,
	offset: number,
	length: number,
): SyntaxMistake {
	const next = text[offset] ?? "";
	const at = (message: string) => ({
		start: offset,
		end: offset + length,
		message,
	});
	if (next === "}" || next === "]") {
		const open = next === "}" ? "[" : "{";
		return at(`This ${next} does not close the ${open} that is open here`);
	}
	if (/\d/.test(next) && /0$/.test(text.slice(0, offset))) {
		return {
			start: offset - 1,
			end: offset + length,
			message: "A number has no leading zero",
		};
	}
	if (next === ":") return at("A colon does not belong here");
	return at(
		`A comma is missing before ${next === '"' ? "this string" : shown(next)}`,
	);
}

/** The innermost bracket that is still open at the end of the text. */
function describeUnclosed(text: string, brace: boolean): SyntaxMistake {
	const open: number[] = [];
	const tokens = /"(?:\\.|[^"\\\n])*"?|\/\/[^\n]*|\/\*[\s\S]*?\*\/|[{}[\]]/g;
	for (const { 0: token, index } of text.matchAll(tokens)) {
		if (token === "{" || token === "[") open.push(index);
		else if (token === "}" || token === "]") open.pop();
	}
	const start = open.at(-1) ?? 0;
	const character = text[start] ?? (brace ? "{" : "[");
	return {
		start,
		end: start + 1,
		message: `This ${character} is never closed; the text ends first`,
	};
}

function describeExtraText(text: string, offset: number): string {
	const next = text[offset] ?? "";
	if (next === "}" || next === "]") return `An extra ${next}; remove it`;
	if (next === ",")
		return "An extra comma after the end of the document; remove it";
	if (next === "{" || next === "[") {
		return "A second document starts here; a file holds one";
	}
	if (next === ":") return "The text must start with {";
	return "Text after the end of the document; remove it";
}

function describeEscape(
	text: string,
	offset: number,
	length: number,
): SyntaxMistake {
	const literal = text.slice(offset, offset + length);
	for (const { 0: sequence, index } of literal.matchAll(/\\([\s\S])/g)) {
		const character = sequence[1] ?? "";
		const rest = literal.slice(index + 2, index + 6);
		if (character === "u" && !/^[\da-f]{4}$/i.test(rest)) {
			const start = offset + index;
			return {
				start,
				end: start + 2,
				message:
					'"\\u" needs four hexadecimal digits; write \\\\u for a backslash',
			};
		}
		if ('"\\/bfnrtu'.includes(character)) continue;
		const start = offset + index;
		return {
			start,
			end: start + 2,
			message: `\\${character} is not an escape; write \\\\${character} for a backslash`,
		};
	}
	return {
		start: offset,
		end: offset + length,
		message: "A backslash escape in this string is not one of JSON's",
	};
}

function describeControlCharacter(
	text: string,
	offset: number,
	length: number,
): SyntaxMistake {
	const literal = text.slice(offset, offset + length);
	const start = offset + Math.max(literal.search(/\p{Cc}/u), 0);
	const isTab = text[start] === "\t";
	return {
		start,
		end: start + 1,
		message: isTab
			? "A tab in a string; write it as \\t"
			: "A control character in a string; remove it",
	};
}

/** One character of the text, safe to print. */
function shown(character: string): string {
	return /^[\x20-\x7e]$/.test(character) ? character : "this character";
}
