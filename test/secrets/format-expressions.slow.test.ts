import { describe, expect, test } from "vitest";
import type { CredentialFormat } from "../../src/secrets/credential-format.ts";
import { credentialFormats } from "../../src/secrets/credential-formats.ts";
import { passwordSentences } from "../../src/secrets/program-passwords.ts";
import { complaint } from "./runaway-expressions.ts";

describe("what takes for ever is told", () => {
	test.each([
		/(a+)+$/,
		/(?:a|a)*b/y,
		/a*a*b/,
		/\s+$/g,
		/(?:\d*){1,5}x/y,
		/eyJ[\w-]{10,}\.eyJ/,
	])("%s", (expression) => {
		expect(complaint(expression)).toMatch(/^takes for ever over/);
	});

	test.each([
		/^(?:a|b)+$/,
		/eyJ[\w-]{10,}\.eyJ/y,
		/[?&;][\w.-]{1,60}=(\w+)/g,
		/\bgh[ps]_\w{36}\b/,
	])("from %s, which does not", (expression) => {
		expect(complaint(expression)).toBeUndefined();
	});
});

describe("no format takes for ever", () => {
	const end = { word: "[^\\w-]|$", base64: "[^\\w+/=-]|$", none: "" } as const;

	/** Its expression as far as it can be slow: what stands around a match is one character. */
	function expression(format: CredentialFormat): RegExp {
		const { pattern, boundary = "word" } = format;
		return new RegExp(`(?:${pattern})(?:${end[boundary]})`, "y");
	}

	test.each(credentialFormats.map((format) => [format.id, format] as const))(
		"%s",
		(_id, format) => {
			expect(complaint(expression(format))).toBeUndefined();
			if (format.near !== undefined)
				expect(complaint(new RegExp(format.near))).toBeUndefined();
		},
	);
});

test.each(passwordSentences.map(({ pattern }) => pattern))(
	"no sentence with a password takes for ever: %s",
	(pattern) => {
		expect(complaint(pattern)).toBeUndefined();
	},
);
