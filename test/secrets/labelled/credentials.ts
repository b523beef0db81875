import { base62, crc32, hex32, hex32LittleEndian } from "./checksums.ts";
import { alphabets, fill, type Random } from "./random.ts";

/**
 * What a credential needs around it for a person to know it as one:
 * - `marked`: nothing, its form says what it is
 * - `named`: a name beside it; by itself it could be anything
 * - `password`: a name or place for passwords; people think of it themselves
 * - `pair`: a user and a password, for basic authentication
 * - `address`: it is a URL, and whoever knows the URL may post there
 * - `server-address`: the same for a server
 * - `block`: several lines of text
 */
export type CredentialSort =
	| "marked"
	| "named"
	| "password"
	| "pair"
	| "address"
	| "server-address"
	| "block";

/** Makes credentials of one form. They are random: none of them opens anything. */
export interface CredentialMaker {
	/** What it is, for lists of what was missed. */
	readonly what: string;
	readonly sort: CredentialSort;
	/** How people call it, as the name of a variable: `GITHUB_TOKEN`. */
	readonly names: readonly string[];
	readonly make: (random: Random) => string;
}

/** A form as a template of `fill`, or as a function where there is more to it, and its names. */
type Form = readonly [
	what: string,
	form: string | ((random: Random) => string),
	names: string,
];

/** The form and the check sum that GitHub and npm give their tokens. */
const checked =
	(prefix: string) =>
	(random: Random): string => {
		const body = random.text(alphabets.alnum, 30);
		return prefix + body + base62(crc32(body));
	};

/** A token of GitLab that says where it is to be looked up. */
function routable(random: Random): string {
	const payload = random.text(alphabets.url, random.between(27, 60));
	const length = payload.length.toString(36).padStart(2, "0");
	const start = `glpat-${payload}.${length}`;
	return start + crc32(start).toString(36).padStart(7, "0");
}

function grafana(random: Random): string {
	const body = `glsa_${random.text(alphabets.alnum, 32)}`;
	return `${body}_${hex32LittleEndian(crc32(body))}`;
}

const cloudflare =
	(prefix: string) =>
	(random: Random): string => {
		const body = random.text(alphabets.alnum, 40);
		return prefix + body + hex32(crc32(body));
	};

/** A text as base64url without padding. */
export function base64url(text: string): string {
	return Buffer.from(text).toString("base64url");
}

/** A text as base64. */
export function base64(text: string): string {
	return Buffer.from(text).toString("base64");
}

/** A signed web token of real structure with these claims. */
export function jwt(
	random: Random,
	claims: object,
	header: object = { alg: "HS256", typ: "JWT" },
): string {
	const signature = random.text(alphabets.url, 43);
	return [header, claims]
		.map((part) => base64url(JSON.stringify(part)))
		.concat(signature)
		.join(".");
}

/** A second between the years 2023 and 2026. */
function recently(random: Random): number {
	return random.between(1_672_531_200, 1_790_000_000);
}

