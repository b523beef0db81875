// Compiles every schema of schemas/ ahead of time, so that no run pays for it: src/generated/<schema>.ts.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { _, Ajv } from "ajv";
import standaloneCode from "ajv/dist/standalone/index.js";

/** Words that our schemas add; they are read by src/schema.ts and by editors. */
const annotations = [
	"x-effect",
	"x-scope",
	"x-since",
	"x-subject",
	"x-alias",
	"x-announced",
	"x-replacement",
	"deprecationMessage",
	"markdownDescription",
	"defaultSnippets",
	"enumDescriptions",
];

/** What only a person reads is left out of the bundle. */
const texts = new Set([
	"title",
	"description",
	"markdownDescription",
	"default",
	"examples",
	"enumDescriptions",
	"defaultSnippets",
	"x-since",
	"$schema",
]);

const folder = new URL("../schemas/", import.meta.url);

/** A compiler in ajv's strict mode: an unknown keyword or a doubtful schema is an error. */
export function createAjv(options = {}) {
	const ajv = new Ajv({
		allErrors: true,
		strict: true,
		strictTypes: true,
		strictRequired: false, // an `if` names keys that the schema around it defines
		allowUnionTypes: true,
		inlineRefs: false, // a shared part is compiled once
		messages: false, // we write our own
		...options,
	});
	ajv.addVocabulary(annotations);
	ajv.addFormat("uri", (text) => URL.canParse(text));
	return ajv;
}

/** What only src/schema.ts reads; without it many members are the same and share a validator. */
function withoutAnnotations(schema) {
	return JSON.parse(
		JSON.stringify(schema, (key, value) =>
			annotations.includes(key) || key === "deprecated" ? undefined : value,
		),
	);
}

/** The schema without the texts; property names that look like keywords are kept. */
function withoutTexts(schema, isMap = false) {
	if (Array.isArray(schema)) return schema.map((item) => withoutTexts(item));
	if (schema === null || typeof schema !== "object") return schema;
	return Object.fromEntries(
		Object.entries(schema)
			.filter(([key]) => isMap || !texts.has(key))
			.map(([key, value]) => [
				key,
				withoutTexts(
					value,
					!isMap &&
						[
							"properties",
							"patternProperties",
							"definitions",
							"x-effect",
						].includes(key),
				),
			]),
	);
}

/** ajv writes `require(…)` even into modules; what it needs is in src/formats.ts. */
function withoutRequires(code) {
	const body = code
		.replaceAll(
			'require("ajv/dist/runtime/ucs2length").default',
			"formats.codePoints",
		)
		.replaceAll('require("../formats.ts")', "formats");
	const left = /require\([^)]*\)/.exec(body);
	if (left) throw new Error(`a validator needs ${left[0]}`);
	return body;
}

/**
 * Start-up is mostly reading code, and most of what ajv writes is how an error is made and kept: two functions do that in a fraction of the
 * text. What nobody reads is left out: paths in the schema, parents, and errors that only say that an `if` led to another error.
 */
function shorten(code) {
	return code
		.replace(/schemaPath:"(?:[^"\\]|\\.)*",/g, "")
		.replace(/,parentData[^{}]*?,rootData(?=\})/g, "")
		.replace(/, parentData, parentDataProperty, rootData=data(?=\}=\{\})/g, "")
		.replace(
			/if\(!valid\d+\)\{const err\d+ = \{[^{}]*keyword:"if",params:\{[^{}]*\}\};if\(vErrors === null\)\{vErrors = \[\w+\];\}else \{vErrors\.push\(\w+\);\}errors\+\+;\}/g,
			"",
		)
		.replace(
			/const (err\d+) = \{(?:instancePath(?::([^{}]*?))?,keyword:("[^"]*"),params:(\{[^{}]*\}))?\};if\(vErrors === null\)\{vErrors = \[\1\];\}else \{vErrors\.push\(\1\);\}/g,
			(_all, _name, path = "instancePath", keyword, params) =>
				keyword === undefined
					? "vErrors = keep(vErrors, [{}]);"
					: `vErrors = fail(vErrors, ${path}, ${keyword}, ${params});`,
		)
		.replace(
			/vErrors = vErrors === null \? (\w+\.errors) : vErrors\.concat\(\1\);/g,
			"vErrors = keep(vErrors, $1);",
		);
}

/** What the shortened code calls. */
const KEEPERS = `const keep = (errors, more) => {
  const kept = errors ?? [];
  for (const error of more) kept.push(error);
  return kept;
};
const fail = (errors, instancePath, keyword, params) => keep(errors, [{ instancePath, keyword, params }]);
`;

/**
 * Validators of one schema: one for the document itself and one for each of its members, because an engine compiles a function when it is
 * first called, and most documents have few of the members.
 */
function compile(schema) {
	const shared = "shared";
	const {
		definitions = {},
		properties = {},
		...root
	} = JSON.parse(
		JSON.stringify(withoutAnnotations(schema)).replaceAll(
			'"#/definitions/',
			`"${shared}#/definitions/`,
		),
	);
	const ajv = createAjv({
		code: { source: true, esm: true, formats: _`require("../formats.ts")` },
	});
	ajv.addSchema({ definitions }, shared);
	const anything = Object.fromEntries(
		Object.keys(properties).map((name) => [name, {}]),
	);
	ajv.addSchema({ ...root, properties: anything }, "document");
	const exported = { document: "document" };
	const table = [];
	const byText = new Map();
	for (const [name, member] of Object.entries(properties)) {
		const text = JSON.stringify(member);
		if (text === "{}") continue;
		if (!byText.has(text)) {
			const id = `member${byText.size}`;
			byText.set(text, id);
			ajv.addSchema(member, id);
			exported[id] = id;
		}
		table.push(`${JSON.stringify(name)}: ${byText.get(text)}`);
	}
	const code = standaloneCode(ajv, exported).replaceAll(
		/export const (\w+ = \w+;)/g,
		"const $1",
	);
	return `${KEEPERS}${withoutRequires(shorten(code))}
const members = { ${table.join(", ")} };`;
}

export function generateValidators() {
	for (const file of readdirSync(folder)) {
		const id = file.replace(/\.schema\.json$/, "");
		const schema = withoutTexts(
			JSON.parse(readFileSync(new URL(file, folder), "utf8")),
		);
		writeFileSync(
			new URL(`../src/generated/${id}.ts`, import.meta.url),
			`// @ts-nocheck generated from schemas/${file} by scripts/generate-validators.mjs
import * as formats from "../formats.ts";
import { validateByMember } from "../schema.ts";
import type { JsonSchema, SchemaError } from "../schema.ts";
${compile(schema)}
export const schema: JsonSchema = JSON.parse(${JSON.stringify(JSON.stringify(schema))});
export const validate: (value: unknown) => readonly SchemaError[] = validateByMember(document, members);
`,
		);
	}
}

if (process.argv[1] === import.meta.filename) generateValidators();
