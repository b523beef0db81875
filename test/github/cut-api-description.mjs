// Cuts out of GitHub's description of its API what the Action asks for. Once, and whenever that changes:
//   npm install --prefix <folder> @octokit/openapi@<version>
//   node test/github/cut-api-description.mjs <folder>/node_modules/@octokit/openapi
//   npx biome format --write test/github/api-description.json
// The package is large (400 MB), so what is cut out is kept here.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** What the Action asks for. */
const CALLS = {
	"/user": ["get"],
	"/repos/{owner}/{repo}/git/commits/{commit_sha}": ["get"],
	"/repos/{owner}/{repo}/contents/{path}": ["get"],
	"/repos/{owner}/{repo}/compare/{basehead}": ["get"],
	"/repos/{owner}/{repo}/check-runs": ["post"],
	"/repos/{owner}/{repo}/check-runs/{check_run_id}": ["patch"],
	"/repos/{owner}/{repo}/pulls/{pull_number}/files": ["get"],
	"/repos/{owner}/{repo}/pulls/{pull_number}/reviews": ["get", "post"],
	"/repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}": ["put"],
	"/repos/{owner}/{repo}/pulls/{pull_number}/comments": ["get", "post"],
	"/repos/{owner}/{repo}/pulls/comments/{comment_id}": ["delete"],
};

const [folder] = process.argv.slice(2);
const read = (name) => readFileSync(`${folder}/${name}`, "utf8");
const { name, version, license } = JSON.parse(read("package.json"));
const whole = JSON.parse(read("generated/api.github.com.json"));

const paths = Object.fromEntries(
	Object.entries(CALLS).map(([path, methods]) => {
		const { parameters } = whole.paths[path];
		const calls = methods.map((method) => [
			method,
			without(whole.paths[path][method], ["x-github", "tags"]),
		]);
		return [
			path,
			{ ...(parameters && { parameters }), ...Object.fromEntries(calls) },
		];
	}),
);

writeFileSync(
	fileURLToPath(new URL("api-description.json", import.meta.url)),
	`${JSON.stringify(
		{
			openapi: whole.openapi,
			info: {
				title: whole.info.title,
				version: whole.info.version,
				description: `Cut out of ${name} ${version} (${license}, https://github.com/octokit/openapi) by test/github/cut-api-description.mjs`,
				license: whole.info.license,
			},
			servers: whole.servers,
			paths,
			components: neededComponents(paths),
		},
		null,
		"\t",
	)}\n`,
);

/** The components that a part of the description refers to, and those that these refer to. */
function neededComponents(part) {
	const needed = {};
	const open = referencesIn(part);
	for (const reference of open) {
		const [group, key] = reference.split("/").slice(2);
		if (needed[group]?.[key]) continue;
		needed[group] ??= {};
		needed[group][key] = whole.components[group][key];
		open.push(...referencesIn(needed[group][key]));
	}
	return needed;
}

function referencesIn(part) {
	return [...JSON.stringify(part).matchAll(/"\$ref":"(#\/[^"]+)"/g)].map(
		([, reference]) => reference,
	);
}

function without(value, keys) {
	return Object.fromEntries(
		Object.entries(value).filter(([key]) => !keys.includes(key)),
	);
}
