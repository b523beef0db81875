import { credentialMakers } from "./credentials.ts";
import {
	comments,
	type Disguise,
	disguises,
	withComment,
} from "./disguises.ts";
import { hardCredentialMakers } from "./hard-credentials.ts";
import { hardPairMakers, hardStandInMakers } from "./hard-look-alikes.ts";
import { hardNaturalMakers } from "./hard-natural.ts";
import {
	hardBodyPositions,
	hardServerPositions,
	hardSettingsPositions,
} from "./hard-positions.ts";
import {
	AGAIN,
	type Json,
	type JsonObject,
	type JsonStyle,
	jsonText,
	merge,
	plainStyle,
	yamlText,
} from "./json-text.ts";
import { type LabelledFile, Labels } from "./labels.ts";
import { pairMakers, standInMakers } from "./look-alikes.ts";
import { naturalMakers } from "./natural.ts";
import type { Part } from "./planted.ts";
import {
	bodyPositions,
	serverPositions,
	settingsPositions,
} from "./positions.ts";
import { createDeck, createRandom, type Deck, type Random } from "./random.ts";
import {
	createSupply,
	credentialFor,
	hookFor,
	partFor,
	type Stock,
	type Supply,
	standInFor,
} from "./supply.ts";

export type { Label, LabelledFile } from "./labels.ts";

const ordinaryStock: Stock = {
	credentials: credentialMakers,
	places: {
		server: serverPositions,
		settings: settingsPositions,
		body: bodyPositions,
	},
	standIns: standInMakers,
	pairs: pairMakers,
	natural: naturalMakers,
};

/** What is in hard files alone. */
const hardStock: Stock = {
	credentials: hardCredentialMakers,
	places: {
		server: hardServerPositions,
		settings: hardSettingsPositions,
		body: hardBodyPositions,
	},
	standIns: hardStandInMakers,
	pairs: hardPairMakers,
	natural: hardNaturalMakers,
};

/** Two stocks in one; of the second, which is smaller, there is twice as much. */
function mixed(a: Stock, b: Stock): Stock {
	const mix = <Item>(all: readonly Item[], some: readonly Item[]) => [
		...all,
		...some,
		...some,
	];
	return {
		credentials: mix(a.credentials, b.credentials),
		places: {
			server: mix(a.places.server, b.places.server),
			settings: [...a.places.settings, ...b.places.settings],
			body: mix(a.places.body, b.places.body),
		},
		standIns: mix(a.standIns, b.standIns),
		pairs: mix(a.pairs, b.pairs),
		natural: mix(a.natural, b.natural),
	};
}

/** Of what files are made: for the tests that all of it is used. */
export const everything: Readonly<Record<"ordinary" | "hard", Stock>> = {
	ordinary: ordinaryStock,
	hard: hardStock,
};

const serverNames = [
	...["acme", "github", "shop-db", "search", "notion", "linear", "figma"],
	...["slack", "memory", "browser", "docs", "vault", "mail", "billing"],
	...["example", "test", "my-server", "demo", "local-dev", "placeholder"],
];

/** Servers under their names. */
function serversOf(parts: readonly Part[], random: Random): JsonObject {
	const names = random.shuffle(serverNames);
	const servers: Record<string, Json> = {};
	for (const [index, part] of parts.entries()) {
		const name = names[index % names.length] ?? "";
		const again = Math.floor(index / names.length) || "";
		if (part.in === "server") servers[`${name}${again}`] = part.server;
	}
	return servers;
}

/** The parts in one object, or in several where one would overwrite another. */
function settingsOf(parts: readonly Part[]): JsonObject[] {
	const all: JsonObject[] = [];
	for (const part of parts) {
		if (part.in !== "settings") continue;
		const last = all.pop();
		const both = last && merge(last, part.settings);
		if (both) all.push(both);
		else all.push(...(last ? [last] : []), part.settings);
	}
	return all;
}

function styleOf(random: Random): JsonStyle {
	const indent = random.pick([2, 2, 2, 4, "\t", 0] as const);
	return { ...plainStyle, indent };
}

function textOf(value: Json, random: Random): string {
	return jsonText(value, styleOf(random));
}

/** Front matter and a body, as agents and skills are. */
function markdown(
	front: JsonObject,
	body: readonly string[],
	random: Random,
): string {
	const yaml = yamlText(front, random.pick(["'", '"'] as const)).trim();
	return `---\n${yaml}\n---\n\n# ${String(front.name)}\n\n${body.join("\n\n")}\n`;
}

/** Three dashes end the front matter, wherever they are. */
function isTornApart(text: string): boolean {
	return text.slice(4).indexOf("---") < text.slice(4).indexOf("\n---\n") + 1;
}

