// Compiles every schema of schemas/ ahead of time, so that no run pays for it: src/generated/<schema>.ts.
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { _, Ajv } from "ajv";
import standaloneCode from "ajv/dist/standalone/index.js";

/** Words that our schemas add, for src/schema.ts, for editors and for people. */
const annotations = [
	"x-effect",
	"x-skipped-with",
	"x-scope",
	"x-closed",
	"x-since",
	"x-subject",
	"x-alias",
	"x-announced",
	"x-replacement",
	"x-lost",
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
const generated = new URL("../src/generated/", import.meta.url);

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
	const short = code
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
	const left = /schemaPath:|parentData/.exec(short);
	if (left)
		throw new Error(`ajv writes ${left[0]} in a way that is not known here`);
	return short;
}

/** What the shortened code calls. */
const KEEPERS = `const keep = (errors, more) => {
  const kept = errors ?? [];
  for (const error of more) kept.push(error);
  return kept;
};
const fail = (errors, instancePath, keyword, params) => keep(errors, [{ instancePath, keyword, params }]);
`;

/** A schema that is worth splitting, by the length of its text. */
const LARGE = 10_000;
/** Members whose validators are with the document's, whatever their length: most documents have them. */
const COMMON = new Set(["permissions"]);
/** Members with a file of their own. */
const APART = new Set(["hooks", "mcpServers"]);
/** Members whose schemas are longer than the first are in a second file, longer than the second in a third. */
const SMALL = 110;
const HUGE = 5000;

/** The file of a large schema that has the validator of a member; none: the document's. */
function partOf(name, weight) {
	if (APART.has(name)) return name;
	if (COMMON.has(name) || weight <= SMALL) return undefined;
	return weight <= HUGE ? "more" : "huge";
}

