/** From the mildest to the worst. */
export const severities = ["info", "warning", "error"] as const;

export type Severity = (typeof severities)[number];

/** Whether something is as bad as what a run is to fail on. */
export function reaches(
	diagnostics: readonly { readonly severity: Severity }[],
	failOn: Severity | "never",
): boolean {
	if (failOn === "never") return false;
	return diagnostics.some(
		({ severity }) =>
			severities.indexOf(severity) >= severities.indexOf(failOn),
	);
}
