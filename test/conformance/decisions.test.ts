import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
	type DecisionCase,
	decideCase,
	modeOf,
	type RecordedCall,
} from "./decide-case.ts";

const folder = new URL("decisions/", import.meta.url);
const groups = readdirSync(folder).map((file) => {
	const lines = readFileSync(new URL(file, folder), "utf8").trim().split("\n");
	return [
		file.replace(".jsonl", ""),
		lines.map((line): DecisionCase => JSON.parse(line)),
	] as const;
});
const all = groups.flatMap(([, cases]) => cases);

describe.each(groups)("%s", (_group, cases) => {
	test.each(cases.map((each) => [each.id, each] as const))(
		"%s",
		(_name, recorded) => {
			const { differs } = recorded;
			if (differs === undefined) expect(differences(recorded)).toEqual([]);
			else
				expect(
					differences(recorded),
					`no longer differs: ${differs}`,
				).not.toEqual([]);
		},
	);
});

test("of at most 3 calls in 100 we cannot say what becomes of them", () => {
	const decisions = all.flatMap(ourDecisions);
	const unknown = decisions.filter((outcome) => outcome === "unknown");
	expect(unknown.length / decisions.length).toBeLessThanOrEqual(0.03);
});

test("there are at least 400 calls, all of one client version", () => {
	const calls = all.flatMap((each) => each.calls);
	expect(calls.length).toBeGreaterThanOrEqual(400);
	expect(new Set(all.map(({ client }) => client)).size).toBe(1);
});

/** Every call of which we say something else than the client; where we cannot say, there is no difference. */
function differences(recorded: DecisionCase): string[] {
	const ours = ourDecisions(recorded);
	return recorded.calls.flatMap((call, index) => {
		const mine = ours[index];
		const theirs = outcomeOf(call);
		return mine === theirs || mine === "unknown"
			? []
			: `${call.tool} ${JSON.stringify(call.input)}: we ${mine}, the client ${theirs}`;
	});
}

/** What we say in the mode of the case. */
function ourDecisions(recorded: DecisionCase): string[] {
	const mode = modeOf(recorded);
	return decideCase(recorded).map(({ outcome }) => outcome[mode]);
}

/** What becomes of a call, as we say it: a tool that is taken away is one that is denied. */
function outcomeOf({ decision }: RecordedCall): string {
	return decision === "unavailable" ? "deny" : decision;
}
