import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		projects: [
			{
				test: {
					name: "fast",
					include: ["test/**/*.test.ts"],
					exclude: ["test/**/*.slow.test.ts", "test/tools/**"],
				},
			},
			{
				test: {
					name: "slow",
					include: ["test/**/*.slow.test.ts"],
					testTimeout: 120_000,
					globalSetup: "test/tools/install.ts",
				},
			},
		],
	},
});
