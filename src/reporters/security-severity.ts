/** What a rule means for security. */
interface Judgement {
	/** As GitHub counts: up to 3.9 low, to 6.9 medium, to 8.9 high, above that critical. Absent where the risk is another one: things get mixed up, or break later. */
	readonly score?: number;
	readonly reason: string;
}

/**
 * One row for each rule whose problems are exposed or risky; the others are about what has no effect, and whether that was a protection differs from case to case. A score makes an
 * alert of code scanning a matter of security, so only those rules have one that are about it wherever they speak. Nothing is critical: none of this opens a system by itself.
 */
export const SECURITY: Readonly<Record<string, Judgement>> = {
	"ambiguous-name": { reason: "rules match other tools, or none" },
	"blanket-approval": {
		score: 6,
		reason: "whoever adds a server to the file has it started unseen",
	},
	"broad-permission": {
		score: 6,
		reason: "a prompt that was smuggled in runs commands without a question",
	},
	"colliding-names": { reason: "one of two servers loses its tools" },
	"credential-script": {
		score: 3,
		reason: "who may change the script can take the credential",
	},
	"deprecated-key": { reason: "it breaks later" },
	"deprecated-transport": { reason: "it breaks later" },
	"disabled-protection": {
		score: 6,
		reason: "what would stop an attack is off for everyone",
	},
	"drifted-server": { reason: "two clients do not use the same server" },
	"empty-tool-list": { reason: "an agent can do less than it should" },
	"ignored-restriction": {
		score: 5.5,
		reason: "an agent may do more than its author allows",
	},
	"insecure-url": {
		score: 5,
		reason: "what is sent can be read and changed on its way",
	},
	"literal-secret": {
		score: 8,
		reason: "who has the file can use the credential",
	},
	"loose-matcher": { reason: "a hook is asked about more than it expects" },
	"loose-wildcard": {
		score: 5.5,
		reason: "options that run other programs need no question",
	},
	"normalized-name": { reason: "a rule may match nothing" },
	"piped-download": {
		score: 7,
		reason: "who controls the address runs code on every machine",
	},
	"preloaded-code": {
		score: 8,
		reason: "a file of the repository runs in programs that nobody thinks of",
	},
	"redirected-api": {
		score: 7.5,
		reason: "prompts and the key go to somebody else",
	},
	"stray-whitespace": { reason: "a value is not what was meant" },
	"unpinned-package": {
		score: 3,
		reason: "what runs is decided anew at each start, by the package's owner",
	},
};
