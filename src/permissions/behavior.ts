/** What a permission rule can ask of the client; the first that matches in the order deny, ask, allow decides. */
export const behaviors = ["allow", "ask", "deny"] as const;

export type Behavior = (typeof behaviors)[number];

/** What behaviors are called at the start of a message. */
export const BEHAVIOR_NAMES: Readonly<Record<Behavior, string>> = {
	allow: "Allow",
	ask: "Ask",
	deny: "Deny",
};
