import type { Document } from "../document.ts";
import { type Fix, fixByWriting, replaceString } from "../edit.ts";
import type { Project } from "../project/project.ts";
import {
	type PolicyEntry,
	type PolicyList,
	readPolicyLists,
} from "../project/server-policy.ts";
import { readUrlPattern } from "../project/url-patterns.ts";
import { defineRule } from "../rule.ts";
import { stringItems } from "../syntax/tree.ts";
import { quote } from "../wording.ts";

export default defineRule({
	effect: "inert",
	severity: "error",
	summary: "An entry of a server policy is accepted and can match no server.",
	rationale: `
\`serverName\` is compared letter by letter with the name as it is declared: no wildcards, no variables, not as tool names spell it. \`serverCommand\` is the program and
each argument, an item each, without wildcards. \`serverUrl\` is an address with its scheme, in which \`*\` stands for any text; \`github.com\` and \`http*://…\` match
nothing. Claude Code accepts such entries in silence. In a deny list that is an error, because what it was meant for is not blocked.`,
	examples: [
		{
			file: ".claude/settings.json",
			bad: '{ "deniedMcpServers": [{ "serverName": "mcp__github" }, { "serverUrl": "*.example.com" }] }',
			good: '{ "deniedMcpServers": [{ "serverName": "github" }, { "serverUrl": "*://*.example.com" }] }',
			fix: "unsafe",
		},
		{
			file: ".claude/settings.json",
			bad: '{ "deniedMcpServers": [{ "serverName": "git*" }] }',
			good: '{ "deniedMcpServers": [{ "serverName": "github" }, { "serverName": "gitlab" }] }',
		},
	],
	needs: [
		{
			schema: "claude-settings",
			words: ["allowedMcpServers", "deniedMcpServers"],
		},
	],

	*check(project) {
		const known = knownNames(project);
		for (const list of project.documents.flatMap(readPolicyLists)) {
			for (const entry of list.entries) {
				const mistake = findMistake(entry, list, known);
				if (!mistake) continue;
				yield {
					location: entry.value,
					message: `Server policy: ${mistake.message}.`,
					severity: list.isAllowList ? "warning" : "error",
					...rewriteEntry(list.document, entry, mistake.meant),
				};
			}
		}
	},
});

interface KnownNames {
	/** As they are declared. */
	readonly names: ReadonlySet<string>;
	/** Declared names by how tool names spell them, in lower case. */
	readonly bySpelling: ReadonlyMap<string, string>;
	/** Every item of a declared command. */
	readonly words: ReadonlySet<string>;
}

function knownNames(project: Project): KnownNames {
	const servers = [...project.servers, ...project.inheritedServers];
	return {
		names: new Set([
			...servers.map(({ name }) => name),
			...project.surroundings.servers,
		]),
		bySpelling: new Map(
			servers.flatMap(({ name, normalizedName }) => [
				[normalizedName.toLowerCase(), name],
				[name.toLowerCase(), name],
			]),
		),
		words: new Set(
			servers.flatMap(({ command, args }) =>
				[...(command ? [command] : []), ...args].map(({ value }) => value),
			),
		),
	};
}

/** What is wrong with an entry, and what to write. */
interface EntryMistake {
	readonly message: string;
	/** The text that was meant; absent where that is not clear. */
	readonly meant?: string;
}

/** It changes which servers there are, so it is unsafe. */
function rewriteEntry(
	document: Document,
	{ value }: PolicyEntry,
	meant: string | undefined,
): { readonly fix?: Fix } {
	if (value.type !== "string" || meant === undefined) return {};
	return fixByWriting(meant, replaceString(document, value, meant));
}

function findMistake(
	{ subject, value }: PolicyEntry,
	list: PolicyList,
	known: KnownNames,
): EntryMistake | undefined {
	const outcome = list.isAllowList ? "allows nothing" : "blocks nothing";
	if (subject === "serverCommand") {
		const words = stringItems(value).map((item) => item.value);
		const message = findCommandMistake(words, known, outcome);
		return message === undefined ? undefined : { message };
	}
	if (value.type !== "string") return undefined;
	return subject === "serverName"
		? findNameMistake(value.value, list, known, outcome)
		: findUrlMistake(value.value, outcome);
}

