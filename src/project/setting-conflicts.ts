import type { Document } from "../document.ts";
import type { Effect } from "../effect.ts";
import {
	effectiveProperties,
	itemsOf,
	type Node,
	type Property,
	property,
	type StringNode,
	valueAt,
} from "../syntax/tree.ts";
import { quote } from "../wording.ts";

/** A value that is right by itself and wrong beside another; JSON Schema cannot say that. */
export interface SettingConflict {
	readonly node: Node;
	readonly message: string;
	readonly effect: Effect;
}

/** Where a settings file contradicts itself, as Claude Code 2.1.329 judges it. */
export function settingConflicts({ kind, root }: Document): SettingConflict[] {
	if (kind.schema !== "claude-settings" || !root) return [];
	return [
		...aliasConflicts(root),
		...marketplaceNames(root),
		...invalidExtracts(root),
		...repeatedVariables(root),
	];
}

/** Second names of keys, and the keys. */
const ALIASES: Readonly<Record<string, string>> = {
	additionalMarketplaces: "extraKnownMarketplaces",
	allowedMarketplaces: "strictKnownMarketplaces",
};

function aliasConflicts(root: Node): SettingConflict[] {
	return Object.entries(ALIASES).flatMap(([alias, key]) => {
		const second = property(root, alias);
		const first = property(root, key);
		if (
			!second ||
			!first ||
			second.value.type === "null" ||
			first.value.type === "null"
		)
			return [];
		return {
			node: second.value,
			message: `"${alias}" is another name of "${key}", and the file has both; move its value there.`,
			effect: "skipped",
		};
	});
}

/** A marketplace that is written out in the settings has its name twice. */
function marketplaceNames(root: Node): SettingConflict[] {
	return ["extraKnownMarketplaces", "additionalMarketplaces"]
		.flatMap((key) => effectiveProperties(valueAt(root, key)))
		.flatMap(({ key, value }) => {
			const source = valueAt(value, "source");
			const name = valueAt(source, "name");
			const type = valueAt(source, "source");
			if (type?.type !== "string" || type.value !== "settings") return [];
			if (name?.type !== "string" || name.value === key.value) return [];
			return {
				node: name,
				message: `the marketplace is called ${quote(key.value)} outside and ${quote(name.value)} inside; write the same name.`,
				effect: "skipped",
			};
		});
}

function invalidExtracts(root: Node): SettingConflict[] {
	const credentials = valueAt(root, "sandbox", "credentials");
	return ["files", "envVars"]
		.flatMap((list) => itemsOf(valueAt(credentials, list)))
		.flatMap((entry) => {
			const mode = valueAt(entry, "mode");
			const extract = valueAt(entry, "extract");
			if (mode?.type !== "string" || mode.value !== "mask") return [];
			if (extract?.type !== "string" || isRegularExpression(extract.value))
				return [];
			return {
				node: extract,
				message: '"extract" is not a valid regular expression.',
				effect: "rejected",
			};
		});
}

function isRegularExpression(source: string): boolean {
	try {
		return Boolean(new RegExp(source));
	} catch {
		return false;
	}
}

/** One environment variable may stand in one place of one pair only. */
function repeatedVariables(root: Node): SettingConflict[] {
	const pairs = itemsOf(valueAt(root, "sandbox", "credentials", "awsPairs"));
	const names: StringNode[] = pairs
		.flatMap(effectiveProperties)
		.map(({ value }: Property) => value)
		.filter((value) => value.type === "string");
	const seen = new Set<string>();
	return names.flatMap((node) => {
		if (!seen.has(node.value)) {
			seen.add(node.value);
			return [];
		}
		return {
			node,
			message: `the variable ${quote(node.value)} stands in "awsPairs" more than once.`,
			effect: "rejected",
		};
	});
}
