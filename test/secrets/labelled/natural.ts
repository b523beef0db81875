import type { Json, JsonObject } from "./json-text.ts";
import type { Part } from "./planted.ts";
import { fill, type Random } from "./random.ts";

/** Makes a part of a file in which nothing is a credential, however much it looks like one. */
export interface NaturalMaker {
	readonly what: string;
	readonly in: Part["in"];
	readonly build: (random: Random, mark: (text: string) => string) => Part;
}

/** Rules of settings as people have them. Braces of `fill` are filled, `{{` is one brace. */
const rules: Readonly<Record<string, readonly string[]>> = {
	"rule with a reference": [
		'Bash(curl -H "Authorization: Bearer $TOKEN" https://api.acme.dev/v1/me)',
		'Bash(curl -H "Authorization: Bearer $(gh auth token)" https://api.github.com/user)',
		'Bash(curl -H "X-API-Key: ${ACME_API_KEY}" https://api.acme.dev/*)',
		"Bash(curl -u $USER:$PASS https://jira.acme.dev/rest)",
		'Bash(curl -u "$JIRA_EMAIL:$JIRA_API_TOKEN" https://acme.atlassian.net/rest/api/3/myself)',
		"Bash(PGPASSWORD=$DB_PASSWORD psql -h db.acme.dev:*)",
		"Bash(export GITHUB_TOKEN=$(gh auth token):*)",
		"Bash(export TOKEN=`cat .token`)",
		"Bash(GITHUB_TOKEN=$GH_TOKEN npm run release)",
		'Bash(TOKEN="$ACME_TOKEN" node sync.mjs)',
		"Bash(mysql -uroot -p$MYSQL_ROOT_PASSWORD shop)",
		"Bash(sshpass -e ssh deploy@10.0.0.4)",
		"Bash(sshpass -f ~/.pw ssh deploy@10.0.0.4)",
		"Bash(docker run -e GITHUB_PERSONAL_ACCESS_TOKEN ghcr.io/github/github-mcp-server)",
		"Bash(docker login -u anna --password-stdin ghcr.io)",
		"Bash(npm config set //registry.npmjs.org/:_authToken=${NPM_TOKEN})",
		"PowerShell($env:GITHUB_TOKEN = $(gh auth token); npm run release)",
		'PowerShell(Invoke-RestMethod -Headers @{ Authorization = "Bearer $env:TOKEN" } -Uri https://api.acme.dev)',
		'Bash(git clone "https://oauth2:${GITLAB_TOKEN}@gitlab.com/acme/shop.git")',
		"Bash(psql $DATABASE_URL:*)",
		'Bash(psql "postgresql://app:$PGPASSWORD@db.acme.dev/shop" -c "select 1")',
		"Bash(source .env && echo ${#API_KEY})",
	],
	"rule with a placeholder": [
		'Bash(curl -H "Authorization: Bearer YOUR_TOKEN" https://api.acme.dev/v1/me)',
		'Bash(curl -H "Authorization: Bearer <token>" https://api.acme.dev/*)',
		'Bash(curl -H "Authorization: Bearer *" https://api.acme.dev/*)',
		'Bash(curl -H "X-API-Key: *" *)',
		'Bash(curl -s -H "Authorization: Bearer test-token" http://localhost:3000/api/me)',
		"Bash(PGPASSWORD=* psql *)",
		"Bash(GITHUB_TOKEN=* npm publish)",
		"Bash(export API_KEY=:*)",
		"Bash(API_KEY=test npm test)",
		"Bash(JWT_SECRET=test-secret npm test:*)",
		"Bash(DATABASE_URL=postgresql://test:test@localhost:5432/test npx prisma migrate dev:*)",
		"Bash(OPENAI_API_KEY=dummy pytest:*)",
		"Bash(ANTHROPIC_API_KEY=sk-ant-test npm test)",
	],
	"rule with a weak default": [
		"Bash(PGPASSWORD=postgres psql -h localhost -U postgres -d shop:*)",
		"Bash(mysql -uroot -proot shop:*)",
		'Bash(curl -s -u admin:admin "http://localhost:3000/api/plugins")',
		"Bash(redis-cli -a redis ping)",
		"Bash(docker run -e POSTGRES_PASSWORD=postgres -p 5432:5432 postgres:16)",
		"Bash(docker run -d -e MYSQL_ROOT_PASSWORD=root mysql:8)",
		"Bash(psql postgresql://postgres:postgres@localhost:5432/shop:*)",
		"Bash(mongosh mongodb://root:root@127.0.0.1:27017:*)",
		"Bash(mc alias set local http://localhost:9000 minioadmin minioadmin)",
	],
	"rule with a flag that is no password": [
		"Bash(docker run -p 5432:5432 postgres:16)",
		"Bash(docker run --rm -p 127.0.0.1:8080:8080 -e NODE_ENV=test acme/shop)",
		"Bash(ssh -p 2222 deploy@10.0.0.4 uptime)",
		"Bash(scp -P 2222 dist.tar.gz deploy@10.0.0.4:/srv)",
		"Bash(mkdir -p src/auth/tokens/refresh)",
		"Bash(cp -pr secrets.example secrets)",
		"Bash(nc -zv -p 8443 localhost 5432)",
		"Bash(redis-cli -p 6379 ping)",
		"Bash(redis-cli -h cache.acme.dev -p 6380 --tls keys '*')",
		"Bash(mysql -uroot -p shop)",
		"Bash(mysql -h db -P 3306 -u app -p)",
		"Bash(psql -p 5433 -U postgres)",
		"Bash(pytest -p no:cacheprovider -k test_token_refresh)",
		"Bash(python -m http.server -p 8000)",
		"Bash(npx serve -p 5000 dist)",
		"Bash(tar -xzpf release-2026.tar.gz)",
		'Bash(sqlcmd -S localhost -E -Q "select 1")',
		"Bash(grep -P '\\d{3,}' src -r)",
		"Bash(curl -u anna https://jira.acme.dev)",
		"Bash(git log --author=anna.berg@acme.dev --since=2026-01-01)",
		"Bash(acme login --token-file ~/.acme/token)",
		"Bash(acme deploy --password-file=/run/secrets/db)",
		'Bash(gh api --paginate -H "Accept: application/vnd.github+json" /repos/acme/shop/pulls)',
		"Bash(kubectl get secret acme-token -o jsonpath={.data.token})",
		"Bash(openssl rand -hex 32)",
		"Bash(openssl rand -base64 48:*)",
		"Bash(ssh-keygen -t ed25519 -C anna@acme.dev -f ~/.ssh/acme)",
		"Bash(gh secret set ACME_TOKEN)",
		"Bash(gh secret list --repo acme/shop)",
		"Bash(gh auth token *)",
		"Bash(vault kv get secret/acme/api-token)",
		"Bash(op read op://dev/acme/token)",
		"Bash(aws secretsmanager get-secret-value --secret-id prod/acme/api-token)",
		"Bash(az keyvault secret show --vault-name kv-acme-prod --name api-token)",
		"Bash(gcloud secrets versions access latest --secret=acme-api-token)",
		"Bash(heroku config:get API_KEY --app acme)",
		"Bash(vercel env pull .env.local)",
		"Bash(npx auth secret)",
	],
	"rule that looks for secrets": [
		'Bash(grep -r "sk-" src)',
		'Bash(grep -rn "ghp_" .)',
		'Bash(grep -rE "ghp_[A-Za-z0-9]{36}" .)',
		"Bash(rg 'AKIA[0-9A-Z]{16}' --hidden)",
		'Bash(rg -n "(api[_-]?key|secret|token)\\s*[:=]" src)',
		'Bash(grep -rn "password" --include=*.ts src)',
		"Bash(git grep -n 'BEGIN RSA PRIVATE KEY')",
		'Bash(git log -S "sk-ant-" --oneline)',
		"Bash(gitleaks detect --source . --no-banner)",
		"Bash(trufflehog git file://. --since-commit HEAD~20)",
		"Bash(sed -i 's/password=.*/password=REDACTED/' .env.example)",
		"Bash(sed -i 's/API_KEY=.*/API_KEY=/' .env)",
		"Bash(awk -F= '/TOKEN/ {print $1}' .env)",
		"Bash(jq '.token' auth.json)",
		"Bash(jq -r .access_token response.json)",
		'Bash(find . -name "*.key" -not -path "*/node_modules/*")',
		"Bash(cut -d= -f2 .env | wc -c)",
	],
	"rule with a hash or an identifier": [
		"Bash(git show {hex:40})",
		"Bash(git cherry-pick {hex:40})",
		"Bash(git diff {hex:7}..{hex:7} -- src/auth.ts)",
		"Bash(git reset --soft {hex:40})",
		"Bash(docker pull ghcr.io/acme/mcp@sha256:{hex:64})",
		"Bash(docker logs {hex:12})",
		"Bash(docker exec {hex:64} ls)",
		"Bash(gh run view {digit:11} --log)",
		"Bash(gh api repos/acme/shop/actions/runs/{digit:11}/jobs)",
		"Bash(curl -s https://api.acme.dev/orders/{uuid})",
		'Bash(curl -s "http://localhost:3200/api/search?q={hex:32}")',
		"Bash(npx supabase link --project-ref {lower:20})",
		"Bash(cat /home/anna/.claude/projects/-srv-acme/{uuid}.jsonl)",
		"Bash(claude --resume {uuid})",
		"Bash(vercel inspect dpl_{alnum:28})",
		"Bash(stripe prices retrieve price_1{alnum:23})",
		"Bash(aws ec2 describe-instances --instance-ids i-0{hex:16})",
		"Bash(echo '{hex:64}  release.tar.gz' | sha256sum -c)",
		"Bash(curl -o app.js https://cdn.acme.dev/static/js/entry-{hex:32}.js)",
		"Bash(nix-store -r /nix/store/{lowerAlnum:32}-hello-2.12.1)",
		"Bash(railway link --project {uuid})",
		"Bash(gcloud config set project acme-prod-{digit:6})",
		"Bash(taskkill /PID {digit:5} /F)",
		"Bash(openssl x509 -in cert.pem -noout -fingerprint)",
		"Bash(pip install git+https://github.com/acme/shop@{hex:40})",
		"Bash(curl https://gist.githubusercontent.com/anna/{hex:32}/raw/{hex:40}/install.sh)",
		"Bash(apt-key adv --recv-keys {upperHex:40})",
		"Bash(xcodebuild -destination id={upperHex:8}-{upperHex:16})",
		"Bash(adb -s {upperAlnum:12} logcat)",
	],
	"rule for a test or a path with a telling name": [
		"Bash(pytest tests/test_auth.py::test_password_reset_token)",
		"Bash(npm run test:auth-token)",
		"Bash(npx vitest run src/auth/access-token.test.ts)",
		"Bash(go test ./internal/tokenizer -run TestTokenize)",
		"Read(**/*.pem)",
		"Read(./secrets/**)",
		"Read(**/.env*)",
		"Read(~/.ssh/id_ed25519)",
		"Edit(src/lib/password-strength.ts)",
		"Write(**/credentials.json)",
		"Read(//Users/anna/Library/Application Support/Acme/tokens/**)",
		"WebFetch(domain:auth0.com)",
		"WebFetch(domain:token.actions.githubusercontent.com)",
		"mcp__supabase__get_publishable_keys",
		"mcp__vault__read_secret",
		"mcp__auth0__auth0_list_applications",
		"Skill(rotate-api-keys)",
		"Agent(secret-scanner)",
		"Bash(npm view @acme/auth-token version)",
		"Bash(npm install jsonwebtoken@9.0.2 bcrypt@5.1.1)",
		"Bash(git commit -m 'auth: rotate the token of the staging key')",
		"Bash(git checkout feature/OPS-1234-api-key-rotation)",
		"Bash(cargo run --bin token-server -- --port 8080)",
	],
};

