/** The permission modes of a session, as `--permission-mode` and `permissions.defaultMode` name them. */
export const modes = [
	"default",
	"acceptEdits",
	"plan",
	"auto",
	"dontAsk",
	"bypassPermissions",
] as const;

export type Mode = (typeof modes)[number];

/** What becomes of a call. `unknown`: it depends on what only the client knows. */
export type Outcome = "allow" | "ask" | "deny" | "unknown";

export type Outcomes = Readonly<Record<Mode, Outcome>>;
