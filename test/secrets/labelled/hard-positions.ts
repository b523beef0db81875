import { base64, passwordWord } from "./credentials.ts";
import { hardLines, hardPowerShellLines } from "./hard-lines.ts";
import type { Json, JsonObject } from "./json-text.ts";
import {
	listItem,
	MARKED,
	PASSWORD,
	type Part,
	type Place,
	type Planted,
	SECRET,
	TOKEN,
} from "./planted.ts";
import type { Random } from "./random.ts";

type Position = Place<Part>;

const position =
	(place: "server" | "settings") =>
	(
		where: string,
		sorts: Position["sorts"],
		build: (planted: Planted, random: Random) => JsonObject,
		medium: Position["medium"] = "text",
	): Position => ({
		where,
		sorts,
		medium,
		build: (planted, random): Part =>
			place === "server"
				? { in: "server", server: build(planted, random) }
				: { in: "settings", settings: build(planted, random) },
	});

const server = position("server");
const settings = position("settings");

const local = (args: readonly Json[], more: JsonObject = {}): JsonObject => ({
	command: "npx",
	args: ["-y", "@acme/mcp-server", ...args],
	...more,
});
const remote = (more: JsonObject, path = "/mcp"): JsonObject => ({
	type: "http",
	url: `https://mcp.acme.dev${path}`,
	...more,
});

/** Names that say nothing, and some that say something else. */
const plainNames = [
	...["ACME_CONFIG", "VALUE", "FOO", "DATA", "X", "SETTINGS", "ACME"],
	...["MODEL", "CLIENT_ID", "TOKEN_FILE", "ACME_URL", "USERNAME", "PROFILE"],
];

