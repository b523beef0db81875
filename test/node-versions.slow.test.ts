import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const tools = fileURLToPath(new URL("tools/node/", import.meta.url));

const lintExample = (node: string) =>
	spawnSync(
		node,
		["dist/cli/index.js", "--no-config", "examples", "test/projects"],
		{
			cwd: root,
			encoding: "utf8",
		},
	);

test.each(["20", "22", "24", "26"])(
	"Node %s prints the same bytes as this one",
	(version) => {
		const { stdout, stderr, status } = lintExample(
			`${tools}node_modules/node-${version}/bin/node`,
		);
		const here = lintExample(process.execPath);
		expect(stdout).toContain("files checked");
		expect([stdout, stderr, status]).toEqual([here.stdout, "", here.status]);
	},
);