/** Commands of hooks and helpers. */
const commands: Readonly<Record<string, readonly string[]>> = {
	"command with a reference": [
		"$CLAUDE_PROJECT_DIR/.claude/hooks/detect-secrets.sh",
		"bash -c 'curl -s -H \"Authorization: Bearer $ACME_TOKEN\" https://api.acme.dev/events'",
		'test -n "$API_KEY" || echo "API_KEY is not set"',
		"jq -r '.tool_input.file_path' | grep -q '\\.env$' && exit 2 || exit 0",
		'python3 "$CLAUDE_PROJECT_DIR"/.claude/hooks/scan_tokens.py',
		"grep -rE '(sk-|ghp_|AKIA)' \"$CLAUDE_PROJECT_DIR\" && exit 2 || true",
		"~/.claude/statusline-token-usage.sh --max-tokens 200000",
		'echo \'{"decision":"block","reason":"No secrets, tokens or passwords in commits"}\'',
		"npx -y ccstatusline@2.0.14",
		"node ~/.claude/hooks/notify.mjs --token-file ~/.acme/token",
		"osascript -e 'display notification \"Claude needs your password\"'",
	],
};

const helpers: Readonly<Record<string, string>> = {
	apiKeyHelper: "/usr/local/bin/acme-api-key-helper.sh --ttl 3600",
	awsAuthRefresh: "aws sso login --profile acme-prod-readonly",
	otelHeadersHelper: "~/.claude/otel-headers.sh",
	awsCredentialExport: "aws configure export-credentials --profile acme",
};

