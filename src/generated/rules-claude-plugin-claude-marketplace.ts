// Generated from the rules by scripts/generate-rule-groups.mjs.
import type { Rules } from "../rule.ts";
import invalidManifest from "../rules/invalid-manifest.ts";
import relativeCommand from "../rules/relative-command.ts";
import unknownPluginServer from "../rules/unknown-plugin-server.ts";
import unreachablePath from "../rules/unreachable-path.ts";

export const rules: Rules = {
	"invalid-manifest": invalidManifest,
	"relative-command": relativeCommand,
	"unknown-plugin-server": unknownPluginServer,
	"unreachable-path": unreachablePath,
};