function times<Made>(count: number, make: () => Made): Made[] {
	return Array.from({ length: count }, make);
}

function partsFor(
	supply: Supply,
	place: Part["in"],
	labels: Labels,
	[low, high]: readonly [number, number],
): Part[] {
	const count = supply.random.between(low, high);
	return times(count, () => partFor(supply, place, labels));
}

function textsFor(
	supply: Supply,
	labels: Labels,
	range: readonly [number, number],
): string[] {
	return partsFor(supply, "body", labels, range).flatMap((part) =>
		part.in === "body" ? [part.text] : [],
	);
}

function mcpFile(supply: Supply): LabelledFile[] {
	const { random } = supply;
	const labels = new Labels();
	const parts = partsFor(supply, "server", labels, [1, 5]);
	const file = random.pick([
		".mcp.json",
		".mcp.json",
		"packages/api/.mcp.json",
	]);
	const mcpServers = serversOf(parts, random);
	return [labels.file(file, textOf({ mcpServers }, random))];
}

function settingsFiles(supply: Supply): LabelledFile[] {
	const { random } = supply;
	const labels = new Labels();
	const parts = partsFor(supply, "settings", labels, [1, 6]);
	const file = random.pick([
		".claude/settings.json",
		".claude/settings.local.json",
	]);
	return settingsOf(parts).map((settings) =>
		labels.file(file, textOf(settings, random)),
	);
}

function agentFile(supply: Supply): LabelledFile[] {
	const { random } = supply;
	const labels = new Labels();
	const servers = serversOf(partsFor(supply, "server", labels, [1, 2]), random);
	const hook = random.chance(0.3) ? hookFor(supply, labels) : undefined;
	const front = {
		name: "shop-helper",
		description: "Answers questions about the shop.",
		tools: "Read, Grep, Bash(git log:*)",
		mcpServers: Object.entries(servers).map(([name, server]) => ({
			[name]: server,
		})),
		...(hook?.in === "settings" ? hook.settings : {}),
	};
	const body = ["You know the shop.", ...textsFor(supply, labels, [0, 2])];
	const text = markdown(front, body, random);
	return [
		isTornApart(text)
			? labels.file(".mcp.json", textOf({ mcpServers: servers }, random))
			: labels.file(".claude/agents/shop-helper.md", text),
	];
}

function skillFile(supply: Supply): LabelledFile[] {
	const { random } = supply;
	const labels = new Labels();
	const front = {
		name: "release",
		description: "Use when a release is due. Needs an API token.",
		"allowed-tools": "Bash(git *) Read",
	};
	const body = ["Follow these steps.", ...textsFor(supply, labels, [1, 4])];
	const file = random.pick([
		".claude/skills/release/SKILL.md",
		".claude/commands/release.md",
	]);
	return [labels.file(file, markdown(front, body, random))];
}

function ordinaryFile(supply: Supply): LabelledFile[] {
	const draw = supply.random.below(100);
	if (draw < 45) return mcpFile(supply);
	if (draw < 85) return settingsFiles(supply);
	if (draw < 93) return agentFile(supply);
	return skillFile(supply);
}

function take(
	count: number,
	make: () => readonly LabelledFile[],
): LabelledFile[] {
	const files: LabelledFile[] = [];
	while (files.length < count) files.push(...make());
	return files.slice(0, count);
}

/** The files as people have them: credentials of every form at every place, and what looks like one. The same seed gives the same files. */
export function ordinaryFiles(seed: number, count: number): LabelledFile[] {
	const supply = createSupply(ordinaryStock, createRandom(seed));
	return take(count, () => ordinaryFile(supply));
}

/** Objects that hold servers where people copied them from other files and clients. */
const roots: readonly ((servers: JsonObject) => JsonObject)[] = [
	(servers) => ({ servers }),
	(servers) => servers,
	(servers) => ({ mcp: { servers } }),
	(servers) => ({ mcpservers: servers }),
	(servers) => ({ context_servers: servers }),
	(servers) => ({ "amp.mcpServers": servers }),
	(servers) => ({ mcpServers: { mcpServers: servers } }),
	(servers) => ({ projects: { "/home/anna/shop": { mcpServers: servers } } }),
	(servers) => ({ mcpServers: Object.values(servers) }),
	(servers) => ({ mcpServers: {}, disabledServers: servers }),
	(servers) => ({ profiles: { work: { settings: { mcpServers: servers } } } }),
	(servers) => ({ mcpServers: { all: { servers, transport: servers } } }),
];