/** Places in the declaration of a server that are harder to see. */
export const hardServerPositions: readonly Position[] = [
	server("headers: rare scheme", TOKEN, ({ text }, random) =>
		remote({
			headers: {
				Authorization:
					`${random.pick(["GenieKey", "Key", "DeepL-Auth-Key", "Klaviyo-API-Key", "JWT", "Bearer:", "Token token=", "Zoho-oauthtoken", "PVEAPIToken=anna@pam!mcp=", "X-Api-Key", "Splunk", "api-key"])} ${text}`.replace(
						"= ",
						"=",
					),
			},
		}),
	),
	server("env: name in another spelling", SECRET, ({ text, name }, random) =>
		local([], {
			env: { [random.pick([name.snake, name.camel, name.flag])]: text },
		}),
	),
	server("env: base64 of a token", TOKEN, ({ mark, value, kind, text, name }) =>
		local([], {
			env: {
				[`${name.variable}_BASE64`]:
					kind === "credential" ? mark(base64(value)) : text,
			},
		}),
	),
	server(
		"args: decoded on the way",
		MARKED,
		({ mark, value, kind, text }) => ({
			command: "bash",
			args: [
				"-c",
				`export ACME_API_KEY=$(echo ${kind === "credential" ? mark(base64(value)) : text} | base64 -d); exec acme-mcp`,
			],
		}),
		"shell",
	),
	server("url: everything escaped", MARKED, ({ mark, value, kind, text }) =>
		remote(
			{},
			`/mcp?api_key=${kind === "credential" ? mark(encodeURIComponent(value).replace(/[-_.]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)) : text}`,
		),
	),
	server(
		"url: a secret in the path of a bridge",
		["server-address"],
		({ text }) => ({
			command: "npx",
			args: ["-y", "supergateway", "--sse", text, "--logLevel", "none"],
		}),
	),
	server(
		"url: a secret in the path, unknown key",
		["server-address"],
		({ text }, random) => ({
			[random.pick(["serverUrl", "httpUrl", "uri", "endpoint"])]: text,
		}),
	),
	server("url: a secret in the path, twice", ["server-address"], ({ text }) =>
		remote({ description: "tools of the shop", fallback: { url: text } }),
	),
	server("env: name that says nothing", MARKED, ({ text }, random) =>
		local([], { env: { [random.pick(plainNames)]: text } }),
	),
	server("env: text around", MARKED, ({ text }) =>
		local([], { env: { NOTES: `key of staging: ${text} (rotate in May)` } }),
	),
	server("env: scheme in lower case", TOKEN, ({ text }) =>
		local([], { env: { AUTH_HEADER: `bearer ${text}` } }),
	),
	server("env: header with its name", TOKEN, ({ text }) =>
		local([], {
			env: {
				AUTH_HEADER: `Authorization: Bearer ${text}`,
				MCP_HEADERS: "Accept: */*",
			},
		}),
	),
	server("env: basic pair", ["pair"], ({ text }) =>
		local([], { env: { AUTH_HEADER: `Basic ${text}` } }),
	),
	server("env: user and password", PASSWORD, ({ text }) =>
		local([], { env: { ACME_BASIC_AUTH: `anna:${text}` } }),
	),
	server("env: JSON in JSON", TOKEN, ({ text, name }) =>
		local([], {
			env: {
				MCP_CONFIG: JSON.stringify({
					servers: [{ env: JSON.stringify({ [name.variable]: text }) }],
				}),
			},
		}),
	),
	server(
		"env: lines of a .env file",
		SECRET,
		({ text, name }) =>
			local([], {
				env: {
					DOTENV: `NODE_ENV=production\n${name.variable}=${text}\nPORT=8080\n`,
				},
			}),
		"shell",
	),
	server("env: default in a default", TOKEN, ({ text, name }) =>
		local([], {
			env: {
				[name.variable]: `\${${name.variable}:-\${ACME_FALLBACK:-${text}}}`,
			},
		}),
	),
	server("env: default with text around", TOKEN, ({ text }) =>
		local([], { env: { AUTH_HEADER: `Bearer \${ACME_TOKEN:-${text}}` } }),
	),
	server(
		"env: literal beside a reference",
		PASSWORD,
		({ text }) =>
			local([], {
				env: {
					DATABASE_URL: `postgresql://\${DB_USER}:${text}@\${DB_HOST}:5432/shop`,
				},
			}),
		"url",
	),
	server(
		"env: address on this machine",
		PASSWORD,
		({ text }) =>
			local([], {
				env: { DATABASE_URL: `postgresql://app:${text}@localhost:5432/shop` },
			}),
		"url",
	),
	server(
		"env: address of a container",
		PASSWORD,
		({ text }) =>
			local([], { env: { DATABASE_URL: `mysql://app:${text}@db:3306/shop` } }),
		"url",
	),
	server(
		"env: address without a user",
		PASSWORD,
		({ text }) =>
			local([], {
				env: { REDIS_URL: `redis://:${text}@cache.acme.dev:6379/1` },
			}),
		"url",
	),
	server(
		"env: address of several hosts",
		PASSWORD,
		({ text }) =>
			local([], {
				env: {
					MONGO_URI: `mongodb://app:${text}@a.acme.dev:27017,b.acme.dev:27017/shop?replicaSet=rs0`,
				},
			}),
		"url",
	),
	server("env: address with an escaped password", PASSWORD, (planted) =>
		local([], {
			env: {
				DATABASE_URL: `postgresql://app:${listItem(planted)}@db.acme.dev/shop`,
			},
		}),
	),
	server(
		"env: address with an at sign in the password",
		PASSWORD,
		({ mark, kind, value, text }) =>
			local([], {
				env: {
					DATABASE_URL: `postgresql://app:${kind === "credential" ? mark(`${value}@9`) : text}@db.acme.dev/shop`,
				},
			}),
		"url",
	),
	server(
		"env: address of Oracle",
		PASSWORD,
		({ text }) =>
			local([], {
				env: { ORACLE_CONNECTION: `app/${text}@//db.acme.dev:1521/SHOP` },
			}),
		"url",
	),
	server(
		"env: JDBC with a parameter",
		PASSWORD,
		({ text }) =>
			local([], {
				env: {
					JDBC_URL: `jdbc:postgresql://db.acme.dev:5432/shop?user=app&password=${text}&ssl=true`,
				},
			}),
		"url",
	),
	server(
		"env: SQL Server with semicolons",
		PASSWORD,
		({ text }) =>
			local([], {
				env: {
					DATABASE_URL: `sqlserver://db.acme.dev:1433;database=shop;user=sa;password=${text};encrypt=true`,
				},
			}),
		"shell",
	),
	server(
		"env: AMQP",
		PASSWORD,
		({ text }) =>
			local([], {
				env: { BROKER: `amqps://app:${text}@mq.acme.dev:5671/%2f` },
			}),
		"url",
	),
	server(
		"env: SMTP",
		PASSWORD,
		({ text }) =>
			local([], {
				env: { MAIL: `smtps://anna%40acme.dev:${text}@smtp.acme.dev:465` },
			}),
		"url",
	),
	server("env: list of tokens", MARKED, ({ text }) =>
		local([], { env: { ACME_TOKENS: `${text},${"$"}{SECOND_TOKEN}` } }),
	),
	server("env: list of objects", SECRET, ({ text, name }) => ({
		command: "npx",
		args: [],
		env: [
			{ name: "NODE_ENV", value: "test" },
			{ name: name.variable, value: text },
		],
	})),
	server("env: value of another kind", SECRET, ({ text, name }) =>
		local([], { env: { [name.variable]: { value: text, required: true } } }),
	),
	server("env: list of assignments", SECRET, ({ text, name }) =>
		local([], { env: ["NODE_ENV=test", `${name.variable}=${text}`] }),
	),
	server("headers: scheme in lower case", TOKEN, ({ text }) =>
		remote({ headers: { authorization: `bearer ${text}` } }),
	),
	server("headers: more than one space", TOKEN, ({ text }) =>
		remote({ headers: { AUTHORIZATION: `Bearer  ${text} ` } }),
	),
	server("headers: cookie", ["named"], ({ text }) =>
		remote({ headers: { Cookie: `theme=dark; session=${text}` } }),
	),
	server("headers: rare name", TOKEN, ({ text }, random) =>
		remote({
			headers: {
				[random.pick([
					"X-Api-Secret",
					"X-Access-Token",
					"X-Acme-Key",
					"DD-APPLICATION-KEY",
					"Ocp-Apim-Subscription-Key",
					"X-Functions-Key",
					"X-Figma-Token",
					"x-brave-key",
					"CF-Access-Client-Secret",
					"X-N8N-API-KEY",
					"Proxy-Authorization",
					"X-Session-Token",
					"X-Secret",
					"x-consumer-secret",
				])]: text,
			},
		}),
	),
	server("headers: list of objects", TOKEN, ({ text }) =>
		remote({
			headers: [
				{ key: "Accept", value: "*/*" },
				{ key: "Authorization", value: `Bearer ${text}` },
			],
		}),
	),
	server("headers: list of lines", TOKEN, ({ text }) =>
		remote({
			headers: ["Accept: application/json", `Authorization: Bearer ${text}`],
		}),
	),
	server("headers: in a text", TOKEN, ({ text }) =>
		remote({ headers: `Authorization: Bearer ${text}` }),
	),
	server(
		"headers: password of basic",
		PASSWORD,
		({ mark, value, kind, text }, random) =>
			remote({
				headers: {
					Authorization:
						kind === "credential"
							? `Basic ${mark(base64(`${passwordWord(random).toLowerCase()}@acme.dev:${value}`))}`
							: `Basic ${text}`,
				},
			}),
	),
	server(
		"url: user alone",
		MARKED,
		({ text }) => ({ type: "http", url: `https://${text}@mcp.acme.dev/mcp` }),
		"url",
	),
	server(
		"url: fragment",
		TOKEN,
		({ text }) => remote({}, `/mcp#access_token=${text}&token_type=bearer`),
		"url",
	),
	server(
		"url: rare parameter",
		TOKEN,
		({ text }, random) =>
			remote(
				{},
				`/mcp?tenant=shop&${random.pick(["tavilyApiKey", "exaApiKey", "browserbaseApiKey", "auth", "auth_token", "client_secret", "X-API-Key", "api-key", "apikey", "secret", "jwt", "subscription-key", "appKey"])}=${text}&v=2`,
			),
		"url",
	),
	server("url: escaped parameter", ["named"], ({ mark, value, kind, text }) =>
		remote(
			{},
			`/mcp?api_key=${kind === "credential" ? mark(encodeURIComponent(`${value}==`)) : text}`,
		),
	),
	server(
		"url: token in the path",
		MARKED,
		({ text }) => remote({}, `/mcp/${text}/sse`),
		"url",
	),
	server(
		"url: websocket",
		TOKEN,
		({ text }) => ({ type: "ws", url: `wss://mcp.acme.dev/ws?token=${text}` }),
		"url",
	),
	server(
		"url: key of another client",
		TOKEN,
		({ text }, random) => ({
			[random.pick([
				"serverUrl",
				"httpUrl",
				"uri",
				"endpoint",
				"baseUrl",
			])]: `https://mcp.acme.dev/sse?token=${text}`,
		}),
		"url",
	),
	server("args: flag of one letter", MARKED, ({ text }) => local(["-k", text])),
	server("args: flag with capital letters", SECRET, ({ text, name }) =>
		local([`-${name.camel}`, text]),
	),
	server("args: flag with a colon", TOKEN, ({ text, name }) =>
		local([`--${name.flag}:${text}`]),
	),
	server("args: name and value", SECRET, ({ text, name }) =>
		local([`${name.camel}=${text}`]),
	),
	server(
		"args: in one string",
		SECRET,
		({ text, name }) => ({
			command: "npx",
			args: [`-y @acme/mcp-server --${name.flag} ${text} --verbose`],
		}),
		"shell",
	),
	server(
		"args: whole in the command",
		SECRET,
		({ text, name }) => ({
			command: `npx -y @acme/mcp-server --${name.flag} ${text}`,
		}),
		"shell",
	),
	server(
		"args: with quotes",
		SECRET,
		({ text, name }) => local([`--${name.flag}="${text}"`]),
		"shell",
	),
	server("args: header without a space", TOKEN, ({ text }) => ({
		command: "npx",
		args: [
			"mcp-remote",
			"https://mcp.acme.dev/sse",
			"--header",
			`X-API-Key:${text}`,
			"--allow-http",
		],
	})),
	server(
		"args: header with a literal beside a reference",
		TOKEN,
		({ text }) => ({
			command: "npx",
			args: [
				"mcp-remote",
				"https://mcp.acme.dev/sse",
				"--header",
				"X-Org:${ACME_ORG}",
				"--header",
				`Authorization:Bearer ${text}`,
			],
		}),
	),
	server("args: supergateway", TOKEN, ({ text }) => ({
		command: "npx",
		args: [
			"-y",
			"supergateway",
			"--streamableHttp",
			"https://mcp.acme.dev/mcp",
			"--oauth2Bearer",
			text,
		],
	})),
	server("args: docker with many", SECRET, ({ text, name }) => ({
		command: "docker",
		args: [
			"run",
			"--rm",
			"-i",
			"-e",
			"A=1",
			"-e",
			"B=${B}",
			"-e",
			"C",
			"-e",
			`${name.variable}=${text}`,
			"-e",
			"TOKEN_FILE=/run/secrets/token",
			"acme/mcp",
		],
	})),
	server("args: docker -e glued", SECRET, ({ text, name }) => ({
		command: "docker",
		args: ["run", "-i", `-e${name.variable}=${text}`, "acme/mcp"],
	})),
	server("args: JSON of a whole configuration", SECRET, ({ text, name }) =>
		local([
			"--config",
			JSON.stringify({
				mcpServers: { a: { command: "npx", env: { [name.variable]: text } } },
			}),
		]),
	),
	server("args: JSON in JSON", TOKEN, ({ text, name }) =>
		local([
			"--config",
			JSON.stringify({ openapi: JSON.stringify({ [name.camel]: text }) }),
		]),
	),
	server(
		"args: PowerShell",
		TOKEN,
		({ text, name }) => ({
			command: "powershell",
			args: [
				"-NoProfile",
				"-Command",
				`$env:${name.variable}='${text}'; npx -y @acme/mcp-server`,
			],
		}),
		"shell",
	),
	server(
		"args: cmd with quotes",
		TOKEN,
		({ text, name }) => ({
			command: "cmd.exe",
			args: ["/c", `set "${name.variable}=${text}" && npx -y @acme/mcp-server`],
		}),
		"shell",
	),
	server(
		"args: wsl",
		TOKEN,
		({ text, name }) => ({
			command: "wsl.exe",
			args: [
				"bash",
				"-c",
				`${name.variable}=${text} /usr/bin/npx -y @acme/mcp-server`,
			],
		}),
		"shell",
	),
	server("args: env as the command", SECRET, ({ text, name }) => ({
		command: "env",
		args: [
			"NODE_ENV=test",
			`${name.variable}=${text}`,
			"npx",
			"-y",
			"@acme/mcp-server",
		],
	})),
	server(
		"args: lines of a script",
		SECRET,
		({ text, name }) => ({
			command: "bash",
			args: [
				"-c",
				`set -e\n# start the server\nexport ${name.variable}='${text}'\nexec npx -y @acme/mcp-server`,
			],
		}),
		"shell",
	),
	server(
		"args: python -c",
		TOKEN,
		({ text, name }) => ({
			command: "python3",
			args: [
				"-c",
				`import os\nos.environ["${name.variable}"] = "${text}"\nimport acme_mcp; acme_mcp.main()`,
			],
		}),
		"shell",
	),
	server(
		"args: node -e",
		TOKEN,
		({ text, name }) => ({
			command: "node",
			args: [
				"-e",
				`process.env["${name.variable}"]="${text}";require("acme-mcp")`,
			],
		}),
		"shell",
	),
	server("command list of another client", TOKEN, ({ text, name }) => ({
		type: "local",
		command: ["npx", "-y", "@acme/mcp-server", `--${name.flag}`, text],
	})),
	server("unknown key: deep", SECRET, ({ text, name }) =>
		remote({
			vendor: {
				acme: {
					profiles: [
						{ name: "prod", connection: { options: { [name.camel]: text } } },
					],
				},
			},
		}),
	),
	server("unknown key: list of objects", SECRET, ({ text, name }) =>
		remote({ variables: [{ key: name.variable, value: text, secret: true }] }),
	),
	server("unknown key: input with a default", TOKEN, ({ text, name }) =>
		local([], {
			inputs: [
				{
					type: "promptString",
					id: name.flag,
					description: "the key",
					password: true,
					default: text,
				},
			],
		}),
	),
	server("unknown key: auth of Cursor", ["named"], ({ text }) =>
		remote({
			auth: {
				CLIENT_ID: "shop-frontend",
				CLIENT_SECRET: text,
				scopes: ["read"],
			},
		}),
	),
	server("unknown key: user and password", PASSWORD, ({ text }) =>
		remote({ auth: { type: "basic", username: "anna", password: text } }),
	),
	server("unknown key: description", MARKED, ({ text }) =>
		local([], { description: `Shop tools. Key: ${text}` }),
	),
	server("unknown key: comment", MARKED, ({ text }) =>
		local([], {
			_comment: `old key was ${text}`,
			env: { ACME_API_KEY: "${ACME_API_KEY}" },
		}),
	),
	server(
		"unknown key: proxy",
		PASSWORD,
		({ text }) => remote({ proxy: `http://app:${text}@proxy.acme.dev:3128` }),
		"url",
	),
	server(
		"headersHelper: script",
		TOKEN,
		({ text }) =>
			remote({
				headersHelper: `bash -c 'printf "{\\"X-API-Key\\": \\"%s\\"}" ${text}'`,
			}),
		"shell",
	),
	server("key: variable", MARKED, ({ text }) =>
		local([], { env: { [text]: "" } }),
	),
	server("key: header", MARKED, ({ text }) =>
		remote({ headers: { [`Authorization: Bearer ${text}`]: "" } }),
	),
	server("key: unknown", MARKED, ({ text }) =>
		local([], { keys: { [text]: "staging" } }),
	),
];

