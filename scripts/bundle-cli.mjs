// Bundles the command line, so that it starts fast: what a run loads is small, and in few files.
import { chmodSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { minify } from "terser";
import { licences } from "./licences.mjs";
import { ruleHalves } from "./rule-halves.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const target = `${root}dist/cli/`;

/**
 * Modules of src/ that are one file with everything of ours that they import, because a file costs a run more than a few kilobytes of code.
 * What two of the chunks import is in the first of them. The other modules are divided by what asks for them.
 */
const chunks = {
	index: ["cli", "formats"],
	permissions: [
		"generated/rules-permissions-embedded",
		"generated/rules-claude-settings-front-matter",
	],
	"other-clients": ["other-clients", "other-schemas"],
	settings: [
		"generated/claude-settings",
		"generated/rules-claude-settings",
		"generated/rules-claude-settings-claude-plugin-plugin-mcp-plugin-hooks",
		"project/settings",
	],
	definitions: [
		"generated/rules-front-matter",
		"generated/rules-mcp-front-matter",
		"syntax/front-matter",
	],
};
const moduleOf = (name) => join(root, "src", `${name}.ts`);

/** Bundles the command line. */
export async function bundleCli() {
	const bundle = await rolldown({
		input: moduleOf("cli"),
		cwd: root,
		platform: "node",
		resolve: { mainFields: ["module", "main"] },
		preserveEntrySignatures: false,
		treeshake: { moduleSideEffects: false },
		plugins: [ruleHalves(), loadedLate()],
	});
	const { output } = await bundle.generate({
		// Node starts it faster than modules
		format: "cjs",
		strict: true,
		entryFileNames: "index.js",
		chunkFileNames: "[name].js",
		codeSplitting: {
			includeDependenciesRecursively: false,
			groups: [{ name: chunkOf, debugName: "what runs load" }],
		},
	});

	rmSync(target, { recursive: true, force: true });
	mkdirSync(target, { recursive: true });
	for (const { fileName, code } of output) {
		const short = await minify(code, {
			toplevel: true,
			// a text with one other letter is kept, and read, at twice the size
			format: { ascii_only: true },
		});
		writeFileSync(`${target}${fileName}`, `${short.code}\n`);
	}
	chmodSync(`${target}index.js`, 0o755);
	writeFileSync(`${target}package.json`, '{ "type": "commonjs" }\n');
	writeFileSync(`${target}licenses.txt`, licences(output));
}

/** Packages that are loaded late are wrapped in modules of their own, so that what CommonJS needs is loaded with them. */
function loadedLate() {
	const WRAPPER = "late-";
	return {
		name: "loaded-late",
		resolveId: (source, _importer, { kind }) =>
			kind === "dynamic-import" && /^[a-z@][^:]*$/.test(source)
				? `${WRAPPER}${source}`
				: null,
		load: (id) =>
			id.startsWith(WRAPPER)
				? `export { default } from "${id.slice(WRAPPER.length)}";`
				: null,
	};
}

/** The name of the chunk that a module is put into, if it matters. */
function chunkOf(id, modules) {
	const reaches = (from, seen = new Set()) => {
		if (from === id) return true;
		if (seen.has(from)) return false;
		seen.add(from);
		const module = modules.getModuleInfo(from);
		if (!module) throw new Error(`chunks: there is no module ${from}`);
		return module.importedIds.some((each) => reaches(each, seen));
	};
	const name = Object.keys(chunks).find((name) =>
		chunks[name].some((module) => reaches(moduleOf(module))),
	);
	// a package is shared, and large
	const isOurs = id.startsWith(join(root, "src"));
	return isOurs || name === "index" ? name : undefined;
}