/** Makes the value of a key of settings. */
export type SettingForm = (
	mark: (text: string) => string,
	random: Random,
) => Json;

/** Makes the declaration of a server. */
export type ServerForm = (
	random: Random,
	mark: (text: string) => string,
) => JsonObject;

/** Servers without credentials. */
const servers: Readonly<Record<string, ServerForm>> = {
	"server with a scoped package": (random, mark) => ({
		command: "npx",
		args: [
			"-y",
			mark(
				random.pick([
					"@modelcontextprotocol/server-sequential-thinking@2025.12.18",
					"@upstash/context7-mcp@2.1.4",
					"@playwright/mcp@0.0.69",
					"chrome-devtools-mcp@latest",
				]),
			),
		],
	}),
	"server from git": (random, mark) => ({
		command: "uvx",
		args: [
			"--from",
			mark(fill("git+https://github.com/oraios/serena@{hex:40}", random)),
			"serena",
			...["start-mcp-server", "--context", "claude-code"],
		],
	}),
	"server with an image digest": (random, mark) => ({
		command: "docker",
		args: [
			...["run", "-i", "--rm", "-e", mark("GITHUB_PERSONAL_ACCESS_TOKEN")],
			mark(fill("ghcr.io/github/github-mcp-server@sha256:{hex:64}", random)),
		],
		env: { GITHUB_PERSONAL_ACCESS_TOKEN: mark("${GITHUB_TOKEN}") },
	}),
	"server with ports and names": (_random, mark) => ({
		command: "docker",
		args: [
			...["run", "-i", "-p", mark("5432:5432"), "--env-file", mark(".env.mcp")],
			...["-e", mark("API_KEY"), "-e", mark("TOKEN"), "acme/mcp:1.4.2"],
		],
	}),
	"server with files for secrets": (_random, mark) => ({
		command: "acme-mcp",
		args: [
			...["--token-file", mark("/home/anna/.acme/token-2026.txt")],
			...["--password-file", mark("/run/secrets/db_password")],
			...["--key", mark("./certs/client-key.pem")],
			mark("--auth-mode=managed-identity"),
		],
	}),
	"server with flags about tokens": (_random, mark) => ({
		command: "npx",
		args: [
			...["-y", "@acme/mcp-server", "--max-tokens", mark("200000")],
			...["--tokenizer", mark("cl100k_base"), "--token-limit=8192"],
			...["--model", mark("claude-sonnet-4-5-20250929")],
			...["--api-key-env", mark("ACME_API_KEY")],
			...["--auth-provider", mark("azure-active-directory")],
		],
	}),
	"remote with a project": (random, mark) => ({
		type: "http",
		url: mark(
			fill(
				"https://mcp.supabase.com/mcp?project_ref={lower:20}&features=docs%2Caccount%2Cdatabase",
				random,
			),
		),
	}),
	"remote with a reference": (_random, mark) => ({
		type: "http",
		url: mark("https://mcp.acme.dev/mcp?api_key=${ACME_API_KEY}"),
		headers: {
			Authorization: mark("Bearer ${ACME_TOKEN}"),
			"X-API-Key": mark("${ACME_API_KEY:-}"),
		},
	}),
	"remote with harmless headers": (random, mark) => ({
		type: "http",
		url: "https://mcp.acme.dev/mcp",
		headers: {
			"anthropic-version": mark("2023-06-01"),
			Accept: mark("application/json, text/event-stream"),
			"X-Request-ID": mark(fill("{uuid}", random)),
			"X-Workspace-Id": mark(fill("{uuid}", random)),
			"X-Client-Name": mark("claude-code-shop-frontend"),
			"Content-Type": "application/vnd.acme.v2+json",
			"X-Toolsets": mark("repos,issues,pull_requests"),
			"User-Agent": mark("acme-mcp/1.4.2 (linux; x64)"),
			"X-Forwarded-Proto": "https",
			"X-CSRF-Token-Name": mark("csrf_token"),
		},
	}),
	"remote with a half header": (random, mark) => ({
		type: "sse",
		url: "https://mcp.acme.dev/sse",
		headers: {
			Authorization: mark(
				random.pick(["Bearer ", "Bearer", "Bearer <token>", "Bearer …", ""]),
			),
		},
	}),
	"remote with oauth": (random, mark) => ({
		type: "http",
		url: "https://mcp.asana.com/v2/mcp",
		oauth: {
			clientId: mark(fill("{digit:16}", random)),
			callbackPort: 8080,
			authServerMetadataUrl:
				"https://auth.acme.dev/.well-known/oauth-authorization-server",
		},
	}),
	"remote with a page token": (random, mark) => ({
		type: "http",
		url: mark(
			fill(
				"https://api.acme.dev/mcp?pageToken={url:24}&sort_key=createdAt&key_id={hex:16}",
				random,
			),
		),
	}),
	"server on this machine with a weak password": (random, mark) => ({
		command: "npx",
		args: [
			"-y",
			"@modelcontextprotocol/server-postgres",
			mark(
				random.pick([
					"postgresql://postgres:postgres@localhost:5432/shop",
					"postgresql://localhost/shop",
					"postgresql://user:password@localhost:5432/db",
					"postgresql://user:pass@host:5432/dbname",
					"postgresql://${PGUSER}:${PGPASSWORD}@db.acme.dev/shop",
					"mysql://root:root@127.0.0.1:3306/shop",
					"postgresql://<user>:<password>@<host>/<db>",
					"postgresql://USER:PASSWORD@HOST:PORT/DATABASE",
				]),
			),
		],
	}),
	"remote helper that asks a tool": (random, mark) => ({
		type: "http",
		url: "https://mcp.acme.dev/mcp",
		headersHelper: mark(
			random.pick([
				"./scripts/mcp-headers.sh",
				'echo "{\\"Authorization\\": \\"Bearer $(gh auth token)\\"}"',
				'printf \'{"Authorization":"Bearer %s"}\' "$ACME_TOKEN"',
			]),
		),
	}),
	"server with a directory that looks random": (random, mark) => ({
		command: mark(
			fill("/nix/store/{lowerAlnum:32}-nodejs-20.20.2/bin/node", random),
		),
		args: [mark(fill("/tmp/build-{alnum:8}/dist/index.js", random))],
		env: {
			HOME: "/home/anna",
			npm_config_cache: mark(fill("/tmp/npm-{hex:16}", random)),
		},
	}),
	"server with a description": (_random, mark) => ({
		command: "acme-mcp",
		description: mark(
			"Reads ACME_API_KEY from the environment; create a key that starts with acme_live_ under Settings > API keys.",
		),
	}),
};