const jwts: Readonly<Record<string, (random: Random) => string>> = {
	"jwt of a service role": (random) =>
		jwt(random, {
			iss: "supabase",
			ref: random.text(alphabets.lower, 20),
			role: "service_role",
			iat: recently(random),
			exp: recently(random) + 300_000_000,
		}),
	"jwt of a user": (random) =>
		jwt(random, {
			sub: fill("{uuid}", random),
			email: `${random.pick(people)}@${random.pick(companies)}.io`,
			iat: recently(random),
		}),
	"jwt of n8n": (random) =>
		jwt(random, {
			sub: fill("{uuid}", random),
			iss: "n8n",
			aud: random.pick(["public-api", "mcp-server-api"]),
			iat: recently(random),
		}),
	"jwt with an RSA signature": (random) =>
		`${jwt(
			random,
			{ iss: `https://${random.pick(companies)}.eu.auth0.com/`, scope: "read" },
			{ alg: "RS256", typ: "JWT", kid: random.text(alphabets.url, 21) },
		)}${random.text(alphabets.url, 299)}`,
};

/** The lines of a private key, with this in the dashes. */
function pem(random: Random, title: string, lines: number): string {
	const body = Array.from({ length: lines }, () =>
		random.text(alphabets.base64, 64),
	);
	const last = `${random.text(alphabets.base64, 44)}==`;
	return [
		`-----BEGIN ${title}-----`,
		...body,
		last,
		`-----END ${title}-----`,
		"",
	].join("\n");
}

const blocks: readonly Form[] = [
	[
		"private key of RSA",
		(random) => pem(random, "RSA PRIVATE KEY", 8),
		"APP_PRIVATE_KEY GITHUB_APP_PRIVATE_KEY",
	],
	[
		"private key of PKCS 8",
		(random) => pem(random, "PRIVATE KEY", 6),
		"PRIVATE_KEY GOOGLE_PRIVATE_KEY SNOWFLAKE_PRIVATE_KEY",
	],
	[
		"private key of OpenSSH",
		(random) => pem(random, "OPENSSH PRIVATE KEY", 5),
		"SSH_PRIVATE_KEY DEPLOY_KEY",
	],
	[
		"private key of an elliptic curve",
		(random) => pem(random, "EC PRIVATE KEY", 2),
		"JWT_PRIVATE_KEY SIGNING_KEY",
	],
];

/** What the base64 of these lines begins with says that it is a key. */
const keyInBase64 = (random: Random) =>
	base64(pem(random, "RSA PRIVATE KEY", 4));

/** What GitHub and npm would not have made: the check sum is not that of the rest. Nobody who reads it can tell. */
const forms: readonly Form[] = [
	["github-pat", checked("ghp_"), "GITHUB_TOKEN GITHUB_PERSONAL_ACCESS_TOKEN"],
	["github-oauth", checked("gho_"), "GH_TOKEN GITHUB_OAUTH_TOKEN"],
	["github-app-user", checked("ghu_"), "GITHUB_USER_TOKEN COPILOT_TOKEN"],
	["github-app-server", checked("ghs_"), "GITHUB_TOKEN GH_APP_TOKEN"],
	[
		"github-app-stateless",
		(random) =>
			`ghs_${random.text("123456789", 6)}_${jwt(random, { iss: random.text(alphabets.digit, 6), iat: recently(random) })}`,
		"GITHUB_TOKEN",
	],
	["github-refresh", "ghr_{alnum:76}", "GITHUB_REFRESH_TOKEN"],
	[
		"github-fine-grained",
		"github_pat_{alnum:22}_{alnum:59}",
		"GITHUB_PERSONAL_ACCESS_TOKEN GITHUB_TOKEN GH_PAT",
	],
	[
		"github-pat without its check sum",
		"ghp_{alnum:36}",
		"GITHUB_TOKEN GITHUB_PAT",
	],
	["gitlab-pat-routable", routable, "GITLAB_TOKEN"],
	["gitlab-pat", "glpat-{url:20}", "GITLAB_TOKEN GITLAB_PERSONAL_ACCESS_TOKEN"],
	["gitlab-deploy", "gldt-{url:20}", "GITLAB_DEPLOY_TOKEN"],
	["gitlab-runner", "glrt-{url:20}", "GITLAB_RUNNER_TOKEN"],
	["gitlab-trigger", "glptt-{hex:40}", "GITLAB_TRIGGER_TOKEN"],
	["npm", checked("npm_"), "NPM_TOKEN NODE_AUTH_TOKEN"],
	["npm without its check sum", "npm_{alnum:36}", "NPM_TOKEN"],
	["pypi", "pypi-AgEIcHlwaS5vcmc{url:120-160}", "PYPI_TOKEN TWINE_PASSWORD"],
	["crates", "cio{alnum:32}", "CARGO_REGISTRY_TOKEN"],
	["rubygems", "rubygems_{hex:48}", "GEM_HOST_API_KEY RUBYGEMS_API_KEY"],
	["dockerhub", "dckr_pat_{url:27}", "DOCKER_TOKEN DOCKERHUB_PAT"],
	["dockerhub-org", "dckr_oat_{url:32}", "DOCKERHUB_TOKEN"],
	["bitbucket-app", "ATBB{alnum:28}{upperHex:8}", "BITBUCKET_APP_PASSWORD"],
	[
		"anthropic",
		"sk-ant-api03-{url:93}AA",
		"ANTHROPIC_API_KEY CLAUDE_API_KEY ANTHROPIC_AUTH_TOKEN",
	],
	["anthropic-admin", "sk-ant-admin01-{url:93}AA", "ANTHROPIC_ADMIN_KEY"],
	["anthropic-oauth", "sk-ant-oat01-{url:93}AA", "CLAUDE_CODE_OAUTH_TOKEN"],
	["openai", "sk-{alnum:20}T3BlbkFJ{alnum:20}", "OPENAI_API_KEY"],
	[
		"openai-project",
		"sk-proj-{url:74}T3BlbkFJ{url:74}",
		"OPENAI_API_KEY OPENAI_KEY",
	],
	[
		"openai-service",
		"sk-svcacct-{url:58}T3BlbkFJ{url:58}",
		"OPENAI_SERVICE_KEY",
	],
	["openrouter", "sk-or-v1-{hex:64}", "OPENROUTER_API_KEY"],
	[
		"google-api-key",
		"AIzaSy{url:33}",
		"GEMINI_API_KEY GOOGLE_API_KEY GOOGLE_MAPS_API_KEY YOUTUBE_API_KEY",
	],
	["google-gemini-aq", "AQ.Ab8RN6{url:44}", "GEMINI_API_KEY"],
	["groq", "gsk_{alnum:20}WGdyb3FY{alnum:24}", "GROQ_API_KEY"],
	["perplexity", "pplx-{alnum:48}", "PERPLEXITY_API_KEY"],
	["xai", "xai-{alnum:80}", "XAI_API_KEY GROK_API_KEY"],
	["cerebras", "csk-{lowerAlnum:48}", "CEREBRAS_API_KEY"],
	["nvidia", "nvapi-{url:64}", "NVIDIA_API_KEY NGC_API_KEY"],
	["together", "tgp_v1_{url:43}", "TOGETHER_API_KEY"],
	["fireworks", "fw_{alnum:24}", "FIREWORKS_API_KEY"],
	["elevenlabs", "sk_{hex:48}", "ELEVENLABS_API_KEY"],
	["huggingface", "hf_{alpha:34}", "HF_TOKEN HUGGINGFACE_TOKEN HF_API_TOKEN"],
	["replicate", "r8_{alnum:37}", "REPLICATE_API_TOKEN"],
	["deepseek", "sk-{hex:32}", "DEEPSEEK_API_KEY DASHSCOPE_API_KEY"],
	[
		"sk-generic",
		"sk-{alnum:48}",
		"MOONSHOT_API_KEY STABILITY_API_KEY LITELLM_API_KEY",
	],
	["zai", "{hex:32}.{alnum:16}", "ZAI_API_KEY ZHIPU_API_KEY Z_AI_API_KEY"],
	["voyage", "pa-{url:43}", "VOYAGE_API_KEY"],
	["jina", "jina_{alnum:60}", "JINA_API_KEY"],
	["cursor", "key_{hex:64}", "CURSOR_API_KEY"],
	["bedrock", "ABSK{base64:132}", "AWS_BEARER_TOKEN_BEDROCK"],
	["wandb", "wandb_v1_{alnum:77}", "WANDB_API_KEY"],
	["tavily", "tvly-{alnum:32}", "TAVILY_API_KEY"],
	["tavily-dev", "tvly-dev-{alnum:32}", "TAVILY_API_KEY"],
	["tavily-dev-long", "tvly-dev-{alnum:6}-{alnum:42}", "TAVILY_API_KEY"],
	["brave", "BSA{url:28}", "BRAVE_API_KEY BRAVE_SEARCH_API_KEY"],
	["firecrawl", "fc-{hex:32}", "FIRECRAWL_API_KEY"],
	["browserbase", "bb_live_{url:27}", "BROWSERBASE_API_KEY"],
	["apify", "apify_api_{alnum:36}", "APIFY_TOKEN APIFY_API_TOKEN"],
	["context7", "ctx7sk-{uuid}", "CONTEXT7_API_KEY"],
	["ref", "ref-{hex:20}", "REF_API_KEY"],
	["notion", "ntn_{digit:11}{alnum:35}", "NOTION_TOKEN NOTION_API_KEY"],
	["notion-legacy", "secret_{alnum:43}", "NOTION_API_TOKEN NOTION_KEY"],
	["linear", "lin_api_{alnum:40}", "LINEAR_API_KEY"],
	["linear-oauth", "lin_oauth_{hex:64}", "LINEAR_ACCESS_TOKEN"],
	["figma", "figd_{url:40}", "FIGMA_API_KEY FIGMA_ACCESS_TOKEN FIGMA_TOKEN"],
	["airtable", "pat{alnum:14}.{hex:64}", "AIRTABLE_API_KEY AIRTABLE_PAT"],
	[
		"atlassian",
		"ATATT3x{url:175}={upperHex:8}",
		"JIRA_API_TOKEN CONFLUENCE_API_TOKEN ATLASSIAN_API_TOKEN JIRA_PAT",
	],
	[
		"hubspot",
		"pat-na1-{uuid}",
		"HUBSPOT_ACCESS_TOKEN PRIVATE_APP_ACCESS_TOKEN",
	],
	["asana", "2/{digit:16}/{digit:16}:{hex:32}", "ASANA_ACCESS_TOKEN ASANA_PAT"],
	["clickup", "pk_{digit:8}_{upperAlnum:32}", "CLICKUP_API_KEY CLICKUP_TOKEN"],
	["klaviyo", "pk_{hex:34}", "KLAVIYO_API_KEY KLAVIYO_PRIVATE_KEY"],
	["trello", "ATTA{hex:64}{upperHex:8}", "TRELLO_TOKEN"],
	["contentful", "CFPAT-{url:43}", "CONTENTFUL_MANAGEMENT_ACCESS_TOKEN"],
	["shopify", "shpat_{hex:32}", "SHOPIFY_ACCESS_TOKEN SHOPIFY_ADMIN_TOKEN"],
	["shopify-app", "shpss_{hex:32}", "SHOPIFY_API_SECRET"],
	["square", "EAAA{url:60}", "SQUARE_ACCESS_TOKEN"],
	["square-oauth", "sq0csp-{url:43}", "SQUARE_APPLICATION_SECRET"],
	["typeform", "tfp_{url:44}_{alnum:14}", "TYPEFORM_TOKEN"],
	["postman", "PMAK-{hex:24}-{hex:34}", "POSTMAN_API_KEY"],
	["readme", "rdme_{lowerAlnum:70}", "README_API_KEY RDME_API_KEY"],
	["salesforce", "00D{alnum:12}!AQ{alnum:94}", "SALESFORCE_ACCESS_TOKEN"],
	[
		"slack",
		"xoxb-{digit:12}-{digit:13}-{alnum:24}",
		"SLACK_BOT_TOKEN SLACK_TOKEN",
	],
	[
		"slack-user",
		"xoxp-{digit:12}-{digit:12}-{digit:13}-{hex:32}",
		"SLACK_USER_TOKEN SLACK_MCP_XOXP_TOKEN",
	],
	[
		"slack-session",
		"xoxc-{digit:12}-{digit:12}-{digit:13}-{hex:64}",
		"SLACK_MCP_XOXC_TOKEN",
	],
	["slack-cookie", "xoxd-{alnum:120}%3D%3D", "SLACK_MCP_XOXD_TOKEN"],
	[
		"slack-app",
		"xapp-1-A0{upperAlnum:9}-{digit:13}-{hex:64}",
		"SLACK_APP_TOKEN",
	],
	[
		"discord-bot",
		"MT{alnum:24}.G{url:5}.{url:38}",
		"DISCORD_TOKEN DISCORD_BOT_TOKEN",
	],
	["telegram", "7{digit:9}:AA{url:33}", "TELEGRAM_BOT_TOKEN TG_TOKEN"],
	["sendgrid", "SG.{url:22}.{url:43}", "SENDGRID_API_KEY"],
	["mailgun", "key-{lowerAlnum:32}", "MAILGUN_API_KEY"],
	["mailgun-new", "{hex:32}-{hex:8}-{hex:8}", "MAILGUN_API_KEY"],
	["resend", "re_{alnum:8}_{alnum:24}", "RESEND_API_KEY"],
	["brevo", "xkeysib-{hex:64}-{alnum:16}", "BREVO_API_KEY"],
	["stripe", "sk_live_{alnum:24}", "STRIPE_SECRET_KEY STRIPE_API_KEY"],
	["stripe-long", "sk_live_51{alnum:97}", "STRIPE_SECRET_KEY"],
	["stripe-test", "sk_test_51{alnum:97}", "STRIPE_SECRET_KEY"],
	["stripe-restricted", "rk_live_51{alnum:97}", "STRIPE_API_KEY"],
	["stripe-webhook", "whsec_{alnum:32}", "STRIPE_WEBHOOK_SECRET"],
	["aws-key-id", "AKIA{base32:16}", "AWS_ACCESS_KEY_ID"],
	["aws-temporary-key-id", "ASIA{base32:16}", "AWS_ACCESS_KEY_ID"],
	[
		"azure-storage",
		"{base64:76}+ASt{base64:5}Q==",
		"AZURE_STORAGE_KEY STORAGE_ACCOUNT_KEY",
	],
	["azure-32", "{base64:33}AIoTC{base64:5}=", "IOTHUB_KEY"],
	[
		"azure-openai",
		"{alnum:52}JQQJ99BAC{alnum:20}ACOG{alnum:4}",
		"AZURE_OPENAI_API_KEY",
	],
	[
		"azure-devops",
		"{alnum:52}JQQJ99BAC{alnum:20}AZDO{alnum:4}",
		"AZURE_DEVOPS_PAT AZURE_DEVOPS_EXT_PAT",
	],
	["azure-ad", "{alnum:3}8Q~{alnum:34}", "AZURE_CLIENT_SECRET"],
	["azure-function", "{url:44}AzFu{url:5}Q==", "AZURE_FUNCTION_KEY"],
	["azure-search", "{alnum:42}AzSeB{alnum:5}", "AZURE_SEARCH_API_KEY"],
	[
		"gcp-oauth-secret",
		"GOCSPX-{url:28}",
		"GOOGLE_CLIENT_SECRET GOOGLE_OAUTH_CLIENT_SECRET",
	],
	["google-oauth", "ya29.a0{url:160}", "GOOGLE_OAUTH_ACCESS_TOKEN"],
	["google-refresh", "1//0{url:100}", "GOOGLE_REFRESH_TOKEN"],
	["cloudflare", cloudflare("cfut_"), "CLOUDFLARE_API_TOKEN CF_API_TOKEN"],
	["cloudflare-key", cloudflare("cfk_"), "CLOUDFLARE_API_KEY"],
	["cloudflare-origin", "v1.0-{hex:24}-{hex:146}", "CLOUDFLARE_ORIGIN_CA_KEY"],
	["digitalocean", "dop_v1_{hex:64}", "DIGITALOCEAN_TOKEN DO_API_TOKEN"],
	["heroku", "HRKU-AA{url:58}", "HEROKU_API_KEY"],
	["fly", "FlyV1 fm2_{base64:180}", "FLY_API_TOKEN"],
	["fly-bare", "fm2_{base64:180}", "FLY_ACCESS_TOKEN"],
	["render", "rnd_{alnum:28}", "RENDER_API_KEY"],
	["vercel", "vcp_{alnum:56}", "VERCEL_TOKEN VERCEL_API_TOKEN"],
	["netlify", "nfp_{alnum:36}", "NETLIFY_AUTH_TOKEN"],
	["terraform", "{alnum:14}.atlasv1.{url:67}", "TFE_TOKEN TF_TOKEN"],
	["vault", "hvs.{url:91}", "VAULT_TOKEN"],
	["doppler", "dp.pt.{alnum:43}", "DOPPLER_TOKEN"],
	[
		"onepassword",
		(random) =>
			`ops_${base64(JSON.stringify({ email: "a@1passwordserviceaccounts.com", muk: random.text(alphabets.url, 86), secretKey: random.text(alphabets.upperAlnum, 34), srpX: random.text(alphabets.hex, 64) })).replace(/=+$/, "")}`,
		"OP_SERVICE_ACCOUNT_TOKEN",
	],
	["pulumi", "pul-{hex:40}", "PULUMI_ACCESS_TOKEN"],
	["circleci", "CCIPAT_{alnum:22}_{hex:40}", "CIRCLECI_TOKEN"],
	["buildkite", "bkua_{hex:40}", "BUILDKITE_API_TOKEN"],
	["tailscale", "tskey-api-{alnum:12}CNTRL-{alnum:32}", "TAILSCALE_API_KEY"],
	["tailscale-auth", "tskey-auth-{alnum:12}CNTRL-{alnum:32}", "TS_AUTHKEY"],
	["databricks", "dapi{hex:32}", "DATABRICKS_TOKEN"],
	["snyk", "snyk_uat.{hex:8}.{url:60}", "SNYK_TOKEN"],
	["sonar", "squ_{hex:40}", "SONARQUBE_TOKEN SONAR_TOKEN"],
	["octopus", "API-{upperAlnum:28}", "OCTOPUS_API_KEY"],
	["openshift", "sha256~{url:43}", "OPENSHIFT_TOKEN"],
	[
		"sentry-org",
		(random) =>
			`sntrys_${base64(JSON.stringify({ iat: recently(random), url: "https://sentry.io", org: random.pick(companies) })).replace(/=+$/, "")}_${random.text(alphabets.base64, 43)}`,
		"SENTRY_AUTH_TOKEN",
	],
	["sentry-user", "sntryu_{hex:64}", "SENTRY_AUTH_TOKEN SENTRY_ACCESS_TOKEN"],
	["newrelic", "NRAK-{upperAlnum:27}", "NEW_RELIC_API_KEY"],
	["newrelic-licence", "{hex:36}NRAL", "NEW_RELIC_LICENSE_KEY"],
	[
		"grafana",
		grafana,
		"GRAFANA_API_KEY GRAFANA_SERVICE_ACCOUNT_TOKEN GRAFANA_TOKEN",
	],
	[
		"grafana-cloud",
		(random) =>
			`glc_${base64(JSON.stringify({ o: random.text(alphabets.digit, 6), n: "mcp", k: random.text(alphabets.alnum, 24), m: { r: "us" } }))}`,
		"GRAFANA_CLOUD_TOKEN",
	],
	["posthog", "phx_{alnum:47}", "POSTHOG_API_KEY POSTHOG_PERSONAL_API_KEY"],
	["honeycomb", "hcaik_{lowerAlnum:58}", "HONEYCOMB_API_KEY"],
	["langsmith", "lsv2_pt_{hex:32}_{hex:10}", "LANGSMITH_API_KEY"],
	["langfuse", "sk-lf-{uuid}", "LANGFUSE_SECRET_KEY"],
	["supabase", "sbp_{hex:40}", "SUPABASE_ACCESS_TOKEN"],
	[
		"supabase-secret",
		"sb_secret_{url:22}_{url:8}",
		"SUPABASE_SECRET_KEY SUPABASE_SERVICE_ROLE_KEY",
	],
	["neon", "napi_{lowerAlnum:64}", "NEON_API_KEY"],
	["planetscale", "pscale_tkn_{url:43}", "PLANETSCALE_SERVICE_TOKEN"],
	["pinecone", "pcsk_{alnum:6}_{alnum:63}", "PINECONE_API_KEY"],
	["e2b", "e2b_{hex:40}", "E2B_API_KEY"],
	["mongodb-sa", "mdb_sa_sk_{alnum:40}", "MDB_MCP_API_CLIENT_SECRET"],
	[
		"mapbox-secret",
		(random) =>
			`sk.${base64url(JSON.stringify({ u: random.pick(companies), a: fill("cl{lowerAlnum:23}", random) }))}.${random.text(alphabets.url, 22)}`,
		"MAPBOX_ACCESS_TOKEN",
	],
	["cockroach", "CCDB1_{alnum:22}_{alnum:40}", "COCKROACH_API_KEY"],
	[
		"clickhouse",
		"4b1d{alnum:38}",
		"CLICKHOUSE_CLOUD_SECRET CLICKHOUSE_API_KEY",
	],
	["elastic-cloud", "essu_{alnum:80}==", "EC_API_KEY ELASTIC_CLOUD_API_KEY"],
	["astra", "AstraCS:{alnum:24}:{hex:64}", "ASTRA_DB_APPLICATION_TOKEN"],
	["vendor-live", "acme_live_{alnum:32}", "ACME_API_KEY"],
	["vendor-sk", "northwind_sk_{alnum:40}", "NORTHWIND_API_KEY"],
	["private-key-base64", keyInBase64, "GOOGLE_PRIVATE_KEY_BASE64 APP_KEY_B64"],
	["age", "AGE-SECRET-KEY-1{bech32:58}", "SOPS_AGE_KEY"],
];

/** Forms in which something is missing that the makers of the token put there; people who make them up for tests forget it, and nobody who reads them can tell. */
const looseForms: readonly Form[] = [
	["github-oauth without its check sum", "gho_{alnum:36}", "GITHUB_TOKEN"],
	["github-app without its check sum", "ghs_{alnum:36}", "GITHUB_TOKEN"],
	[
		"gitlab-pat-routable without its check sum",
		"glpat-{url:27}.01.{lowerAlnum:9}",
		"GITLAB_TOKEN",
	],
	["grafana without its check sum", "glsa_{alnum:32}_{hex:8}", "GRAFANA_TOKEN"],
	[
		"cloudflare without its check sum",
		"cfut_{alnum:40}{hex:8}",
		"CLOUDFLARE_API_TOKEN",
	],
	["anthropic without its end", "sk-ant-api03-{url:95}", "ANTHROPIC_API_KEY"],
	["openai-project without its middle", "sk-proj-{alnum:48}", "OPENAI_API_KEY"],
	["openai without its middle", "sk-{alnum:48}", "OPENAI_API_KEY"],
	["groq without its middle", "gsk_{alnum:52}", "GROQ_API_KEY"],
	[
		"google-api-key without its start",
		"AIza{alnum:35}",
		"GOOGLE_API_KEY GEMINI_API_KEY",
	],
	[
		"huggingface with digits",
		"hf_{alnum:34}",
		"HF_TOKEN HUGGING_FACE_HUB_TOKEN",
	],
	["aws-key-id with any digits", "AKIA{upperAlnum:16}", "AWS_ACCESS_KEY_ID"],
	[
		"notion without its digits",
		"ntn_{alnum:46}",
		"NOTION_TOKEN NOTION_API_KEY",
	],
	[
		"slack of another length",
		"xoxb-{digit:11}-{digit:11}-{alnum:24}",
		"SLACK_BOT_TOKEN",
	],
	[
		"slack-app of another length",
		"xapp-1-A{upperAlnum:10}-{digit:12}-{hex:64}",
		"SLACK_APP_TOKEN",
	],
	["vault of another length", "hvs.{alnum:24}", "VAULT_TOKEN"],
	["figma of another length", "figd_{url:43}", "FIGMA_API_KEY"],
	["pypi of another length", "pypi-AgEIcHlwaS5vcmc{url:70}", "PYPI_TOKEN"],
	["doppler of a stage", "dp.st.prd.{alnum:43}", "DOPPLER_TOKEN"],
	["stripe-webhook in base64", "whsec_{base64:43}=", "STRIPE_WEBHOOK_SECRET"],
	[
		"supabase-secret without its parts",
		"sb_secret_{alnum:31}",
		"SUPABASE_SECRET_KEY",
	],
	[
		"sendgrid without its dashes",
		"SG.{alnum:22}.{alnum:43}",
		"SENDGRID_API_KEY",
	],
	["digitalocean-oauth", "doo_v1_{hex:64}", "DIGITALOCEAN_TOKEN"],
	["gitlab-ci", "glcbt-64_{alnum:20}", "CI_JOB_TOKEN"],
	["square-access", "sq0atp-{url:22}", "SQUARE_ACCESS_TOKEN"],
];

/** Written in upper case, as age does. */
const upperCase = new Set(["age"]);

const AZURE_ACCOUNT =
	"DefaultEndpointsProtocol=https;AccountName=acmestore{digit:3};AccountKey={base64:86}==;EndpointSuffix=core.windows.net";

const vendors = [
	...["MISTRAL", "COHERE", "EXA", "SERPER", "LOGFIRE", "WEAVIATE", "QDRANT"],
	...["ZAPIER", "MIRO", "CANVA", "SHORTCUT", "MONDAY", "PLANE", "COOLIFY"],
	...["N8N", "DIFY", "MEM0", "ZEP", "INTERCOM", "ZENDESK", "FRESHDESK"],
	...["WEBFLOW", "CONTENTSTACK", "STRAPI", "ALGOLIA", "MEILI", "TYPESENSE"],
	...["UMBRA", "TESSEL", "KIVO", "ACME", "NORTHWIND", "MY_SHOP", "BACKEND"],
	...["STAGING", "PROD", "INTERNAL", "TEST", "E2E", "MCP", "GATEWAY"],
];
const endings = [
	...["API_KEY", "APIKEY", "API_TOKEN", "TOKEN", "ACCESS_TOKEN", "SECRET"],
	...["AUTH_TOKEN", "BEARER_TOKEN", "SECRET_KEY", "API_SECRET", "KEY"],
	...["CLIENT_SECRET", "PERSONAL_ACCESS_TOKEN", "SERVICE_TOKEN", "PAT"],
	...["WEBHOOK_SECRET", "SIGNING_SECRET", "REFRESH_TOKEN", "ACCESS_KEY"],
];
/** How people call what their own and other services give them. */
const ANY_NAME = vendors
	.flatMap((vendor) => endings.map((ending) => `${vendor}_${ending}`))
	.join(" ");

/** What is known by its name alone, or by that of its maker. */
const namedForms: readonly Form[] = [
	["kagi", "{alnum:1}{url:10}.{url:43}", "KAGI_API_KEY"],
	["composio", "ak_{url:20}", "COMPOSIO_API_KEY"],
	["upstash", "AX{alnum:54}", "UPSTASH_REDIS_REST_TOKEN KV_REST_API_TOKEN"],
	["aws-secret", "{base64:40}", "AWS_SECRET_ACCESS_KEY"],
	["azure-openai-legacy", "{hex:32}", "AZURE_OPENAI_API_KEY AZURE_OPENAI_KEY"],
	["azure-devops-legacy", "{lowerBase32:52}", "AZURE_DEVOPS_PAT ADO_PAT"],
	["cloudflare-legacy", "{alnum:1}{url:39}", "CLOUDFLARE_API_TOKEN"],
	["datadog", "{hex:32}", "DD_API_KEY DATADOG_API_KEY"],
	["datadog-app", "{hex:40}", "DD_APP_KEY DATADOG_APP_KEY"],
	["mistral", "{alnum:32}", "MISTRAL_API_KEY"],
	["cohere", "{alnum:40}", "COHERE_API_KEY CO_API_KEY"],
	["together-legacy", "{hex:64}", "TOGETHER_API_KEY"],
	["exa", "{uuid}", "EXA_API_KEY"],
	["smithery", "{uuid}", "SMITHERY_API_KEY"],
	["railway", "{uuid}", "RAILWAY_TOKEN RAILWAY_API_TOKEN"],
	["bright-data", "{hex:64}", "BRIGHTDATA_API_TOKEN API_TOKEN"],
	["serpapi", "{hex:64}", "SERPAPI_API_KEY SERPAPI_KEY"],
	["obsidian", "{hex:64}", "OBSIDIAN_API_KEY"],
	["vercel-legacy", "{alnum:24}", "VERCEL_TOKEN"],
	["twilio", "{hex:32}", "TWILIO_AUTH_TOKEN"],
	["todoist", "{hex:40}", "TODOIST_API_TOKEN TODOIST_API_KEY"],
	["deepgram", "{hex:40}", "DEEPGRAM_API_KEY"],
	["openweather", "{hex:32}", "OPENWEATHER_API_KEY OWM_API_KEY"],
	["algolia-admin", "{hex:32}", "ALGOLIA_ADMIN_API_KEY"],
	["infura", "{hex:32}", "INFURA_API_KEY"],
	["etherscan", "{upperAlnum:34}", "ETHERSCAN_API_KEY"],
	["alchemy", "{alnum:1}{url:31}", "ALCHEMY_API_KEY"],
	["zendesk", "{alnum:40}", "ZENDESK_API_TOKEN ZENDESK_API_KEY"],
	["ethereum-private-key", "0x{hex:64}", "PRIVATE_KEY WALLET_PRIVATE_KEY"],
	["opaque under any name", "{alnum:24-48}", ANY_NAME],
	["opaque hex under any name", "{hex:32}", ANY_NAME],
	["opaque url-safe under any name", "{alnum:1}{url:31-63}", ANY_NAME],
	["opaque lower case under any name", "{lowerAlnum:24-40}", ANY_NAME],
	["opaque uuid under any name", "{uuid}", ANY_NAME],
	["mailchimp", "{hex:32}-us{digit:2}", "MAILCHIMP_API_KEY"],
	["heroku-legacy", "{uuid}", "HEROKU_API_KEY"],
	["deepl", "{uuid}:fx", "DEEPL_API_KEY DEEPL_AUTH_KEY"],
	["sourcegraph", "sgp_{hex:40}", "SRC_ACCESS_TOKEN"],
	["opaque of 16", "{alnum:16}", "ACME_API_KEY API_TOKEN AUTH_TOKEN"],
	["opaque of 20", "{alnum:20}", "ACME_TOKEN API_KEY ACCESS_TOKEN"],
	["opaque of 24", "{lowerAlnum:24}", "WIDGETS_API_KEY SERVICE_TOKEN"],
	[
		"opaque of 32",
		"{alnum:32}",
		"NORTHWIND_ACCESS_TOKEN API_SECRET APP_SECRET",
	],
	[
		"opaque of 43",
		"{alnum:1}{url:42}",
		"MCP_AUTH_TOKEN BEARER_TOKEN SESSION_SECRET",
	],
	[
		"opaque of 64",
		"{alnum:64}",
		"CLIENT_SECRET OAUTH_CLIENT_SECRET JWT_SECRET",
	],
	["opaque base64", "{base64:43}=", "ENCRYPTION_KEY SIGNING_SECRET MASTER_KEY"],
	["opaque hex of 32", "{hex:32}", "API_KEY SECRET_KEY WEBHOOK_SECRET"],
	["opaque hex of 40", "{hex:40}", "ACME_TOKEN REFRESH_TOKEN"],
	["opaque hex of 64", "{hex:64}", "HMAC_SECRET NEXTAUTH_SECRET SECRET_TOKEN"],
	["opaque uuid", "{uuid}", "ACME_API_KEY LICENSE_TOKEN ACCESS_TOKEN"],
	["opaque upper case", "{upperAlnum:32}", "PARTNER_API_KEY ACME_SECRET"],
	["opaque with dots", "{alnum:12}.{alnum:24}", "BACKEND_TOKEN"],
	["opaque with dashes", "{lowerAlnum:8}-{lowerAlnum:8}-{lowerAlnum:8}", "PAT"],
];

/** Words that nobody would take for a placeholder. */
const words = [
	...["Willow", "Harbor", "Falcon", "Pepper", "Juniper", "Copper", "Velvet"],
	...["Maple", "Orchid", "Thunder", "Saffron", "Lantern", "Meadow", "Glacier"],
	...["Quartz", "Otter", "Banjo", "Comet", "Pickle", "Walnut", "Ember"],
	...["Tundra", "Cobalt", "Marble", "Heron", "Bramble", "Fjord", "Turnip"],
];
const people = ["anna", "jonas", "mei", "pavel", "fatima", "luca", "svc-mcp"];
const companies = ["acme", "northwind", "widgets", "umbra", "tessel", "kivo"];
const year = (random: Random) => String(random.between(1985, 2026));
const word = (random: Random) => random.pick(words);

/** Words that stand in every list of passwords; with a year or a number somebody chose them all the same. */
const common = [
	...["Summer", "Winter", "Autumn", "Monday", "October", "Sunshine", "Dragon"],
	...["Monkey", "Tiger", "Purple", "Coffee", "Soccer", "Rocket", "Shadow"],
	...["Postgres", "Acme", "Northwind", "Company", "Server", "Prod", "Berlin"],
];
const PASSWORD_NAMES =
	"DB_PASSWORD POSTGRES_PASSWORD MYSQL_PASSWORD ADMIN_PASSWORD SMTP_PASSWORD MONGO_PASSWORD RABBITMQ_PASSWORD LDAP_PASSWORD SNOWFLAKE_PASSWORD JENKINS_PASSWORD APP_PASSWORD ROOT_PASSWORD KEYSTORE_PASSWORD SFTP_PASSWORD ACME_PASSWORD TEST_DB_PASSWORD";

/** Passwords as people think of them, and as generators do. */
const passwords: readonly Form[] = [
	[
		"password of a word and a year",
		(random) => `${word(random)}${year(random)}${random.pick(["!", "#", "$"])}`,
		`${PASSWORD_NAMES} PASSWORD`,
	],
	[
		"password of a common word",
		(random) =>
			`${random.pick(common)}${random.pick(["", "@", "#", "-", "_"])}${year(random)}${random.pick(["!", "!!", "", "$"])}`,
		`${PASSWORD_NAMES} PASSWORD`,
	],
	[
		"password of two words and a number",
		(random) => word(random) + word(random) + random.between(10, 99),
		`${PASSWORD_NAMES} GRAFANA_PASSWORD`,
	],
	[
		"password with digits for letters",
		(random) =>
			`${word(random).replace(/[aeo]/g, (letter) => ({ a: "4", e: "3", o: "0" })[letter] ?? letter)}${random.pick(["@", "_", "."])}${random.between(100, 9999)}`,
		`${PASSWORD_NAMES} NEO4J_PASSWORD`,
	],
	[
		"passphrase with dashes",
		(random) =>
			`${word(random)}-${word(random)}-${word(random)}-${random.between(10, 999)}`.toLowerCase(),
		`${PASSWORD_NAMES} PASSPHRASE SSH_PASSPHRASE`,
	],
	[
		"password of a generator",
		(random) =>
			`${random.text(alphabets.alnum, 7)}${random.pick(["!", "*", "^", "%"])}${random.text(alphabets.alnum, 8)}`,
		`${PASSWORD_NAMES} REDIS_PASSWORD SUDO_PASSWORD`,
	],
	[
		"password without symbols",
		(random) => `${random.text(alphabets.alnum, random.between(14, 24))}7`,
		`${PASSWORD_NAMES} CLICKHOUSE_PASSWORD DB_PASS`,
	],
	[
		"password of a word and digits",
		(random) => word(random).toLowerCase() + random.between(1000, 99999),
		`${PASSWORD_NAMES} EMAIL_PASSWORD SMTP_PASS`,
	],
];

const addresses: readonly Form[] = [
	[
		"slack-webhook",
		"https://hooks.slack.com/services/T{upperAlnum:10}/B{upperAlnum:10}/{alnum:24}",
		"SLACK_WEBHOOK_URL SLACK_WEBHOOK",
	],
	[
		"discord-webhook",
		"https://discord.com/api/webhooks/1{digit:18}/{url:68}",
		"DISCORD_WEBHOOK_URL",
	],
	[
		"teams-webhook",
		"https://acme.webhook.office.com/webhookb2/{uuid}@{uuid}/IncomingWebhook/{hex:32}/{uuid}",
		"TEAMS_WEBHOOK_URL",
	],
];

const serverAddresses: readonly Form[] = [
	[
		"address of Firecrawl",
		"https://mcp.firecrawl.dev/fc-{hex:32}/v2/mcp",
		"FIRECRAWL_URL",
	],
	["address of SerpApi", "https://mcp.serpapi.com/{hex:64}/mcp", "SERPAPI_URL"],
	[
		"address of Zapier",
		(random) =>
			`https://mcp.zapier.com/api/mcp/s/${base64(fill("{uuid}:{uuid}", random)).replace(/=+$/, "")}/mcp`,
		"ZAPIER_MCP_URL",
	],
	[
		"address of Make",
		"https://eu2.make.com/mcp/api/v1/u/{uuid}/sse",
		"MAKE_MCP_URL",
	],
	["address of Infura", "https://mainnet.infura.io/v3/{hex:32}", "RPC_URL"],
	[
		"address of Alchemy",
		"https://eth-mainnet.g.alchemy.com/v2/{url:32}",
		"ETH_RPC_URL",
	],
	[
		"address of Telegram",
		"https://api.telegram.org/bot7{digit:9}:AA{url:33}/",
		"TELEGRAM_API_URL",
	],
];

