import { posix } from "node:path";
import ignore from "ignore";
import type { Behavior } from "../permissions/behavior.ts";
import type { PermissionRule } from "../permissions/permission-rule.ts";
import { pathWithin, type Session } from "./session.ts";

/** Only rules about these two tools are compared with paths; `Edit` stands for every tool that writes files. */
export type PathRuleTool = "Read" | "Edit";

/** A gitignore pattern and the folder it counts from. */
export interface AnchoredPattern {
	readonly folder: string;
	readonly pattern: string;
}

/**
 * The rule of one behavior that covers a path, or nothing. The last pattern that matches counts, so that a later `!pattern` frees a path again.
 * Upper and lower case do not count. Source: measured on 2.1.329.
 */
export function findPathRule(
	path: string,
	tool: PathRuleTool,
	behavior: Behavior,
	session: Session,
): PermissionRule | undefined {
	const groups = groupByFolder(
		session.rules.filter(
			(rule) =>
				rule.behavior === behavior &&
				rule.tool === tool &&
				rule.content !== undefined &&
				rule.content !== "*",
		),
		session,
	);
	for (const { folder, patterns } of groups) {
		const way = pathWithin(folder, path);
		if (way === undefined || way === "") continue;
		const { rule } = ignore()
			.add(
				patterns.map(({ pattern }, index) => ({
					pattern,
					mark: String(index),
				})),
			)
			.test(way);
		const found =
			rule?.mark === undefined ? undefined : patterns[Number(rule.mark)];
		if (found) return found.rule;
	}
	return undefined;
}

/** The patterns of one file that count from the same folder; a `!pattern` frees only what these match. */
interface PatternGroup {
	readonly folder: string;
	readonly patterns: {
		readonly pattern: string;
		readonly rule: PermissionRule;
	}[];
}

function groupByFolder(
	rules: readonly PermissionRule[],
	session: Session,
): Iterable<PatternGroup> {
	const groups = new Map<string, PatternGroup>();
	for (const rule of rules) {
		for (const { folder, pattern } of anchorPatterns(rule, session)) {
			const key = `${rule.document.file}\n${folder}`;
			const group = groups.get(key) ?? { folder, patterns: [] };
			group.patterns.push({ pattern, rule });
			groups.set(key, group);
		}
	}
	return groups.values();
}

/**
 * Where the pattern of a rule counts from. `//x` is absolute, `~/x` in the home folder, `/x` below the folder that the settings belong to, and anything else in the
 * session's folder; a deny or ask rule of the last sort also counts in the additional folders.
 * Source: measured on 2.1.329.
 */
export function anchorPatterns(
	{ content = "", behavior, document }: PermissionRule,
	{ folder, home, folders }: Session,
): AnchoredPattern[] {
	if (content.startsWith("//")) {
		return [
			{ folder: "/", pattern: deepPattern(content.replace(/^\/+/, "/")) },
		];
	}
	if (content.startsWith("~/")) {
		return [{ folder: home, pattern: deepPattern(content.slice(1)) }];
	}
	if (content.startsWith("/")) {
		const isOfUser = document.kind.scope === "user";
		const base = isOfUser ? posix.join(home, ".claude") : folder;
		return [{ folder: base, pattern: deepPattern(content) }];
	}
	const relative = content.replace(/^\.\//, "");
	if (behavior !== "allow") {
		return folders.map((each) => ({
			folder: each,
			pattern: deepPattern(relative),
		}));
	}
	// what is allowed in "src/**" is not allowed in another folder called "src"
	const isOneFolder = /^(?!\*\*|!)[^/]+\/\*\*$/.test(relative);
	return [
		{ folder, pattern: deepPattern(isOneFolder ? `/${relative}` : relative) },
	];
}

/**
 * The pattern as the gitignore library has to be given it: a folder with everything in it is the folder, `#` begins no comment, and `!` in brackets
 * is a character like any other.
 */
function deepPattern(pattern: string): string {
	const folder = pattern.length > 3 ? pattern.replace(/\/\*\*$/, "") : pattern;
	return folder.replace(/^#/, "\\#").replace(/\[!([^\]/]+)\]/g, "[$1!]");
}
