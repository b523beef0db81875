import { describe, expect, test } from "vitest";
import { judgeHarmlessness } from "../../src/decisions/harmless-commands.ts";
import { readShellScript } from "../../src/decisions/shell-script.ts";

function judge(source: string) {
	const [command] = readShellScript(source).commands;
	if (!command) throw new Error(`no command: ${source}`);
	return judgeHarmlessness(command);
}

describe("harmless", () => {
	test.each([
		"ls -la --anything",
		"pwd",
		"git status --short",
		"git log -5 --oneline --format=%h",
		"git branch --list 'a*'",
		"grep -rn a b",
		"sort -k 2",
		"find . -name a",
		"sed -n 1,5p a",
		"sed 's/a/b/'",
		"xargs -n 1 grep a",
		"date +%s",
		"which -s node",
		"docker ps -a",
		"printf %s a",
	])("%s", (source) => {
		expect(judge(source)).toBe("harmless");
	});
});

describe("not harmless", () => {
	test.each([
		"npm test",
		"pwd -P",
		"git",
		"git push",
		"git -C . status",
		"git branch new",
		"sort -o a",
		"find . -delete",
		"sed -i s/a/b/ c",
		"xargs rm",
		"date -s now",
		"printf -v a b",
		"jq env",
		"constructor",
		"__proto__ a",
	])("%s", (source) => {
		expect(judge(source)).toBe("harmful");
	});
});

test("of options that nobody tried nothing is known", () => {
	expect(judge("git log --frobnicate")).toBe("unknown");
	expect(judge("sort --frobnicate")).toBe("unknown");
});
