import { readdirSync, readFileSync, statSync } from "node:fs";
import { expect, test } from "vitest";

const bundle = new URL("../dist/cli/", import.meta.url);
const source = new URL("../src/", import.meta.url);

test("the licence of every package that is bundled stands beside the bundle", () => {
	const licences = readFileSync(new URL("licenses.txt", bundle), "utf8").split(
		"\n",
	);
	const packages = readdirSync(source, { recursive: true, encoding: "utf8" })
		.filter((file) => file.endsWith(".ts"))
		.flatMap((file) => [
			...readFileSync(new URL(file, source), "utf8").matchAll(
				/(?:from|import\()\s*"([a-z@][^":]*)"/g,
			),
		])
		.map(([, name]) => name);
	expect(packages.length).toBeGreaterThan(0);
	for (const name of packages) expect(licences).toContain(name);
});

test("the package asks for no other package, and its scripts make nobody install our tools", () => {
	const { dependencies, scripts } = JSON.parse(
		readFileSync(new URL("../package.json", import.meta.url), "utf8"),
	);
	expect(dependencies).toBeUndefined();
	expect(
		Object.keys(scripts).filter((name) =>
			/^(?:build|prepare|prepack)$|install$/.test(name),
		),
	).toEqual([]);
});

test("the bundle can be started as a program, and holds no path of the machine that made it", () => {
	expect(statSync(new URL("index.js", bundle)).mode & 0o111).not.toBe(0);
	for (const file of readdirSync(bundle).filter((name) =>
		name.endsWith(".js"),
	)) {
		const text = readFileSync(new URL(file, bundle), "utf8");
		expect(text.startsWith("#!/usr/bin/env node\n"), file).toBe(
			file === "index.js",
		);
		expect(text, file).not.toMatch(/\/(?:work|home|Users|tmp)\//);
	}
});
