import type { DocumentKind } from "../kinds.ts";
import { childPointer, parentPointer, type Range } from "../location.ts";
import { parseJson } from "../syntax/json.ts";
import {
	effectiveProperties,
	itemsOf,
	type Node,
	type ObjectNode,
	type Property,
	property,
	type StringNode,
	valueAt,
} from "../syntax/tree.ts";
import {
	mistakeIn,
	parseYaml,
	TooMuch,
	yamlTree,
} from "../syntax/yaml-tree.ts";
import {
	type CommandHolder,
	findInArguments,
	findInScript,
	type Shell,
} from "./commands/claude-commands.ts";
import { type EmbeddedKindId, embeddedKinds } from "./embedded-kinds.ts";
import type {
	EmbeddedSearch,
	EmbeddedSource,
	RequiredFile,
} from "./embedded-source.ts";
import { cutText, type InnerText, parseInner } from "./inner-text.ts";
import { yamlText } from "./yaml-text.ts";

/** Workflows of more UTF-16 units were not written by hand; they are not read. */
const LONGEST = 500_000;

/** What the steps of a workflow or composite action start Claude Code with. Of a file that is no YAML GitHub itself speaks. */
export const findInWorkflow: EmbeddedSearch = (file, text) => {
	const root = readWorkflow(file, text);
	if (!root) return [];
	let sessions = 0;
	const holder = { file, nextSession: () => sessions++ };
	const seen = new Set<number>();
	const jobs = jobsOf(root, text);
	const found = jobs.map((job) => {
		const steps = job.steps.filter(
			({ start }) => !seen.has(start) && seen.add(start),
		);
		return findInJob({ ...job, steps }, text, holder);
	});
	const usesClaude = found.some((sources) => sources.length > 0);
	const expressions = findExpressions(text);
	return [...(usesClaude ? variables(root, holder) : []), ...found.flat()].map(
		(source) => withReplaced(source, expressions),
	);
};

function readWorkflow(file: string, text: string): Node | undefined {
	if (text.length > LONGEST) return undefined;
	const source = text.replace(/\r(?!\n)/g, "\n");
	try {
		const document = parseYaml(source);
		if (mistakeIn(document, source)) return undefined;
		return yamlTree(file, document, source, (start, end) => ({ start, end }));
	} catch (error) {
		// the library recurses into what it reads
		if (error instanceof TooMuch || error instanceof RangeError)
			return undefined;
		throw error;
	}
}

/** Steps that run one after the other on the same machine. */
interface Job {
	readonly node: Node;
	readonly steps: readonly ObjectNode[];
	/** What runs a script that names no shell; absent where we cannot tell. */
	readonly shell: string | undefined;
	/** Scripts start in another folder than that of the repository. */
	readonly isElsewhere: boolean;
}

function jobsOf(root: Node, text: string): Job[] {
	const general = valueAt(root, "defaults", "run");
	const jobs = effectiveProperties(property(root, "jobs")?.value).map(
		({ value: node }) => {
			const own = valueAt(node, "defaults", "run");
			return {
				node,
				steps: stepsOf(property(node, "steps")?.value),
				shell:
					stringAt(own, "shell")?.value ??
					stringAt(general, "shell")?.value ??
					usualShell(property(node, "runs-on")?.value, text),
				isElsewhere: [own, general].some(
					(run) => property(run, "working-directory") !== undefined,
				),
			};
		},
	);
	const action = property(root, "runs")?.value;
	const steps = stepsOf(property(action, "steps")?.value);
	return action && steps.length > 0
		? [...jobs, { node: action, steps, shell: undefined, isElsewhere: false }]
		: jobs;
}

function stepsOf(node: Node | undefined): ObjectNode[] {
	return itemsOf(node).filter((step) => step.type === "object");
}

function stringAt(node: Node | undefined, key: string): StringNode | undefined {
	const value = property(node, key)?.value;
	return value?.type === "string" ? value : undefined;
}

/** The shell of a machine, by its label. */
function usualShell(
	machine: Node | undefined,
	text: string,
): string | undefined {
	const labels = [machine, ...itemsOf(machine)].flatMap((node) =>
		node?.type === "string" ? node.value : [],
	);
	if (labels.some((label) => /windows/i.test(label))) return "pwsh";
	const isOpen =
		labels.length === 0 || labels.some((label) => label.includes("${{"));
	return isOpen && /windows/i.test(text) ? undefined : "bash";
}

function shellOf(name: string): Shell | undefined {
	const [program = ""] = name.trim().split(/\s/);
	if (/^(?:.*\/)?(?:ba|da|z)?sh$/.test(program)) return "posix";
	return /^(?:pwsh|powershell)$/.test(program) ? "powershell" : undefined;
}

