import { expect, test } from "vitest";
import { foundIn } from "./found-values.ts";

function foundInPage(body: string): string[] {
	return foundIn(".claude/agents/a.md", `---\nname: a\n---\n\n${body}\n`);
}

test.each([
	"session: efc4dea4-1668-483d-a40b-86fc02f22f2f",
	'```bash\nredis-cli DEL "cache:key:20d342635343fabc"\n```',
])("there is none in %s", (body) => {
	expect(foundInPage(body)).toEqual([]);
});

test("a token in running text is found", () => {
	const token = "efc4dea41668483da40b86fc02f22f2f";
	expect(foundInPage(`The token: ${token}`)).toEqual([token]);
});
