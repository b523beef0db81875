import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const tools = fileURLToPath(new URL("tools/", import.meta.url));

beforeAll(() => {
	if (existsSync(`${tools}node_modules/node-26/bin/node`)) return;
	execFileSync("npm", ["ci", "--no-audit", "--no-fund"], {
		cwd: tools,
		stdio: "ignore",
	});
}, 120_000);

const lintExample = (node: string) =>
	spawnSync(
		node,
		["dist/cli/index.js", "--no-config", "examples", "test/projects"],
		{
			cwd: root,
			encoding: "utf8",
		},
	);

test.each(["22", "24", "26"])(
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
