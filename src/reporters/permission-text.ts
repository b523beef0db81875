import type { Source } from "../document.ts";
import type { Location } from "../location.ts";
import type { Decision } from "../permissions/decision.ts";
import { modes, type Outcome } from "../permissions/modes.ts";
import type { PermissionRule } from "../permissions/permission-rule.ts";
import { both, quote } from "../wording.ts";

/** The answers to "who decides about these calls?". */
export interface PermissionReport {
	readonly decisions: readonly Decision[];
	/** Files of the session that the client does not load, so that nothing in them counts. */
	readonly rejected: readonly string[];
	readonly sources: ReadonlyMap<string, Source>;
}

/** For people: each call with the rule that decides and its place, or with what happens in each mode where none does. */
export function reportPermissionText(report: PermissionReport): string {
	const answers = report.decisions.map((decision) =>
		describe(decision, report.sources),
	);
	const notes = report.rejected.map(
		(file) =>
			`The client does not load ${file}, so nothing in it counts; run mcp-config-lint to see why.`,
	);
	return [...answers, ...notes].map((part) => `${part}\n`).join("\n");
}

function describe(
	decision: Decision,
	sources: ReadonlyMap<string, Source>,
): string {
	const { call, deciding, overridden, server, outcome, suggestion } = decision;
	const place = ({ file, start }: Location) => {
		const at = sources.get(file)?.position(start);
		return at ? `${file}:${at.line}:${at.column}` : file;
	};
	const line = ({ behavior, text, node }: PermissionRule) =>
		`${behavior} ${quote(text)}  ${place(node)}`;
	const lines = [
		deciding ? `decided by  ${line(deciding)}` : "no rule decides",
		...overridden.map((rule) => `overrides   ${line(rule)}`),
		...(server
			? [`server      ${quote(server.name)}  ${place(server.key)}`]
			: []),
		`outcome     ${outcomeText(outcome)}`,
		...(suggestion === undefined
			? []
			: [
					`to allow    add ${JSON.stringify(suggestion)} to "permissions": { "allow": […] } in .claude/settings.json`,
				]),
	];
	return [
		quote(call.text).slice(1, -1),
		...lines.map((each) => `  ${each}`),
	].join("\n");
}

/** `allow`, or each outcome with the modes that have it. */
function outcomeText(outcome: Decision["outcome"]): string {
	const groups = new Map<Outcome, string[]>();
	for (const mode of modes) {
		const group = groups.get(outcome[mode]) ?? [];
		group.push(mode);
		groups.set(outcome[mode], group);
	}
	const [only] = groups.keys();
	if (groups.size === 1 && only) return `${only} in every mode`;
	return [...groups]
		.map(([each, names]) => `${each} in ${both(names)}`)
		.join("; ");
}
