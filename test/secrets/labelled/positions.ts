import { commandLines, powerShellLines } from "./command-lines.ts";
import { base64 } from "./credentials.ts";
import type { Json, JsonObject } from "./json-text.ts";
import {
	listItem,
	MARKED,
	PASSWORD,
	type Part,
	type Place,
	type Planted,
	SECRET,
	shellWord,
	TOKEN,
} from "./planted.ts";
import { alphabets, type Random } from "./random.ts";

type Position = Place<Part>;

const hosts = [
	"mcp.acme.dev",
	"mcp.northwind.io",
	"tools.widgets.com",
	"gateway.kivo.ai",
];
const databases = ["db.acme.dev", "pg.northwind.io", "mysql-prod.widgets.com"];
const packages = [
	"@acme/mcp-server",
	"@modelcontextprotocol/server-github",
	"mcp-remote",
	"@northwind/mcp@1.4.2",
	"firecrawl-mcp",
	"@kivo/mcp@latest",
];

const host = (random: Random) => random.pick(hosts);
const database = (random: Random) => random.pick(databases);
const user = (random: Random) =>
	random.pick(["app", "reader", "postgres", "anna", "svc_mcp"]);

/** A server that is started with these arguments after its own. */
function local(random: Random, args: readonly Json[]): JsonObject {
	const [command, first] = random.pick([
		["npx", ["-y", random.pick(packages)]],
		["uvx", ["acme-mcp"]],
		["node", ["dist/index.js"]],
		["docker", ["run", "-i", "--rm", "acme/mcp"]],
	] as const);
	return { command, args: [...first, ...args] };
}

function remote(random: Random, more: JsonObject, path = "/mcp"): JsonObject {
	const type = random.pick(["http", "http", "sse", "streamable-http"]);
	return { type, url: `https://${host(random)}${path}`, ...more };
}

function server(
	where: string,
	sorts: Position["sorts"],
	build: (planted: Planted, random: Random) => JsonObject,
	medium: Position["medium"] = "text",
): Position {
	return {
		where,
		sorts,
		medium,
		build: (planted, random) => ({
			in: "server",
			server: build(planted, random),
		}),
	};
}

function settings(
	where: string,
	sorts: Position["sorts"],
	build: (planted: Planted, random: Random) => JsonObject,
	medium: Position["medium"] = "text",
): Position {
	return {
		where,
		sorts,
		medium,
		build: (planted, random) => ({
			in: "settings",
			settings: build(planted, random),
		}),
	};
}

const headerNames = [
	...["X-API-Key", "x-api-key", "api-key", "apikey", "X-Auth-Token"],
	...["X-Goog-Api-Key", "PRIVATE-TOKEN", "X-Subscription-Token", "xi-api-key"],
	...["X-Vault-Token", "X-Api-Token", "X-Access-Token", "X-Auth-Key", "Token"],
	...["X-RapidAPI-Key", "X-Service-Token", "X-MCP-Token", "X-Client-Secret"],
	...["CF-Access-Client-Secret", "X-Shopify-Access-Token", "DD-API-KEY"],
	...["X-Algolia-API-Key", "Circle-Token", "X-Postmark-Server-Token"],
	...["Ocp-Apim-Subscription-Key", "X-Functions-Key", "X-Figma-Token"],
	...["X-N8N-API-KEY", "X-Secret-Key", "Api-Key", "X-Webhook-Secret"],
];
const parameters = [
	...["api_key", "apiKey", "apikey", "key", "token", "access_token", "auth"],
	...["authToken", "api-key", "apiToken", "secret", "client_secret"],
	...["x-api-key", "auth_token", "api_token", "accessToken"],
];

/** The file that Google gives for a service account. Its identifier of the key is none. */
function serviceAccount(key: string, random: Random): string {
	return JSON.stringify({
		type: "service_account",
		project_id: "acme-prod-418207",
		private_key_id: random.text(alphabets.hex, 40),
		private_key: key,
		client_email: "mcp@acme-prod-418207.iam.gserviceaccount.com",
		client_id: random.text(alphabets.digit, 21),
		token_uri: "https://oauth2.googleapis.com/token",
	});
}

