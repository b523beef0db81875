import type { Document } from "../document.ts";
import { pointerTokens } from "../location.ts";
import { pluginEntries } from "../project/plugin-paths.ts";
import { readerOf } from "../project/project.ts";
import { defineRule, type Problem } from "../rule.ts";
import { knownKeys, schemasAt, type Violation } from "../schema.ts";
import {
	type Node,
	property,
	type StringNode,
	valueAt,
} from "../syntax/tree.ts";
import { violationFix } from "../violation-fix.ts";
import { violationProblem } from "../violation-message.ts";
import { both, nearest, quote } from "../wording.ts";

export default defineRule({
	effect: "rejected",
	severity: "error",
	summary:
		"The manifest of a plugin or marketplace has a value that the client does not accept.",
	rationale: `
A wrong value in \`plugin.json\` mostly costs the plugin: it does not load, with all its skills, hooks and servers. What only describes it (\`description\`, \`author\`, \`homepage\`, \`keywords\`…) is
dropped, and the plugin loads. A wrong value in \`marketplace.json\` costs the marketplace, which nobody can add; one in the entry of a plugin costs that entry: the marketplace is added, and this
plugin cannot be installed. \`claude plugin validate\` says the same.`,
	examples: [
		{
			file: ".claude-plugin/plugin.json",
			bad: '{ "name": "code review", "version": "1.0.0" }',
			good: '{ "name": "code-review", "version": "1.0.0" }',
		},
		{
			file: ".claude-plugin/plugin.json",
			bad: '{ "name": "code-review", "defaultEnabled": "false" }',
			good: '{ "name": "code-review", "defaultEnabled": false }',
			fix: "safe",
		},
		{
			file: ".claude-plugin/marketplace.json",
			bad: '{ "name": "tools", "owner": "Docs Team", "plugins": [] }',
			good: '{ "name": "tools", "owner": { "name": "Docs Team" }, "plugins": [] }',
		},
	],
	needs: [{ schema: "claude-plugin" }, { schema: "claude-marketplace" }],

	*check({ documents }) {
		for (const document of documents) {
			if (!document.kind.isManifest) continue;
			const lacking = new Set<Node>();
			for (const violation of document.violations) {
				if (violation.subject !== "manifest" || isOthers(violation)) continue;
				// what is missing in one place is one mistake
				if (violation.keyword === "required") {
					if (lacking.has(violation.node)) continue;
					lacking.add(violation.node);
				}
				yield describe(document, violation);
			}
			yield* reservedName(document);
			yield* duplicateEntries(document);
		}
	},
});

/** Unknown keys that are only ignored, and the form of paths, have rules of their own. */
function isOthers({ keyword, effect, params }: Violation): boolean {
	if (keyword === "additionalProperties") return effect === "inert";
	return keyword === "pattern" && String(params.pattern).includes("\\./");
}

function describe(document: Document, violation: Violation): Problem {
	const problem = {
		...violationProblem(violation, ownerOf(document, violation)),
		...violationFix(document, violation),
		...(violation.effect === "rejected" ? {} : severityOf(violation)),
	};
	const message = ownMessage(document, violation);
	return message === undefined ? problem : { ...problem, message };
}

/** What is ignored in silence only describes; an entry that is dropped is a plugin that nobody can install. */
function severityOf({ effect, node }: Violation): Pick<Problem, "severity"> {
	const isEntry = /^\/plugins\/\d+(?:\/|$)/.test(node.pointer);
	return effect === "skipped" && isEntry ? {} : { severity: "warning" };
}

/** What a violation is about, as a sentence starts with it. */
function ownerOf(document: Document, { node }: Violation): string {
	const [list, index] = pointerTokens(node.pointer);
	if (list !== "plugins" || index === undefined) return "Manifest";
	const name = valueAt(document.root, "plugins", index, "name");
	return name?.type === "string" ? `Plugin ${quote(name.value)}` : "Plugin";
}

