// Generated from package.json by scripts/generate-package.mjs.
export const version = "1.0.0";
/** The address of the repository, without a slash at its end. */
export const repository = "https://github.com/mcp-config-lint/mcp-config-lint";
