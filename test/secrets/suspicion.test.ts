import { expect, test } from "vitest";
import { mayHoldCredential } from "../../src/secrets/suspicion.ts";

test.each([
	"http -a acme:Harbor7941 https://api.acme.io/me",
	"curl --user admin:Falcon8633 https://es.acme.io",
	"curl -uadmin:Falcon8633 https://es.acme.io",
	'["--user",\n  "admin:Falcon8633"]',
	"app:Raven2020@tcp(db.acme.io:3306)/app",
])("is looked at closely: %s", (text) => {
	expect(mayHoldCredential(text)).toBe(true);
});

test.each(["npx -y db-utils:latest", "node --cpu-user https://acme.io"])(
	"needs no closer look: %s",
	(text) => {
		expect(mayHoldCredential(text)).toBe(false);
	},
);