/** What to say in place of the general words. */
function ownMessage(
	document: Document,
	violation: Violation,
): string | undefined {
	const { keyword, node, params } = violation;
	const key = pointerTokens(node.pointer).at(-1);
	const owner = ownerOf(document, violation);
	const missing = document.violations
		.filter((each) => each.keyword === "required" && each.node === node)
		.map((each) => `"${each.params.missingProperty}"`);
	const place = placeIn(node.pointer);
	if (keyword === "required" && (missing.length > 1 || place !== "")) {
		const verb = missing.length > 1 ? "are" : "is";
		return `${owner}: ${both(missing)} ${verb} missing${place === "" ? "" : ` in ${quote(place)}`}.`;
	}
	if (keyword === "additionalProperties") {
		const name = String(params.additionalProperty);
		const { schema } = document;
		const known = schema
			? knownKeys(schema, schemasAt(schema, node.pointer))
			: [];
		const meant = nearest(name, known);
		return `${owner}: ${readerOf(document)} allows no key ${quote(name)} here; ${meant ? `did you mean ${quote(meant)}?` : "remove it."}`;
	}
	if (keyword === "pattern" && key === "name" && node.type === "string") {
		return `${owner}: the name ${quote(node.value)} must be letters, digits, ".", "_" and "-", and start with a letter or digit.`;
	}
	if (keyword === "pattern" && key === "sha") {
		return `${owner}: "sha" must be the whole id of a commit, 40 digits in lower case.`;
	}
	return undefined;
}

/** A place below the manifest, or below the entry of a plugin, as people write it. */
function placeIn(pointer: string): string {
	return pointerTokens(pointer.replace(/^\/plugins\/\d+/, "")).join(".");
}

/**
 * Names of marketplaces that only repositories of the organisation "anthropics" may have, in any case of letters, and those that stand for
 * something else. Source: measured on 2.1.329.
 */
const OFFICIAL: readonly string[] = [
	"agent-skills",
	"anthropic-agent-skills",
	"anthropic-marketplace",
	"anthropic-plugins",
	"claude-code-marketplace",
	"claude-code-plugins",
	"claude-for-financial-services",
	"claude-for-legal",
	"claude-plugin-directory",
	"claude-plugins-official",
	"claude-tag-plugins",
	"financial-services-plugins",
	"first-party-plugins",
	"knowledge-work-plugins",
	"life-sciences",
];
const BUILT_IN: readonly string[] = ["builtin", "inline", "skills-dir"];

function* reservedName(document: Document): Generator<Problem> {
	if (document.kind.schema !== "claude-marketplace") return;
	const name = property(document.root, "name")?.value;
	if (name?.type !== "string") return;
	const isOfficial = OFFICIAL.includes(name.value.toLowerCase());
	if (!isOfficial && !BUILT_IN.includes(name.value)) return;
	if (isOfficial && isOfficialOwner(document.root)) return;
	yield {
		location: name,
		message: isOfficial
			? `Manifest: the name ${quote(name.value)} is reserved for marketplaces of Anthropic, and ${readerOf(document)} adds it from nowhere else; choose another.`
			: `Manifest: ${readerOf(document)} keeps the name ${quote(name.value)} for itself; choose another.`,
	};
}

function isOfficialOwner(root: Node | undefined): boolean {
	const owner = valueAt(root, "owner", "name");
	return owner?.type === "string" && /anthropic/i.test(owner.value);
}

/** The first entry of a name is the one that is installed. */
function* duplicateEntries(document: Document): Generator<Problem> {
	const seen = new Map<string, StringNode>();
	for (const { name } of pluginEntries(document.root)) {
		if (!name) continue;
		const first = seen.get(name.value);
		if (!first) {
			seen.set(name.value, name);
			continue;
		}
		yield {
			location: name,
			message: `Two plugins of the marketplace are called ${quote(name.value)}; only one of them can be installed. Rename or remove one.`,
			effect: "inert",
			severity: "warning",
			related: [{ location: first, message: "the other" }],
		};
	}
}