const rule = (text: string, random: Random): JsonObject => ({
	permissions: {
		[random.pick(["allow", "allow", "allow", "deny", "ask"])]: [text],
	},
});

/** A rule whose parentheses are escaped, as the client writes them. */
const escaped = (text: string) => text.replace(/[()]/g, "\\$&");

/** Places in settings that are harder to see. */
export const hardSettingsPositions: readonly Position[] = [
	...hardLines.flatMap((line): Position[] => [
		settings(
			`rules: ${line.where}`,
			line.sorts,
			(planted, random) =>
				rule(
					`Bash(${escaped(line.build(planted, random))}${random.pick(["", ":*", " *"])})`,
					random,
				),
			line.medium,
		),
		settings(
			`hooks: ${line.where}`,
			line.sorts,
			(planted, random) => ({
				hooks: {
					[random.pick(["PreToolUse", "Stop"])]: [
						{
							matcher: "Bash",
							hooks: [
								{ type: "command", command: line.build(planted, random) },
							],
						},
					],
				},
			}),
			line.medium,
		),
	]),
	...hardPowerShellLines.map((line) =>
		settings(
			`rules: ${line.where}`,
			line.sorts,
			(planted, random) =>
				rule(`PowerShell(${escaped(line.build(planted, random))})`, random),
			line.medium,
		),
	),
	settings(
		"rules: WebFetch",
		TOKEN,
		({ text }, random) =>
			rule(`WebFetch(https://api.acme.dev/v1/items?api_key=${text})`, random),
		"url",
	),
	settings(
		"rules: alone",
		MARKED,
		({ text }, random) => rule(`Bash(echo ${text})`, random),
		"shell",
	),
	settings(
		"rules: of a path",
		MARKED,
		({ text }, random) => rule(`Read(//home/anna/keys/${text}.txt)`, random),
		"url",
	),
	settings("rules: not a rule", MARKED, ({ text }, random) =>
		rule(text, random),
	),
	settings("hooks: prompt", MARKED, ({ text }) => ({
		hooks: {
			Stop: [
				{
					hooks: [
						{
							type: "prompt",
							prompt: `Post the result to the shop with the key ${text}.`,
						},
					],
				},
			],
		},
	})),
	settings(
		"hooks: headers of http with a reference beside",
		TOKEN,
		({ text }) => ({
			hooks: {
				Stop: [
					{
						hooks: [
							{
								type: "http",
								url: "https://hooks.acme.dev/claude",
								headers: { "X-Org": "${ACME_ORG}", "X-API-Key": text },
								allowedEnvVars: ["ACME_ORG"],
							},
						],
					},
				],
			},
		}),
	),
	settings(
		"settings env: name that says nothing",
		MARKED,
		({ text }, random) => ({ env: { [random.pick(plainNames)]: text } }),
	),
	settings("settings env: default", SECRET, ({ text, name }) => ({
		env: { [name.variable]: `\${${name.variable}:-${text}}` },
	})),
	settings(
		"settings env: address",
		PASSWORD,
		({ text }) => ({
			env: { DATABASE_URL: `postgresql://app:${text}@db.acme.dev:5432/shop` },
		}),
		"url",
	),
	settings("settings env: git configuration", TOKEN, ({ text }) => ({
		env: {
			GIT_CONFIG_COUNT: "1",
			GIT_CONFIG_KEY_0: "http.https://github.com/.extraheader",
			GIT_CONFIG_VALUE_0: `Authorization: Bearer ${text}`,
		},
	})),
	settings("settings env: npm registry", TOKEN, ({ text }) => ({
		env: { "npm_config_//registry.npmjs.org/:_authToken": text },
	})),
	settings(
		"apiKeyHelper: printf",
		TOKEN,
		({ text }) => ({ apiKeyHelper: `printf '%s' '${text}'` }),
		"shell",
	),
	settings(
		"apiKeyHelper: bash -c echo",
		TOKEN,
		({ text }) => ({ apiKeyHelper: `bash -c "echo ${text}"` }),
		"shell",
	),
	settings(
		"apiKeyHelper: Windows",
		TOKEN,
		({ text }) => ({ apiKeyHelper: `cmd /c echo ${text}` }),
		"shell",
	),
	settings(
		"awsCredentialExport: JSON",
		["named"],
		({ text }) => ({
			awsCredentialExport: `echo '{"Credentials":{"AccessKeyId":"\${KEY_ID}","SecretAccessKey":"${text}","SessionToken":""}}'`,
		}),
		"shell",
	),
	settings(
		"marketplace: token in the address",
		MARKED,
		({ text }) => ({
			extraKnownMarketplaces: {
				acme: {
					source: {
						source: "url",
						url: `https://plugins.acme.dev/marketplace.json?token=${text}`,
					},
				},
			},
		}),
		"url",
	),
	settings("marketplace: headers", TOKEN, ({ text }) => ({
		extraKnownMarketplaces: {
			acme: {
				source: {
					source: "url",
					url: "https://plugins.acme.dev/marketplace.json",
					headers: { Authorization: `Bearer ${text}` },
				},
			},
		},
	})),
	settings("pluginConfigs: servers", SECRET, ({ text, name }) => ({
		pluginConfigs: {
			"shop@acme": { mcpServers: { shop: { [name.variable]: text } } },
		},
	})),
	settings("unknown key: deep in settings", SECRET, ({ text, name }) => ({
		acme: { integrations: { shop: { credentials: { [name.camel]: text } } } },
	})),
	settings("unknown key: a list in settings", MARKED, ({ text }) => ({
		tokens: [text],
	})),
	settings("unknown key: a note in settings", MARKED, ({ text }) => ({
		"//": `for tests: ${text}`,
	})),
	settings("servers in settings: headers", TOKEN, ({ text }) => ({
		mcpServers: {
			acme: remote({ headers: { Authorization: `Bearer ${text}` } }),
		},
	})),
	settings("servers in settings: args", SECRET, ({ text, name }) => ({
		mcpServers: { acme: local([`--${name.flag}`, text]) },
	})),
	settings("projects in settings", SECRET, ({ text, name }) => ({
		projects: {
			"/home/anna/shop": {
				mcpServers: { acme: local([], { env: { [name.variable]: text } }) },
			},
		},
	})),
	settings("environment of a sandbox", SECRET, ({ text, name }) => ({
		sandbox: { enabled: true, environment: { [name.variable]: text } },
	})),
	settings("companyAnnouncements", MARKED, ({ text }) => ({
		companyAnnouncements: [
			`The key of the test system is ${text} until Friday.`,
		],
	})),
	settings(
		"statusLine: args",
		TOKEN,
		({ text }) => ({
			statusLine: {
				type: "command",
				command: `~/.claude/line.sh --api-key=${text} --width 80`,
			},
		}),
		"shell",
	),
];

