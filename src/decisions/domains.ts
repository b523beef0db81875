import { matchesWildcards } from "../permissions/wildcards.ts";

/** The contents that stand for every host. */
const EVERY_HOST: readonly string[] = ["*", "domain:*"];

/**
 * Whether the content of a WebFetch rule covers a host. Upper and lower case and a dot at the end do not count; a leading `*.` stands for one label or more,
 * so that the domain itself is not covered, and any other `*` stays within a label. Source: measured on 2.1.329.
 * @param host as `URL` gives it
 */
export function matchesHost(content: string, host: string): boolean {
	if (EVERY_HOST.includes(content)) return true;
	if (!content.startsWith("domain:")) return false;
	const named = plainHost(content.slice("domain:".length));
	if (named === "*") return false;
	const pattern = named.split(".");
	const labels = plainHost(host).split(".");
	if (pattern[0] === "*" && pattern.length > 1) {
		const rest = pattern.slice(1);
		return (
			labels.length > rest.length &&
			matchesLabels(rest, labels.slice(-rest.length))
		);
	}
	return matchesLabels(pattern, labels);
}

function plainHost(host: string): string {
	return host.toLowerCase().replace(/\.$/, "");
}

function matchesLabels(
	pattern: readonly string[],
	labels: readonly string[],
): boolean {
	return (
		pattern.length === labels.length &&
		pattern.every((part, index) => matchesWildcards(part, labels[index] ?? ""))
	);
}
