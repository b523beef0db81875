import type { PermissionRule } from "../permissions/permission-rule.ts";
import { maskCredentials } from "../secrets/mask.ts";
import { placesIn, printJson } from "./json-values.ts";
import type { PermissionReport } from "./permission-text.ts";

/** For programs; fields are only ever added. */
export function reportPermissionJson({
	decisions,
	mode,
	rejected,
	sources,
}: PermissionReport): string {
	const place = placesIn(sources);
	const rule = ({ text, behavior, node }: PermissionRule) => ({
		text: maskCredentials(text),
		behavior,
		...place(node),
	});
	const report = {
		version: 1,
		tools: decisions.map(
			({ call, deciding, overridden, server, outcome, suggestions }) => ({
				tool: maskCredentials(call.text),
				decision: deciding?.behavior ?? "none",
				rule: deciding ? rule(deciding) : null,
				overrides: overridden.map(rule),
				server: server ? { name: server.name, ...place(server.node) } : null,
				outcome,
				suggestion: suggestions[0] ? maskCredentials(suggestions[0]) : null,
				suggestions: suggestions.map(maskCredentials),
			}),
		),
		mode,
		rejected,
	};
	return printJson(report);
}
