import type { Location } from "../location.ts";
import type { PermissionRule } from "../permissions/permission-rule.ts";
import { placesIn, printJson } from "./json-values.ts";
import type { PermissionReport } from "./permission-text.ts";

/** For programs; fields are only ever added. */
export function reportPermissionJson({
	decisions,
	mode,
	rejected,
	sources,
	mask,
}: PermissionReport): string {
	const placeOf = placesIn(sources);
	const place = (location: Location) => {
		const { pointer, ...rest } = placeOf(location);
		return { ...rest, pointer: mask.message(pointer) };
	};
	const rule = ({ text, behavior, node }: PermissionRule) => ({
		text: mask.value(text),
		behavior,
		...place(node),
	});
	const report = {
		version: 1,
		tools: decisions.map(
			({ call, deciding, overridden, server, outcome, suggestions }) => ({
				tool: mask.value(call.text),
				decision: deciding?.behavior ?? "none",
				rule: deciding ? rule(deciding) : null,
				overrides: overridden.map(rule),
				server: server
					? { name: mask.value(server.name), ...place(server.node) }
					: null,
				outcome,
				suggestion: suggestions[0] ? mask.value(suggestions[0]) : null,
				suggestions: suggestions.map(mask.value),
			}),
		),
		mode,
		rejected,
	};
	return printJson(report);
}
