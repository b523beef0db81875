import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that take minutes. */
const LONG = /expressions\.slow\.test\.ts$/;

/** Starts with those, so that none of them is left alone at the end. */
class LongestFirst extends BaseSequencer {
	override async sort(
		files: TestSpecification[],
	): Promise<TestSpecification[]> {
		const sorted = await super.sort(files);
		const isLong = ({ moduleId }: TestSpecification) => LONG.test(moduleId);
		return [
			...sorted.filter(isLong),
			...sorted.filter((file) => !isLong(file)),
		];
	}
}

export default defineConfig({
	test: {
		sequence: { sequencer: LongestFirst },
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
