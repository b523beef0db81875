import type { StringNode } from "../syntax/tree.ts";

/** A package that a command downloads and runs. */
export interface RunPackage {
	readonly node: StringNode;
	/** As written, with the version if there is one. */
	readonly spec: string;
	readonly registry: "npm" | "PyPI" | "container";
}

interface Runner {
	readonly registry: RunPackage["registry"];
	/** The words between the program and its own arguments. */
	readonly subcommand?: string;
	/** Flags that take the package as their value. */
	readonly packageFlags: readonly string[];
	/** Flags that take a value of their own. */
	readonly valueFlags: readonly string[];
}

const npm = {
	registry: "npm",
	packageFlags: ["-p", "--package"],
	valueFlags: [
		"-c",
		"--call",
		"--registry",
		"--prefix",
		"-w",
		"--workspace",
		"--userconfig",
		"--cache",
		"--loglevel",
	],
} as const satisfies Runner;
const pypi = {
	registry: "PyPI",
	packageFlags: ["--from", "--spec"],
	valueFlags: [
		"--with",
		"--with-editable",
		"-p",
		"--python",
		"--index-url",
		"--default-index",
		"--index",
		"--extra-index-url",
		"--directory",
		"--env-file",
		"--pip-args",
		"--index-strategy",
		"--prerelease",
		"--refresh-package",
		"--constraints",
		"--exclude-newer",
		"--with-requirements",
		"-w",
		"--find-links",
		"-f",
		"--overrides",
		"-P",
		"--resolution",
		"--config-file",
		"-c",
	],
} as const satisfies Runner;
const container = {
	registry: "container",
	subcommand: "run",
	packageFlags: [],
	valueFlags: [
		"-e",
		"--env",
		"--env-file",
		"-v",
		"--volume",
		"--mount",
		"-p",
		"--publish",
		"--name",
		"--network",
		"--net",
		"-w",
		"--workdir",
		"-u",
		"--user",
		"--entrypoint",
		"--platform",
		"--pull",
		"-l",
		"--label",
		"--add-host",
		"--memory",
		"-m",
		"--cpus",
		"--tmpfs",
		"--cap-add",
		"--cap-drop",
		"--security-opt",
		"--gpus",
		"-h",
		"--hostname",
		"--dns",
		"--device",
		"--group-add",
		"--init-path",
		"--ip",
		"--log-driver",
		"--restart",
		"--runtime",
		"--shm-size",
		"--ulimit",
		"--userns",
		"--volumes-from",
		"--pid",
		"--ipc",
		"-a",
		"--attach",
		"--annotation",
		"--cgroupns",
		"--cpuset-cpus",
		"--dns-search",
		"--expose",
		"--label-file",
		"--link",
		"--log-opt",
		"--mac-address",
		"--memory-swap",
		"--network-alias",
		"--pids-limit",
		"--stop-signal",
		"--stop-timeout",
		"--storage-opt",
		"--sysctl",
		"--uts",
	],
} as const satisfies Runner;

const RUNNERS: Readonly<Record<string, readonly Runner[]>> = {
	npx: [npm],
	bunx: [npm],
	pnpx: [npm],
	npm: [
		{ ...npm, subcommand: "exec" },
		{ ...npm, subcommand: "x" },
	],
	bun: [{ ...npm, subcommand: "x" }],
	pnpm: [{ ...npm, subcommand: "dlx" }],
	yarn: [{ ...npm, subcommand: "dlx" }],
	uvx: [pypi],
	uv: [{ ...pypi, subcommand: "tool run" }],
	pipx: [{ ...pypi, subcommand: "run" }],
	docker: [container, { ...container, subcommand: "container run" }],
	podman: [container],
	nerdctl: [container],
};

