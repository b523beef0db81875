import { isFromRepository } from "../document.ts";
import { fixByWriting, replaceString } from "../edit.ts";
import type { Marketplace } from "../project/plugins.ts";
import { readerOf } from "../project/project.ts";
import type { Surroundings } from "../project/surroundings.ts";
import { defineRule, type Problem } from "../rule.ts";
import {
	effectiveProperties,
	property,
	type StringNode,
} from "../syntax/tree.ts";
import { isSlipOf, nearest, quote } from "../wording.ts";

export default defineRule({
	effect: "inert",
	severity: "warning",
	summary: "A plugin is switched on or off by a name that no plugin has.",
	rationale: `
The keys of \`enabledPlugins\` are \`plugin@marketplace\`. A key without a marketplace is accepted and does nothing, and so does one for a plugin that the marketplace does not list; nobody is told. Which plugins a
marketplace has is only known of those whose \`.claude-plugin/marketplace.json\` is in the same repository.`,
	examples: [
		{
			file: ".claude/settings.json",
			bad: '{ "enabledPlugins": { "review": true } }',
			good: '{ "enabledPlugins": { "review@team-tools": true } }',
			beside: {
				".claude-plugin/marketplace.json":
					'{ "name": "team-tools", "owner": { "name": "Docs Team" }, "plugins": [{ "name": "review", "source": "./review" }] }',
			},
			fix: "unsafe",
		},
	],
	needs: [{ schema: "claude-settings", words: ["enabledPlugins"] }],

	*check({ documents, surroundings }) {
		const listings = readListings(surroundings);
		for (const document of documents) {
			if (document.kind.schema !== "claude-settings") continue;
			const plugins = property(document.root, "enabledPlugins")?.value;
			for (const { key } of effectiveProperties(plugins)) {
				if (/^(?:_|\/\/)/.test(key.value)) continue;
				const finding = key.value.includes("@")
					? isFromRepository(document)
						? unlisted(key, listings)
						: undefined
					: withoutMarketplace(key, readerOf(document), listings);
				if (!finding) continue;
				const { message, meant, isClear } = finding;
				const isTaken = meant !== undefined && property(plugins, meant);
				yield {
					location: key,
					message,
					...(meant !== undefined &&
						isClear &&
						!isTaken &&
						fixByWriting(meant, replaceString(document, key, meant))),
				} satisfies Problem;
			}
		}
	},
});

/** Of more plugins than these none is offered, because each name is compared with each. */
const MOST_COMPARED = 200;

/** A marketplace, and the names of its plugins. */
interface Listing {
	readonly marketplace: Marketplace;
	readonly names: ReadonlySet<string>;
}

function readListings({ marketplaces }: Surroundings): Listing[] {
	return marketplaces.map((marketplace) => ({
		marketplace,
		names: new Set(marketplace.plugins.map(({ value }) => value)),
	}));
}

interface Finding {
	readonly message: string;
	/** The key that was probably meant, and whether that leaves no doubt. */
	readonly meant?: string | undefined;
	readonly isClear?: boolean;
}

function withoutMarketplace(
	{ value }: StringNode,
	reader: string,
	listings: readonly Listing[],
): Finding {
	const keys = listings
		.filter(({ names }) => names.has(value))
		.map(({ marketplace: { name } }) => `${value}@${name}`);
	const meant = keys.length === 1 ? keys[0] : undefined;
	return {
		message: `"enabledPlugins": ${reader} does nothing with ${quote(value)}, because a key is <plugin>@<marketplace>; ${meant === undefined ? "add the name of the marketplace." : `write ${quote(meant)}.`}`,
		meant,
		isClear: true,
	};
}

function unlisted(
	{ value }: StringNode,
	listings: readonly Listing[],
): Finding | undefined {
	const at = value.lastIndexOf("@");
	const name = value.slice(0, at);
	const listing = listings.find(
		({ marketplace: each }) => each.name === value.slice(at + 1),
	);
	if (!listing || listing.marketplace.document.errors.length > 0)
		return undefined;
	const { marketplace, names } = listing;
	if (names.has(name)) return undefined;
	const meant =
		names.size > MOST_COMPARED ? undefined : nearest(name, [...names]);
	return {
		message: `"enabledPlugins": the marketplace ${quote(marketplace.name)} of this repository lists no plugin ${quote(name)}; ${meant === undefined ? "remove the key, or list the plugin." : `did you mean ${quote(`${meant}@${marketplace.name}`)}?`}`,
		meant: meant === undefined ? undefined : `${meant}@${marketplace.name}`,
		isClear: meant !== undefined && isSlipOf(name, meant),
	};
}
