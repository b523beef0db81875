import { describe, expect, test } from "vitest";
import {
	isCriticalVariable,
	isSafeVariable,
	unwrapForAllow,
	unwrapForDeny,
	unwrapForFiles,
} from "../../src/decisions/command-wrappers.ts";

/** What is left of a command in the end. */
function rest(unwrap: typeof unwrapForAllow, command: string) {
	return unwrap(command.split(" ")).at(-1)?.words.join(" ");
}

describe("an allow rule sees through", () => {
	test.each([
		"timeout 5 npm test",
		"timeout -k 1 --signal=KILL 5.5m npm test",
		"time npm test",
		"nice -n 5 npm test",
		"nice -5 npm test",
		"nohup npm test",
		"stdbuf -oL npm test",
		"command -- npm test",
		"builtin npm test",
		"noglob npm test",
		"nohup nice timeout 5 npm test",
		"xargs npm test",
	])("%s", (command) => {
		expect(rest(unwrapForAllow, command)).toBe("npm test");
	});
});

describe("an allow rule does not see through", () => {
	test.each([
		"timeout npm test",
		"time -p npm test",
		"nice -n5 npm test",
		"stdbuf -o L npm test",
		"xargs -n1 npm test",
		"sudo npm test",
		"env npm test",
		"watch npm test",
		"npx npm test",
	])("%s", (command) => {
		expect(rest(unwrapForAllow, command)).toBe(command);
	});
});

describe("a deny rule sees through", () => {
	test.each([
		"sudo -n -u root rm x",
		"doas rm x",
		"env -i A=1 rm x",
		"time -p rm x",
		"exec rm x",
		"watch -n 1 rm x",
		"setsid rm x",
		"flock lock rm x",
		"sudo env nohup rm x",
	])("%s", (command) => {
		expect(rest(unwrapForDeny, command)).toBe("rm x");
	});
});

describe("a deny rule does not see through", () => {
	test.each(["xargs -n1 rm x", "npx rm x", "busybox rm x", "eval rm x"])(
		"%s",
		(command) => {
			expect(rest(unwrapForDeny, command)).toBe(command);
		},
	);
});

test("what stands behind xargs gets more arguments", () => {
	expect(unwrapForAllow(["xargs", "npm"]).at(-1)?.isExtended).toBe(true);
	expect(unwrapForAllow(["nohup", "npm"]).at(-1)?.isExtended).toBe(false);
});

test("a program that starts nothing is left as it is", () => {
	expect(rest(unwrapForAllow, "nohup")).toBe("nohup");
	expect(rest(unwrapForDeny, "sudo -u")).toBe("sudo -u");
	expect(unwrapForAllow([]).at(-1)?.words).toEqual([]);
});

test.each([
	["NODE_ENV", "production"],
	["LANG", "en_US.UTF-8"],
	["RUST_LOG", "a/b:c"],
])("%s=%s leaves an allow rule in force", (name, value) => {
	expect(isSafeVariable(name, value)).toBe(true);
});

test.each([
	["NODE_ENV", ""],
	["NODE_ENV", "'a'"],
	["LANG", "x"],
	["PATH", "/x"],
	["NODE_OPTIONS", "x"],
	["constructor", "x"],
])("%s=%s does not", (name, value) => {
	expect(isSafeVariable(name, value)).toBe(false);
});

test("some variables are asked about where they are set for the rest of a script", () => {
	expect(isCriticalVariable("PATH")).toBe(true);
	expect(isCriticalVariable("LD_PRELOAD")).toBe(true);
	expect(isCriticalVariable("FOO")).toBe(false);
});

test("for files, programs that run others as somebody else hide what they run", () => {
	const words = (command: string) => unwrapForFiles(command.split(" "));
	expect(words("env A=1 timeout 5 cat x")).toEqual(["cat", "x"]);
	expect(words("sudo cat x")).toEqual(["sudo", "cat", "x"]);
	expect(words("nohup xargs cat x")).toEqual(["xargs", "cat", "x"]);
});