/** Servers under another root, or in a file where they are not looked for. */
function misplacedServers(supply: Supply): LabelledFile[] {
	const { random } = supply;
	const labels = new Labels();
	const servers = serversOf(partsFor(supply, "server", labels, [1, 3]), random);
	const file = random.pick([
		...[".mcp.json", ".mcp.json", ".claude/mcp.json", ".claude/.mcp.json"],
		...["managed-mcp.json", ".claude/settings.json", "managed-settings.json"],
	]);
	const root = random.pick(roots)(servers);
	return [labels.file(file, textOf(root, random), "another root")];
}

/** A file that is written in another way, of either kind. */
function disguisedFile(
	supply: Supply,
	disguiseDeck: Deck<Disguise>,
): LabelledFile[] {
	const { random } = supply;
	const labels = new Labels();
	const { what, style, change } = disguiseDeck.deal();
	const write = (value: Json) => {
		const indent = random.pick([2, 2, 4, "\t"] as const);
		return change(jsonText(value, { ...plainStyle, indent, ...style }), random);
	};
	if (random.chance(0.5)) {
		const parts = partsFor(supply, "server", labels, [1, 4]);
		const text = write({ mcpServers: serversOf(parts, random) });
		return [labels.file(".mcp.json", text, what)];
	}
	const parts = partsFor(supply, "settings", labels, [1, 4]);
	return settingsOf(parts).map((settings) =>
		labels.file(".claude/settings.json", write(settings), what),
	);
}

/** A file with something in a comment. The client takes no comments; whoever reads the file does. */
function commentedFile(supply: Supply): LabelledFile[] {
	const { random } = supply;
	const labels = new Labels();
	const comment = random.pick(comments);
	const planted = random.chance(0.65)
		? credentialFor(supply, comment, labels)
		: standInFor(supply, comment, labels);
	const parts = partsFor(supply, "server", labels, [1, 3]);
	const text = jsonText(
		{ mcpServers: serversOf(parts, random) },
		{ ...plainStyle, indent: random.pick([2, 4, "\t"] as const) },
	);
	const above = comment.build(planted, random);
	return [labels.file(".mcp.json", withComment(text, above, random))];
}

/** A file in which a key stands twice: the client reads the last, people and repositories have both. */
function duplicateFile(supply: Supply): LabelledFile[] {
	const { random } = supply;
	const labels = new Labels();
	const [first, second] = times(2, () =>
		serversOf(partsFor(supply, "server", labels, [1, 2]), random),
	);
	const [a, b] = [first ?? {}, second ?? {}];
	const [server] = Object.values(a);
	const value = random.pick<() => JsonObject>([
		() => ({ mcpServers: a, [`mcpServers${AGAIN}`]: b }),
		() => ({ mcpServers: { acme: server ?? {}, [`acme${AGAIN}`]: {}, ...b } }),
		() => ({
			mcpServers: {
				...b,
				shop: {
					command: "npx",
					...(server as JsonObject),
					[`env${AGAIN}`]: {},
					[`args${AGAIN}`]: ["-y", "@acme/mcp-server"],
				},
			},
		}),
	])();
	return [labels.file(".mcp.json", textOf(value, random), "a key twice")];
}

/** A file with more entries than anybody wrote by hand. */
function longFile(supply: Supply): LabelledFile[] {
	const { random } = supply;
	const labels = new Labels();
	const parts = partsFor(supply, "settings", labels, [10, 20]);
	const filler = times(random.between(300, 1_500), () =>
		random.pick([
			`Bash(npm run ${random.text("abcdefghij", 8)}:*)`,
			`Read(//home/anna/shop/src/${random.text("klmnopqrst", 9)}/**)`,
			`Bash(git show ${random.text("0123456789abcdef", 40)})`,
			`WebFetch(domain:${random.text("abcdefghij", 7)}.dev)`,
		]),
	);
	return settingsOf(parts).map((settings, index) => {
		const rules: JsonObject = {
			permissions: { allow: index === 0 ? filler : [] },
		};
		const all = merge(rules, settings) ?? settings;
		return labels.file(".claude/settings.local.json", textOf(all, random));
	});
}

function hardFile(supply: Supply, deck: Deck<Disguise>): LabelledFile[] {
	const draw = supply.random.below(100);
	if (draw < 60) return ordinaryFile(supply);
	if (draw < 70) return misplacedServers(supply);
	if (draw < 87) return disguisedFile(supply, deck);
	if (draw < 93) return commentedFile(supply);
	if (draw < 99) return duplicateFile(supply);
	return longFile(supply);
}

/** Files in which credentials are harder to see, and in which more is nearly one. People would agree on each. The same seed gives the same files. */
export function hardFiles(seed: number, count: number): LabelledFile[] {
	const random = createRandom(seed);
	const supply = createSupply(mixed(ordinaryStock, hardStock), random);
	const deck = createDeck(random, disguises);
	return take(count, () => hardFile(supply, deck));
}