/** The length of a schema's text with everything that it refers to. */
function weight(schema, definitions, seen = new Set()) {
	const text = JSON.stringify(schema);
	const names = [...text.matchAll(/#\/definitions\/(\w+)"/g)].map(
		([, name]) => name,
	);
	return names.reduce((sum, name) => {
		if (seen.has(name)) return sum;
		seen.add(name);
		return sum + weight(definitions[name], definitions, seen);
	}, text.length);
}

/**
 * The validators of some members of a schema, one each, because an engine compiles a function when it is first called, and most documents
 * have few of the members. Equal members share one.
 * @param root the schema of the document without its members, where that is wanted too
 */
function compileMembers(properties, definitions, root) {
	const ajv = createAjv({
		code: { source: true, esm: true, formats: _`require("../formats.ts")` },
	});
	ajv.addSchema({ definitions }, "shared");
	const exported = {};
	if (root) {
		ajv.addSchema(root, "document");
		exported.document = "document";
	}
	const table = [];
	const byText = new Map();
	for (const [name, member] of properties) {
		const text = JSON.stringify(member);
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
const members: CompiledMembers = { ${table.join(", ")} };`;
}

/** What src/schema.ts looks at: which keys there are, and our own words about them. */
const LOOKED_AT = new Set([
	...["properties", "additionalProperties", "items", "definitions", "$ref"],
	...["allOf", "then", "else", "deprecated", "deprecationMessage"],
	...["x-effect", "x-skipped-with", "x-subject", "x-scope", "x-announced"],
	...["x-closed", "x-lost"],
]);

function onlyLookedAt(schema, isMap = false) {
	if (Array.isArray(schema)) return schema.map((item) => onlyLookedAt(item));
	if (schema === null || typeof schema !== "object") return schema;
	return Object.fromEntries(
		Object.entries(schema)
			.filter(([key]) => isMap || LOOKED_AT.has(key))
			.map(([key, value]) => [
				key,
				onlyLookedAt(
					value,
					!isMap && ["properties", "definitions", "x-effect"].includes(key),
				),
			]),
	);
}

/** Reads a schema with the parts that it shares with others, `<file>#/definitions/<name>` or `<file>#/properties/<name>`, among its definitions. */
function readSchema(file) {
	const schema = JSON.parse(readFileSync(new URL(file, folder), "utf8"));
	const definitions = { ...schema.definitions };
	const take = (name, from, part) => {
		const known = definitions[name];
		if (known && JSON.stringify(known) !== JSON.stringify(part))
			throw new Error(`two definitions are called ${name} in ${file}`);
		if (known) return;
		definitions[name] = part;
		definitions[name] = withLocalRefs(part, from);
	};
	const withLocalRefs = (value, from) => {
		if (Array.isArray(value))
			return value.map((item) => withLocalRefs(item, from));
		if (value === null || typeof value !== "object") return value;
		return Object.fromEntries(
			Object.entries(value).map(([key, each]) => {
				if (key !== "$ref" || typeof each !== "string")
					return [key, withLocalRefs(each, from)];
				const [other, pointer] = each.split("#");
				const source = other === "" ? from : readOnly(other);
				if (source === schema) return [key, each];
				const [, group, name] = pointer.split("/");
				take(name, source, source[group][name]);
				return [key, `#/definitions/${name}`];
			}),
		);
	};
	const { definitions: own = {}, ...root } = schema;
	for (const [name, each] of Object.entries(own))
		definitions[name] = withLocalRefs(each, schema);
	return { ...withLocalRefs(root, schema), definitions };
}

const others = new Map();

function readOnly(file) {
	const known =
		others.get(file) ?? JSON.parse(readFileSync(new URL(file, folder), "utf8"));
	others.set(file, known);
	return known;
}

function header(file) {
	return `// @ts-nocheck generated from schemas/${file} by scripts/generate-validators.mjs
import * as formats from "../formats.ts";
import type { CompiledMembers, CompiledSchema, JsonSchema, SchemaPart } from "../schema.ts";
`;
}

export function generateValidators() {
	for (const file of readdirSync(folder)) {
		const id = file.replace(/\.schema\.json$/, "");
		const schema = withoutTexts(readSchema(file));
		const {
			definitions = {},
			properties = {},
			...root
		} = JSON.parse(
			JSON.stringify(withoutAnnotations(schema)).replaceAll(
				'"#/definitions/',
				'"shared#/definitions/',
			),
		);
		const constrained = Object.entries(properties).filter(
			([, member]) => Object.keys(member).length > 0,
		);
		const isLarge = JSON.stringify(schema).length > LARGE;
		const common = [];
		const parts = new Map();
		for (const each of constrained) {
			const [name, member] = each;
			const part = isLarge && partOf(name, weight(member, definitions));
			if (part) parts.set(part, [...(parts.get(part) ?? []), each]);
			else common.push(each);
		}
		const anything = Object.fromEntries(
			Object.keys(properties).map((name) => [name, {}]),
		);
		const main = compileMembers(common, definitions, {
			...root,
			properties: anything,
		});
		const target = (name) => new URL(`${name}.ts`, generated);
		for (const each of readdirSync(generated)) {
			if (each.startsWith(`${id}-`)) rmSync(new URL(each, generated));
		}
		const entries = [...parts].map(([part, members]) => {
			const keys = JSON.stringify(members.map(([name]) => name));
			return `\t{ keys: ${keys}, load: () => import("./${id}-${kebab(part)}.ts") },`;
		});
		writeFileSync(
			target(id),
			`${header(file)}${main}
export const schema: JsonSchema = JSON.parse(${JSON.stringify(JSON.stringify(onlyLookedAt(schema)))});
export { members };
export const parts: readonly SchemaPart[] = [
${entries.join("\n")}
];
const compiled: CompiledSchema = document;
export { compiled as document };
`,
		);
		for (const [part, members] of parts) {
			writeFileSync(
				target(`${id}-${kebab(part)}`),
				`${header(file)}${compileMembers(members, definitions)}
export { members };
`,
			);
		}
	}
}

function kebab(name) {
	return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