/** Front matter aside, what agents and skills say of secrets. */
const sentences: readonly string[] = [
	"Never print tokens, passwords or the value of `API_KEY`; write `<REDACTED>` instead.",
	"Set `GITHUB_TOKEN=ghp_xxxxxxxxxxxx` in your shell before you start.",
	"Keys look like `sk-ant-api03-...`; ask the user for one.",
	"Search with `grep -rE 'ghp_[A-Za-z0-9]{36}'`.",
	"Run `export ACME_API_KEY=your-key-here` first.",
	'```bash\ncurl -H "Authorization: Bearer $ACME_TOKEN" https://api.acme.dev/me\n```',
	'```json\n{ "env": { "API_KEY": "${API_KEY}" } }\n```',
	"The commit {hex:40} introduced it; see also the image sha256:{hex:64}.",
	"Contact anna.berg@acme.dev for access, password resets go through https://sso.acme.dev/reset?flow=password.",
	"Use the database `postgresql://postgres:postgres@localhost:5432/shop` for tests.",
	"The token limit is 200000; the tokenizer is cl100k_base.",
	"Request id {uuid}, trace {hex:32}.",
];

/** Rules, each alone in its list. Braces of `fill` are filled. */
export const fromRules = (
	rules: Readonly<Record<string, readonly string[]>>,
): NaturalMaker[] =>
	Object.entries(rules).flatMap(([what, forms]) =>
		forms.map(
			(form): NaturalMaker => ({
				what: `${what}: ${form}`,
				in: "settings",
				build: (random, mark) => ({
					in: "settings",
					settings: {
						permissions: {
							[random.pick(["allow", "allow", "deny", "ask"])]: [
								mark(fill(form, random)),
							],
						},
					},
				}),
			}),
		),
	);

