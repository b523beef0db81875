import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";

const marketplace = `{ "name": "tools", "owner": { "name": "a" }, "plugins": [
	{ "name": "review", "source": "./review" }, { "name": "docs", "source": { "source": "npm", "package": "docs" } }] }`;

const said = (plugins: string, files: Record<string, string> = {}) =>
	lintFiles({
		".claude/settings.json": `{ "enabledPlugins": ${plugins} }`,
		...files,
	})
		.filter(({ rule }) => rule === "unknown-plugin")
		.map(({ message }) => message.replace(/^.*?: /, ""));

test("a key needs the name of a marketplace", () => {
	expect(said('{ "review": true }')).toEqual([
		'Claude Code does nothing with "review", because a key is <plugin>@<marketplace>; add the name of the marketplace.',
	]);
	expect(
		said('{ "review": true }', {
			".claude-plugin/marketplace.json": marketplace,
		}),
	).toEqual([
		'Claude Code does nothing with "review", because a key is <plugin>@<marketplace>; write "review@tools".',
	]);
});

test("a marketplace of the repository has the plugins that it lists", () => {
	const files = { ".claude-plugin/marketplace.json": marketplace };
	expect(said('{ "review@tools": true, "docs@tools": false }', files)).toEqual(
		[],
	);
	expect(said('{ "reveiw@tools": true, "x@tools": true }', files)).toEqual([
		'the marketplace "tools" of this repository lists no plugin "reveiw"; did you mean "review@tools"?',
		'the marketplace "tools" of this repository lists no plugin "x"; remove the key, or list the plugin.',
	]);
});

test("nothing is said of plugins of other marketplaces", () => {
	expect(said('{ "review@elsewhere": true }')).toEqual([]);
	expect(
		said('{ "review@tools": true }', {
			".claude-plugin/marketplace.json": "{",
		}),
	).toEqual([]);
});
