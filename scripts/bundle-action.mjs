// Bundles the action: first what is ours and the toolkit of GitHub, so that of the toolkit only what is called is left, then everything into one folder.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ncc from "@vercel/ncc";
import { rolldown } from "rolldown";
import { minify } from "terser";
import { licences } from "./licences.mjs";
import { ruleHalves } from "./rule-halves.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const between = join(root, "lib/action");
const target = join(root, "dist/action");

/** Bundles the action. */
export async function bundleAction() {
	const own = await bundleOwn();
	const { code, assets } = await ncc(join(between, "index.js"), {
		cache: false,
		license: "licenses.txt",
		quiet: true,
	});
	rmSync(target, { recursive: true, force: true });
	mkdirSync(target, { recursive: true });
	const { "licenses.txt": others, ...files } = assets;
	for (const [name, { source }] of Object.entries({
		"index.js": { source: code },
		...files,
	})) {
		writeFileSync(join(target, name), await shortened(name, String(source)));
	}
	writeFileSync(
		join(target, "licenses.txt"),
		`${licences(own)}\n${String(others.source).replaceAll("\r\n", "\n")}`,
	);
}

/**
 * The toolkit drags along an HTTP client for what we do not call, and loading that takes half of the start; the other bundler cannot leave it out.
 * Returns what was made.
 */
async function bundleOwn() {
	const bundle = await rolldown({
		input: join(root, "src/action.ts"),
		cwd: root,
		platform: "node",
		external: (id) => /^[a-z@][^:]*$/.test(id) && !isOfToolkit(id),
		preserveEntrySignatures: false,
		treeshake: { moduleSideEffects: false },
		// what the command line loads late is loaded at once here
		checks: { ineffectiveDynamicImport: false },
		plugins: [ruleHalves()],
	});
	rmSync(between, { recursive: true, force: true });
	const { output } = await bundle.write({
		dir: between,
		format: "esm",
		entryFileNames: "index.js",
		chunkFileNames: "[name].js",
	});
	return output;
}

/**
 * What goes through the first bundler: the toolkit, and the packages that its CommonJS takes with `require`. The second one does not see such a call in what
 * the first one writes, and the action would look for the package where it is installed and find none.
 */
function isOfToolkit(id) {
	return /^(?:@actions\/.*|tunnel|undici)$/.test(id);
}

async function shortened(name, source) {
	if (!name.endsWith(".js")) return source;
	const { code } = await minify(source, {
		module: true,
		// a text with one other letter is kept, and read, at twice the size
		format: { ascii_only: true },
	});
	return `${code}\n`;
}