function findNameMistake(
	name: string,
	{ isAllowList }: PolicyList,
	{ names, bySpelling }: KnownNames,
	outcome: string,
): EntryMistake | undefined {
	if (names.has(name)) return undefined;
	const shown = quote(name);
	const declared = bySpelling.get(name.toLowerCase());
	if (declared !== undefined) {
		const message = `${shown} ${outcome}: the server is declared as ${quote(declared)}`;
		return isAllowList && !/^[A-Za-z0-9_-]+$/.test(declared)
			? {
					message: `${message}, which cannot stand in an allow list: allow it with "serverCommand" or "serverUrl"`,
				}
			: { message: `${message}, so write ${quote(declared)}`, meant: declared };
	}
	if (name.includes("*")) {
		const remedy =
			name === "*"
				? 'to block every server write "allowedMcpServers": []'
				: 'name each server, or use "serverUrl", which has them';
		return {
			message: `${shown} ${outcome}, because names have no wildcards; ${remedy}`,
		};
	}
	if (name.includes("${")) {
		return {
			message: `${shown} ${outcome}, because variables in names are not filled in; write the name itself`,
		};
	}
	const [, server] = /^mcp__(.+?)(?:__.*)?$/.exec(name) ?? [];
	if (server !== undefined) {
		return {
			message: `${shown} ${outcome}, because that is how permission rules name tools; write the server's name: ${quote(server)}`,
			meant: server,
		};
	}
	const [, connector] = /^claude_ai_(.+)$/.exec(name) ?? [];
	if (connector !== undefined && !isAllowList) {
		return {
			message: `${shown} ${outcome}, because that is how tool names spell a connector of claude.ai; write its name: ${quote(`claude.ai ${connector.replaceAll("_", " ")}`)}`,
		};
	}
	return undefined;
}

function findUrlMistake(
	text: string,
	outcome: string,
): EntryMistake | undefined {
	const shown = quote(text);
	if (/\\|\/\.\*/.test(text)) {
		return {
			message: `${shown} is read as an address and not as a regular expression; write "*" alone for any text`,
		};
	}
	const pattern = readUrlPattern(text);
	switch (pattern) {
		case "no scheme": {
			const { message, meant } = schemeRemedy(text);
			return {
				message: `${shown} ${outcome}, because it is no address with a scheme; ${message}`,
				...(meant !== undefined && { meant }),
			};
		}
		case "wrong scheme":
			return {
				message: `${shown} ${outcome}, because addresses of servers begin with http, https, ws or wss; write one of them, or "*://" for all`,
			};
		case "no address":
			return {
				message: `${shown} ${outcome}, because it is no valid address; write scheme, host and path, such as "https://mcp.example.com/*"`,
			};
		default:
			return undefined;
	}
}

function schemeRemedy(text: string): EntryMistake {
	const bare = text.trim().replace(/^[^/]*:?\/\//, "");
	if (/^\**$/.test(bare)) return { message: 'for every address write "*"' };
	const meant = `*://${bare}`;
	return typeof readUrlPattern(meant) === "string"
		? { message: 'write it in full, such as "https://mcp.example.com/*"' }
		: { message: `write ${quote(meant)}`, meant };
}

function findCommandMistake(
	words: readonly string[],
	{ words: declared }: KnownNames,
	outcome: string,
): string | undefined {
	const [program = ""] = words;
	if (program === "") return `a "serverCommand" without a program ${outcome}`;
	const wild = words.find(
		(word, index) =>
			word.includes("*") &&
			!declared.has(word) &&
			// what follows an option is its value, and may be any text
			!words[index - 1]?.startsWith("--"),
	);
	if (wild !== undefined) {
		return `${quote(wild)} is compared letter by letter, because commands have no wildcards, so the entry ${outcome}; write out the program and every argument`;
	}
	if (words.length === 1 && isWholeLine(program) && !declared.has(program)) {
		return `${quote(program)} is taken for the name of one program, so the entry ${outcome}; write the program and each argument as an item of its own`;
	}
	return undefined;
}

/** A program and its arguments in one text; a path may have white space in it. */
function isWholeLine(text: string): boolean {
	return /^[\w@.-]+\s+\S/.test(text) && !/\.exe$/i.test(text);
}
