// Permission rules: which texts the client keeps, in each of the three lists.

const tools = [
  "Bash", "bash", "BASH", "Read", "Write", "Edit", "Glob", "Grep", "Cd", "NotebookEdit", "NotebookRead", "MultiEdit", "WebFetch", "webfetch", "WebSearch", "Agent", "Task", "Skill", "PowerShell",
  "TodoWrite", "Frob", "frob", "frob_nicate", "_frob", "1st", "é", "É", "mcp", "mcp_docs", "mcp__", "mcp__docs", "mcp__docs__", "mcp__docs__*", "mcp__docs__read", "mcp__docs__read_*", "mcp__docs__*_read",
  "mcp____read", "mcp__*", "mcp__do*", "mcp__*__read", "mcp__my docs__read", "mcp__my.docs", "mcp__my.docs__*", "mcp__do*__read", "mcp__docs__*__*", "Mcp__docs", "MCP__docs", "*", "B*", "*__read",
  "Bash*", "Bash:*", "Edit:*", " Bash", "Bash ", "Bash,Edit", "Bash Edit", '"Bash"', "!Bash", "Bash: ls", "Bash[ls]", "/clear",
];

const contents = [
  "", " ", "*", "**", ":*", "npm run build", "npm run *", "npm run:*", "npm *:*", "npm:* build", "npm :*", " npm *", "*:*", "a(b)", "(a)", "a)(b", "a)", "(a", "\\(a\\)", "\\(a", "a\\)", "(\\(a)", "src/**", "/etc/passwd", "//etc/passwd",
  "~/.ssh/**", "./.env", "$HOME/x", "C:\\x", "src:*", "src/**:*", "domain:example.com", "domain:*.example.com", "domain:*", "domain:", "domain: example.com", "domain:example.com:443", "domain:example.com/docs", "domain:https://example.com",
  "https://example.com", "http://example.com", "ftp://example.com", "example.com", "*.example.com", "http", "news today", "news*", "news?", "command:rm", "model:opus", "file_path:/x", "explore", "deploy *",
];

const odd = ["", " ", "()", "(Bash)", "Bash(ls", "Bash)", "Bash(ls))", "Bash(ls) ", "Bash(ls) # list", "Bash(ls)x", "Bash (ls)", "Bash((ls)", "Bash(ls)(rm)", "Bash()", "Bash( )", "mcp__docs()", "mcp__docs(*)", "mcp__docs__read(x)", "mcp__docs__read(", "*(x)"];

const families = ["Bash", "PowerShell", "Read", "Edit", "Write", "Glob", "NotebookEdit", "Cd", "WebFetch", "WebSearch", "Agent", "Skill", "Grep", "mcp__docs__read", "frob_x"];

const groups = [
  ["tool names", tools],
  ["odd rules", odd],
  ...families.map((tool) => [`contents of ${tool}`, contents.map((content) => `${tool}(${content})`)]),
];

export const cases = groups.flatMap(([name, rules]) =>
  ["allow", "ask", "deny"].map((behavior) => ({
    name: `${name} under ${behavior}`,
    files: { ".claude/settings.json": JSON.stringify({ permissions: { [behavior]: rules } }) },
  })),
);
