import { isMap, isNode, LineCounter, parseDocument as parseYaml } from "yaml";
import { type Config, ConfigError } from "./config.ts";
import { pointerTokens } from "./location.ts";
import type { Severity } from "./rule.ts";
import type { SchemaError, SchemaValidator } from "./schema.ts";
import { either, nearest, quote, withArticle } from "./wording.ts";

/** How a configuration file looks once it is valid. */
interface ConfigText {
	readonly rules?: Record<string, Severity | "off">;
	readonly ignore?: readonly IgnoreText[];
	readonly exclude?: readonly string[];
	readonly servers?: readonly string[];
}

interface IgnoreText {
	readonly rule: string;
	readonly file: string;
	readonly pointer?: string;
	readonly value?: string;
}

/**
 * Reads our configuration file.
 * @param file its path relative to the working directory
 * @param resolveFile a path in it, which counts from its folder, relative to the working directory
 * @throws ConfigError where it is not valid YAML or not valid by its schema
 */
export function parseConfig(
	file: string,
	text: string,
	validator: SchemaValidator,
	resolveFile: (path: string) => string,
): Config {
	const lines = new LineCounter();
	const yaml = readYaml(file, text, lines);
	const place = (offset: number) => {
		const { line, col } = lines.linePos(offset);
		return `${file}:${line}:${col}`;
	};
	const [broken] = yaml.errors;
	if (broken) {
		const [sentence = ""] = broken.message.split("\n", 1);
		throw new ConfigError(
			`${place(broken.pos[0])}: this is not YAML: ${sentence}`,
		);
	}
	const value = toValue(file, yaml) ?? {};
	const [error] = validator.validate(value);
	if (error) {
		const at = place(offsetOf(yaml, error));
		throw new ConfigError(`${at}: ${describeError(error, validator)}`);
	}
	const {
		rules = {},
		ignore = [],
		exclude = [],
		servers = [],
	} = value as ConfigText;
	for (const [index, { rule }] of ignore.entries()) {
		const known = validator.schema.properties?.rules?.properties ?? {};
		if (Object.hasOwn(known, rule)) continue;
		const instancePath = `/ignore/${index}/rule`;
		const at = place(offsetOf(yaml, { instancePath, params: {} }));
		throw new ConfigError(`${at}: ${describeUnknownRule(rule, validator)}`);
	}
	return {
		rules,
		exclude,
		servers,
		ignores: ignore.map((entry, index) => {
			const pointer = `/ignore/${index}`;
			const start = offsetOf(yaml, { instancePath: pointer, params: {} });
			return {
				...entry,
				file: resolveFile(entry.file),
				location: { file, pointer, start, end: start + "rule".length },
			};
		}),
	};
}

type Yaml = ReturnType<typeof parseYaml>;

/** Nested too deeply, or with too many aliases: the library throws, and to us it is a mistake of the file as any other. */
const UNREADABLE = "is too deeply nested, or has too many aliases";

function readYaml(file: string, text: string, lineCounter: LineCounter): Yaml {
	try {
		return parseYaml(text, { lineCounter, prettyErrors: false });
	} catch {
		throw new ConfigError(`${file} ${UNREADABLE}`);
	}
}

function toValue(file: string, yaml: Yaml): unknown {
	try {
		return yaml.toJS();
	} catch {
		throw new ConfigError(`${file} ${UNREADABLE}`);
	}
}

/** Where an error is: at the key that is too many, or at the value that is wrong. */
function offsetOf(
	yaml: Yaml,
	{ instancePath, params }: Pick<SchemaError, "instancePath" | "params">,
): number {
	const node = yaml.getIn(pathOf(instancePath), true);
	if (isMap(node) && params.additionalProperty !== undefined) {
		const pair = node.items.find(
			({ key }) => String(key) === params.additionalProperty,
		);
		if (pair && isNode(pair.key)) return pair.key.range?.[0] ?? 0;
	}
	return (isNode(node) && node.range?.[0]) || 0;
}

/** A pointer as the path that the YAML library takes: indexes as numbers. */
function pathOf(pointer: string): (string | number)[] {
	return pointerTokens(pointer).map((token) =>
		/^\d+$/.test(token) ? Number(token) : token,
	);
}

/** A rule that is named where rules are named by their ids. */
function describeUnknownRule(id: string, { schema }: SchemaValidator): string {
	const known = Object.keys(schema.properties?.rules?.properties ?? {});
	const meant = nearest(id, known);
	return `unknown rule ${quote(id)}${meant ? `; did you mean ${quote(meant)}?` : ""}`;
}

function describeError(
	{ keyword, instancePath, params }: SchemaError,
	validator: SchemaValidator,
): string {
	const where =
		instancePath === "" ? "the configuration" : quote(instancePath.slice(1));
	if (keyword === "additionalProperties") {
		const name = String(params.additionalProperty);
		if (instancePath === "/rules") return describeUnknownRule(name, validator);
		const { schema } = validator;
		const known =
			instancePath === ""
				? schema.properties
				: schema.properties?.ignore?.items?.properties;
		const meant = nearest(name, Object.keys(known ?? {}));
		return `unknown key ${quote(name)}${meant ? `; did you mean ${quote(meant)}?` : ""}`;
	}
	if (keyword === "required") {
		return `${where} needs a ${quote(String(params.missingProperty))}`;
	}
	if (keyword === "pattern") return `${where} must start with "/"`;
	if (keyword === "minLength") return `${where} must not be empty`;
	if (keyword === "enum" && Array.isArray(params.allowedValues)) {
		return `${where} must be ${either(params.allowedValues.map(String))}`;
	}
	if (keyword === "type")
		return `${where} must be ${withArticle(String(params.type))}`;
	return `${where} is not valid`;
}
