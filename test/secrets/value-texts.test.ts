import { expect, test } from "vitest";
import { foundInVariable } from "./found-values.ts";

test("the password in front of the socket of a database is found", () => {
	const address = "app:lUM2fO_poWpj@tcp(db.acme.io:3306)/app?parseTime=true";
	expect(foundInVariable("DB_DSN", address)).toEqual(["lUM2fO_poWpj"]);
});

test.each([
	"app:${DB_PASS}@tcp(db:3306)/app",
	"root:root@tcp(127.0.0.1:3306)/",
])("nothing is written out in %s", (address) => {
	expect(foundInVariable("DB_DSN", address)).toEqual([]);
});