/** What a job starts Claude Code with, and its variables if it does. */
function findInJob(
	job: Job,
	text: string,
	holder: CommandHolder,
): EmbeddedSource[] {
	const { node, steps } = job;
	const hasOtherServers = steps.some(bringsServers);
	const found = steps.flatMap((step, index) =>
		findInStep(step, steps.slice(0, index), job, text, holder),
	);
	if (found.length === 0) return [];
	return [
		...variables(node, holder),
		...found.map((source) =>
			hasOtherServers ? { ...source, hasOtherServers } : source,
		),
	];
}

/** Whether a step may write down servers for those behind it, or puts another repository in the place of this one. */
function bringsServers(step: ObjectNode): boolean {
	const script = stringAt(step, "run")?.value ?? "";
	const isOfOther =
		/^actions\/checkout@/.test(stringAt(step, "uses")?.value ?? "") &&
		valueAt(step, "with", "repository") !== undefined;
	return isOfOther || SERVERS.test(script) || NAMED_SERVERS.test(script);
}

/** The files that the inputs of a step name. */
function filesOf(
	{ tree }: EmbeddedSource,
	{ version }: Action,
	text: string,
): RequiredFile[] {
	const settings = stringAt(valueAt(tree.root, "with"), "settings");
	const args = stringAt(valueAt(tree.root, "with"), "claude_args");
	const path = settings?.value.trim() ?? "";
	const named = settings && /\.json$/.test(path);
	const inner = args && version !== "v0" ? yamlText(text, args) : undefined;
	const found = inner && MCP_FILE.exec(inner.text);
	const [all = "", servers = ""] = found ?? [];
	const end = (found?.index ?? 0) + all.length;
	return [
		...(named ? [{ path, location: settings, use: "its settings" }] : []),
		...(args && inner && found
			? [
					{
						path: servers,
						location: {
							...{ file: args.file, pointer: args.pointer },
							...inner.locate(end - servers.length, end),
						},
						use: "servers",
					},
				]
			: []),
	];
}

