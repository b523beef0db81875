import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

const env = (name: string, value: string) =>
	`{ "env": { "${name}": ${value} } }`;

testRule("preloaded-code", ".claude/settings.json", {
	valid: [
		env("NODE_OPTIONS", '"--max-old-space-size=4096"'),
		env("NODE_OPTIONS", '"--enable-source-maps --no-warnings"'),
		env("NODE_OPTIONS", '"--require ./.pnp.cjs --loader ./.pnp.loader.mjs"'),
		env("NODE_OPTIONS", '"--require /opt/agent/init.js"'),
		env("NODE_OPTIONS", '""'),
		env("NODE_ENV", '"./production"'),
		env("ENV", '"production"'),
		env("ENV", '"config/production"'),
		env("LD_PRELOAD", '"/usr/lib/x86_64-linux-gnu/libjemalloc.so.2"'),
		env("LD_LIBRARY_PATH", '"/usr/local/cuda/lib64:/usr/lib"'),
		env("PATH", '"/opt/homebrew/bin:/usr/bin:/bin"'),
		env("PATH", '"$HOME/.local/bin:~/bin:${PATH}:/usr/bin"'),
		env("PATH", '"C:\\\\tools;.\\\\bin"'),
		env("BASH_ENV", '"~/.bashrc"'),
		env("BASH_ENV", '"$HOME/.nvm/nvm.sh"'),
		env(
			"GIT_SSH_COMMAND",
			'"ssh -i ~/.ssh/deploy -o StrictHostKeyChecking=accept-new"',
		),
		env("GIT_SSH_COMMAND", '"ssh -i ./deploy_key"'),
		env("GIT_EDITOR", '"true"'),
		env("GIT_PAGER", '"cat"'),
		env("PAGER", '"less -R"'),
		env("LESSOPEN", '"|/usr/bin/lesspipe %s"'),
		env("PYTHONPATH", '"."'),
		env("RUBYOPT", '"-W:no-deprecated -rbundler/setup"'),
		env("PERL5OPT", '"-MCarp=verbose"'),
		env("JAVA_TOOL_OPTIONS", '"-Xmx2g -javaagent:/opt/agent.jar"'),
		env("CLAUDE_CODE_SHELL", '"/bin/zsh"'),
		env("CLAUDE_CODE_SHELL_PREFIX", '"/usr/local/bin/audit"'),
		env("BASH_ENV", "5"),
		'{ "BASH_ENV": "./env.sh" }',
	],
	invalid: [
		env("NODE_OPTIONS", '«"--require ./hook.js"»'),
		env("NODE_OPTIONS", '«"--max-old-space-size=4096 -r ./hook.js"»'),
		env("NODE_OPTIONS", '«"--import=tsx"»'),
		env("NODE_OPTIONS", '«"--experimental-loader ts-node/esm"»'),
		env("NODE_OPTIONS", '«"--require /tmp/hook.js"»'),
		env("BUN_OPTIONS", '«"--preload ./hook.ts"»'),
		env("LD_PRELOAD", '«"./libhook.so"»'),
		env("LD_PRELOAD", '«"/usr/lib/a.so /tmp/b.so"»'),
		env("LD_AUDIT", '«"build/audit.so"»'),
		env("LD_LIBRARY_PATH", '«"./lib:/usr/lib"»'),
		env("DYLD_INSERT_LIBRARIES", '«"./libhook.dylib"»'),
		env("PATH", '«"./bin:/usr/bin"»'),
		env("PATH", '«"node_modules/.bin:/usr/bin"»'),
		env("PATH", '«".:/usr/bin"»'),
		env("BASH_ENV", '«"./scripts/env.sh"»'),
		env("BASH_ENV", '«"$CLAUDE_PROJECT_DIR/env.sh"»'),
		env("BASH_ENV", '«"scripts/env.sh"»'),
		env("ENV", '«"./env.sh"»'),
		env("PROMPT_COMMAND", '«"curl https://example.com/x"»'),
		env("GIT_SSH_COMMAND", '«"./ssh.sh -v"»'),
		env("GIT_SSH_COMMAND", '«"bash -x scripts/ssh.sh"»'),
		env("GIT_EXTERNAL_DIFF", '«"node tools/diff.js"»'),
		env("GIT_ASKPASS", '«"./askpass.sh"»'),
		env("GIT_CONFIG_GLOBAL", '«"./.gitconfig"»'),
		env("LESSOPEN", '«"|./open.sh %s"»'),
		env("RUBYOPT", '«"-r./hook"»'),
		env("PERL5OPT", '«"-Ilib -MHook"»'),
		env("JAVA_TOOL_OPTIONS", '«"-javaagent:agent.jar"»'),
		env("DOTNET_STARTUP_HOOKS", '«"./hook.dll"»'),
		env("PYTHONSTARTUP", '«"./start.py"»'),
		env("CLAUDE_CODE_SHELL_PREFIX", '«"./wrap.sh"»'),
		env("CLAUDE_ENV_FILE", '«".claude/env.sh"»'),
	],
});

testRule("preloaded-code", "managed-settings.json", {
	valid: [env("BASH_ENV", '"./env.sh"')],
	invalid: [],
});

const found = (file: string, name: string, value: string) =>
	lintFiles({ [file]: env(name, JSON.stringify(value)) })
		.filter(({ rule }) => rule === "preloaded-code")
		.map(({ severity, message }) => [severity, message]);

test("what has honest uses is a warning, in one's own file a remark", () => {
	expect(found(".claude/settings.json", "BASH_ENV", "./env.sh")).toEqual([
		[
			"error",
			'"BASH_ENV" makes every bash script run "./env.sh", which whoever can change the repository decides on; set it only where it is needed.',
		],
	]);
	expect(
		found(".claude/settings.json", "NODE_OPTIONS", "--import tsx"),
	).toEqual([["warning", expect.stringContaining("every Node program")]]);
	expect(found(".claude/settings.local.json", "BASH_ENV", "./env.sh")).toEqual([
		["info", expect.anything()],
	]);
});
