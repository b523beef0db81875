import type { Effect } from "./effect.ts";
import type { SchemaId } from "./kinds.ts";
import { childPointer, pointerTokens } from "./location.ts";
import {
	type Node,
	type Property,
	plainValue,
	property,
	valueAt,
} from "./syntax/tree.ts";

/** The part of a JSON Schema that is looked at while linting, with the words that our schemas add; the compiled validator has the rest. */
export interface JsonSchema {
	readonly properties?: Readonly<Record<string, JsonSchema>>;
	readonly additionalProperties?: boolean | JsonSchema;
	readonly items?: JsonSchema;
	readonly allOf?: readonly JsonSchema[];
	readonly then?: JsonSchema;
	readonly else?: JsonSchema;
	readonly definitions?: Readonly<Record<string, JsonSchema>>;
	readonly $ref?: string;
	readonly deprecated?: boolean;
	readonly deprecationMessage?: string;
	/** The reader does not look at the key, in this version: what stands under it is lost. What to do about it, as a part of a sentence. */
	readonly "x-lost"?: string;
	/** What the client does with a value that violates the schema here and below; by JSON type where it depends on it. */
	readonly "x-effect"?: Effect | Readonly<Record<string, Effect>>;
	/** A key of an object with which a wrong value in it costs the client the object alone, whatever it costs without. */
	readonly "x-skipped-with"?: string;
	/** Keys that are not known are not ignored here: each costs as much as a wrong value. */
	readonly "x-closed"?: boolean;
	/** Who looks at the violations here and below. */
	readonly "x-subject"?: Subject;
	/** The scopes in which the client honours the key; absent: all. */
	readonly "x-scope"?: readonly string[];
	/** The client says so when it ignores the key because of its scope. */
	readonly "x-announced"?: boolean;
}

/** What a part of a document is about; each has a rule of its own. */
export type Subject =
	| "root"
	| "server"
	| "setting"
	| "hook"
	| "policy"
	| "permission"
	| "definition"
	| "manifest";

/** One error as ajv gives it. */
export interface SchemaError {
	readonly keyword: string;
	readonly instancePath: string;
	readonly params: Readonly<Record<string, unknown>>;
}

/** A compiled schema, and the schema itself without its texts. */
export interface SchemaValidator {
	readonly schema: JsonSchema;
	/** The errors of a plain value; none if it is valid. */
	validate(value: unknown): readonly SchemaError[];
}

/** A function as ajv compiles it: the errors stay on the function until it is called again. */
export interface CompiledSchema {
	(value: unknown, place: { instancePath: string }): boolean;
	errors?: readonly SchemaError[] | null;
}

/** The validators of members of a document, by key. */
export type CompiledMembers = Readonly<Record<string, CompiledSchema>>;

/** Validators of members in a file of their own, for documents with one of the keys. */
export interface SchemaPart {
	readonly keys: readonly string[];
	readonly load: () => Promise<{ readonly members: CompiledMembers }>;
}

/** A schema as scripts/generate-validators.mjs writes it. */
interface CompiledFile {
	readonly schema: JsonSchema;
	readonly document: CompiledSchema;
	readonly members: CompiledMembers;
	readonly parts: readonly SchemaPart[];
}

/** What loads schemas, by their ids. */
export type SchemaLoaders<Id extends SchemaId> = Readonly<
	Record<Id, () => Promise<CompiledFile>>
>;

/** Puts the validators of a document and of its members together. */
export function createValidator(
	schema: JsonSchema,
	document: CompiledSchema,
	members: CompiledMembers,
): SchemaValidator {
	const errorsOf = (
		compiled: CompiledSchema,
		value: unknown,
		instancePath: string,
	) => (compiled(value, { instancePath }) ? [] : (compiled.errors ?? []));
	return {
		schema,
		validate(value) {
			const errors = [...errorsOf(document, value, "")];
			if (value === null || typeof value !== "object" || Array.isArray(value)) {
				return errors;
			}
			for (const [key, member] of Object.entries(value)) {
				const compiled = Object.hasOwn(members, key) ? members[key] : undefined;
				if (!compiled) continue;
				const found = errorsOf(compiled, member, childPointer("", key));
				for (const error of found) errors.push(error);
			}
			return errors;
		},
	};
}

/** A place of a document that its schema does not allow. */
export interface Violation {
	readonly keyword: string;
	readonly params: Readonly<Record<string, unknown>>;
	/** The value that violates it. */
	readonly node: Node;
	/** The property whose value that is, where there is one. */
	readonly property: Property | undefined;
	readonly effect: Effect;
	readonly subject: Subject;
	/** The pointer of the value that the subject begins with: of the server, where it is one. */
	readonly owner: string;
}

/**
 * Everything in a tree that its schema does not allow, one violation a mistake.
 * For a lenient kind of document the client drops the value where it would drop the file.
 */
export function findViolations(
	root: Node,
	{ schema, validate }: SchemaValidator,
	{ lenient = false }: { readonly lenient?: boolean },
): Violation[] {
	const seen = new Set<string>();
	return validate(plainValue(root))
		.filter((error) => {
			const mistake = identity(error);
			if (error.keyword === "if" || seen.has(mistake)) return false;
			seen.add(mistake);
			return true;
		})
		.map((error) => toViolation(root, schema, error))
		.map((violation) =>
			lenient && violation.effect === "rejected" && violation.node !== root
				? { ...violation, effect: "skipped" }
				: violation,
		);
}

