import { isNode, LineCounter, parseDocument as parseYaml } from "yaml";
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
	const yaml = parseYaml(text, { lineCounter: lines, prettyErrors: false });
	const place = (offset: number) => {
		const { line, col } = lines.linePos(offset);
		return `${file}:${line}:${col}`;
	};
	const [broken] = yaml.errors;
	if (broken) {
		throw new ConfigError(`${place(broken.pos[0])}: ${broken.message}`);
	}
	const offsetOf = (pointer: string) => {
		const node = yaml.getIn(pathOf(pointer), true);
		return (isNode(node) && node.range?.[0]) || 0;
	};
	const value = readYaml(yaml, file) ?? {};
	const [error] = validator.validate(value);
	if (error) {
		const at = place(offsetOf(error.instancePath));
		throw new ConfigError(`${at}: ${describeError(error, validator)}`);
	}
	const {
		rules = {},
		ignore = [],
		exclude = [],
		servers = [],
	} = value as ConfigText;
	return {
		rules,
		exclude,
		servers,
		ignores: ignore.map((entry, index) => {
			const pointer = `/ignore/${index}`;
			const start = offsetOf(pointer);
			return {
				...entry,
				file: resolveFile(entry.file),
				location: { file, pointer, start, end: start + "rule".length },
			};
		}),
	};
}

/** An alias bomb makes the library throw; that is a mistake of the file as any other. */
function readYaml(yaml: ReturnType<typeof parseYaml>, file: string): unknown {
	try {
		return yaml.toJS();
	} catch (error) {
		throw new ConfigError(
			`${file}: ${error instanceof Error ? error.message : error}`,
		);
	}
}

/** A pointer as the path that the YAML library takes: indexes as numbers. */
function pathOf(pointer: string): (string | number)[] {
	return pointerTokens(pointer).map((token) =>
		/^\d+$/.test(token) ? Number(token) : token,
	);
}

function describeError(
	{ keyword, instancePath, params }: SchemaError,
	{ schema }: SchemaValidator,
): string {
	const where =
		instancePath === "" ? "the configuration" : quote(instancePath.slice(1));
	if (keyword === "additionalProperties") {
		const name = String(params.additionalProperty);
		const inRules = instancePath === "/rules";
		const known = inRules
			? schema.properties?.rules?.properties
			: instancePath === ""
				? schema.properties
				: schema.properties?.ignore?.items?.properties;
		const meant = nearest(name, Object.keys(known ?? {}));
		const what = inRules ? "rule" : "key";
		return `unknown ${what} ${quote(name)}${meant ? `; did you mean ${quote(meant)}?` : ""}`;
	}
	if (keyword === "required") {
		return `${where} needs a ${quote(String(params.missingProperty))}`;
	}
	if (keyword === "enum" && Array.isArray(params.allowedValues)) {
		return `${where} must be ${either(params.allowedValues.map(String))}`;
	}
	if (keyword === "type")
		return `${where} must be ${withArticle(String(params.type))}`;
	return `${where} is not valid`;
}