const ANY_NAMED = [
	"marked",
	"named",
	"password",
	"address",
	"server-address",
	"block",
] as const;
const NAMED_LINE = ["marked", "named", "password", "address"] as const;
/** A line of a header has no room for a block. */
const HEADER = TOKEN;

const environment = (
	{ name, text }: Planted,
	random: Random,
	more: JsonObject = {},
): JsonObject => ({
	...local(random, []),
	env: { ...more, [name.variable]: text },
});

/** Where people put credentials into the declaration of a server. */
export const serverPositions: readonly Position[] = [
	server("env", ANY_NAMED, (planted, random) => environment(planted, random)),
	server("env beside other variables", ANY_NAMED, (planted, random) =>
		environment(planted, random, {
			NODE_ENV: "production",
			LOG_LEVEL: "debug",
			ACME_BASE_URL: `https://${host(random)}/api/v2`,
			MAX_TOKENS: "4096",
		}),
	),
	server("env: several lines", ["block"], (planted, random) =>
		environment(planted, random),
	),
	server("env: default of a reference", NAMED_LINE, (planted, random) => ({
		...local(random, []),
		env: {
			[planted.name.variable]: `\${${planted.name.variable}:-${planted.text}}`,
		},
	})),
	server("env: Bearer value", TOKEN, ({ name, text }, random) => ({
		...local(random, []),
		env: { [name.variable]: `Bearer ${text}` },
	})),
	server("env: JSON of headers", HEADER, ({ text }, random) => ({
		...local(random, []),
		env: {
			OPENAPI_MCP_HEADERS: JSON.stringify({
				Authorization: `Bearer ${text}`,
				"Notion-Version": "2022-06-28",
			}),
		},
	})),
	server("env: JSON with a name", SECRET, ({ text, name }, random) => ({
		...local(random, []),
		env: {
			ACME_CONFIG: JSON.stringify({ region: "eu", [name.camel]: text }),
		},
	})),
	server("env: list of headers", TOKEN, (planted, random) => ({
		...local(random, []),
		env: {
			OTEL_EXPORTER_OTLP_HEADERS: `x-tenant=shop,${random.pick(["x-honeycomb-team", "api-key", "x-api-key", "signoz-access-token"])}=${listItem(planted)}`,
		},
	})),
	server("env: lines of headers", TOKEN, ({ text }, random) => ({
		...local(random, []),
		env: {
			ANTHROPIC_CUSTOM_HEADERS: `X-Team: shop\nAuthorization: Bearer ${text}\nX-Trace: on`,
		},
	})),
	server(
		"env: address of a database",
		PASSWORD,
		({ text }, random) => ({
			...local(random, []),
			env: {
				[random.pick([
					"DATABASE_URL",
					"DATABASE_URI",
					"POSTGRES_URL",
					"DB_URI",
				])]: `${random.pick(["postgresql", "postgres", "mysql", "postgresql+asyncpg"])}://${user(random)}:${text}@${database(random)}:5432/shop?sslmode=require`,
			},
		}),
		"url",
	),
	server(
		"env: address of MongoDB",
		PASSWORD,
		({ text }, random) => ({
			...local(random, []),
			env: {
				MDB_MCP_CONNECTION_STRING: `mongodb+srv://${user(random)}:${text}@cluster0.k3x9q.mongodb.net/?retryWrites=true&w=majority`,
			},
		}),
		"url",
	),
	server(
		"env: address of Redis",
		["password", "named"],
		({ text }, random) => ({
			...local(random, []),
			env: { REDIS_URL: `rediss://default:${text}@${database(random)}:6379/0` },
		}),
		"url",
	),
	server(
		"env: ADO connection string",
		PASSWORD,
		({ text }, random) => ({
			...local(random, []),
			env: {
				MSSQL_CONNECTION_STRING: `Server=tcp:${database(random)},1433;Database=shop;User Id=app;${random.pick(["Password", "Pwd"])}=${text};Encrypt=true`,
			},
		}),
		"shell",
	),
	server(
		"env: key words of a database",
		PASSWORD,
		({ text }, random) => ({
			...local(random, []),
			env: {
				PG_DSN: `host=${database(random)} port=5432 dbname=shop user=app password=${text}`,
			},
		}),
		"shell",
	),
	server("headers: Authorization Bearer", HEADER, ({ text }, random) =>
		remote(random, { headers: { Authorization: `Bearer ${text}` } }),
	),
	server("headers: Authorization with a scheme", HEADER, ({ text }, random) =>
		remote(random, {
			headers: {
				Authorization: `${random.pick(["token", "Token", "ApiKey", "Bot", "SSWS", "Api-Key"])} ${text}`,
			},
		}),
	),
	server("headers: Authorization alone", HEADER, ({ text }, random) =>
		remote(random, { headers: { Authorization: text } }),
	),
	server("headers: Basic", ["pair"], ({ text }, random) =>
		remote(random, { headers: { Authorization: `Basic ${text}` } }),
	),
	server("headers: X-API-Key", HEADER, ({ text }, random) =>
		remote(random, {
			headers: {
				Accept: "application/json, text/event-stream",
				[random.pick(headerNames)]: text,
			},
		}),
	),
	server("headers: by its own name", HEADER, ({ text, name }, random) =>
		remote(random, {
			headers: {
				[random.pick([name.header, name.variable, name.flag])]: text,
			},
		}),
	),
	server("headers: default of a reference", HEADER, (planted, random) =>
		remote(random, {
			headers: {
				Authorization: `Bearer \${${planted.name.variable}:-${planted.text}}`,
			},
		}),
	),
	server(
		"url: query",
		TOKEN,
		({ text, name }, random) =>
			remote(
				random,
				{},
				`/mcp?${random.pick(["profile=dev&", "", "v=2&"])}${random.pick([...parameters, name.camel, name.snake])}=${text}`,
			),
		"url",
	),
	server(
		"url: user and password",
		["password", "marked", "named"],
		({ text }, random) => ({
			type: "http",
			url: `https://${user(random)}:${text}@${host(random)}/mcp`,
		}),
		"url",
	),
	server(
		"url: default of a reference",
		TOKEN,
		({ text }, random) => ({
			type: "sse",
			url: `\${ACME_URL:-https://${host(random)}/sse?token=${text}}`,
		}),
		"url",
	),
	server(
		"args: flag with an address of a database",
		PASSWORD,
		({ text }, random) =>
			local(random, [
				random.pick([
					"--connection-string",
					"--database-url",
					"--dsn",
					"--uri",
				]),
				`${random.pick(["postgresql", "mongodb", "mysql", "clickhouse", "bolt", "rediss"])}://${random.pick(["neo4j", "elastic", "postgres.abcdefghijklmnopqrst", "admin"])}:${text}@${database(random)}/shop`,
			]),
		"url",
	),
	server("args: JSON of headers", HEADER, ({ text }, random) =>
		local(random, [
			"--headers",
			JSON.stringify({ "X-API-Key": text, Accept: "application/json" }),
		]),
	),
	server("env: headers in a variable", HEADER, ({ text }, random) => ({
		...local(random, []),
		env: {
			[random.pick(["MCP_HEADERS", "API_HEADERS", "HEADERS"])]: random.pick([
				JSON.stringify({ "X-API-Key": text }),
				`Authorization: Bearer ${text}`,
				`X-API-Key: ${text}`,
			]),
		},
	})),
	server(
		"env: key of a service account",
		["block"],
		({ text, mark, kind }, random) => ({
			...local(random, []),
			env: {
				GOOGLE_SERVICE_ACCOUNT_JSON: serviceAccount(
					kind === "credential" ? text : mark("<private key>"),
					random,
				),
			},
		}),
	),
	server("args: --flag value", SECRET, (planted, random) =>
		local(random, [`--${planted.name.flag}`, planted.text]),
	),
	server("args: --flag=value", SECRET, (planted, random) =>
		local(random, [
			"--verbose",
			`--${random.pick([planted.name.flag, planted.name.camel, planted.name.snake])}=${planted.text}`,
		]),
	),
	server("args: flag that is one word", TOKEN, ({ text }, random) =>
		local(random, [
			random.pick(["--key", "--token", "--api-key", "--apiKey", "--api_key"]),
			text,
		]),
	),
	server("args: flag for a password", PASSWORD, ({ text }, random) =>
		local(random, [
			...["--host", database(random), "--user", user(random)],
			random.pick(["--password", "--pass", "--passwd", "--db-password"]),
			text,
		]),
	),
	server("args: flag=password", PASSWORD, ({ text }, random) =>
		local(random, [
			`--host=${database(random)}`,
			`${random.pick(["--password", "--pass", "--pwd"])}=${text}`,
		]),
	),
	server("args: --header value", HEADER, ({ text }, random) =>
		local(random, [
			`https://${host(random)}/sse`,
			"--header",
			random.pick([
				`Authorization: Bearer ${text}`,
				`Authorization:Bearer ${text}`,
				`X-API-Key: ${text}`,
				`x-api-key:${text}`,
			]),
		]),
	),
	server("args: -H value", HEADER, ({ text }, random) =>
		local(random, ["-H", `Authorization: Bearer ${text}`, "--stdio"]),
	),
	server("args: --header=value", HEADER, ({ text }, random) =>
		local(random, [`--header=Authorization: Bearer ${text}`]),
	),
	server("args: -e NAME=value", SECRET, (planted, random) => ({
		command: "docker",
		args: [
			...["run", "-i", "--rm"],
			...["-e", "LOG_LEVEL=info", "-e"],
			`${planted.name.variable}=${planted.text}`,
			random.pick(["mcp/acme", "ghcr.io/github/github-mcp-server:v0.21.0"]),
		],
	})),
	server("args: --env=NAME=value", SECRET, (planted) => ({
		command: "docker",
		args: [
			...["run", "--rm", "-i"],
			`--env=${planted.name.variable}=${planted.text}`,
			"ghcr.io/acme/mcp:latest",
		],
	})),
	server(
		"args: address with a query",
		TOKEN,
		({ text, name }, random) =>
			local(random, [`https://${host(random)}/mcp?${name.camel}=${text}`]),
		"url",
	),
	server(
		"args: address of a database",
		PASSWORD,
		({ text }, random) =>
			local(random, [
				`postgresql://${user(random)}:${text}@${database(random)}/shop`,
			]),
		"url",
	),
	server("args: alone", MARKED, ({ text }, random) => local(random, [text])),
	server("args: JSON", TOKEN, ({ text, name }, random) =>
		local(random, [
			"--config",
			JSON.stringify({ [name.camel]: text, timeout: 30 }),
		]),
	),
	server(
		"args: sh -c",
		SECRET,
		(planted, random) => ({
			command: random.pick(["sh", "bash", "/bin/bash"]),
			args: [
				"-c",
				`${planted.name.variable}=${shellWord(planted)} npx -y ${random.pick(packages)}`,
			],
		}),
		"shell",
	),
	server(
		"args: export in sh -c",
		SECRET,
		(planted) => ({
			command: "bash",
			args: [
				"-lc",
				`cd /srv/acme && export ${planted.name.variable}=${shellWord(planted)} && exec uvx acme-mcp`,
			],
		}),
		"shell",
	),
	server(
		"args: set in cmd /c",
		TOKEN,
		({ text, name }) => ({
			command: "cmd",
			args: ["/c", `set ${name.variable}=${text}&& npx -y @acme/mcp-server`],
		}),
		"shell",
	),
	server(
		"command: NAME=value",
		SECRET,
		(planted) => ({
			command: `env ${planted.name.variable}=${shellWord(planted)} npx -y @acme/mcp-server`,
		}),
		"shell",
	),
	server(
		"headersHelper",
		TOKEN,
		({ text }, random) =>
			remote(random, {
				headersHelper: `echo '{"Authorization": "Bearer ${text}"}'`,
			}),
		"shell",
	),
	server("oauth: clientSecret", ["named", "marked"], ({ text }, random) =>
		remote(random, {
			oauth: {
				clientId: `acme-${random.text(alphabets.hex, 12)}`,
				clientSecret: text,
			},
		}),
	),
	server("unknown key: apiKey", TOKEN, ({ text }, random) => ({
		...remote(random, {}),
		[random.pick(["apiKey", "api_key", "token", "accessToken", "secret"])]:
			text,
	})),
	server("unknown key: auth", TOKEN, ({ text }, random) =>
		remote(random, { auth: { type: "bearer", token: text } }),
	),
	server("unknown key: bearer_token", TOKEN, ({ text }, random) =>
		remote(random, { bearer_token: text }),
	),
	server("unknown key: environment", SECRET, (planted) => ({
		type: "local",
		command: ["npx", "-y", "@acme/mcp-server"],
		environment: { [planted.name.variable]: planted.text },
	})),
	server("unknown key: http_headers", HEADER, ({ text }, random) =>
		remote(random, { http_headers: { Authorization: `Bearer ${text}` } }),
	),
	server("unknown key: requestInit", HEADER, ({ text }, random) =>
		remote(random, {
			requestInit: { headers: { "X-API-Key": text } },
		}),
	),
	server("unknown key: transport", HEADER, ({ text }, random) => ({
		transport: {
			type: "streamable-http",
			url: `https://${host(random)}/mcp`,
			headers: { Authorization: `Bearer ${text}` },
		},
	})),
	server("unknown key: credentials", SECRET, (planted, random) => ({
		...local(random, []),
		config: {
			region: "eu-west-1",
			credentials: { user: "app", [planted.name.camel]: planted.text },
		},
	})),
	server("url: base64 of a configuration", TOKEN, (planted) => {
		const config = JSON.stringify({
			debug: false,
			[planted.name.camel]: planted.value,
		});
		return {
			type: "http",
			url: `https://server.smithery.ai/@acme/shop/mcp?config=${planted.mark(encodeURIComponent(base64(config)))}&profile=dev`,
		};
	}),
	server(
		"url: a secret in the path",
		["server-address"],
		({ text }, random) => ({
			type: random.pick(["http", "sse"]),
			url: text,
		}),
	),
	server(
		"args: address with a secret in the path",
		["server-address"],
		({ text }) => ({ command: "npx", args: ["-y", "mcp-remote", text] }),
	),
	server("args: address", ["address"], ({ text }, random) =>
		local(random, ["--webhook", text]),
	),
];

