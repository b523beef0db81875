import { describe, expect, test } from "vitest";
import { applyEdits } from "../src/edit.ts";
import type { FixSort } from "../src/rule.ts";
import { fixesDoNoHarm, lineEndsDoNotMatter } from "./fix-anything.ts";
import { fixFiles } from "./fix-files.ts";
import { lintFiles } from "./lint-text.ts";

/** What the safe fixes make of one file. */
const fixed = (text: string, file = ".mcp.json", sort: FixSort = "safe") =>
	fixFiles({ [file]: text }, { sort }).files[file];
const settings = ".claude/settings.json";

describe("edits", () => {
	const at = (start: number, end: number, text: string) => {
		return { file: "a", start, end, text };
	};

	test("are made in the order of the text, whatever theirs", () => {
		const edits = [at(4, 5, "E"), at(0, 1, "A"), at(2, 2, "-")];
		expect(applyEdits("abcde", edits)).toBe("Ab-cdE");
	});

	test("may touch", () => {
		expect(applyEdits("abc", [at(0, 1, "x"), at(1, 3, "y")])).toBe("xy");
	});

	test("that overlap an earlier one are left out", () => {
		expect(applyEdits("abc", [at(0, 2, "x"), at(1, 3, "y")])).toBe("xc");
	});
});

describe("a new property", () => {
	test.each([
		[
			"is on the line where the others are",
			'{ "mcpServers": { "a": { "url": "https://a.example.com" } } }',
			'{ "mcpServers": { "a": { "type": "http", "url": "https://a.example.com" } } }',
		],
		[
			"has no white space where there is none",
			'{"mcpServers":{"a":{"url":"https://a.example.com","headers":{}}}}',
			'{"mcpServers":{"a":{"type":"http","url":"https://a.example.com","headers":{}}}}',
		],
		[
			"has a line of its own where the others have, in their indentation",
			'{\n\t"mcpServers": {\n\t\t"a": {\n\t\t\t"url": "https://a.example.com"\n\t\t}\n\t}\n}\n',
			'{\n\t"mcpServers": {\n\t\t"a": {\n\t\t\t"type": "http",\n\t\t\t"url": "https://a.example.com"\n\t\t}\n\t}\n}\n',
		],
		[
			"ends its line as the file does",
			'{\r\n   "mcpServers": { "a": {\r\n\r\n      "url" : "https://a.example.com" } } }\r\n',
			'{\r\n   "mcpServers": { "a": {\r\n\r\n      "type" : "http",\r\n      "url" : "https://a.example.com" } } }\r\n',
		],
		[
			"stands before its neighbour behind others",
			'{ "mcpServers": { "a": {\n  "headers": {}, "url": "https://a.example.com"\n} } }',
			'{ "mcpServers": { "a": {\n  "headers": {}, "type": "http", "url": "https://a.example.com"\n} } }',
		],
	])("%s", (_name, before, after) => {
		expect(fixed(before)).toBe(after);
	});

	test("behind another one is on a line of its own as well", () => {
		expect(
			fixed('{ "mcpServers": { "a": {\n  "command": "npx -y a@1.0.0"\n} } }'),
		).toBe(
			'{ "mcpServers": { "a": {\n  "command": "npx",\n  "args": ["-y", "a@1.0.0"]\n} } }',
		);
	});

	test("is not needed where there is a list already", () => {
		expect(
			fixed(
				'{ "mcpServers": { "a": { "command": "npx -y", "args": [\n  "a@1.0.0"\n] } } }',
			),
		).toBe(
			'{ "mcpServers": { "a": { "command": "npx", "args": [\n  "-y",\n  "a@1.0.0"\n] } } }',
		);
		expect(
			fixed(
				'{ "mcpServers": { "a": { "command": "npx -y a@1.0.0", "args": [] } } }',
			),
		).toBe(
			'{ "mcpServers": { "a": { "command": "npx", "args": ["-y", "a@1.0.0"] } } }',
		);
	});
});

