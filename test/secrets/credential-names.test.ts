import { expect, test } from "vitest";
import { classifyName } from "../../src/secrets/credential-names.ts";

test.each([
	["MOT_DE_PASSE", "password"],
	["REDISCLI_AUTH", "password"],
	["SECRET_KEY_BASE", "token"],
	["TURNSTILE_SECRET_KEY", "token"],
	["RECAPTCHA_PRIVATE_KEY", "token"],
	["RECAPTCHA_SITE_KEY", "public"],
	["NEXT_PUBLIC_SECRET_KEY", "public"],
	["GPG_KEY", undefined],
	["list-keys", undefined],
	["CODE_BASE", undefined],
	["GH_PAT_WRITE", "token"],
	["VAULT_TOKEN_BASE64", "token"],
	["COGNITIVE_KEY1", "token"],
	["OPENAI_API_KEY_BACKUP1", "token"],
	["ACCOUNT_STORAGE_KEY", "token"],
	["CACHE_KEY", undefined],
])("%s says %s", (name, sort) => {
	expect(classifyName(name)).toBe(sort);
});
