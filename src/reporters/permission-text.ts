import type { Decision } from "../decisions/decision.ts";
import { type Mode, modes, type Outcome } from "../decisions/modes.ts";
import type { Source } from "../document.ts";
import type { Location } from "../location.ts";
import { parseMcpName } from "../permissions/mcp-names.ts";
import type { PermissionRule } from "../permissions/permission-rule.ts";
import { type KnownServers, meantServer } from "../project/known-servers.ts";
import type { Mask } from "../secrets/mask.ts";
import { both, quote } from "../wording.ts";
import { printable } from "./printable.ts";

/** The answers to "who decides about these calls?". */
export interface PermissionReport {
	readonly decisions: readonly Decision[];
	readonly servers: KnownServers;
	/** The mode that a session starts in. */
	readonly mode: Mode;
	/** Files of the session that the client does not load, so that nothing in them counts. */
	readonly rejected: readonly string[];
	readonly sources: ReadonlyMap<string, Source>;
	/** Through which every text of a source goes. */
	readonly mask: Mask;
}

/** For people: each call with the rule that decides and its place, or with what happens in each mode where none does. */
export function reportPermissionText(report: PermissionReport): string {
	const answers = report.decisions.map((decision) =>
		describe(decision, report),
	);
	const notes = [
		...report.rejected.map(
			(file) =>
				`The client does not load ${printable(file)}, so nothing in it counts; "mcp-config-lint" says why.`,
		),
		...(report.mode === "default"
			? []
			: [`A session here starts in the mode ${report.mode}.`]),
		...(report.decisions.some(isUnclear)
			? [
					"unknown: it depends on what only the client knows, such as its own safety check.",
				]
			: []),
	];
	return [...answers, ...notes].map((part) => `${part}\n`).join("\n");
}

/** Nothing decides, and the client asks. */
function needsRule({ deciding, outcome }: Decision): boolean {
	return !deciding && outcome.default === "ask";
}

/** A text in quotes, and without credentials. */
type Shown = (text: string) => string;

/** Where a tool seems to be that of a server which nothing here declares: which server may be meant. */
function describeUnknownServer(
	tool: string,
	servers: KnownServers,
	shown: Shown,
): string[] {
	const name = parseMcpName(tool);
	if (!name) return [];
	const meant = meantServer(name.server, servers);
	const hint = meant
		? `; rules call ${shown(meant.declaration?.name ?? meant.normalizedName)} ${shown(`mcp__${meant.normalizedName}`)}`
		: "";
	return [`server      nothing here declares ${shown(name.server)}${hint}`];
}

function isUnclear({ outcome }: Decision): boolean {
	return Object.values(outcome).includes("unknown");
}

function describe(
	decision: Decision,
	{ sources, servers, mask }: PermissionReport,
): string {
	const shown = (text: string) => mask.message(quote(text));
	const { call, deciding, overridden, server, outcome, suggestions } = decision;
	const place = ({ file, start }: Location) => {
		const at = sources.get(file)?.position(start);
		return [printable(file), ...(at ? [at.line, at.column] : [])].join(":");
	};
	const line = ({ behavior, text, node }: PermissionRule) =>
		`${behavior} ${shown(text)}  ${place(node)}`;
	const lines = [
		deciding ? `decided by  ${line(deciding)}` : "no rule decides",
		...overridden.map((rule) => `overrides   ${line(rule)}`),
		...(server
			? [`server      ${shown(server.name)}  ${place(server.key)}`]
			: describeUnknownServer(call.tool, servers, shown)),
		`outcome     ${outcomeText(outcome)}`,
		...(suggestions.length === 0
			? needsRule(decision)
				? ["to allow    no rule lifts this question"]
				: []
			: [
					`to allow    add ${both(suggestions.map(shown))} to "permissions": { "allow": […] } in .claude/settings.json`,
				]),
	];
	return [
		shown(call.text).slice(1, -1),
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
