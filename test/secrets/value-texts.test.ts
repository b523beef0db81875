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

const secret = "LVBllaztxkfjwiSp5LMoM7KY2MzBfD2bPFsRIS9l";

test.each([
	["AWS_CREDENTIALS", `[default]\naws_secret_access_key = *\n`],
	["KUBECONFIG_DATA", "users:\n- name: ci\n  user:\n    token: *\n"],
	["NPMRC", "//npm.acme.io/:_authToken=*"],
	["NETRC", "machine api.acme.io login anna password *"],
])("the lines of a file in %s are read", (name, text) => {
	const value = text.replace("*", secret);
	expect(foundInVariable(name, value)).toEqual([secret]);
});

test("a file with nothing but references holds none", () => {
	const text =
		"[default]\naws_secret_access_key = ${AWS_SECRET}\nregion = eu\n";
	expect(foundInVariable("AWS_CREDENTIALS", text)).toEqual([]);
});
