import type { Document } from "../document.ts";
import type {
	ArrayNode,
	Node,
	ObjectNode,
	StringNode,
} from "../syntax/tree.ts";
import { readScript, readWords } from "./command-texts.ts";
import { classifyName } from "./credential-names.ts";
import { cut, type Excerpt, valueExcerpt } from "./excerpt.ts";
import { readBetween, readPage } from "./page-texts.ts";
import {
	type Context,
	DEEPEST,
	type Finding,
	noContext,
	type Passage,
	passage,
	type Task,
} from "./passage.ts";
import { readValue } from "./value-texts.ts";

/** Every text of a document in which a credential can be, with what its place says: keys and comments, values, and what is written inside values. */
export function* passagesOf(document: Document): Generator<Passage> {
	const { text, root, remains } = document;
	const whole: Excerpt = {
		text,
		pointer: "",
		locate: (start, end) => ({ start, end }),
	};
	const tree = root ?? remains;
	const tasks: Task[] = tree
		? [{ sort: "tree", node: tree, holder: whole, context: noContext }]
		: [];
	yield* sorted(outside(whole, tree, document), tasks);
	for (let task = tasks.pop(); task; task = tasks.pop()) {
		yield* sorted(take(task), tasks);
	}
}

/** The passages of what was found; the tasks go to the others. */
function* sorted(
	findings: Iterable<Finding>,
	tasks: Task[],
): Generator<Passage> {
	for (const finding of findings) {
		if (finding.sort === "passage") yield finding;
		else if (finding.context.depth < DEEPEST) tasks.push(finding);
	}
}

/** Takes one text apart. */
function take(task: Task): Iterable<Finding> {
	switch (task.sort) {
		case "tree":
			return readNode(task.node, task.holder, task.context);
		case "value":
			return readValue(task.excerpt, task.context);
		case "script":
			return readScript(task.excerpt, task.context);
		case "words":
			return readWords(task.words, task.context);
	}
}

/** Nothing shorter holds a credential. */
const SHORTEST = 8;

/** What stands between the strings of a tree: comments, the body of a page, all of a text that cannot be parsed. */
function* outside(
	whole: Excerpt,
	tree: Node | undefined,
	{ kind, container }: Document,
): Generator<Finding> {
	// of a file that holds documents nothing else is looked at
	if (kind.syntax === "container") return;
	const read = kind.syntax === "front-matter" ? readPage : readBetween;
	const { start: first, end: last } = container ?? {
		start: 0,
		end: whole.text.length,
	};
	let at = first;
	for (const { start, end } of [
		// in TOML what belongs together can stand apart
		...(tree ? stringsOf(tree).sort((a, b) => a.start - b.start) : []),
		{ start: last, end: last },
	]) {
		if (whole.text.slice(at, start).trim().length >= SHORTEST) {
			yield* read(cut(whole, at, start));
		}
		at = Math.max(at, end);
	}
}

/** Strings in the order of the tree. */
function stringsOf(node: Node, found: StringNode[] = []): StringNode[] {
	if (node.type === "string") found.push(node);
	else if (node.type === "array") {
		for (const item of node.items) stringsOf(item, found);
	} else if (node.type === "object") {
		for (const { key, value } of node.properties) {
			found.push(key);
			stringsOf(value, found);
		}
	}
	return found;
}

function* readNode(
	node: Node,
	holder: Excerpt,
	context: Context,
): Generator<Finding> {
	if (node.type === "object") yield* readObject(node, holder, context);
	else if (node.type === "array") yield* readArray(node, holder, context);
	else if (node.type === "string") {
		yield { sort: "value", excerpt: valueExcerpt(holder, node), context };
	}
}

/** A key that says only which of several a value is. */
const NEUTRAL_KEY =
	/^(?:value|default|literal|raw|plain|plaintext|text|content|data|current|\d+)$/i;

/** Keys whose value can be the name of the value beside it. */
const NAMING_KEYS: readonly string[] = [
	"name",
	"key",
	"id",
	"header",
	"variable",
];

function* readObject(
	{ properties }: ObjectNode,
	holder: Excerpt,
	context: Context,
): Generator<Finding> {
	const program = stringUnder(properties, "command") ?? context.program;
	const given = NAMING_KEYS.map((key) => stringUnder(properties, key)).find(
		(name) => name !== undefined && classifyName(name) !== undefined,
	);
	for (const { key, value } of properties) {
		yield passage(valueExcerpt(holder, key));
		const isNeutral = NEUTRAL_KEY.test(key.value);
		const name = isNeutral ? (given ?? context.name) : key.value;
		const isCommand = isCommandUnder(key.value, value, context);
		const inner = { ...context, name, isCommand, program };
		yield { sort: "tree", node: value, holder, context: inner };
	}
}

function stringUnder(
	properties: ObjectNode["properties"],
	name: string,
): string | undefined {
	const value = properties.find(({ key }) => key.value === name)?.value;
	return value?.type === "string" ? value.value : undefined;
}

/** Whether a text under a key is run by a shell. A key of something with keys of its own can be a name that somebody thought up: a server called `tools`. */
function isCommandUnder(key: string, value: Node, context: Context): boolean {
	if (value.type === "object" && !/^scripts$/i.test(key)) return false;
	return context.isCommand || isCommandKey(key);
}

/** What stands under such a key is run by a shell, or is a pattern for such a text. */
function isCommandKey(key: string): boolean {
	return /^(?:command|cmd|script|scripts|run|exec|shell|entrypoint|allow|deny|ask|tools|allowed[-_]?tools|disallowed[-_]?tools|if|statusLine)$|(?:Command|Helper|Script|Refresh|Export|Cmd|Tools)$/i.test(
		key,
	);
}

/** Items are the words of a command unless each of them is one. */
function* readArray(
	{ items }: ArrayNode,
	holder: Excerpt,
	context: Context,
): Generator<Finding> {
	const isOneCommand =
		!context.isCommand ||
		/^(?:command|cmd|entrypoint|exec)$/i.test(context.name);
	const inner = isOneCommand ? { ...context, isCommand: false } : context;
	for (const node of items)
		yield { sort: "tree", node, holder, context: inner };
	if (!isOneCommand) return;
	const words = items
		.filter((item) => item.type === "string")
		.map((item) => valueExcerpt(holder, item));
	if (words.length > 0) yield { sort: "words", words, context };
}
