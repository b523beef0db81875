import type { Behavior } from "../permissions/behavior.ts";
import { parseUrl } from "../url.ts";
import { isApprovedAddress } from "./approved-hosts.ts";
import { matchesHost } from "./domains.ts";
import {
	findToolRule,
	habitualOutcome,
	type Judgement,
	judge,
} from "./judgement.ts";
import { findParameterRule } from "./parameters.ts";
import type { Session } from "./session.ts";

/** What becomes of fetching an address; nothing for a text that is no address. Source: measured on 2.1.329. */
export function judgeFetch(
	address: string,
	session: Session,
): Judgement | undefined {
	const url = parseUrl(address);
	if (!url) return undefined;
	const find = (behavior: Behavior) =>
		findToolRule("WebFetch", behavior, session) ??
		session.rules.find(
			({ tool, content, behavior: other }) =>
				other === behavior &&
				tool === "WebFetch" &&
				content !== undefined &&
				matchesHost(content, url.hostname),
		);
	const habit = isApprovedAddress(url) ? "free" : "asked";
	return judge(
		{ deny: find("deny"), ask: find("ask"), allow: find("allow") },
		(mode, behavior) => habitualOutcome(mode, behavior, habit),
	);
}

/** What becomes of a search: its words count as a parameter alone. Source: measured on 2.1.329. */
export function judgeSearch(query: string, session: Session): Judgement {
	const find = (behavior: Behavior) =>
		findToolRule("WebSearch", behavior, session) ??
		findParameterRule("WebSearch", behavior, { query }, session);
	return judge(
		{ deny: find("deny"), ask: find("ask"), allow: find("allow") },
		(mode, behavior) => habitualOutcome(mode, behavior, "asked"),
	);
}
