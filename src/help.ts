/** What `--help` prints. */
export const HELP = `Usage: mcp-config-lint [paths...]            lint; no path: the current folder
       mcp-config-lint explain [rule]        what a rule finds; none: the list
       mcp-config-lint permission <tool>...  which rule decides a tool call

Checks .mcp.json, Claude Code's settings, agents, skills, commands and plugins,
the files of other MCP clients, workflows and documentation for what the client
would reject, skip or quietly ignore. Runs none of it, contacts nobody.

  --format <name>[=<file>] text (default), json, github, sarif, gitlab, rdjson,
                           junit or markdown; repeatable
  --fix, --fix=unsafe      write fixes; also those that change what files say
  --diff                   show what would be written, and write nothing
  --changed[=<ref>]        only what lies on lines changed since <ref>, or main
  --fail-on <severity>     error (default), warning, info or never
  --rule <id>=<severity>   error, warning, info or off, for this run; repeatable
  --config <file>          default: .mcp-config-lint.yml, here or above
  --no-config              neither configuration nor baseline
  --write-baseline         accept what is there; later runs report what is new
  --user-settings <file>   also read this settings file, at user scope
  --kind <id>              what the named files are, whatever their names
  --stdin-filename <path>  the name of the standard input, which is the path -
  --force-exclude          leave out what is excluded, although it is named
  --quiet                  errors only
  --color <when>           auto (default), always or never
  --version, --help

Exit status: 0 nothing to fail on, 1 problems, 2 the run could not be done.
`;