/** Commands, as hooks and as the status line. */
export const fromCommands = (
	commands: Readonly<Record<string, readonly string[]>>,
): NaturalMaker[] =>
	Object.entries(commands).flatMap(([what, forms]) =>
		forms.flatMap((form): NaturalMaker[] => [
			{
				what: `${what}: hook ${form}`,
				in: "settings",
				build: (random, mark) => ({
					in: "settings",
					settings: {
						hooks: {
							[random.pick(["PreToolUse", "PostToolUse", "Stop"])]: [
								{ hooks: [{ type: "command", command: mark(form) }] },
							],
						},
					},
				}),
			},
			{
				what: `${what}: status line ${form}`,
				in: "settings",
				build: (_random, mark) => ({
					in: "settings",
					settings: { statusLine: { type: "command", command: mark(form) } },
				}),
			},
		]),
	);

/** Servers that are made by functions. */
export const fromServers = (
	servers: Readonly<Record<string, ServerForm>>,
): NaturalMaker[] =>
	Object.entries(servers).map(
		([what, form]): NaturalMaker => ({
			what,
			in: "server",
			build: (random, mark) => ({ in: "server", server: form(random, mark) }),
		}),
	);

const fromHelpers = Object.entries(helpers).map(
	([key, command]): NaturalMaker => ({
		what: `helper: ${key}`,
		in: "settings",
		build: (_random, mark) => ({
			in: "settings",
			settings: { [key]: mark(command) },
		}),
	}),
);

