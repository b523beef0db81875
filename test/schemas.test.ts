import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createAjv } from "../scripts/generate-validators.mjs";

const folder = new URL("../schemas/", import.meta.url);
const schemas = readdirSync(folder).map(
	(file) =>
		[file, JSON.parse(readFileSync(new URL(file, folder), "utf8"))] as const,
);

interface Place {
	readonly path: string;
	readonly schema: Record<string, unknown>;
}

/** Every schema inside a schema, with the path to it. */
function* subschemas(schema: unknown, path = "#"): Generator<Place> {
	if (schema === null || typeof schema !== "object") return;
	if (Array.isArray(schema)) {
		for (const [index, item] of schema.entries()) {
			yield* subschemas(item, `${path}/${index}`);
		}
		return;
	}
	yield { path, schema: schema as Record<string, unknown> };
	for (const [key, value] of Object.entries(schema)) {
		if (["enum", "const", "default", "examples", "x-effect"].includes(key))
			continue;
		if (["properties", "patternProperties", "definitions"].includes(key)) {
			for (const [name, each] of Object.entries(value as object)) {
				yield* subschemas(each, `${path}/${key}/${name}`);
			}
		} else yield* subschemas(value, `${path}/${key}`);
	}
}

test.each(schemas)("%s compiles in ajv's strict mode", (file, schema) => {
	const ajv = createAjv();
	for (const [other, shared] of schemas) {
		if (other !== file) ajv.addSchema(shared, other);
	}
	expect(() => ajv.compile(schema)).not.toThrow();
});

test.each(schemas)("%s explains every property", (_file, schema) => {
	const silent = [...subschemas(schema)]
		.filter(
			({ path }) =>
				/\/properties\/[^/]+$/.test(path) && !/\/(?:if|not|then)\//.test(path),
		)
		.filter(
			({ schema: each }) => !each.description && !each.title && !each.$ref,
		)
		// what a `source` or `type` is, is said where it chooses among the shapes
		.filter(({ path }) => !/\/properties\/(?:type|source)$/.test(path))
		.map(({ path }) => path);
	expect(silent).toEqual([]);
});

test.each(schemas)(
	"%s says one thing of one mistake: no anyOf or oneOf asserts",
	(_file, schema) => {
		const asserting = [...subschemas(schema)]
			.filter(({ path }) => !/\/(?:if|not)(?:\/|$)/.test(path))
			.filter(({ schema: each }) => "anyOf" in each || "oneOf" in each)
			.map(({ path }) => path);
		expect(asserting).toEqual([]);
	},
);

test("every effect is one that a client has", () => {
	for (const [file, schema] of schemas) {
		for (const { path, schema: each } of subschemas(schema)) {
			const effect = each["x-effect"];
			if (effect === undefined) continue;
			const effects =
				typeof effect === "string" ? [effect] : Object.values(effect as object);
			for (const one of effects) {
				expect(["rejected", "skipped", "inert"], `${file} ${path}`).toContain(
					one,
				);
			}
		}
	}
});

test("a note to other people may stand in every closed object of a project's files", () => {
	for (const [file, schema] of schemas) {
		if (!file.startsWith("claude-")) continue;
		for (const { path, schema: each } of subschemas(schema)) {
			if (each.additionalProperties !== false || path === "#/properties/hooks")
				continue;
			const patterns = Object.keys((each.patternProperties as object) ?? {});
			expect(
				patterns.some((pattern) => new RegExp(pattern).test("_comment")),
				`${file} ${path}`,
			).toBe(true);
		}
	}
});
