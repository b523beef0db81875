/** Words of which one is enough: nobody's credential has it as a part of its own. */
export const TELLING: ReadonlySet<string> = words(`
	your you yours example examples sample placeholder placeholders dummy fake changeme change replace replaceme replacewith insert enter here todo tbd fixme
	redacted removed masked hidden xxx xxxx xxxxx foo bar baz foobar mock mocked notreal invalid put paste fill fillme fillin add set provide need needed needs
	supply see ask check contact stored 1password specify update edit modify goes this that will user's myself obtain get from copy
	seu sua aqui tu tus aqui votre vos ici notre ton ta dein deine deinen ihr ihre ihren hier jouw uw vostro tuo tua vul inserisci inserez remplacer insira cole
	chave senha clave contrasena cle schluessel schlussel passwort jeton ejemplo exemplo exemple beispiel anahtarin anahtar anahtariniz senin sizin sifre sifreniz parola buraya twoj wpisz tutaj haslo klucz vas vase heslo klic din ditt nyckel losenord adgangskode wachtwoord sleutel kunci anda sandi masukkan cambiame mudar alterar ersetzen einfuegen
	not none null nil undefined empty unset missing unknown any some whatever something anything optional required tbc na unused
`);

/** Words that make up the rest of a placeholder, and say nothing alone. */
const FILLING: ReadonlySet<string> = words(`
	a an the my our and or of for to in on at is be it with by as if api apis key keys token tokens secret secrets password passwords passwd pass pwd pw access client id ids
	auth authorization bearer pat pats personal app apps bot bots user users username name account accounts service services project projects org organization
	organisation url host server servers private public value values string credential credentials cred creds database db admin root live prod production dev development local staging
	default test testing tests demo sandbox real actual valid own generated new old first second one two three super very strong long random secure safe secretkey
	apikey accesskey accesstoken apitoken authtoken clientid clientsecret webhook hook signing encryption jwt session cookie hash salt license licence
	config configuration setting settings env environment variable var mcp ai llm model data cloud platform web site page search map maps email mail sms phone
	code string text hex base64 number uuid guid int integer true false yes no on off workspace team company tenant domain region instance cluster endpoint
	integration oauth sso saml ssh ssl tls http https rest graphql read write only readonly full scope role permission fine grained classic legacy v1 v2 v3 dashboard console
	temp temporary temporal fixture stub supplied provided given issued
`);

/** Names of those who hand out credentials, as they stand in placeholders. */
const VENDORS: ReadonlySet<string> = words(`
	github gitlab bitbucket slack notion linear jira confluence atlassian figma stripe supabase sentry openai anthropic claude gemini google vertex azure aws amazon bedrock groq mistral cohere
	perplexity deepseek openrouter together fireworks replicate huggingface hf xai grok cerebras nvidia elevenlabs stability tavily brave exa serper serpapi serp firecrawl jina kagi browserbase
	apify context7 ctx7 upstash ref composio airtable hubspot asana clickup trello shopify square postman salesforce discord telegram twilio sendgrid mailgun resend postmark brevo mailchimp
	cloudflare vercel netlify render railway fly heroku digitalocean linode hetzner terraform vault hashicorp doppler infisical onepassword bitwarden okta auth0 clerk workos plaid paypal braintree
	adyen posthog mixpanel amplitude segment datadog dd newrelic grafana honeycomb dynatrace elastic elasticsearch langsmith langfuse helicone wandb pinecone weaviate qdrant neon planetscale turso redis
	mongodb mongo postgres postgresql mysql mariadb mssql sqlite oracle snowflake databricks bigquery clickhouse cockroach neo4j kafka rabbitmq npm pypi docker dockerhub circleci buildkite jenkins
	snyk sonar sonarqube sonarcloud zoom webex intercom zendesk freshdesk pagerduty opsgenie dropbox box gmail outlook microsoft ms graph teams sharepoint onedrive spotify youtube twitter x reddit
	linkedin facebook instagram tiktok wordpress wp ghost contentful sanity strapi webflow zapier n8n make pipedream smithery glama cdata omni zuplo conexor bkend cesium mapbox openweather weather
	alpha vantage alphavantage polygon finnhub coinbase binance kraken etherscan infura alchemy solana ethereum fred fal kling firefly adobe canva miro monday todoist obsidian evernote zai zhipu glm bigmodel qwen
	dashscope moonshot kimi minimax baidu tencent aliyun alibaba volcengine volc ark siliconflow ollama lmstudio litellm vllm azureopenai codacy circle browser browseruse nia salt langchain deepgram assemblyai
	magic 21st twentyfirst taskmaster serena playwright chrome puppeteer tester jfrog artifactory
`);

