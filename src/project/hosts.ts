/** Whose a host is. */
export type HostPlace = "this machine" | "private network" | "internet";

/** Whose host it is, by its name or address (RFC 1918, 4193, 6761, 6762). Case does not matter; an IPv6 address may have its brackets. */
export function placeOfHost(host: string): HostPlace {
	const bare = host
		.toLowerCase()
		.replace(/^\[|\]$/g, "")
		.replace(/\.$/, "");
	if (
		/^(?:localhost|.*\.localhost|127(?:\.\d+){1,3}|::1|0\.0\.0\.0|::|::ffff:(?:127\.[\d.]+|7f[\da-f]{2}:[\da-f]{1,4})|(?:host|gateway)\.docker\.internal|host\.containers\.internal)$/.test(
			bare,
		)
	) {
		return "this machine";
	}
	if (
		/^(?:10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/.test(
			bare,
		) ||
		/^(?:f[cd][\da-f]{2}|fe[89ab][\da-f]):/.test(bare) ||
		/\.(?:local|internal|lan|home|corp|intranet|test|home\.arpa|svc|cluster\.local|ts\.net)$/.test(
			bare,
		) ||
		(!bare.includes(".") && !bare.includes(":"))
	) {
		return "private network";
	}
	return "internet";
}
