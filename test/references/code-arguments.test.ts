import { expect, test } from "vitest";
import { codeArguments } from "../../src/references/code-arguments.ts";

/** The arguments that are code. */
function code(command: string, ...args: string[]): string[] {
	const nodes = args.map((value) => ({
		...{ type: "string" as const, value, file: "a", pointer: "" },
		...{ start: 0, end: 0 },
	}));
	return [...codeArguments(command, nodes)].map(({ value }) => value);
}

test.each([
	["sh", ["-c", "a $B"], ["a $B"]],
	["/bin/bash", ["-lc", "a", "--", "$B"], ["a", "--", "$B"]],
	["bash", ["a.sh", "$B"], []],
	["cmd", ["/c", "npx", "%A%"], ["npx", "%A%"]],
	["cmd.exe", ["/d", "/s", "/c", "npx"], ["npx"]],
	["pwsh", ["-NoProfile", "-Command", "$env:A"], ["$env:A"]],
	["node", ["-e", "a"], ["a"]],
	["node", ["a.js", "$B"], []],
	["python3", ["-c", "a"], ["a"]],
	["docker", ["run", "-e", "A=$A", "image", "sh", "-c", "$B"], ["$B"]],
	["docker", ["run", "-e", "A=$A", "image"], []],
	["ssh", ["host", "a $B"], ["host", "a $B"]],
	["wsl.exe", ["a", "$B"], ["a", "$B"]],
	["env", ["-S", "a $B"], ["a $B"]],
	["npx", ["-y", "docs-server", "-e", "$A"], []],
	["uvx", ["docs-server", "-c", "$A"], []],
	["docs-server", [], []],
] as const)("%s %j", (command, args, expected) => {
	expect(code(command, ...args)).toEqual(expected);
});