/** A rule as people have it: for the very call that they once allowed, or with a wildcard after it. */
function ruleOf(tool: string, line: string, random: Random): string {
	return `${tool}(${line}${random.pick(["", "", ":*", " *"])})`;
}

const list = (random: Random) =>
	random.pick(["allow", "allow", "allow", "ask", "deny"]);

const hook = (hooks: JsonObject, random: Random): JsonObject => ({
	hooks: {
		[random.pick(["PostToolUse", "Stop", "SessionStart", "Notification"])]: [
			{ hooks: [hooks] },
		],
	},
});

/** Where people put credentials into settings. */
export const settingsPositions: readonly Position[] = [
	settings("settings env", ANY_NAMED, ({ name, text }) => ({
		env: { [name.variable]: text },
	})),
	settings("settings env: several lines", ["block"], ({ name, text }) => ({
		env: { [name.variable]: text },
	})),
	settings("settings env: list of headers", TOKEN, (planted) => ({
		env: {
			CLAUDE_CODE_ENABLE_TELEMETRY: "1",
			OTEL_EXPORTER_OTLP_HEADERS: `Authorization=Bearer%20${listItem(planted)}`,
		},
	})),
	settings("settings env: lines of headers", TOKEN, ({ text }, random) => ({
		env: {
			ANTHROPIC_BASE_URL: `https://${host(random)}/anthropic`,
			ANTHROPIC_CUSTOM_HEADERS: random.pick([
				`x-portkey-api-key: ${text}`,
				`X-Team: shop\nX-API-Key: ${text}`,
			]),
		},
	})),
	settings(
		"settings env: address of a proxy",
		PASSWORD,
		({ text }, random) => ({
			env: {
				[random.pick([
					"HTTPS_PROXY",
					"HTTP_PROXY",
				])]: `http://${user(random)}:${text}@proxy.northwind.io:3128`,
			},
		}),
		"url",
	),
	settings(
		"apiKeyHelper: echo value",
		TOKEN,
		(planted) => ({
			apiKeyHelper: `echo ${shellWord(planted)}`,
		}),
		"shell",
	),
	settings(
		"awsAuthRefresh",
		["named"],
		(planted) => ({
			awsAuthRefresh: `AWS_SECRET_ACCESS_KEY=${shellWord(planted)} aws sts get-session-token --profile acme`,
		}),
		"shell",
	),
	settings(
		"otelHeadersHelper",
		TOKEN,
		({ text }) => ({
			otelHeadersHelper: `printf '{"Authorization":"Bearer ${text}"}'`,
		}),
		"shell",
	),
	settings("pluginConfigs", TOKEN, ({ text, name }) => ({
		pluginConfigs: { "shop@acme": { options: { [name.camel]: text } } },
	})),
	settings(
		"extraKnownMarketplaces: address",
		TOKEN,
		({ text }) => ({
			extraKnownMarketplaces: {
				acme: {
					source: {
						source: "git",
						url: `https://x-access-token:${text}@github.com/acme/plugins.git`,
					},
				},
			},
		}),
		"url",
	),
	settings("hooks: headers of http", HEADER, ({ text }, random) =>
		hook(
			{
				type: "http",
				url: `https://${host(random)}/hooks/claude`,
				headers: { Authorization: `Bearer ${text}` },
			},
			random,
		),
	),
	settings("hooks: address of http", ["address"], ({ text }, random) =>
		hook({ type: "http", url: text }, random),
	),
	settings(
		"hooks: query of http",
		TOKEN,
		({ text }, random) =>
			hook(
				{ type: "http", url: `https://${host(random)}/hooks?token=${text}` },
				random,
			),
		"url",
	),
	settings("hooks: args", SECRET, (planted, random) =>
		hook(
			{
				type: "command",
				command: "node",
				args: ["notify.mjs", `--${planted.name.flag}`, planted.text],
			},
			random,
		),
	),
	settings("hooks: curl to an address", ["address"], ({ text }, random) =>
		hook(
			{
				type: "command",
				command: `curl -s -X POST -H 'Content-type: application/json' --data '{"text":"done"}' ${text}`,
			},
			random,
		),
	),
	settings("rules: curl to an address", ["address"], ({ text }, random) => ({
		permissions: {
			[list(random)]: [ruleOf("Bash", `curl -X POST ${text}`, random)],
		},
	})),
	settings("unknown key of settings", TOKEN, ({ text, name }, random) => ({
		[random.pick([name.camel, name.snake])]: text,
	})),
	settings("servers in settings: env", SECRET, (planted, random) => ({
		mcpServers: { acme: environment(planted, random) },
	})),
	...commandLines.flatMap(inSettings),
	...commandLines.slice(0, 8).map((line) =>
		settings(
			`statusLine: ${line.where}`,
			line.sorts,
			(planted, random) => ({
				statusLine: { type: "command", command: line.build(planted, random) },
			}),
			line.medium,
		),
	),
	...powerShellLines.map((line) =>
		settings(
			`rules: ${line.where}`,
			line.sorts,
			(planted, random) => ({
				permissions: {
					[list(random)]: [
						ruleOf("PowerShell", line.build(planted, random), random),
					],
				},
			}),
			line.medium,
		),
	),
];