/** Places in the text of an agent or a skill that are harder to see. */
export const hardBodyPositions: readonly Position[] = [
	...hardLines
		.filter(({ where }) => /curl|python|echo into|psql|export/.test(where))
		.map(
			(line): Position => ({
				where: `body: ${line.where}`,
				sorts: line.sorts,
				medium: line.medium,
				build: (planted, random) => ({
					in: "body",
					text: `\`\`\`sh\n${line.build(planted, random)}\n\`\`\``,
				}),
			}),
		),
	{
		where: "body: table",
		sorts: MARKED,
		medium: "shell",
		build: ({ text, name }) => ({
			in: "body",
			text: `| system | key |\n|---|---|\n| ${name.flag} | ${text} |`,
		}),
	},
	{
		where: "body: code with a name",
		sorts: TOKEN,
		medium: "shell",
		build: ({ text, name }) => ({
			in: "body",
			text: `\`\`\`python\n${name.variable} = "${text}"\nclient = Client(${name.variable})\n\`\`\``,
		}),
	},
	{
		where: "body: JSON",
		sorts: SECRET,
		medium: "shell",
		build: ({ text, name }) => ({
			in: "body",
			text: `\`\`\`json\n{\n  "env": { "${name.variable}": "${text}" }\n}\n\`\`\``,
		}),
	},
	{
		where: "body: comment of HTML",
		sorts: MARKED,
		medium: "shell",
		build: ({ text }) => ({
			in: "body",
			text: `<!-- key of staging: ${text} -->`,
		}),
	},
	{
		where: "body: link",
		sorts: MARKED,
		medium: "url",
		build: ({ text }) => ({
			in: "body",
			text: `See [the report](https://api.acme.dev/report?token=${text}).`,
		}),
	},
];