/** The package that a command line downloads and runs, or nothing for any other. */
export function findRunPackage(
	command: StringNode | undefined,
	args: readonly StringNode[],
): RunPackage | undefined {
	if (!command) return undefined;
	const program = programName(command.value);
	if (program === "cmd" || program === "env") {
		const wrapped = args.findIndex(
			({ value }) => !(program === "cmd" ? /^\/\w/ : /=|^-/).test(value),
		);
		return wrapped === -1
			? undefined
			: findRunPackage(args[wrapped], args.slice(wrapped + 1));
	}
	if (!Object.hasOwn(RUNNERS, program)) return undefined;
	for (const runner of RUNNERS[program] ?? []) {
		const words = runner.subcommand?.split(" ") ?? [];
		if (words.every((word, index) => args[index]?.value === word)) {
			return findPackage(runner, args.slice(words.length));
		}
	}
	return undefined;
}

/** The name of a program without its folder and Windows' endings, in lower case. */
export function programName(command: string): string {
	const base = command.trim().split(/[\\/]/).at(-1) ?? "";
	return base.toLowerCase().replace(/\.(?:exe|cmd|bat|ps1)$/, "");
}

/** A package's name, and the one version of it that is named; nothing for an address, a folder, or a name without a version. */
export function packageVersion({
	spec,
	registry,
}: RunPackage):
	| { readonly name: string; readonly version: string }
	| undefined {
	const [, name, version] = VERSIONED[registry].exec(spec) ?? [];
	return name === undefined || version === undefined
		? undefined
		: { name, version };
}

/** A name, without what else a specification can hold, and a version that begins with a number. */
const VERSIONED: Readonly<Record<RunPackage["registry"], RegExp>> = {
	npm: /^((?:@[\w.-]+\/)?[\w.-]+)@v?(\d[\w.+-]*)$/,
	PyPI: /^([\w.-]+)(?:\[[\w.,-]*\])?(?:==|@)v?(\d[\w.+-]*)$/,
	container: /^([\w.-]+(?::\d+)?(?:\/[\w.-]+)*):v?(\d[\w.+-]*)$/,
};

function findPackage(
	{ registry, packageFlags, valueFlags }: Runner,
	args: readonly StringNode[],
): RunPackage | undefined {
	// what is installed already, or nothing
	if (args.some(({ value }) => /^--no(?:-install)?$/.test(value))) {
		return undefined;
	}
	for (let index = 0; index < args.length; index++) {
		const node = args[index];
		if (!node) break;
		const { value } = node;
		const [, flag, inline] = /^(--?[^=]+)=(.*)$/.exec(value) ?? [];
		if (packageFlags.includes(flag ?? value)) {
			const found = inline === undefined ? args[index + 1] : node;
			return found && { node: found, spec: inline ?? found.value, registry };
		}
		if (valueFlags.includes(value)) index++;
		else if (!value.startsWith("-")) return { node, spec: value, registry };
	}
	return undefined;
}

/** Whether the spec names one version for good, or something that has no version to name. */
export function isPinned({ spec, registry }: RunPackage): boolean {
	if (
		/^["'$]|\$\{/.test(spec) ||
		/^[./~]|^[a-z]:[\\/]|^<|^(?:file|link|workspace):/i.test(spec)
	)
		return true;
	if (registry === "container") {
		const [, tag] = /:([^/@]+)$/.exec(spec) ?? [];
		return spec.includes("@sha256:") || (tag !== undefined && tag !== "latest");
	}
	if (isOfRepository(spec)) {
		return (
			/[#@](?:v?\d[\w.-]*|[\da-f]{7,40})(?:$|#)/.test(spec) ||
			/\.tgz$|\.whl$|\.tar\.gz$/.test(spec)
		);
	}
	if (registry === "PyPI") {
		return (
			/(?:==|@)\s*v?\d+(?:\.\d+)*[\w.+-]*$/.test(spec) && !spec.includes("*")
		);
	}
	return /.@v?\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/.test(spec);
}

/** Whether a spec is an address, of a repository as a rule, or its short form: no registry has versions of it. */
export function isOfRepository(spec: string): boolean {
	return (
		/^(?:git\+|github:|gitlab:|https?:|git:)/.test(spec) ||
		/^[\w.-]+\/[\w.-]+(?:#|$)/.test(spec)
	);
}