/** Forms that are too plain for anybody to know them without a name. */
const plain = new Set([
	...["zai", "clickhouse", "crates", "voyage", "ref", "mailgun-new"],
	...["fireworks", "brave", "octopus", "openshift", "mailgun"],
]);

const makersOf = (sort: CredentialSort, rows: readonly Form[]) =>
	rows.map(([what, form, names]): CredentialMaker => {
		const filled =
			typeof form === "string" ? (random: Random) => fill(form, random) : form;
		return {
			what,
			sort: sort === "marked" && plain.has(what) ? "named" : sort,
			names: names.split(" "),
			make: upperCase.has(what)
				? (random) => filled(random).toUpperCase()
				: filled,
		};
	});

/** Every form of credential that we know. */
export const credentialMakers: readonly CredentialMaker[] = [
	...makersOf("marked", forms),
	...makersOf("marked", looseForms),
	...makersOf(
		"marked",
		Object.entries(jwts).map(
			([what, make]): Form => [
				what,
				make,
				"API_TOKEN ACCESS_TOKEN N8N_API_KEY SUPABASE_SERVICE_ROLE_KEY JWT_TOKEN",
			],
		),
	),
	...makersOf("marked", [
		["azure-account-key", AZURE_ACCOUNT, "AZURE_STORAGE_CONNECTION_STRING"],
	]),
	...makersOf("named", namedForms),
	...makersOf("password", passwords),
	...makersOf("pair", [
		[
			"basic pair",
			(random) =>
				base64(
					`${random.pick(people)}@${random.pick(companies)}.io:${word(random)}${year(random)}!`,
				),
			"BASIC_AUTH",
		],
		[
			"basic pair of a token",
			(random) =>
				base64(`${random.pick(people)}:${random.text(alphabets.alnum, 28)}`),
			"BASIC_AUTH",
		],
		[
			"basic pair without a user",
			(random) => base64(`:${random.text(alphabets.lowerBase32, 52)}`),
			"BASIC_AUTH",
		],
		[
			"basic pair of an e-mail and a token",
			(random) =>
				base64(
					`${random.pick(people)}@${random.pick(companies)}.io/token:${random.text(alphabets.alnum, 40)}`,
				),
			"BASIC_AUTH",
		],
	]),
	...makersOf("address", addresses),
	...makersOf("server-address", serverAddresses),
	...makersOf("block", blocks),
];

/** A word, as a part of passwords that are made elsewhere. */
export function passwordWord(random: Random): string {
	return word(random);
}
