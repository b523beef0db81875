import type { Reference, Spelling } from "./scan.ts";

/** What is known of the text that a reference stands in. */
export interface TextPlace {
	readonly text: string;
	/** Nothing in it could be meant literally: it is sent to a server as an address or a credential, or is the name of a program. */
	readonly isStrict: boolean;
	/** The variable whose value it is. */
	readonly key?: string;
}

/** Whether an author meant the client to put a value there. What may be meant for somebody else, or for nobody, is no reference. */
export function isMeant(reference: Reference, place: TextPlace): boolean {
	// whoever runs the value has references of its own
	if (place.key !== undefined && RUN_VALUES.test(place.key)) return false;
	if (isEscaped(reference, place)) return false;
	return MEANT[reference.spelling](reference, place);
}

/** Variables whose value a shell or another program reads as code or as a pattern. */
const RUN_VALUES =
	/(?:COMMAND|CMD|EDITOR|VISUAL|PAGER|BROWSER|SHELL|SCRIPT|HOOK|PREFIX|ASKPASS|OPENER|TEMPLATE|FORMAT|PATTERN|REGEXP?|PROMPT|QUERY|FILTER|PS\d)S?$|^(?:BASH_ENV|ENV|LESSOPEN|GIT_SSH)$/i;

/** A backslash or a second dollar sign before it: the author knows that it would be replaced, and does not want it. */
function isEscaped({ start, spelling }: Reference, { text }: TextPlace) {
	if (!/^[\\$]$/.test(text[start - 1] ?? "")) return false;
	return spelling === "dollar" || spelling === "substitution";
}

const isConstant = (name = "") => /^[A-Z][A-Z0-9_]+$/.test(name);

/** Nothing else than the reference stands in the text, apart from a word before it: `Bearer $NAME`, `--token={{NAME}}`. */
function isWhole({ start, end }: Reference, { text }: TextPlace): boolean {
	return (
		end === text.length && /^(?:[\w-]*[\s:=]\s?)?$/.test(text.slice(0, start))
	);
}

/** A letter or a digit right before it makes it a part of a word. */
function isApart({ start }: Reference, { text }: TextPlace): boolean {
	return !/[\w.]/.test(text[start - 1] ?? "");
}

/** Variables of Windows that everybody has. */
const WINDOWS =
	/^(?:APPDATA|LOCALAPPDATA|USERPROFILE|USERNAME|HOMEDRIVE|HOMEPATH|PROGRAMFILES|PROGRAMDATA|SYSTEMROOT|SYSTEMDRIVE|WINDIR|COMSPEC|TEMP|TMP|ONEDRIVE|ALLUSERSPROFILE|PUBLIC|CD)$/i;

/** Commands that people put into `$(…)`. What is no command is a variable of make, MSBuild or a pipeline. */
const COMMANDS =
	/^(?:pwd|whoami|hostname|uname|nproc|date|id)\b|^(?:cat|echo|printf|git|gh|op|pass|security|aws|gcloud|az|vault|kubectl|jq|node|npm|python3?|which|command|dirname|basename|realpath|readlink|find|ls|head|tail|base64|printenv|env|cd|sops|gpg|rbw|bw|glab|doppler|secret-tool|keyring|brew|xcrun)\s/;

type Judge = (reference: Reference, place: TextPlace) => boolean;

const always: Judge = () => true;

const MEANT: Readonly<Record<Spelling, Judge>> = {
	braces: always,
	editor: always,
	lookup: always,
	powershell: always,
	"env-braces": always,
	workflow: always,
	member: always,
	// it is known in plugins
	option: () => false,
	angle: ({ name }) => isConstant(name),
	dollar: (reference, place) =>
		isApart(reference, place) &&
		(isConstant(reference.name) ||
			(place.isStrict && isWhole(reference, place))),
	percent: (reference, place) => {
		const { name = "", end } = reference;
		// %E2%80%99 is a character in an address
		if (/^[\da-f]{2}/i.test(name) && /^[\da-f]{2}/i.test(place.text.slice(end)))
			return false;
		if (WINDOWS.test(name)) return true;
		if (!isConstant(name)) return false;
		return isWhole(reference, place) || (place.isStrict && name.length > 2);
	},
	mustache: (reference, place) =>
		isConstant(reference.name) && (place.isStrict || isWhole(reference, place)),
	operator: ({ name = "" }, { isStrict }) =>
		isStrict || /^[A-Z][A-Z\d_]*$/.test(name),
	substitution: (reference, place) => {
		const isTicked = reference.text.startsWith("`");
		// in running text they stand around words
		if (isTicked && !place.isStrict && !isWhole(reference, place)) return false;
		return COMMANDS.test(reference.text.slice(isTicked ? 1 : 2, -1).trim());
	},
	tilde: (_reference, { isStrict }) => isStrict,
	misnamed: ({ name = "" }, { isStrict }) =>
		isStrict || /^\s*[A-Z\d_][A-Z\d_. -]+\s*$/.test(name),
	empty: (reference, place) => place.isStrict || isWhole(reference, place),
	unclosed: (reference, place) =>
		isConstant(reference.name) &&
		/^(?:[/:@\s"'&?]|$)/.test(place.text.slice(reference.end)),
};
