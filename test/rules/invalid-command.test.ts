import { testRule } from "../test-rule.ts";

/** A package with one script. */
const script = (text: string) =>
	`{ "scripts": { "start": "${text.replaceAll('"', '\\"')}" } }`;
const add = (words: string) => script(`claude mcp add ${words}`);
const http = (words: string) =>
	add(`docs https://a.example.com -t http ${words}`);

testRule("invalid-command", "package.json", {
	valid: [
		add("docs -- docs-server"),
		add("docs docs-server -e A=b"),
		add("-t http docs https://docs.example.com/mcp"),
		add("docs -t http https://docs.example.com/mcp -H 'A: b' -s project"),
		add("docs -- npx -y docs-server"),
		add("docs -- npx -p docs-server docs"),
		add("<name> -- <command>"),
		add("-s <scope> docs -- docs-server"),
		add("-s local|user|project docs -- docs-server"),
		add("-t $TRANSPORT docs docs-server"),
		http("-e A"),
		http("-H $HEADER"),
		http("--callback-port <port>"),
		add("docs docs-server -H NoColon"),
		script("claude mcp add-json docs '{}' rest"),
		script("claude -p hi --permission-mode plan --new-option"),
		script("claude --permission-mode $MODE"),
		script("claude mcp add"),
	],
	invalid: [
		add("«my.docs» -- docs-server"),
		add("«workspace» -- docs-server"),
		add("docs npx «-y» docs-server"),
		add("«--type» http docs https://docs.example.com"),
		add("docs docs-server -t «websocket»"),
		add("docs docs-server -s «global»"),
		add("docs docs-server --scope=«managed»"),
		add("docs -e «A» -- docs-server"),
		add("-e A=b «docs» -- docs-server"),
		add("docs -e A=b «docs-server»"),
		add("-t http docs -H 'A: b' «https://docs.example.com»"),
		add("docs docs-server «-e»"),
		add("docs npx docs-server «-p»"),
		http("-H «NoColon»"),
		http("--callback-port «0»"),
		script("«claude mcp add docs»"),
		script("claude mcp «--debug» add docs docs-server"),
		script("claude mcp add-json docs «'[]'»"),
		script("claude -p hi --permission-mode «yolo»"),
		script("claude -p hi «--allowed_tools» Edit"),
	],
});