/** Paragraphs below the front matter. */
export const fromSentences = (sentences: readonly string[]): NaturalMaker[] =>
	sentences.map(
		(form): NaturalMaker => ({
			what: `sentence: ${form}`,
			in: "body",
			build: (random, mark) => ({
				in: "body",
				text: mark(fill(form, random)),
			}),
		}),
	);

/** Settings of other kinds whose names or values look like secrets. */
const others: Readonly<Record<string, SettingForm>> = {
	$schema: (mark) =>
		mark("https://json.schemastore.org/claude-code-settings.json"),
	model: (mark) => mark("claude-opus-4-1-20250805"),
	forceLoginOrgUUID: (mark) => mark("7d5a1f0e-93c4-4b7e-8a51-2f6d0c9e4b13"),
	enabledPlugins: (mark) => ({ [mark("secret-scanner@acme-tools")]: true }),
	outputStyle: (mark) => mark("token-frugal-explanatory"),
	companyAnnouncements: (mark) => [
		mark("Rotate your API tokens until 2026-09-30."),
	],
	enabledMcpjsonServers: (mark) => ["vault", mark("token-broker")],
	deniedMcpServers: (mark) => [{ serverName: mark("password-manager") }],
};

/** Keys of settings with values that are made by functions. */
export const fromSettings = (
	others: Readonly<Record<string, SettingForm>>,
): NaturalMaker[] =>
	Object.entries(others).map(
		([key, value]): NaturalMaker => ({
			what: `setting: ${key}`,
			in: "settings",
			build: (random, mark) => ({
				in: "settings",
				settings: { [key]: value(mark, random) },
			}),
		}),
	);

/** Everything in files that is no credential, in the places where people have it. */
export const naturalMakers: readonly NaturalMaker[] = [
	...fromRules(rules),
	...fromCommands(commands),
	...fromServers(servers),
	...fromHelpers,
	...fromSentences(sentences),
	...fromSettings(others),
];
