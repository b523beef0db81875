import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	classifyName,
	credentialWords,
	type NameSort,
	wordsOf,
} from "../../src/secrets/credential-names.ts";
import { hasCredentialWord } from "../../src/secrets/suspicion.ts";

const names: Readonly<Record<NameSort | "nothing", readonly string[]>> = {
	password: [
		..."PASSWORD password PGPASSWORD DB_PASS dbPwd smtp-password ROOT_PASSWORD_2 KEY_PASSPHRASE".split(
			" ",
		),
		..."SENHA contraseña MDP MOT_DE_PASSE DB_PASSWORD_PROD PASSWORD_DE_TESTE keystorePassword".split(
			" ",
		),
	],
	token: [
		..."GITHUB_TOKEN githubToken X-Api-Key api_key apikey OPENAI_API_KEY CLIENT_SECRET clientSecret".split(
			" ",
		),
		..."Authorization Proxy-Authorization Cookie PRIVATE-TOKEN GITHUB_PAT JWT SESSION_TOKEN ACCESS_KEY_ID_KEY".split(
			" ",
		),
		..."API_TOKEN_PROD API_KEY_2 API_KEY_BASE64 TOKEN_DE_ACESSO CHAVE_API AWS_SECRET_ACCESS_KEY privateKey".split(
			" ",
		),
		..."TELEGRAM_API_HASH x-honeycomb-team SLACK_WEBHOOK ENCRYPTION_KEY BASIC_AUTH".split(
			" ",
		),
	],
	unclear: ["key", "KEY", "keys", "auth", "session"],
	public: [
		..."PUBLIC_KEY publishableKey SUPABASE_ANON_KEY RECAPTCHA_SITE_KEY VAPID_PUBLIC_KEY".split(
			" ",
		),
		..."NEXT_PUBLIC_API_KEY VITE_API_TOKEN REACT_APP_MAPS_KEY".split(" "),
	],
	phrase: ["MNEMONIC", "WALLET_SEED", "SEED_PHRASE", "recoveryPhrase"],
	nothing: [
		..."NAME URL PATH KEYBOARD TOKENIZER AUTHOR PASSTHROUGH COMPASS MONKEY PATTERN DISPATCH".split(
			" ",
		),
		..."KEY_PHRASE TOKEN_FILE SECRET_NAME API_KEY_ID AUTH_TYPE PASSWORD_LENGTH KEY_PATH TOKEN_URL SECRETS_DIR COOKIE_DOMAIN".split(
			" ",
		),
		..."MAX_TOKENS USE_AUTH ENABLE_SESSION SKIP_PASSWORD DISABLE_TOKEN".split(
			" ",
		),
		..."PRIMARY_KEY sortKey CACHE_KEY idempotency-key pageToken NEXT_TOKEN EOS_TOKEN".split(
			" ",
		),
		..."PWD OLDPWD license commit sha".split(" "),
		...["", "-", "___", "123", "key".repeat(50)],
	],
};

describe.each(Object.entries(names))("%s", (sort, examples) => {
	test.each(examples)("%s", (name) => {
		expect(classifyName(name) ?? "nothing").toBe(sort);
	});
});

test("the words of a name are the same in every spelling", () => {
	for (const name of ["X-Api-Key", "xApiKey", "X_API_KEY", "x.api key"])
		expect(wordsOf(name)).toEqual(["x", "api", "key"]);
	expect(wordsOf("HTTPServerURL")).toEqual(["http", "server", "url"]);
	expect(wordsOf("contraseña")).toEqual(["contraseña"]);
	expect(wordsOf("--")).toEqual([]);
});

test("a name says the same in upper and lower case, and behind other words", () => {
	const words = fc.constantFrom("password", "secret", "token", "api_key");
	const owners = fc.constantFrom("github", "my_app", "x");
	fc.assert(
		fc.property(owners, words, (owner, word) => {
			const sort = classifyName(word);
			expect(sort).toBeDefined();
			expect(classifyName(`${owner}_${word}`)).toBe(sort);
			expect(classifyName(`${owner}_${word}`.toUpperCase())).toBe(sort);
		}),
	);
});

test("suspicion falls on every word that names a credential, however it is written", () => {
	for (const word of credentialWords) {
		const title = word.slice(0, 1).toUpperCase() + word.slice(1);
		for (const name of [
			...[word, word.toUpperCase(), `db_${word}`, `DB_${word}`.toUpperCase()],
			...[`db${title}`, `x-${word}-2`, `DB_${word}_PROD`.toUpperCase()],
		]) {
			if (name !== "PWD") expect(classifyName(name), name).toBeDefined();
			expect(hasCredentialWord(name), name).toBe(true);
		}
	}
	for (const name of ["CONFIG_PATH", "format", "signal", "clean", "pattern"])
		expect(hasCredentialWord(name), name).toBe(false);
});

test("any name can be asked about", () => {
	const text = fc.string({ unit: "binary", maxLength: 200 });
	fc.assert(fc.property(text, (name) => void classifyName(name)));
});
