import { describe, expect, test } from "vitest";
import type { Credential } from "../../src/secrets/credential.ts";
import { createMask } from "../../src/secrets/mask.ts";
import { parseFiles } from "../lint-text.ts";

/** Random, and of no provider. */
const token = ["zq", "k3Jx9QmT2vLw7RbYc8HnD5sPf4"].join("_");
const password = ["plum", "Harbour", "12"].join("-");

/** A mask for a file in which these texts are credentials; those with a name were given away by it. */
function maskOf(
	text: string,
	...secrets: readonly (readonly [value: string, name?: string])[]
) {
	const documents = parseFiles({ ".mcp.json": text });
	const credentials = secrets.map(([value, name]): Credential => {
		const start = text.indexOf(value);
		return {
			location: {
				...{ file: ".mcp.json", pointer: "", start },
				end: start + value.length,
			},
			...{ confidence: "certain", title: "a token", name, isLocal: false },
			value,
		};
	});
	const mask = createMask(documents, () => credentials);
	const [document] = documents;
	if (!document) throw new Error("no document");
	return { mask, document };
}

describe("a message", () => {
	const { mask } = maskOf(
		`["${token}", "${password}", "s3c"]`,
		[token],
		[password, "PASSWORD"],
		["s3c", "PIN"],
	);

	test.each([
		["keeps what a form begins with", `"${token}"`, '"zq_k…"'],
		["keeps nothing of a password", `"${password}"`, '"…"'],
		["loses a part from the middle", `x${token.slice(6, 16)}y`, "x…y"],
		["keeps less than a part", token.slice(6, 13), token.slice(6, 13)],
		["loses a short one that is a word", "write 's3c' here", "write '…' here"],
		["keeps a short one inside a word", "is3cold", "is3cold"],
		["loses all of several", `${token} ${token}`, "zq_k… zq_k…"],
	])("%s", (_what, text, shown) => {
		expect(mask.message(text)).toBe(shown);
	});

	test("that is masked already stays the same", () => {
		for (const text of [`--token=${token}`, `Bearer ${token}`, password]) {
			const once = mask.value(text);
			expect(mask.value(once)).toBe(once);
		}
	});
});

describe("an excerpt", () => {
	const text = `{ "args": ["${token}", "--key", "${password}"], "env": { "A": "four", "PIN": 12345678, "PORT": 8080, "T": "Bearer $TOKEN" } }`;
	const { mask, document } = maskOf(text, [token], [password, "--key"]);

	test("has its columns, and an asterisk for each hidden character", () => {
		expect(mask.excerpt(document, 0, text.length)).toBe(
			text
				.replace(token, "zq_k".padEnd(token.length, "*"))
				.replace(password, "*".repeat(password.length))
				.replace("four", "****")
				.replace("12345678", "********"),
		);
	});

	test("that is cut inside a credential shows none of it", () => {
		const at = text.indexOf(token);
		expect(mask.excerpt(document, at + 10, at + 20)).toBe("*".repeat(10));
		const start = text.indexOf(password);
		expect(mask.excerpt(document, start - 1, start + 3)).toBe('"***');
	});

	test("shows which references are in a value that is hidden", () => {
		const { mask, document } = maskOf('{ "env": { "A": "x-${HOST}:one" } }');
		expect(mask.excerpt(document, 9, 31)).toBe('{ "A": "**${HOST}****"');
	});

	test("of another text hides the same credentials", () => {
		const other = { ...document, text: `see ${password}!` };
		expect(mask.excerpt(other, 0, other.text.length)).toBe(
			`see ${"*".repeat(password.length)}!`,
		);
	});
});

test("where nobody could remember all credentials, nothing in quotes is shown", () => {
	const secret = Array.from({ length: 60_000 }, (_, n) => `k${n}x`).join("");
	const { mask } = maskOf(`["${secret}"]`, [secret]);
	expect(mask.message('write "abc" here')).toBe("write … here");
});