/** A file behind the option, not on a line that is a comment. */
const MCP_FILE =
	/^(?![ \t]*#)(?:[^\n]*[ \t])?--mcp-config[ \t]+["']?([\w./-]+\.json)(?=["'\s]|$)/m;

/** Whether a file of the checkout is still what it was when a step begins: the steps before only check out, set up, and do not speak of it. */
function isFromCheckout(
	{ path }: RequiredFile,
	before: readonly ObjectNode[],
): boolean {
	const name = path.slice(path.lastIndexOf("/") + 1);
	const checkout = before.findIndex((step) => {
		const inputs = effectiveProperties(property(step, "with")?.value);
		return (
			/^actions\/checkout@/.test(stringAt(step, "uses")?.value ?? "") &&
			inputs.every(({ key }) => PLAIN_CHECKOUT.has(key.value))
		);
	});
	const harmless = (step: ObjectNode) => {
		const uses = stringAt(step, "uses")?.value;
		return uses === undefined
			? !(stringAt(step, "run")?.value ?? name).includes(name)
			: /^actions\/setup-[\w-]+@/.test(uses);
	};
	return checkout !== -1 && before.slice(checkout + 1).every(harmless);
}

/** Inputs of actions/checkout that leave all files of this repository in their place. */
const PLAIN_CHECKOUT = new Set([
	"fetch-depth",
	"fetch-tags",
	"token",
	"persist-credentials",
	"submodules",
	"lfs",
	"clean",
]);

/** What a script that writes servers down has. */
const SERVERS = /mcpServers|\bmcp\s+add|\.mcp\b|mcp[\w-]*\.json/i;

/** Servers that are not written out behind the option. */
const NAMED_SERVERS = /--mcp-config(?![=\s]*['"]?\s*\{)/;

function findInStep(
	step: ObjectNode,
	before: readonly ObjectNode[],
	job: Job,
	text: string,
	holder: CommandHolder,
): EmbeddedSource[] {
	const action = actionOf(step, text);
	if (action) {
		const [inputs, ...others] = findInAction(step, action, text, holder);
		if (!inputs) return [];
		const files = filesOf(inputs, action, text);
		const requiredFiles = files.filter((file) => isFromCheckout(file, before));
		return [{ ...inputs, requiredFiles }, ...others];
	}
	const script = stringAt(step, "run");
	if (!script) return [];
	const shell = shellOf(stringAt(step, "shell")?.value ?? job.shell ?? "");
	const inner = yamlText(text, script);
	const hasOtherServers =
		job.isElsewhere || property(step, "working-directory") !== undefined;
	const found = shell
		? findInScript(inner, shell, holder).map((source) =>
				hasOtherServers ? { ...source, hasOtherServers } : source,
			)
		: [];
	if (found.length === 0 && !CLAUDE.test(script.value)) return [];
	return [...variables(step, holder), ...found];
}

/** A command that starts Claude Code, or the package that it comes in. */
const CLAUDE =
	/@anthropic-ai\/claude-code|(?<![\w./-])claude\s+(?:-|mcp\b|["'$])/;

/** An action that starts Claude Code, and which inputs its version has. */
interface Action {
	readonly isBase: boolean;
	readonly version: "v0" | "v1" | "unknown";
}

/** Inputs that only the first version has, and those that only the next one has. */
const SINCE_V1 = [
	"prompt",
	"claude_args",
	"track_progress",
	"plugins",
] as const;

function actionOf(step: ObjectNode, text: string): Action | undefined {
	const uses = stringAt(step, "uses");
	const [, base, reference = ""] =
		/^anthropics\/claude-code-(base-)?action(?:\/[^@]*)?@(.+)$/i.exec(
			uses?.value.trim() ?? "",
		) ?? [];
	if (!uses || reference === "") return undefined;
	const isBase = base !== undefined;
	const lineEnd = text.indexOf("\n", uses.end);
	const comment = text.slice(uses.end, lineEnd === -1 ? undefined : lineEnd);
	const [, noted = ""] =
		/#\s*(?:tag[:=]\s*)?(v\d[\w.]*|beta|main)\b/.exec(comment) ?? [];
	const isCommit = /^[0-9a-f]{7,40}$/.test(reference);
	const version = versionOf(isCommit ? noted : reference, isBase);
	const inputs = effectiveProperties(property(step, "with")?.value);
	const isNew =
		isCommit &&
		noted === "" &&
		!isBase &&
		inputs.some(({ key }) => SINCE_V1.some((name) => name === key.value));
	return { isBase, version: isNew ? "v1" : version };
}

/** What a tag or branch stands for. Some branches and early tags of either action had inputs of both. */
function versionOf(reference: string, isBase: boolean): Action["version"] {
	const [, patch] = /^v1\.0\.(\d+)$/.exec(reference) ?? [];
	if (patch !== undefined) return Number(patch) >= 25 ? "v1" : "unknown";
	if (/^v1(?:\.|$)|^main$/.test(reference)) return "v1";
	return !isBase && /^(?:beta$|v0(?:\.|$))/.test(reference) ? "v0" : "unknown";
}

function kindOf({ isBase, version }: Action): DocumentKind {
	if (version === "unknown") return embeddedKinds["claude-other-action-step"];
	if (isBase) return embeddedKinds["claude-base-action-step"];
	return embeddedKinds[
		version === "v0" ? "claude-action-v0-step" : "claude-action-step"
	];
}

/** The inputs and variables of a step, and what stands in the inputs: one session. */
function findInAction(
	step: ObjectNode,
	action: Action,
	text: string,
	holder: CommandHolder,
): EmbeddedSource[] {
	const session = holder.nextSession();
	const kind = kindOf(action);
	const parts = ["with", "env"].flatMap((key) => property(step, key) ?? []);
	const root = objectOf(holder.file, parts);
	if (!root) return [];
	const inputs = valueAt(root, "with");
	const read = (key: string): InnerText | undefined => {
		const node = stringAt(inputs, key);
		return node && yamlText(text, node);
	};
	const settings = read("settings");
	const args = action.version === "v0" ? undefined : read("claude_args");
	const servers = action.version === "v1" ? undefined : read("mcp_config");
	const found = [
		{ kind, container: rangeOf(root), session, tree: { root, errors: [] } },
		...inlineJson("claude-settings-argument", settings, session, holder),
		...inlineJson("claude-action-mcp", servers, session, holder),
		...(args ? findInArguments(args, session, holder) : []),
		...(action.version === "v0" ? oldToolLists(read, session, holder) : []),
	];
	const hasOtherServers = args !== undefined && NAMED_SERVERS.test(args.text);
	return hasOtherServers
		? found.map((source) => ({ ...source, hasOtherServers }))
		: found;
}

/**
 * The tools that version 0 hands on as arguments: commas and line breaks stand between them, and what is behind a "#" is a comment.
 * Source: parseMultilineInput in its src/github/context.ts.
 */
function oldToolLists(
	read: (key: string) => InnerText | undefined,
	session: number,
	{ file }: CommandHolder,
): EmbeddedSource[] {
	const kind = embeddedKinds["claude-arguments"];
	const lists = [
		{ key: "allow", inner: read("allowed_tools") },
		{ key: "deny", inner: read("disallowed_tools") },
	];
	return lists.flatMap(({ key, inner }) => {
		const rules = inner ? oldRules(inner) : [];
		if (!inner || rules.length === 0) return [];
		const container = inner.locate(0, inner.text.length);
		const pointer = childPointer("/permissions", key);
		const list: Node = {
			...{ type: "array", file, pointer, ...container },
			items: rules.map((rule, index) => ({
				...{ type: "string", file, pointer: childPointer(pointer, index) },
				...rule.locate(0, rule.text.length),
				value: rule.text,
			})),
		};
		const permissions = objectWith("permissions", objectWith(key, list));
		return [
			{ kind, container, session, tree: { root: permissions, errors: [] } },
		];
	});
}

/** The rules of a list, without those that a comma inside of them has cut in two. Claude Code itself separates them at blanks as well. */
function oldRules(inner: InnerText): InnerText[] {
	return [...inner.text.matchAll(/[^,\n\r]+/g)].flatMap(
		({ 0: part, index }) => {
			const [text = ""] = /^[^#]*/.exec(part) ?? [];
			if (text.includes("(") !== text.includes(")")) return [];
			return [...text.matchAll(OLD_RULE)].map(({ 0: rule, index: at }) =>
				cutText(inner, index + at, index + at + rule.length),
			);
		},
	);
}

/** Blanks in parentheses belong to a rule. */
const OLD_RULE = /(?:[^\s(]|\([^)]{0,2000}\))+/g;

/** An object with one property, where that stands. */
function objectWith(name: string, value: Node): ObjectNode {
	const { file, start, end } = value;
	const at = { file, start, end };
	const above = parentPointer(value.pointer);
	return {
		...{ type: "object", pointer: above, ...at },
		properties: [
			{
				key: { type: "string", value: name, pointer: value.pointer, ...at },
				value,
			},
		],
	};
}

/**
 * The JSON that an input holds in the place of a path. Where something unknown keeps it from being read, nothing can be said.
 * @param kindId what it becomes: the action makes settings those of the user
 */
function inlineJson(
	kindId: EmbeddedKindId,
	inner: InnerText | undefined,
	session: number,
	{ file }: CommandHolder,
): EmbeddedSource[] {
	const kind = embeddedKinds[kindId];
	if (!inner?.text.trimStart().startsWith("{")) return [];
	const tree = parseInner(file, inner, parseJson);
	const container = inner.locate(0, inner.text.length);
	const isUnclear = tree.errors.length > 0 && inner.text.includes("${{");
	return isUnclear ? [] : [{ kind, container, session, tree }];
}

/** The variables that a workflow, job or step sets, as a document of their own. */
function variables(
	node: Node,
	{ file, nextSession }: CommandHolder,
): EmbeddedSource[] {
	const kind = embeddedKinds["workflow-variables"];
	const own = property(node, "env");
	const root = own?.value.type === "object" && objectOf(file, [own]);
	if (!root) return [];
	const session = nextSession();
	const tree = { root, errors: [] };
	return [{ kind, container: rangeOf(root), session, tree }];
}

/** An object of some properties of another, with pointers of its own; nothing without properties. */
function objectOf(
	file: string,
	parts: readonly Property[],
): ObjectNode | undefined {
	if (parts.length === 0) return undefined;
	const properties = parts.map((part) => moved(part, ""));
	return {
		type: "object",
		file,
		pointer: "",
		start: Math.min(...parts.map(({ key }) => key.start)),
		end: Math.max(...parts.map(({ value }) => value.end)),
		properties,
	};
}

function rangeOf({ start, end }: Range): Range {
	return { start, end };
}

/** A property below another pointer. GitHub does not tell capital letters in the names of inputs from others. */
function moved({ key, value }: Property, above: string): Property {
	const name = above === "/with" ? key.value.toLowerCase() : key.value;
	const pointer = childPointer(above, name);
	return {
		key: { ...key, value: name, pointer },
		value: movedNode(value, pointer),
	};
}

function movedNode(node: Node, pointer: string): Node {
	if (node.type === "array") {
		return {
			...node,
			pointer,
			items: node.items.map((item, index) =>
				movedNode(item, childPointer(pointer, index)),
			),
		};
	}
	if (node.type !== "object") return { ...node, pointer };
	return {
		...node,
		pointer,
		properties: node.properties.map((each) => moved(each, pointer)),
	};
}

/** The expressions `${{ … }}` of a text, in its order: GitHub replaces them. */
function findExpressions(text: string): Range[] {
	const found: Range[] = [];
	let start = text.indexOf("${{");
	while (start !== -1) {
		const close = text.indexOf("}}", start);
		if (close === -1) break;
		found.push({ start, end: close + 2 });
		start = text.indexOf("${{", close + 2);
	}
	return found;
}

/** The source with the expressions that stand in it. */
function withReplaced(
	source: EmbeddedSource,
	expressions: readonly Range[],
): EmbeddedSource {
	const { start, end } = source.container;
	const replaced = expressions.filter(
		(each) => each.start < end && each.end > start,
	);
	return replaced.length > 0 ? { ...source, replaced } : source;
}
