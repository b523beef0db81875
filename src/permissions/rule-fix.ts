import { type Fix, fixByWriting, replaceString } from "../edit.ts";
import type { PermissionRule } from "./permission-rule.ts";
import { findRuleMistake } from "./rule-mistakes.ts";
import { parseRuleText } from "./rule-text.ts";

/**
 * The fix that writes a rule as it was meant, to be spread into a problem. It changes what is allowed, so it is unsafe. There is none where the
 * client would skip the new rule as well, and none for an allow rule that would allow more than its text says.
 */
export function rewriteRule(
	{ behavior, text, node, document }: PermissionRule,
	meant: string | undefined,
): { readonly fix?: Fix } {
	if (meant === undefined || meant === text) return {};
	if (findRuleMistake(meant, behavior)) return {};
	if (behavior === "allow" && saysMore(meant, text)) return {};
	return fixByWriting(meant, replaceString(document, node, meant));
}

/** Whether a rule leaves out a limit that stands in another text. */
function saysMore(rule: string, text: string): boolean {
	const { tool, content } = parseRuleText(rule) ?? {};
	if (content === undefined) {
		const isLimited = text.includes("(") && !rule.startsWith("mcp__");
		return isLimited || letters(rule) !== letters(text);
	}
	const [, host] = /^domain:(.*)$/.exec(content) ?? [];
	if (tool !== "WebFetch" || host === undefined) return false;
	const rest = text.slice(text.indexOf(host) + host.length);
	return !/^(?::\d+)?[/*]*\s*\)?\s*$/.test(rest);
}

function letters(text: string): string {
	return text.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
}
