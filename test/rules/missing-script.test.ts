import { expect, test } from "vitest";
import { filesReferredTo, lintFiles } from "../lint-text.ts";

const hook = (command: string, rest = "") =>
	`{ "hooks": { "PreToolUse": [{ "hooks": [{ "type": "command", "command": ${JSON.stringify(command)}${rest} }] }] } }`;
const places = (text: string, file = ".claude/settings.json") =>
	filesReferredTo({ [file]: text }).map((each) => each.places);
const scripts = (command: string, rest?: string) =>
	places(hook(command, rest)).map(([place]) => place);

test.each([
	'"$CLAUDE_PROJECT_DIR"/.claude/hooks/x.sh',
	'"$CLAUDE_PROJECT_DIR/.claude/hooks/x.sh" --fast',
	"$CLAUDE_PROJECT_DIR/.claude/hooks/x.sh",
	"bash ${CLAUDE_PROJECT_DIR:-.}/.claude/hooks/x.sh",
	".claude/hooks/x.sh",
	"./.claude/hooks/x.sh",
	"bash .claude/hooks/x.sh",
	"bash -eu -o pipefail .claude/hooks/x.sh a b",
	"/bin/sh .claude/hooks/x.sh",
	"/usr/bin/env bash .claude/hooks/x.sh",
	"A=1 sh '.claude/hooks/x.sh'",
	"cat | .claude/hooks/x.sh",
	".claude/hooks/x.sh || true",
	"jq . && .claude/hooks/x.sh",
	"(.claude/hooks/x.sh; echo done)",
	"source .claude/hooks/x.sh",
	"cd .claude && ./hooks/x.sh",
	'cd "$CLAUDE_PROJECT_DIR" && bash .claude/hooks/x.sh',
	'cd /srv; bash "$CLAUDE_PROJECT_DIR"/.claude/hooks/x.sh',
	".claude/hooks/x.sh 2>/dev/null",
])("%s runs a script of the project", (command) => {
	expect(scripts(command)).toEqual([".claude/hooks/x.sh"]);
});

test.each([
	["python3 .claude/x.py", ".claude/x.py"],
	["python3 -W ignore x.py", "x.py"],
	["node --import tsx scripts/x.ts", "scripts/x.ts"],
	["npx -y tsx scripts/x.ts", "scripts/x.ts"],
	["uv run --quiet scripts/x.py", "scripts/x.py"],
	["uv run python scripts/x.py", "scripts/x.py"],
	["deno run -A scripts/x.ts", "scripts/x.ts"],
	["bun run scripts/x.ts", "scripts/x.ts"],
])("%s runs its argument", (command, script) => {
	expect(scripts(command)).toEqual([script]);
});

test.each([
	"prettier --write x.ts",
	"npm run lint",
	"echo hooks/x.sh",
	"cat .claude/progress.md",
	"python3 -m hooks.x",
	"python3 -c 'open(\"a/b.py\")'",
	"node -e \"require('./x.js')\"",
	"node scripts/x",
	"bash -c 'hooks/x.sh'",
	"npx prettier hooks/x.sh",
	"npx -p typescript tsc src/x.ts",
	"~/.claude/hooks/x.sh",
	"/opt/hooks/x.sh",
	"$HOME/.claude/hooks/x.sh",
	'bash "$DIR/hooks/x.sh"',
	"bash $(git rev-parse --show-toplevel)/hooks/x.sh",
	"bash hooks/*.sh",
	"../other/x.sh",
	"cd /srv && ./x.sh",
	'cd "$(pwd)/a" && ./x.sh',
	"[ -x hooks/x.sh ] && hooks/x.sh",
	"test -f hooks/x.sh && bash hooks/x.sh",
	"[[ -f hooks/x.sh ]] && hooks/x.sh",
	"if [ -f hooks/x.sh ]; then hooks/x.sh; fi",
	"command -v tool || hooks/x.sh",
	"hooks/x.sh 2>/dev/null || true",
	"hooks/x.sh &>/dev/null || exit 0",
	"node dist/hook.js",
	"./node_modules/.bin/lint-staged",
	".venv/bin/python3 x",
	"C:\\\\hooks\\\\x.ps1",
	"${CLAUDE_PLUGIN_ROOT}/hooks/x.sh",
])("%s is nobody's script that could be missed", (command) => {
	expect(scripts(command)).toEqual([]);
});

test("without a shell the words are as they stand", () => {
	const args = (...list: string[]) => `, "args": ${JSON.stringify(list)}`;
	expect(scripts("node", args("${CLAUDE_PROJECT_DIR}/hooks/x.mjs"))).toEqual([
		"hooks/x.mjs",
	]);
	expect(scripts("hooks/x.sh", args("a"))).toEqual(["hooks/x.sh"]);
	expect(scripts("bash", args("-c", "hooks/x.sh"))).toEqual([]);
	expect(scripts("bash", args("$CLAUDE_PROJECT_DIR/x.sh"))).toEqual([]);
	expect(scripts("x.ps1", ', "shell": "powershell"')).toEqual([]);
});

test("helpers in settings are commands too", () => {
	expect(
		places(
			'{ "statusLine": { "type": "command", "command": "bash .claude/a.sh" }, "apiKeyHelper": "./b.sh", "fileSuggestion": { "type": "command", "command": "c/c.sh" } }',
		),
	).toEqual([[".claude/a.sh"], ["c/c.sh"], ["b.sh"]]);
});

test("a path counts from the project folder, and may be meant from one above", () => {
	expect(places(hook("./x.sh"), "packages/api/.claude/settings.json")).toEqual([
		["packages/api/x.sh", "packages/x.sh", "x.sh"],
	]);
	expect(places(hook("../x.sh"), "packages/api/.claude/settings.json")).toEqual(
		[["packages/x.sh", "x.sh"]],
	);
});

test("says what runs it, at the word", () => {
	const text = hook('bash "$CLAUDE_PROJECT_DIR"/.claude/x.sh');
	const files = { ".claude/settings.json": text };
	const [problem] = lintFiles(
		files,
		{},
		{
			missingFiles: filesReferredTo(files),
		},
	);
	expect(problem?.message).toBe(
		'Hook on PreToolUse runs ".claude/x.sh", and there is no such file; correct the path, or add the script.',
	);
	const { start = 0, end = 0 } = problem?.location ?? {};
	expect(text.slice(start, end)).toBe(".claude/x.sh");
});

test("no command makes it throw", () => {
	for (const command of [
		"(".repeat(3000),
		"$(".repeat(1500),
		"a/b \u0000 <<x",
		'"',
		"${/",
		"|/|",
		"if /x",
	]) {
		expect(() => scripts(command)).not.toThrow();
	}
});