/** What wrong values cost, by the value. */
export function effectsByNode(
	documents: readonly { readonly violations: readonly Violation[] }[],
): ReadonlyMap<Node, Effect> {
	return new Map(
		documents.flatMap(({ violations }) =>
			violations
				.filter(({ keyword }) => keyword !== "additionalProperties")
				.map(({ node, effect }) => [node, effect] as const),
		),
	);
}

/** Two keywords that fail on the same value are one mistake, unless they are about different members of it. */
function identity({ keyword, instancePath, params }: SchemaError): string {
	const member = params.missingProperty ?? params.additionalProperty;
	return member === undefined
		? instancePath
		: `${instancePath} ${keyword} ${member}`;
}

/** Effect and subject are inherited along the path of the value; the nearest wins. */
function toViolation(
	root: Node,
	schema: JsonSchema,
	{ keyword, instancePath, params }: SchemaError,
): Violation {
	let effect = schema["x-effect"] ?? "rejected";
	let subject = schema["x-subject"] ?? "setting";
	let node = root;
	let holder: Property | undefined;
	let owner = "";
	let possible = rootSchemas(schema);
	for (const token of pointerTokens(instancePath)) {
		possible = memberSchemas(schema, possible, token);
		effect = annotation(possible, "x-effect") ?? effect;
		holder = property(node, token);
		node = holder?.value ?? valueAt(node, token) ?? node;
		const key = annotation(possible, "x-skipped-with");
		if (key && property(node, key)) effect = "skipped";
		const named = annotation(possible, "x-subject");
		if (!named) continue;
		subject = named;
		owner = node.pointer;
	}
	// elsewhere a key too many costs nothing but itself
	const isIgnored =
		keyword === "additionalProperties" && !annotation(possible, "x-closed");
	return {
		keyword,
		params,
		node,
		property: holder,
		effect: isIgnored
			? "inert"
			: typeof effect === "string"
				? effect
				: effectOf(effect, node),
		subject,
		owner,
	};
}

function effectOf(
	byType: Readonly<Record<string, Effect>>,
	node: Node,
): Effect {
	return byType[node.type] ?? byType.default ?? "rejected";
}

/** The first value that any of the schemas has for one of our own words. */
export function annotation<Key extends keyof JsonSchema>(
	possible: readonly JsonSchema[],
	key: Key,
): JsonSchema[Key] | undefined {
	return possible.find((schema) => schema[key] !== undefined)?.[key];
}

/** The schemas that can apply to a value: those at its path, in every branch. */
export function schemasAt(
	rootSchema: JsonSchema,
	pointer: string,
): readonly JsonSchema[] {
	return pointerTokens(pointer).reduce<readonly JsonSchema[]>(
		(possible, token) => memberSchemas(rootSchema, possible, token),
		rootSchemas(rootSchema),
	);
}

/** The keys that any of the schemas names. */
export function knownKeys(
	rootSchema: JsonSchema,
	possible: readonly JsonSchema[],
): readonly string[] {
	const known = keysOf.get(possible);
	if (known) return known;
	const keys = branches(rootSchema, possible).flatMap(({ properties = {} }) =>
		Object.keys(properties),
	);
	const unique = [...new Set(keys)];
	keysOf.set(possible, unique);
	return unique;
}

const keysOf = new WeakMap<readonly JsonSchema[], readonly string[]>();

const membersOf = new WeakMap<
	readonly JsonSchema[],
	Map<string, readonly JsonSchema[]>
>();

/** The schemas of one member of a value, given those of the value; all items of a list have the same. */
export function memberSchemas(
	rootSchema: JsonSchema,
	possible: readonly JsonSchema[],
	token: string,
): readonly JsonSchema[] {
	const known = membersOf.get(possible) ?? new Map();
	membersOf.set(possible, known);
	const key = /^\d+$/.test(token) ? "0" : token;
	const members = known.get(key) ?? findMembers(rootSchema, possible, key);
	known.set(key, members);
	return members;
}

function findMembers(
	rootSchema: JsonSchema,
	possible: readonly JsonSchema[],
	token: string,
): readonly JsonSchema[] {
	const members = branches(rootSchema, possible).flatMap((schema) => {
		const { properties, additionalProperties, items } = schema;
		if (properties && Object.hasOwn(properties, token)) {
			return properties[token] ?? [];
		}
		const isOpen = typeof additionalProperties === "object";
		// what may be a list or an object has both
		if (items && (token === "0" || !isOpen)) return items;
		return isOpen ? additionalProperties : [];
	});
	return members.flatMap((member) => [
		member,
		...dereference(rootSchema, member),
	]);
}

const roots = new WeakMap<JsonSchema, readonly JsonSchema[]>();

/** A schema as the only one that applies to a document; always the same list, so that what is found out about it is kept. */
export function rootSchemas(schema: JsonSchema): readonly JsonSchema[] {
	const known = roots.get(schema) ?? [schema];
	roots.set(schema, known);
	return known;
}

/** The schemas themselves and all that they are made of, whatever the conditions say. */
function branches(
	rootSchema: JsonSchema,
	possible: readonly JsonSchema[],
): JsonSchema[] {
	return possible.flatMap((schema) => [
		schema,
		...branches(rootSchema, [
			...dereference(rootSchema, schema),
			...(schema.allOf ?? []),
			...(schema.then ? [schema.then] : []),
			...(schema.else ? [schema.else] : []),
		]),
	]);
}

function dereference(
	rootSchema: JsonSchema,
	{ $ref }: JsonSchema,
): JsonSchema[] {
	const name = $ref?.slice("#/definitions/".length);
	const target =
		name === undefined ? undefined : rootSchema.definitions?.[name];
	return target ? [target] : [];
}