describe("an item that goes", () => {
	const list = (items: string) => `{ "permissions": { "deny": [${items}] } }`;

	test.each([
		['"A", "B", "A"', '"A", "B"'],
		['"A", "A", "B"', '"A", "B"'],
		['"A","A","A"', '"A"'],
		['\n  "A",\n  "A",\n  "B"\n', '\n  "A",\n  "B"\n'],
		['\n  "A",\n  "B",\n  "A"\n', '\n  "A",\n  "B"\n'],
		['\n  "A", "A",\n  "B"\n', '\n  "A",\n  "B"\n'],
		['\r\n\t"A",\r\n\t"A"\r\n', '\r\n\t"A"\r\n'],
		[' "A" , "A" ', ' "A" '],
	])("%j leaves %j", (before, after) => {
		const named = (items: string) =>
			list(items.replaceAll("A", "Read(./a)").replaceAll("B", "Read(./b)"));
		expect(fixed(named(before), settings)).toBe(named(after));
	});

	test.each([
		['"command": "a", "disabled": false', '"command": "a"'],
		['"disabled": false, "command": "a"', '"command": "a"'],
		['"disabled": false', ""],
	])("a property like that is %j", (before, after) => {
		const server = (fields: string) =>
			`{ "mcpServers": { "a": {${fields && ` ${fields} `}} } }`;
		expect(fixed(server(before), ".mcp.json", "unsafe")).toBe(server(after));
	});
});

describe("servers at the top level", () => {
	test.each([
		['{"a":{"command":"a"}}', '{"mcpServers":{"a":{"command":"a"}}}'],
		[
			'{\n  "a": {\n    "command": "a"\n  },\n\n  "b": { "command": "b" }\n}\n',
			'{\n  "mcpServers": {\n    "a": {\n      "command": "a"\n    },\n\n    "b": { "command": "b" }\n  }\n}\n',
		],
		[
			'{\r\n\t"a": {\r\n\t\t"command": "a" } }',
			'{\r\n\t"mcpServers": {\r\n\t\t"a": {\r\n\t\t\t"command": "a" }\r\n\t} }',
		],
	])("%j becomes %j", (before, after) => {
		expect(fixed(before)).toBe(after);
	});

	test("stay where something else is among them", () => {
		const text = '{ "a": { "command": "a" }, "version": 1 }';
		expect(fixed(text, ".mcp.json", "unsafe")).toBe(text);
	});
});

describe("a key of another client", () => {
	const text = '{ "servers": { "a": { "command": "a" } } }';

	test("is renamed", () => {
		expect(fixed(text)).toBe(text.replace("servers", "mcpServers"));
	});

	test("stays where the other client reads the file", () => {
		const withInputs =
			'{ "inputs": [], "servers": { "a": { "command": "a" } } }';
		expect(fixed(withInputs, ".mcp.json", "unsafe")).toBe(withInputs);
		for (const folder of [".", "sub"]) {
			const file = folder === "." ? ".mcp.json" : "sub/.mcp.json";
			const { fixed } = fixFiles(
				{ [file]: text },
				{ surroundings: { solutionFolders: [folder] } },
			);
			expect(fixed, file).toBe(0);
		}
	});
});

describe("comments", () => {
	test.each([
		['{\n  // one\n  "mcpServers": {}\n}\n', '{\n  "mcpServers": {}\n}\n'],
		['{\r\n  "mcpServers": {} // one\r\n}', '{\r\n  "mcpServers": {}\r\n}'],
		['// one\n/* two\n */\n{ "mcpServers": {} }', '{ "mcpServers": {} }'],
		[
			'{ /* one */ "mcpServers": /* two */ {} } // three',
			'{ "mcpServers": {} }',
		],
		['{\n  /* one */ "mcpServers": {}\n}', '{\n  "mcpServers": {}\n}'],
		[
			'{ "mcpServers": {\n  "a": { "command": "a" }, // one\n} }',
			'{ "mcpServers": {\n  "a": { "command": "a" }\n} }',
		],
	])("%j becomes %j", (before, after) => {
		expect(fixed(before, ".mcp.json", "unsafe")).toBe(after);
	});

	test("stay where nobody asks for more than safe fixes, and so does what is among them", () => {
		const text =
			'{ // one\n"mcpServers": { "a": { "url": "https://a.example.com" } } }';
		expect(fixed(text)).toBe(text);
	});
});

