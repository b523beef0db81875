// A plugin for the bundler: a rule's file holds what a run needs and what people read, and each half becomes a module.
import { readFileSync } from "node:fs";

/** What only `explain` and the SARIF reporter read. */
const TEXTS = ["summary", "rationale", "examples"];
/** What only a run needs. */
const CHECK = ["needs", "check"];

/** Marks the module that has the texts; the one without the mark has the check. */
const WITH_TEXTS = "?texts";

const isRule = (path) => /[\\/]src[\\/]rules[\\/][^\\/]+\.ts$/.test(path);

/**
 * Start-up is mostly reading code, and a third of most rules is text. Whoever imports a rule gets it without its texts, so no chunk of a
 * run has them; generated/rule-texts.ts, which these two read, gets it without its check. RuleCheck and RuleTexts are the same in types, so
 * what is left out cannot be asked for.
 */
export function ruleHalves() {
	return {
		name: "rule-halves",
		async resolveId(source, importer) {
			if (!/[\\/]rule-texts\.ts$/.test(importer ?? "")) return null;
			const found = await this.resolve(source, importer, { skipSelf: true });
			return isRule(found.id) ? `${found.id}${WITH_TEXTS}` : found;
		},
		load(id) {
			if (!id.endsWith(WITH_TEXTS)) return null;
			const code = readFileSync(id.slice(0, -WITH_TEXTS.length), "utf8");
			return { code, moduleType: "ts" };
		},
		transform(code, id) {
			const hasTexts = id.endsWith(WITH_TEXTS);
			if (!hasTexts && !isRule(id)) return null;
			const tree = this.parse(code, { lang: "ts" });
			return without(hasTexts ? CHECK : TEXTS, code, tree, id);
		},
	};
}

/** The code of a rule without some of its members. A rule that is not written out is a mistake of ours. */
function without(names, code, { body }, file) {
	const exported = body.find(({ type }) => type === "ExportDefaultDeclaration");
	const [rule] = exported?.declaration.arguments ?? [];
	const members = rule?.properties ?? [];
	if (!members.some((member) => names.includes(nameOf(member))))
		throw new Error(`${file} is not export default defineRule({ … })`);
	const kept = members
		.filter((member) => !names.includes(nameOf(member)))
		.map(({ start, end }) => code.slice(start, end));
	return `${code.slice(0, rule.start)}{${kept.join(",\n")}}${code.slice(rule.end)}`;
}

function nameOf({ type, key, computed }) {
	if (type !== "Property" || computed || key.type !== "Identifier")
		throw new Error("a member of a rule is not written out");
	return key.name;
}
