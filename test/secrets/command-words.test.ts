import { expect, test } from "vitest";
import { foundInCommand } from "./found-values.ts";

test("every line that printf makes is looked at", () => {
	const command = "printf 'DB_HOST=db\\nDB_PASSWORD=Copper5288\\n' > .env";
	expect(foundInCommand(command)).toEqual(["Copper5288"]);
});
