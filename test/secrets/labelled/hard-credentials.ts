import { type CredentialMaker, passwordWord } from "./credentials.ts";
import { alphabets, fill, type Random } from "./random.ts";

const word = passwordWord;
const low = (random: Random) => word(random).toLowerCase();

type Row = readonly [
	what: string,
	names: string,
	make: string | ((random: Random) => string),
];

const makers = (
	sort: CredentialMaker["sort"],
	rows: readonly Row[],
): CredentialMaker[] =>
	rows.map(([what, names, make]) => ({
		what,
		sort,
		names: names.split(" "),
		make: typeof make === "string" ? (random) => fill(make, random) : make,
	}));

/** A random text with a piece inside that means something by chance. */
function around(
	random: Random,
	prefix: string,
	piece: string,
	length: number,
): string {
	const before = random.between(6, length - piece.length - 6);
	const after = length - piece.length - before;
	const text = (count: number) => random.text(alphabets.alnum, count);
	return prefix + text(before) + piece + text(after);
}

const pieces = ["xxx", "test", "demo", "Fake", "1234", "abcd", "your", "0000"];
const piece = (random: Random) => random.pick(pieces);

/** Tokens that only their name gives away, and that look like something else. */
const named: readonly Row[] = [
	["token of digits", "API_TOKEN ACME_TOKEN", "{digit:20}"],
	["token of lower-case letters", "ACME_API_KEY AUTH_TOKEN", "{lower:32}"],
	["token of upper-case letters", "PARTNER_SECRET ACME_API_KEY", "{upper:28}"],
	["token that is short", "ACME_API_KEY API_TOKEN", "k{digit:1}{alnum:10}"],
	[
		"token with a colon",
		"ACME_API_KEY ACCESS_TOKEN",
		"{lowerAlnum:10}:{alnum:28}",
	],
	[
		"token that begins as a path",
		"SIGNING_SECRET ACME_SECRET",
		"/{base64:42}=",
	],
	[
		"token with slashes",
		"ENCRYPTION_KEY ACME_SECRET_KEY",
		"{alnum:9}/{alnum:12}+{alnum:10}/{alnum:8}==",
	],
	[
		"token in capitals as a UUID",
		"ACME_API_KEY ACCESS_TOKEN",
		(random) => fill("{uuid}", random).toUpperCase(),
	],
	["token of two UUIDs", "ACME_API_KEY SERVICE_TOKEN", "{uuid}:{uuid}"],
	["UUID without dashes", "ACME_API_KEY EXA_KEY", "{hex:12}4{hex:3}a{hex:15}"],
	[
		"token in groups",
		"LICENSE_KEY_SECRET ACME_API_KEY",
		"{upperAlnum:5}-{upperAlnum:5}-{upperAlnum:5}-{upperAlnum:5}",
	],
	[
		"token with a prefix of its own",
		"ACME_API_KEY TESSEL_TOKEN",
		"tsl-{lowerAlnum:26}",
	],
	["token with a version", "ACME_API_KEY KIVO_TOKEN", "v2.local.{url:60}"],
	[
		"token with a word by chance",
		"ACME_API_KEY API_TOKEN",
		(random) => around(random, "", piece(random), 32),
	],
	[
		"hexadecimal token with digits in a row",
		"ACME_API_KEY SECRET_KEY",
		"{hex:14}1234{hex:14}",
	],
	[
		"token in base64 of lower entropy",
		"APP_KEY SESSION_SECRET",
		"base64:{base64:43}=",
	],
	[
		"opaque under another language",
		"CLAVE_API CHAVE_API CLE_API TOKEN_DE_ACESSO API_SCHLUESSEL",
		"{alnum:32}",
	],
	["opaque under a number", "API_KEY_1 API_KEY_2 TOKEN_2", "{alnum:32}"],
	[
		"opaque under a stage",
		"API_KEY_PROD ACME_TOKEN_STAGING TOKEN_DEV",
		"{hex:40}",
	],
	[
		"opaque under a version",
		"API_KEY_V2 ACME_TOKEN_OLD SECRET_KEY_BACKUP",
		"{alnum:40}",
	],
	["opaque under a bare word", "AUTH KEY TOKEN SECRET PAT", "{alnum:36}"],
	[
		"opaque under a word without separators",
		"APITOKEN ACCESSTOKEN AUTHTOKEN ACMEAPIKEY CLIENTSECRET SECRETKEY",
		"{alnum:32}",
	],
	[
		"opaque under a rare word",
		"ACME_CREDS SERVICE_CREDENTIALS ACME_BEARER HMAC_SALT_SECRET NPM_CONFIG__AUTH WEBHOOK_SIGNING_KEY",
		"{alnum:40}",
	],
	[
		"opaque under a client's own name",
		"GH_ENTERPRISE_TOKEN BW_SESSION CF_API_KEY DD_APPLICATION_KEY LINEAR_OAUTH_TOKEN JIRA_PAT",
		"{alnum:40}",
	],
];

