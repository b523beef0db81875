import {
	MARKED,
	PASSWORD,
	type Place,
	SECRET,
	shellWord,
	TOKEN,
} from "./planted.ts";
import type { Random } from "./random.ts";

const hosts = ["api.acme.dev", "api.northwind.io", "jira.widgets.com"];
const servers = ["db.acme.dev", "10.20.0.14", "pg.internal.northwind.io"];
const host = (random: Random) => random.pick(hosts);
const server = (random: Random) => random.pick(servers);
const user = (random: Random) =>
	random.pick(["deploy", "app", "reader", "anna", "svc_mcp"]);

type Line = Place<string>;

const line = (
	where: string,
	sorts: Line["sorts"],
	build: Line["build"],
	medium: Line["medium"] = "shell",
): Line => ({ where, sorts, build, medium });

const command = (random: Random) =>
	random.pick([
		"npm test",
		"npx -y @acme/mcp-server",
		"node scripts/sync.mjs",
		"python manage.py migrate",
		"uv run main.py",
	]);

/** Lines of shell that hold something, as people have them in rules, hooks and helpers. */
export const commandLines: readonly Line[] = [
	line(
		"curl -H Authorization: Bearer",
		TOKEN,
		({ text }, random) =>
			`curl -s -H "Authorization: Bearer ${text}" https://${host(random)}/v1/items`,
	),
	line(
		"curl -H Authorization: token",
		TOKEN,
		({ text }, random) =>
			`curl https://${host(random)}/user -H 'Authorization: token ${text}'`,
	),
	line(
		"curl -H X-API-Key",
		TOKEN,
		({ text }, random) =>
			`curl -X POST -H "Content-Type: application/json" -H "${random.pick(["X-API-Key", "x-api-key", "apikey", "PRIVATE-TOKEN", "X-Auth-Token"])}: ${text}" https://${host(random)}/v2/query`,
	),
	line(
		"curl -u user:password",
		["password", "marked", "named"],
		({ text, value }, random) =>
			/[\s!$&;]/.test(value)
				? `curl -u '${user(random)}:${text}' https://${host(random)}/rest`
				: `curl -s -u ${user(random)}:${text} https://${host(random)}/rest/api/2/myself`,
	),
	line(
		"curl --header=",
		TOKEN,
		({ text }, random) =>
			`curl --silent --header "Authorization: Bearer ${text}" "https://${host(random)}/graphql"`,
	),
	line(
		"curl with a query",
		TOKEN,
		({ text }, random) =>
			`curl -s "https://${host(random)}/v1/search?q=tests&${random.pick(["api_key", "key", "token", "access_token", "apikey"])}=${text}"`,
		"url",
	),
	line(
		"curl user:password@host",
		["password", "marked", "named"],
		({ text }, random) =>
			`curl https://${user(random)}:${text}@${host(random)}/export.csv -o export.csv`,
		"url",
	),
	line(
		"NAME=value command",
		SECRET,
		(planted, random) =>
			`${planted.name.variable}=${shellWord(planted)} ${command(random)}`,
	),
	line(
		"export NAME=value",
		SECRET,
		(planted) => `export ${planted.name.variable}=${shellWord(planted)}`,
	),
	line(
		"export NAME=value && command",
		SECRET,
		(planted, random) =>
			`export ${planted.name.variable}="${planted.text}" && ${command(random)}`,
	),
	line(
		"env NAME=value",
		SECRET,
		(planted, random) =>
			`env ${planted.name.variable}=${shellWord(planted)} ${command(random)}`,
	),
	line(
		"PGPASSWORD=value psql",
		PASSWORD,
		(planted, random) =>
			`PGPASSWORD=${shellWord(planted)} psql -h ${server(random)} -U ${user(random)} -d shop -c "select 1"`,
	),
	line(
		"mysql -pvalue",
		PASSWORD,
		(planted, random) =>
			`mysql -h ${server(random)} -u${user(random)} -p${shellWord(planted)} shop -e "show tables"`,
	),
	line(
		"mysql --password=value",
		PASSWORD,
		(planted, random) =>
			`mysqldump --user=${user(random)} --password=${shellWord(planted)} shop`,
	),
	line(
		"sshpass -p value",
		PASSWORD,
		(planted, random) =>
			`sshpass -p ${shellWord(planted)} ssh ${user(random)}@${server(random)} uptime`,
	),
	line(
		"redis-cli -a value",
		PASSWORD,
		(planted, random) =>
			`redis-cli -h ${server(random)} -p 6379 -a ${shellWord(planted)} ping`,
	),
	line(
		"docker login -p value",
		SECRET,
		(planted, random) =>
			`docker login -u ${user(random)} -p ${shellWord(planted)} registry.acme.dev`,
	),
	line(
		"docker run -e NAME=value",
		SECRET,
		(planted) =>
			`docker run -i --rm -p 8080:8080 -e ${planted.name.variable}=${shellWord(planted)} ghcr.io/acme/mcp:1.4.2`,
	),
	line(
		"gh secret set --body value",
		TOKEN,
		(planted) =>
			`gh secret set ${planted.name.variable} --body ${shellWord(planted)}`,
	),
	line(
		"claude mcp add -e NAME=value",
		SECRET,
		(planted) =>
			`claude mcp add acme -e ${planted.name.variable}=${shellWord(planted)} -- npx -y @acme/mcp-server`,
	),
	line(
		"claude mcp add --header",
		TOKEN,
		({ text }, random) =>
			`claude mcp add --transport http acme https://${host(random)}/mcp --header "Authorization: Bearer ${text}"`,
	),
	line(
		"npm config set _authToken",
		TOKEN,
		({ text }, random) =>
			`npm config set //registry.npmjs.org/:_authToken${random.pick(["=", " "])}${text}`,
	),
	line(
		"httpie header",
		TOKEN,
		({ text }, random) =>
			`http GET https://${host(random)}/me X-API-Key:${text}`,
	),
	line(
		"wget --header=",
		TOKEN,
		({ text }, random) =>
			`wget -q --header="Authorization: Bearer ${text}" https://${host(random)}/dump.tar.gz`,
	),
	line(
		"psql with an address",
		PASSWORD,
		({ text }, random) =>
			`psql "postgresql://${user(random)}:${text}@${server(random)}:5432/shop" -c "\\dt"`,
		"url",
	),
	line("psql with key words", PASSWORD, ({ text, value }, random) =>
		/\s/.test(value)
			? `psql "host=${server(random)} dbname=shop user=app password='${text}'"`
			: `psql "host=${server(random)} dbname=shop user=app password=${text} sslmode=require"`,
	),
	line(
		"mongosh with an address",
		PASSWORD,
		({ text }, random) =>
			`mongosh "mongodb+srv://${user(random)}:${text}@cluster0.k3x9q.mongodb.net/shop" --eval "db.stats()"`,
		"url",
	),
	line(
		"git clone with a token",
		TOKEN,
		({ text }, random) =>
			`git clone https://${random.pick(["x-access-token", "oauth2", "anna"])}:${text}@github.com/acme/shop.git`,
		"url",
	),
	line(
		"git remote set-url with a token",
		TOKEN,
		({ text }) =>
			`git remote set-url origin https://oauth2:${text}@gitlab.com/acme/shop.git`,
		"url",
	),
	line(
		"--token value",
		TOKEN,
		(planted, random) =>
			`${random.pick(["vercel deploy --prod", "firebase deploy", "eas build", "npx supabase link"])} --token ${shellWord(planted)}`,
	),
	line(
		"--token=value",
		TOKEN,
		(planted, random) =>
			`${random.pick(["railway up", "snyk test", "netlify deploy"])} --${random.pick(["token", "auth", "api-key", "access-token"])}=${shellWord(planted)}`,
	),
	line(
		"mvn -Dsonar.token=value",
		TOKEN,
		({ text }) =>
			`mvn sonar:sonar -Dsonar.host.url=http://localhost:9000 -Dsonar.token=${text}`,
	),
	line(
		"az login -p value",
		["named", "marked"],
		(planted) =>
			`az login --service-principal -u http://acme-ci -p ${shellWord(planted)} --tenant acme.onmicrosoft.com`,
	),
	line(
		"echo value | login",
		MARKED,
		(planted, random) =>
			`echo ${shellWord(planted)} | ${random.pick(["docker login -u anna --password-stdin ghcr.io", "gh auth login --with-token", "helm registry login -u anna --password-stdin ghcr.io"])}`,
	),
	line(
		"bash -c",
		TOKEN,
		({ text, name }) =>
			`bash -c '${name.variable}=${text} npx -y @acme/mcp-server'`,
	),
	line(
		"python os.environ",
		TOKEN,
		({ text, name }) =>
			`python -c "import os; os.environ['${name.variable}']='${text}'; import app; app.main()"`,
	),
	line(
		"python requests",
		TOKEN,
		({ text }, random) =>
			`python3 -c 'import requests; print(requests.get("https://${host(random)}/me", headers={"Authorization": "Bearer ${text}"}).json())'`,
	),
	line(
		"node process.env",
		TOKEN,
		({ text, name }) =>
			`node -e "process.env.${name.variable}='${text}'; require('./server.js')"`,
	),
	line(
		"kubectl --from-literal",
		SECRET,
		(planted) =>
			`kubectl create secret generic acme --from-literal=${planted.name.flag}=${shellWord(planted)}`,
	),
	line(
		"helm --set",
		SECRET,
		(planted) =>
			`helm upgrade shop bitnami/postgresql --set auth.${planted.name.camel}=${shellWord(planted)}`,
	),
	line(
		"sqlcmd -P value",
		PASSWORD,
		(planted, random) =>
			`sqlcmd -S ${server(random)} -U sa -P ${shellWord(planted)} -Q "select 1"`,
	),
	line(
		"twine upload -p value",
		TOKEN,
		(planted) => `twine upload -u __token__ -p ${shellWord(planted)} dist/*`,
	),
	line(
		"aws configure set",
		["named"],
		(planted) =>
			`aws configure set aws_secret_access_key ${shellWord(planted)} --profile acme`,
	),
	line(
		"openssl -passin pass:value",
		PASSWORD,
		(planted) =>
			`openssl rsa -in server.key -passin pass:${shellWord(planted)} -out plain.key`,
	),
];

/** The same for PowerShell and the command line of Windows. */
export const powerShellLines: readonly Line[] = [
	line("$env:NAME=value", SECRET, ({ text, name, value }, random) =>
		/[$]/.test(value)
			? `$env:${name.variable}='${text}'; ${command(random)}`
			: `$env:${name.variable}="${text}"; ${command(random)}`,
	),
	line(
		"Invoke-RestMethod -Headers",
		TOKEN,
		({ text }, random) =>
			`Invoke-RestMethod -Uri https://${host(random)}/me -Headers @{ Authorization = "Bearer ${text}" }`,
	),
	line(
		"Invoke-RestMethod -Uri with a query",
		TOKEN,
		({ text }) =>
			`Invoke-RestMethod -Uri "https://api.render.com/deploy/srv-d8sd84?key=${text}"`,
		"url",
	),
	line(
		"set NAME=value",
		TOKEN,
		({ text, name }, random) =>
			`cmd /c set ${name.variable}=${text}&& ${command(random)}`,
	),
];