/** A line of shell in each place where settings can hold one. */
function inSettings(line: Place<string>): Position[] {
	const { sorts, medium, where } = line;
	return [
		settings(
			`rules: ${where}`,
			sorts,
			(planted, random) => ({
				permissions: {
					[list(random)]: [ruleOf("Bash", line.build(planted, random), random)],
				},
			}),
			medium,
		),
		settings(
			`hooks: ${where}`,
			sorts,
			(planted, random) =>
				hook({ type: "command", command: line.build(planted, random) }, random),
			medium,
		),
	];
}

/** Where people put credentials into the text of an agent or a skill. */
export const bodyPositions: readonly Position[] = [
	{
		where: "body: sentence",
		sorts: MARKED,
		medium: "shell",
		build: ({ text }, random) => ({
			in: "body",
			text: `${random.pick(["Use the token", "Authenticate with", "The key of the staging system is"])} ${random.pick(["", "`"]) === "" ? text : `\`${text}\``} for all requests.`,
		}),
	},
	{
		where: "body: line of a list",
		sorts: SECRET,
		medium: "shell",
		build: ({ text, name }) => ({
			in: "body",
			text: `- Host: staging.acme.dev\n- ${name.variable}: \`${text}\``,
		}),
	},
	...commandLines.map(
		(line): Position => ({
			where: `body: ${line.where}`,
			sorts: line.sorts,
			medium: line.medium,
			build: (planted, random) => ({
				in: "body",
				text: `\`\`\`bash\n${line.build(planted, random)}\n\`\`\``,
			}),
		}),
	),
];