/** What is no credential although it stands where one should: services that need none, and values that every installation starts with. */
const DEFAULTS: ReadonlySet<string> = words(`
	ollama lm-studio lmstudio lm_studio not-needed notneeded not_needed no-key no-key-needed no-key-required nokey no_key not-required not_required notrequired unused empty none null nil
	undefined na n/a false true yes no on off 0 1 minioadmin hunter2 postgres postgresql mysql mariadb mongo mongodb redis root admin administrator password passwd pass
	secret test testing tests tester user username guest public private default demo changeme changeit change-me change_me letmein welcome qwerty qwertyuiop abc123 password1 password123
	passw0rd p@ssw0rd p@ssword admin123 admin1234 root123 test123 test1234 user123 123456 1234567 12345678 123456789 1234567890 111111 000000 neo4j guest1 rabbitmq elastic elasticsearch
	kibana grafana sa oracle toor alpine raspberry vagrant docker ubuntu example sample dummy foobar foo bar baz fake mock placeholder secretpassword mysecretpassword my-secret-pw
	mypassword mysecret supersecret topsecret secretkey secret123 local localhost dev development staging prod production anonymous anon dummy-key dummy-token dummykey fake-key fake-token
	sk-no-key-required sk-1234 sk-123 sk-dummy sk-local sk-ollama sk-none local-key local-dev local-token dev-token dev-key test-token test-key test-secret test-password test-api-key
	keychain keyring vault env prompt ask stdin interactive netrc required optional inherit auto oauth oauth2 basic bearer token apikey api-key api_key jwt session cookie
	dev-secret dev_password devpassword dev-password local_password localpassword postgres123 mysql123 redis123 app application system service manager
`);

/** Credentials that documentation prints for everyone. Split, so that nobody takes this file for a leak. */
export const DOCUMENTED: readonly RegExp[] = [
	/^(?:AKIA|ASIA)IOSFODNN7EXAMPLE$/,
	/^wJalrXUtnFEMI\/?K7MDENG\/?bPxRfiCY/,
	/EXAMPLE(?:KEY)?$/,
	/^123e4567-e89b-12d3-a456-426\d{9}$/i,
	/^550e8400-e29b-41d4-a716-446655440000$/i,
	/^f47ac10b-58cc-4372-a567-0e02b2c3d479$/i,
	/^6ba7b81\d-9dad-11d1-80b4-00c04fd430c8$/i,
	/^deadbeef/i,
	/^yourStrong\(!\)Password$/,
	/^<?YourStrong@Passw0rd>?$/i,
	/^Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/,
	/^C2y6yDjf5\/R\+ob0N8A7Cgv30VRDJIWEHLM\+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/,
];

/** A word that every installation starts with, and what people put behind it to be let in: `Password123!`. */
const DEFAULT_WITH_NUMBER =
	/^(?:p[a@]ss(?:w[o0]rd)?|admin|root|test|demo|user|guest|secret|welcome|letmein|changeme|qwerty|default|postgres|mysql)[\d!@#$._-]{0,8}$/i;

/** Whether every installation, or every page about one, has such a value. */
export function isDefault(value: string): boolean {
	return DEFAULTS.has(value.toLowerCase()) || DEFAULT_WITH_NUMBER.test(value);
}

/** Whether a word (in lower case) can be a part of a placeholder. */
export function isPlaceholderWord(word: string): boolean {
	return TELLING.has(word) || FILLING.has(word) || VENDORS.has(word);
}

function words(list: string): ReadonlySet<string> {
	return new Set(list.trim().split(/\s+/));
}
