import {
	type CommandPattern,
	parseCommandPattern,
} from "./command-patterns.ts";
import { parseMcpName } from "./mcp-names.ts";
import { isWhole, type PermissionRule } from "./permission-rule.ts";
import { nameInRules, toolByName } from "./tools.ts";
import { matchesWildcards } from "./wildcards.ts";

/** Finds, among some rules, one that matches every call that a given rule matches; the given rule itself is not looked at. */
export type CoverageFinder = (
	rule: PermissionRule,
) => PermissionRule | undefined;

/** Rules with wildcards are compared one by one; nobody writes more of them by hand. */
const MOST_PATTERNS = 100;

/** Longer rules are not judged: nobody wrote them by hand. */
const LONGEST = 1000;

/**
 * Prepares some rules to be asked what they cover. It may miss a rule that covers another, and never names one that does not:
 * only what follows from the texts is used.
 */
export function createCoverage(
	rules: readonly PermissionRule[],
): CoverageFinder {
	const kept = rules.filter(({ mistake }) => mistake === undefined);
	// of two that say the same, one covers the other; more are not needed
	const byKey = new Map<string, [PermissionRule, PermissionRule?]>();
	for (const rule of kept) {
		const key = keyOf(rule);
		const same = byKey.get(key);
		if (!same) byKey.set(key, [rule]);
		else same[1] ??= rule;
	}
	const patterns = kept
		.filter((rule) => rule.text.length <= LONGEST && hasWildcard(rule))
		.slice(0, MOST_PATTERNS);
	// "!pattern" frees what patterns before it cover
	const hasException = kept.some(({ content }) => content?.startsWith("!"));
	return (rule) => {
		if (rule.text.length > LONGEST) return undefined;
		if (isAllowedScript(rule)) {
			return byKey.get(keyOf(rule))?.find((same) => same !== rule);
		}
		for (const key of widerKeys(rule, hasException)) {
			const wider = byKey.get(key)?.find((each) => each !== rule);
			if (wider) return wider;
		}
		return patterns.find((wider) => wider !== rule && matchesText(wider, rule));
	};
}

/** An allow rule for several commands in one text: others cover one command each, unless they cover all. */
function isAllowedScript({ behavior, tool, content }: PermissionRule): boolean {
	return (
		behavior === "allow" &&
		toolByName(tool)?.content === "command" &&
		content !== undefined &&
		/[;&|<>`\n]|\$\(/.test(content)
	);
}

/** Rules that match the same calls have the same key. */
function keyOf(rule: PermissionRule): string {
	const { content } = rule;
	const tool = nameInRules(rule.tool);
	if (parseMcpName(tool)) return `mcp ${tool.replace(/__\*$/, "")}`;
	if (isWhole(rule)) return `tool ${tool}`;
	if (content === undefined) return `tool ${tool}`;
	const sort = toolByName(tool)?.content;
	if (sort === "command") return commandKey(tool, parseCommandPattern(content));
	if (sort === "path") return pathKey(rule, content);
	return `${tool} ${content}`;
}

/** A path that begins with one slash counts from another folder in the settings of the user. */
function pathKey({ tool, document }: PermissionRule, pattern: string): string {
	const isOfUser = /^\/(?!\/)/.test(pattern) && document.kind.scope === "user";
	return `${tool} ${isOfUser ? "user " : ""}${pattern}`;
}

function commandKey(tool: string, { sort, text }: CommandPattern): string {
	return `${tool} ${sort} ${text}`;
}

/** The keys of the rules that cover a rule, its own among them, the widest first. */
function* widerKeys(
	rule: PermissionRule,
	hasException: boolean,
): Generator<string> {
	const { content } = rule;
	const tool = nameInRules(rule.tool);
	yield "tool *";
	if (parseMcpName(tool)) {
		yield "mcp mcp__*";
		const [prefix = "", server = ""] = tool.split("__");
		yield `mcp ${prefix}__${server}`;
		yield keyOf(rule);
		return;
	}
	const sort = toolByName(tool)?.content;
	// a rule about paths is also about other tools than the one it names
	if (content === undefined || sort !== "path") yield `tool ${tool}`;
	if (content === undefined) return;
	if (sort === "command") yield* widerCommands(tool, content);
	else if (sort === "path") {
		if (!hasException) yield* widerFolders(rule, content);
	} else if (sort === "domain")
		yield* [`${tool} domain:*`, ...subdomains(tool, content)];
	yield keyOf(rule);
}

/** Words that are looked at of one command, folders of one path, labels of one host. */
const MOST_WORDS = 32;

function* widerCommands(tool: string, content: string): Generator<string> {
	const { text } = parseCommandPattern(content);
	const words = text.split(" ");
	for (let count = 1; count <= Math.min(words.length, MOST_WORDS); count++) {
		const head = words.slice(0, count).join(" ");
		if (head.includes("*")) return;
		yield commandKey(tool, { sort: "prefix", text: head });
	}
}

/** The patterns of the folders that a path lies in, as it is written. */
function* widerFolders(
	rule: PermissionRule,
	content: string,
): Generator<string> {
	if (content.startsWith("!")) return;
	let depth = 0;
	for (
		let at = content.indexOf("/");
		at !== -1 && depth < MOST_WORDS;
		at = content.indexOf("/", at + 1)
	) {
		depth++;
		const folder = content.slice(0, at);
		if (/[*?[]/.test(folder)) return;
		yield pathKey(rule, `${folder}/**`);
	}
}

function subdomains(tool: string, content: string): string[] {
	const labels = content.slice("domain:".length).split(".");
	return labels
		.slice(1, MOST_WORDS)
		.map((_, index) => `${tool} domain:*.${labels.slice(index + 1).join(".")}`);
}

function hasWildcard(rule: PermissionRule): boolean {
	const { tool, content } = rule;
	if (content === undefined) return tool.includes("*");
	return (
		toolByName(tool)?.content === "command" &&
		parseCommandPattern(content).sort === "wildcard"
	);
}

/** Whether a pattern matches another rule's text: a `*` there is a character like any other to it, so what the other matches is matched as well. */
function matchesText(wider: PermissionRule, rule: PermissionRule): boolean {
	if (wider.content === undefined) {
		const isAboutPaths =
			rule.content !== undefined && toolByName(rule.tool)?.content === "path";
		return (
			(!isAboutPaths || wider.tool === "*") &&
			matchesWildcards(wider.tool, rule.tool)
		);
	}
	if (rule.content === undefined || rule.tool !== wider.tool) return false;
	const pattern = parseCommandPattern(wider.content).text;
	const other = parseCommandPattern(rule.content);
	return (
		matchesWildcards(pattern, other.text) &&
		(other.sort !== "prefix" || pattern.endsWith("*"))
	);
}
