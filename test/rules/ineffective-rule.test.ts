import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

const permissions = (behavior: string, ...rules: string[]) =>
	`{ "permissions": { "${behavior}": [${rules.join(", ")}] } }`;

testRule("ineffective-rule", ".claude/settings.json", {
	valid: [
		permissions(
			"deny",
			'"Edit(secrets/**)"',
			'"Read(./.env)"',
			'"Write"',
			'"Write(*)"',
		),
		permissions(
			"allow",
			'"Bash(npm run *)"',
			'"Bash(npm:*)"',
			'"Bash(npm run test:unit)"',
		),
		permissions("allow", '"Bash(find . -name *.ts)"', '"Bash(echo $HOME)"'),
		permissions(
			"deny",
			'"WebFetch(domain:example.com)"',
			'"WebFetch(domain:*.example.com)"',
			'"WebFetch(domain:*)"',
			'"WebFetch(*)"',
		),
		permissions(
			"allow",
			'"Skill(deploy)"',
			'"Skill(deploy *)"',
			'"Skill(a:b)"',
			'"Skill(a:*)"',
		),
		permissions(
			"deny",
			'"Agent(reviewer)"',
			'"Agent(model:opus)"',
			'"Task(x)"',
		),
		permissions(
			"allow",
			'"Read(~/.config/**)"',
			'"Read(//tmp/**)"',
			'"Read(a/$b)"',
		),
		permissions(
			"allow",
			'"Edit(.claude/worktrees/**)"',
			'"Edit(.claude/agent-memory/**)"',
			'"Edit(.github/**)"',
			'"Read(.claude/**)"',
		),
		permissions("deny", '"Edit(.claude/**)"', '"Edit(.git/**)"'),
		// what works as it is written
		permissions(
			"deny",
			'"Bash(curl * | bash)"',
			'"Bash(npm a && npm b)"',
			'"Bash(cat .*)"',
			'"Bash(echo {a,b})"',
		),
		permissions(
			"allow",
			'"Bash(npm run a && npm run b)"',
			'"Bash(node -e *)"',
			'"Read(my files/**)"',
		),
		permissions("ask", '"Skill"', '"Agent"', '"Agent(model:opus)"'),
	],
	invalid: [
		permissions(
			"deny",
			'«"Write(secrets/**)"»',
			'«"NotebookEdit(a.ipynb)"»',
			'«"Glob(src/**)"»',
		),
		permissions(
			"deny",
			'«"WebFetch(domain:example.com:8080)"»',
			'«"WebFetch(domain: example.com)"»',
			'«"WebFetch(domain:example.com/docs)"»',
		),
		permissions(
			"deny",
			'«"WebFetch(domain:)"»',
			'«"WebFetch(domain:a.example,b.example)"»',
		),
		permissions(
			"deny",
			'«"Bash(npm *:*)"»',
			'«"Bash(npm run:* test)"»',
			'«"PowerShell(npm *:*)"»',
		),
		permissions(
			"deny",
			'«"Bash(command:rm *)"»',
			'«"Read(file_path:.env)"»',
			'«"Write(file_path:.env)"»',
		),
		permissions(
			"deny",
			'«"Read($HOME/.ssh/**)"»',
			'«"Read(C:\\\\keys\\\\**)"»',
			'«"Read(../secrets/**)"»',
			'«"Edit(.)"»',
		),
		permissions(
			"allow",
			'«"Skill(gre*)"»',
			'«"Agent(code-*)"»',
			'«"TodoWrite(x)"»',
			'«"Agent(model:opus)"»',
		),
		permissions(
			"ask",
			'«"Skill(greet)"»',
			'«"Agent(reviewer)"»',
			'«"Task(reviewer)"»',
		),
	],
});

test.each([
	["Write(secrets/**)", "Edit(secrets/**)"],
	["Glob(src/**)", "Read(src/**)"],
	["Write(/tmp/*)", "Edit(//tmp/*)"],
	["Write( ** /secrets/ ** )", "Edit(**/secrets/**)"],
	["Bash(sudo :* )", "Bash(sudo *)"],
	["Bash(.tox/*/pytest:*)", "Bash(.tox/*/pytest*)"],
	["WebFetch(domain:example.com:8080)", "WebFetch(domain:example.com)"],
	["Bash(npm *:*)", "Bash(npm *)"],
	["Bash(npm run:* test)", "Bash(npm run * test)"],
	["Bash(command:rm *)", "Bash(rm *)"],
	["Write(file_path:.env)", "Edit(.env)"],
	["Read($HOME/.ssh/**)", "Read(~/.ssh/**)"],
	["Read(%USERPROFILE%\\\\keys)", "Read(~/keys)"],
	["Read(C:\\\\keys\\\\**)", "Read(//c/keys/**)"],
])("in the place of %s it offers %s", (text, meant) => {
	const [problem] = lintFiles({
		".claude/settings.json": permissions("deny", `"${text}"`),
	}).filter(({ rule }) => rule === "ineffective-rule");
	expect(problem?.message).toContain(`write "${meant}".`);
});

test("a protection that is not there is an error, unless the right rule is there as well", () => {
	const severities = lintFiles({
		".claude/settings.json":
			'{ "permissions": { "deny": ["Write(a)", "Write(b)", "Edit(b)"], "allow": ["Write(c)"] } }',
	})
		.filter(({ rule }) => rule === "ineffective-rule")
		.map(({ severity }) => severity);
	// in the order of the text
	expect(severities).toEqual(["error", "warning", "warning"]);
});

test("where the rule that was meant is there, this one can go", () => {
	const [problem] = lintFiles({
		".claude/settings.json": permissions("deny", '"Write(a)"', '"Edit(a)"'),
	}).filter(({ rule }) => rule === "ineffective-rule");
	expect(problem?.message).toContain(
		'; remove it, "Edit(a)" is there already.',
	);
});
