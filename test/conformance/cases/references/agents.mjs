// The same texts in a server that an agent brings along in its front matter.

import { cases as all, environment } from "./spellings.mjs";

export { environment };

/** The servers are started for a session of the agent. */
export const inAgent = true;

const TEXTS = [
	"${X_SET}",
	"${X_UNSET:-default}",
	"${X_INNER}",
	"$X_SET",
	"${env:X_SET}",
	"${X_SET:-${X_SET}}",
	"${X_UNSET:-${X_SET}}",
	"${CLAUDE_PROJECT_DIR}",
	"pa$$word",
];

export const cases = all.filter(({ text }) => TEXTS.includes(text));