describe("fixing", () => {
	test("goes on with what a fix brings to light", () => {
		const { files, fixed } = fixFiles({
			".mcp.json":
				'{ "servers": { "a": { "url": "https://a.example.com/mcp ", }, "b": { "command": "b", "env": { "PORT": 80 } } } }',
		});
		expect(files[".mcp.json"]).toBe(
			'{ "mcpServers": { "a": { "type": "http", "url": "https://a.example.com/mcp" }, "b": { "command": "b", "env": { "PORT": "80" } } } }',
		);
		expect(fixed).toBe(5);
	});

	test("brings no setting to life that would cost the whole file, and makes the other fixes", () => {
		const wrong = '"permisions": { "deny": "Read" }';
		const text = (matcher: string) =>
			`{ ${wrong}, "hooks": { "PreToolUse": [{ "matcher": "${matcher}", "hooks": [{ "type": "command", "command": "guard" }] }] } }`;
		expect(fixed(text("bash"), settings, "unsafe")).toBe(text("Bash"));
	});

	test("brings no field to life that would cost a server", () => {
		const server = (fields: string) =>
			`{ "mcpServers": { "a": { ${fields} } } }`;
		const wrong = server('"command": "a", "agrs": 5');
		expect(fixed(wrong, ".mcp.json", "unsafe")).toBe(wrong);
		expect(
			fixed(server('"command": "a", "agrs": ["b"]'), ".mcp.json", "unsafe"),
		).toBe(server('"command": "a", "args": ["b"]'));
	});

	test("writes an allow rule as it was meant, and none that allows more than its text", () => {
		const list = (behavior: string, rule: string) =>
			`{ "permissions": { "${behavior}": ["${rule}"] } }`;
		const after = (behavior: string, rule: string) =>
			fixed(list(behavior, rule), settings, "unsafe");
		for (const [rule, meant] of [
			["bash(npm test)", "Bash(npm test)"],
			["websearch", "WebSearch"],
			["mcp__docs__read(*)", "mcp__docs__read"],
			["WebFetch(https://example.com/*)", "WebFetch(domain:example.com)"],
			["Bash(npm test", "Bash(npm test)"],
		] as const) {
			expect(after("allow", rule)).toBe(list("allow", meant));
			expect(after("deny", rule)).toBe(list("deny", meant));
		}
		for (const [rule, meant] of [
			["Bash()", "Bash"],
			["Bash(:*)", "Bash"],
			["mcp__docs__read(src)", "mcp__docs__read"],
			["WebFetch(https://example.com/docs)", "WebFetch(domain:example.com)"],
		] as const) {
			expect(after("allow", rule)).toBe(list("allow", rule));
			expect(after("deny", rule)).toBe(list("deny", meant));
		}
	});

	test("leaves alone what is ignored, switched off, or not asked for", () => {
		const text =
			'{ "mcpServers": { "a": { "url": "https://a.example.com" } } }';
		const location = { file: "x", pointer: "", start: 0, end: 0 };
		const ignore = { rule: "missing-transport", file: ".mcp.json", location };
		const files = { ".mcp.json": text };
		expect(fixFiles(files, { config: { ignores: [ignore] } }).fixed).toBe(0);
		expect(
			fixFiles(files, { config: { rules: { "missing-transport": "off" } } })
				.fixed,
		).toBe(0);
		expect(fixFiles(files, { files: ["other/.mcp.json"] }).fixed).toBe(0);
		expect(fixFiles(files).fixed).toBe(1);
	});

	test("of many problems in one file takes no longer for each", () => {
		const servers = Array.from(
			{ length: 2000 },
			(_, index) => `"s${index}": { "url": "https://a.example.com" }`,
		);
		const text = `{ "mcpServers": { ${servers.join(", ")} } }`;
		const { files, fixed } = fixFiles({ ".mcp.json": text });
		expect(fixed).toBe(2000);
		expect(lintFiles(files)).toEqual([]);
	});
});

describe("front matter", () => {
	const agent = ".claude/agents/a.md";
	const text = (tools: string) =>
		`---\nname: a\ndescription: A\ntools: ${tools}\n---\nDo it.\n`;

	test.each([
		["read, Bash", "Read, Bash"],
		['"read, Bash"', '"Read, Bash"'],
		["\n  - read\n  - 'bash'", "\n  - Read\n  - 'Bash'"],
	])("tools: %j becomes %j", (before, after) => {
		expect(fixed(text(before), agent, "unsafe")).toBe(text(after));
	});

	test("of a server is changed at its values, not in its structure", () => {
		const server = (fields: string) =>
			`---\nname: a\ndescription: A\nmcpServers:\n  - docs:\n${fields}\n---\n`;
		expect(
			fixed(
				server("      type: streamableHttp\n      url: https://a.example.com"),
				agent,
			),
		).toBe(server("      type: http\n      url: https://a.example.com"));
		const without = server("      url: https://a.example.com");
		expect(fixed(without, agent)).toBe(without);
	});
});

test("whatever is in the files, fixes do no harm and leave nothing to fix", () => {
	fixesDoNoHarm(40);
}, 30_000);

test("whatever is in the files, fixes write the same with other line ends", () => {
	lineEndsDoNotMatter(40);
}, 30_000);