/** Tokens of known form whose form is disturbed by chance. */
const marked: readonly Row[] = [
	[
		"github-pat with a word by chance",
		"GITHUB_TOKEN",
		(random) => around(random, "ghp_", piece(random), 36),
	],
	[
		"stripe with a word by chance",
		"STRIPE_SECRET_KEY",
		(random) => around(random, "sk_live_51", piece(random), 97),
	],
	[
		"anthropic with a word by chance",
		"ANTHROPIC_API_KEY",
		(random) => `${around(random, "sk-ant-api03-", piece(random), 93)}AA`,
	],
	[
		"openai with dashes",
		"OPENAI_API_KEY",
		"sk-proj-{alnum:10}-{alnum:20}_{alnum:42}T3BlbkFJ{alnum:30}-{alnum:43}",
	],
	["gitlab with dashes at its ends", "GITLAB_TOKEN", "glpat--{alnum:18}-"],
	["google with a dash at its end", "GEMINI_API_KEY", "AIzaSy{alnum:32}-"],
	[
		"slack of the old form",
		"SLACK_TOKEN",
		"xoxp-{digit:11}-{digit:11}-{digit:11}-{hex:10}",
	],
	["stripe of the test mode", "STRIPE_SECRET_KEY", "sk_test_{alnum:24}"],
	[
		"aws-key-id with digits",
		"AWS_ACCESS_KEY_ID",
		"AKIA{base32:6}234{base32:7}",
	],
];

/** Passwords that look like placeholders, references or prose. */
const passwords: readonly Row[] = [
	[
		"password with the word example",
		"DB_PASSWORD ADMIN_PASSWORD",
		(random) => `Example#${word(random)}${random.between(10, 99)}`,
	],
	[
		"password with the word test",
		"DB_PASSWORD SMTP_PASSWORD",
		(random) => `Test-${word(random)}-${random.between(1000, 9999)}!`,
	],
	[
		"password with the word my",
		"DB_PASSWORD MYSQL_PASSWORD",
		(random) =>
			`My${word(random)}!${word(random)}${random.between(1990, 2026)}`,
	],
	[
		"password with the word secret",
		"DB_PASSWORD REDIS_PASSWORD",
		(random) => `Secret-${word(random)}-${random.between(1800, 1999)}!`,
	],
	[
		"password with the word admin",
		"GRAFANA_PASSWORD ADMIN_PASSWORD",
		(random) => `admin.${word(random)}_${random.between(1000, 9999)}`,
	],
	[
		"password with a dollar inside",
		"DB_PASSWORD POSTGRES_PASSWORD",
		(random) => `${word(random)}$${random.between(100, 999)}${low(random)}`,
	],
	[
		"password with per cent",
		"DB_PASSWORD",
		(random) => `${random.between(10, 99)}%${word(random)}${word(random)}!`,
	],
	[
		"password with braces",
		"DB_PASSWORD",
		(random) => `{${word(random)}}${random.between(100, 999)}_${low(random)}`,
	],
	[
		"password with an at sign",
		"DB_PASSWORD SMTP_PASSWORD",
		(random) => `${word(random)}@${random.between(100, 9999)}#${low(random)}`,
	],
	[
		"password with slashes",
		"DB_PASSWORD",
		(random) => `${word(random)}/${random.between(10, 99)}\\${low(random)}!`,
	],
	[
		"password with quotes",
		"DB_PASSWORD",
		(random) => `${word(random)}"${random.between(10, 99)}'${low(random)}`,
	],
	[
		"password with umlauts",
		"DB_PASSWORD ADMIN_PASSWORD",
		(random) =>
			`Grünkohl${random.pick(["!", "#", "_"])}${random.between(100, 9999)}`,
	],
	[
		"passphrase of words",
		"PASSPHRASE BACKUP_PASSPHRASE",
		(random) =>
			`${low(random)} ${low(random)} ${low(random)} ${low(random)} ${random.between(10, 99)}`,
	],
	[
		"passphrase without digits",
		"PASSPHRASE DB_PASSWORD",
		(random) => `${low(random)}-${low(random)}-${low(random)}-${low(random)}`,
	],
	["password of digits", "DB_PASSWORD SIP_PASSWORD", "8{digit:9}"],
	[
		"password that is short",
		"DB_PASSWORD FTP_PASSWORD",
		"{lower:3}{digit:2}{upper:2}!",
	],
	[
		"password under another language",
		"DB_SENHA DB_CLAVE DB_PASSWORT MOT_DE_PASSE CONTRASENA",
		(random) => `${word(random)}${random.between(1985, 2026)}!`,
	],
	[
		"password under a short name",
		"DB_PW MYSQL_PWD REDISCLI_AUTH SSHPASS PGPASS PASS",
		(random) => `${word(random)}_${random.between(1985, 2026)}!`,
	],
	[
		"password under a stage",
		"DB_PASSWORD_PROD PASSWORD_STAGING DB_PASS_2",
		(random) => `${word(random)}${word(random)}${random.between(10, 99)}`,
	],
	[
		"password under a bare name",
		"PASSWORD PWD_ADMIN USER_PASSWORD",
		(random) => `${low(random)}${random.between(100, 999)}${word(random)}`,
	],
	[
		"password of an application at Google",
		"GMAIL_APP_PASSWORD SMTP_PASSWORD",
		"{lower:4} {lower:4} {lower:4} {lower:4}",
	],
	[
		"password of an application at Apple",
		"APPLE_APP_PASSWORD NOTARY_PASSWORD",
		"{lower:4}-{lower:4}-{lower:4}-{lower:4}",
	],
];

/** Credentials that are easily taken for something else, or that something else disturbs. People would still agree on each. */
export const hardCredentialMakers: readonly CredentialMaker[] = [
	...makers("named", named),
	...makers("marked", marked),
	...makers("password", passwords),
];
