import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

const hook = (timeout: string, event = "Stop") =>
	`{ "hooks": { "${event}": [{ "hooks": [{ "type": "command", "command": "x", "timeout": ${timeout} }] }] } }`;

testRule("overlong-timeout", ".claude/settings.json", {
	valid: [
		"5",
		"0.5",
		"60",
		"600",
		"900",
		"1200",
		"1500",
		"1800",
		"3600",
		"7200",
		"86400",
		'"60000"',
		"36000",
	].map((timeout) => hook(timeout)),
	invalid: [
		"«1000»",
		"«5000»",
		"«30000»",
		"«60000»",
		"«120000»",
		"«600000»",
		"«86401»",
		"«1e300»",
	].map((timeout) => hook(timeout)),
});

test("says what it amounts to", () => {
	const message = (timeout: string) =>
		lintFiles({ ".claude/settings.json": hook(timeout) })[0]?.message;
	expect(message("60000")).toBe(
		"Hook on Stop: a timeout counts seconds, so 60000 are 16 hours and 40 minutes; write 60 if 60 seconds are meant.",
	);
	expect(message("5000")).toContain("are 1 hour and 23 minutes;");
	expect(message("600000")).toContain("are 6 days;");
});
