import {
	MARKED,
	PASSWORD,
	type Place,
	SECRET,
	shellWord,
	TOKEN,
} from "./planted.ts";

type Line = Place<string>;

const line = (
	where: string,
	sorts: Line["sorts"],
	build: Line["build"],
	medium: Line["medium"] = "shell",
): Line => ({ where, sorts, build, medium });

const API = "https://api.acme.dev/v1/items";

/** Lines of shell in which a credential is harder to see: in another language, in a body, between quotes of quotes. */
export const hardLines: readonly Line[] = [
	line(
		"curl -H glued",
		TOKEN,
		({ text }) => `curl -s -H"Authorization: Bearer ${text}" ${API}`,
	),
	line(
		"curl with a scheme in lower case",
		TOKEN,
		({ text }) => `curl -H 'authorization: bearer ${text}' ${API}`,
	),
	line(
		"curl with references beside",
		TOKEN,
		({ text }) =>
			`curl -H "X-Org: $ORG" -H "Authorization: Bearer ${text}" -H "X-Trace: \${TRACE_ID}" ${API}`,
	),
	line(
		"curl with placeholders beside",
		TOKEN,
		({ text }) => `curl -H "X-Org: <your-org>" -H "X-API-Key: ${text}" ${API}`,
	),
	line(
		"curl --oauth2-bearer",
		TOKEN,
		(planted) => `curl --oauth2-bearer ${shellWord(planted)} ${API}`,
	),
	line("curl --user", ["password", "named"], ({ text, value }) =>
		/[$!;&|]/.test(value)
			? `curl --user 'anna:${text}' ${API}`
			: `curl --user "anna:${text}" ${API}`,
	),
	line(
		"curl -u with an e-mail",
		TOKEN,
		({ text }) =>
			`curl -u anna.berg@acme.dev:${text} https://acme.atlassian.net/rest/api/3/myself`,
	),
	line(
		"curl -d with JSON",
		PASSWORD,
		({ text }) =>
			`curl -X POST https://shop.acme.dev/login -H 'Content-Type: application/json' -d '{"email":"anna@acme.dev","password":"${text}"}'`,
	),
	line(
		"curl -d with a form",
		TOKEN,
		({ mark, value, kind, text }) =>
			`curl -X POST https://auth.acme.dev/token -d "grant_type=client_credentials&client_id=shop&client_secret=${kind === "credential" ? mark(encodeURIComponent(value)) : text}"`,
	),
	line(
		"curl --data-urlencode",
		PASSWORD,
		({ text }) =>
			`curl ${API} --data-urlencode 'username=anna' --data-urlencode 'password=${text}'`,
	),
	line(
		"curl -F",
		TOKEN,
		({ text }) => `curl -F token=${text} -F file=@build.zip ${API}`,
	),
	line(
		"curl -b cookie",
		["named"],
		({ text }) => `curl -b "theme=dark; session=${text}" ${API}`,
	),
	line(
		"curl of several lines",
		TOKEN,
		({ text }) =>
			`curl -s ${API} \\\n  -H "Accept: application/json" \\\n  -H "Authorization: Bearer ${text}"`,
	),
	line(
		"command after a reference",
		SECRET,
		(planted) =>
			`ACME_URL=$URL ${planted.name.variable}=${shellWord(planted)} OTHER=$OTHER npm test`,
	),
	line(
		"export of several",
		SECRET,
		(planted) =>
			`export NODE_ENV=test ${planted.name.variable}=${shellWord(planted)} PORT=8080; npm test`,
	),
	line(
		"single quotes around a variable",
		SECRET,
		({ name, text }) => `${name.variable}='${text}' npm run release`,
	),
	line(
		"reference with a literal default",
		SECRET,
		({ name, text }) =>
			`export ${name.variable}="\${${name.variable}:-${text}}"; npm test`,
	),
	line(
		"ssh with a command",
		SECRET,
		({ name, text }) =>
			`ssh deploy@10.0.0.4 '${name.variable}=${text} ./deploy.sh'`,
	),
	line(
		"docker compose exec -e",
		SECRET,
		(planted) =>
			`docker compose exec -e ${planted.name.variable}=${shellWord(planted)} api npm test`,
	),
	line(
		"docker -e in quotes",
		SECRET,
		({ name, text }) =>
			`docker run --rm -e "${name.variable}=${text}" acme/shop`,
	),
	line(
		"docker build --build-arg",
		SECRET,
		(planted) =>
			`docker build --build-arg ${planted.name.variable}=${shellWord(planted)} -t acme/shop .`,
	),
	line(
		"kubectl exec with env",
		SECRET,
		(planted) =>
			`kubectl exec deploy/shop -- env ${planted.name.variable}=${shellWord(planted)} ./migrate`,
	),
	line(
		"terraform -var",
		SECRET,
		({ name, text }) =>
			`terraform apply -auto-approve -var="${name.snake}=${text}"`,
	),
	line(
		"ansible -e",
		PASSWORD,
		({ text }) =>
			`ansible-playbook site.yml -e "ansible_become_password=${text}"`,
	),
	line(
		"gradle -P",
		SECRET,
		(planted) =>
			`./gradlew publish -P${planted.name.camel}=${shellWord(planted)}`,
	),
	line(
		"flutter --dart-define",
		SECRET,
		(planted) =>
			`flutter run --dart-define=${planted.name.variable}=${shellWord(planted)}`,
	),
	line(
		"java -D",
		SECRET,
		(planted) =>
			`java -Dacme.${planted.name.camel}=${shellWord(planted)} -jar shop.jar`,
	),
	line(
		"pip --index-url",
		["marked", "named", "password"],
		({ text }) =>
			`pip install --index-url https://deploy:${text}@pypi.acme.dev/simple acme-shop`,
		"url",
	),
	line(
		"git -c http.extraHeader",
		TOKEN,
		({ text }) =>
			`git -c http.extraHeader="Authorization: Bearer ${text}" fetch origin`,
	),
	line(
		"git push to an address",
		TOKEN,
		({ text }) => `git push https://anna:${text}@gitlab.com/acme/shop.git main`,
		"url",
	),
	line(
		"git clone with a user alone",
		MARKED,
		({ text }) => `git clone https://${text}@github.com/acme/shop.git`,
		"url",
	),
	line(
		"echo into .env",
		SECRET,
		({ name, text }) => `echo '${name.variable}=${text}' >> .env`,
	),
	line(
		"heredoc into .env",
		SECRET,
		({ name, text }) =>
			`cat > .env <<'EOF'\nNODE_ENV=production\n${name.variable}=${text}\nEOF`,
	),
	line(
		"sed into .env",
		SECRET,
		({ name, text }) =>
			`sed -i 's|${name.variable}=.*|${name.variable}=${text}|' .env`,
	),
	line(
		"heroku config:set",
		SECRET,
		(planted) =>
			`heroku config:set ${planted.name.variable}=${shellWord(planted)} --app acme`,
	),
	line(
		"fly secrets set",
		SECRET,
		(planted) =>
			`fly secrets set ${planted.name.variable}=${shellWord(planted)}`,
	),
	line(
		"supabase secrets set",
		SECRET,
		(planted) =>
			`npx supabase secrets set ${planted.name.variable}=${shellWord(planted)} --project-ref abcdefghijklmnopqrst`,
	),
	line(
		"SQL of a user",
		PASSWORD,
		({ text }) =>
			`psql -U postgres -c "ALTER USER app WITH PASSWORD '${text}'"`,
	),
	line(
		"SQL of MySQL",
		PASSWORD,
		({ text }) =>
			`mysql -uroot -e "CREATE USER 'app'@'%' IDENTIFIED BY '${text}'"`,
	),
	line(
		"redis-cli AUTH",
		PASSWORD,
		(planted) => `redis-cli -h cache.acme.dev AUTH ${shellWord(planted)}`,
	),
	line(
		"sudo -S",
		PASSWORD,
		({ text }) => `echo '${text}' | sudo -S apt-get update`,
	),
	line(
		"gpg --passphrase",
		PASSWORD,
		(planted) =>
			`gpg --batch --yes --passphrase ${shellWord(planted)} -d secrets.gpg`,
	),
	line(
		"7z -p",
		PASSWORD,
		(planted) => `7z x backup.7z -p${shellWord(planted)}`,
	),
	line(
		"keytool -storepass",
		PASSWORD,
		(planted) =>
			`keytool -list -keystore release.jks -storepass ${shellWord(planted)}`,
	),
	line(
		"notarytool --password",
		PASSWORD,
		(planted) =>
			`xcrun notarytool submit app.zip --apple-id anna@acme.dev --team-id A1B2C3D4E5 --password ${shellWord(planted)}`,
	),
	line(
		"mongodump -p",
		PASSWORD,
		(planted) =>
			`mongodump --host db.acme.dev -u app -p ${shellWord(planted)} --db shop`,
	),
	line("smbclient -U", PASSWORD, ({ text, value }) =>
		/[$!;&|#]/.test(value)
			? `smbclient //files/share -U 'anna%${text}'`
			: `smbclient //files/share -U anna%${text}`,
	),
	line(
		"lftp -u",
		PASSWORD,
		(planted) => `lftp -u deploy,${shellWord(planted)} sftp://files.acme.dev`,
	),
	line(
		"ftp address",
		PASSWORD,
		({ text }) => `wget ftp://deploy:${text}@files.acme.dev/dump.sql`,
		"url",
	),
	line(
		"ldapsearch -w",
		PASSWORD,
		(planted) =>
			`ldapsearch -x -H ldap://ldap.acme.dev -D cn=admin,dc=acme -w ${shellWord(planted)}`,
	),
	line(
		"mosquitto_pub -P",
		PASSWORD,
		(planted) =>
			`mosquitto_pub -h mq.acme.dev -u sensor -P ${shellWord(planted)} -t a -m b`,
	),
	line(
		"ngrok add-authtoken",
		TOKEN,
		(planted) => `ngrok config add-authtoken ${shellWord(planted)}`,
	),
	line("cargo login", MARKED, (planted) => `cargo login ${shellWord(planted)}`),
	line(
		"npm publish with a token",
		TOKEN,
		({ text }) => `npm publish --//registry.npmjs.org/:_authToken=${text}`,
	),
	line(
		"stripe --api-key",
		TOKEN,
		(planted) => `stripe customers list --api-key ${shellWord(planted)}`,
	),
	line(
		"gh with GH_TOKEN",
		TOKEN,
		({ text }) => `GH_TOKEN="${text}" gh pr list --repo acme/shop`,
	),
	line(
		"claude mcp add-json",
		TOKEN,
		({ text, name }) =>
			`claude mcp add-json acme '{"type":"stdio","command":"npx","args":["-y","@acme/mcp"],"env":{"${name.variable}":"${text}"}}'`,
	),
	line(
		"claude mcp add with --env",
		SECRET,
		(planted) =>
			`claude mcp add acme --scope user --env ${planted.name.variable}=${shellWord(planted)} -- uvx acme-mcp`,
	),
	line(
		"python with auth",
		PASSWORD,
		({ text }) =>
			`python3 -c "import requests; r = requests.get('${API}', auth=('anna', '${text}')); print(r.text)"`,
	),
	line(
		"python with a client",
		MARKED,
		({ text }) =>
			`python3 -c "from openai import OpenAI; c = OpenAI(api_key='${text}'); print(c.models.list())"`,
	),
	line(
		"python with a named argument",
		["named"],
		({ text }) =>
			`python3 -c "import acme; acme.Client(api_key='${text}').sync()"`,
	),
	line(
		"python connect",
		PASSWORD,
		({ text }) =>
			`python3 -c "import psycopg2; psycopg2.connect(host='db.acme.dev', user='app', password='${text}')"`,
	),
	line(
		"node with fetch",
		TOKEN,
		({ text }) =>
			`node -e "fetch('${API}', { headers: { authorization: 'Bearer ${text}' } }).then((r) => r.json()).then(console.log)"`,
	),
	line(
		"node with a constant",
		TOKEN,
		({ text, name }) =>
			`node -e "const ${name.camel} = '${text}'; require('./sync')(${name.camel})"`,
	),
	line(
		"websocat header",
		TOKEN,
		({ text }) =>
			`websocat -H='Authorization: Bearer ${text}' wss://api.acme.dev/ws`,
	),
	line(
		"grpcurl -H",
		TOKEN,
		({ text }) =>
			`grpcurl -H 'authorization: Bearer ${text}' api.acme.dev:443 list`,
	),
	line(
		"nested bash -c",
		SECRET,
		({ text, name }) =>
			`bash -c "docker run --rm -e ${name.variable}='${text}' acme/shop"`,
	),
	line(
		"loop",
		TOKEN,
		({ text }) =>
			`for i in 1 2 3; do curl -s -H "Authorization: Bearer ${text}" "${API}?page=$i"; done`,
	),
	line(
		"pipeline",
		TOKEN,
		({ text }) =>
			`curl -s ${API} -H "X-API-Key: ${text}" | jq -r '.items[].id' | head -5`,
	),
	line(
		"a variable of its own",
		TOKEN,
		({ text }) =>
			`TOKEN="${text}"; curl -s -H "Authorization: Bearer $TOKEN" ${API}`,
	),
	line(
		"in parentheses",
		TOKEN,
		({ text }) => `(export API_TOKEN=${text}; npm run e2e) 2>&1 | tail -20`,
	),
	line(
		"in a substitution",
		TOKEN,
		({ text }) =>
			`RESULT=$(curl -s -H "Authorization: Bearer ${text}" ${API}); echo "$RESULT" | jq .`,
	),
	line(
		"fish set -x",
		SECRET,
		(planted) =>
			`fish -c "set -x ${planted.name.variable} ${planted.text}; npm test"`,
	),
	line(
		"psql on this machine",
		PASSWORD,
		({ text }) =>
			`psql "postgresql://app:${text}@localhost:5432/shop" -c "select 1"`,
		"url",
	),
	line(
		"minio alias",
		["named"],
		({ text }) => `mc alias set prod https://s3.acme.dev AKACMEPROD01 ${text}`,
		"url",
	),
	line(
		"snowsql with a variable",
		PASSWORD,
		({ text }) => `SNOWSQL_PWD='${text}' snowsql -a xy12345.eu-west-1 -u app`,
	),
	line(
		"wp user create",
		PASSWORD,
		(planted) =>
			`wp user create anna anna@acme.dev --role=administrator --user_pass=${shellWord(planted)}`,
	),
	line(
		"rclone",
		PASSWORD,
		(planted) =>
			`rclone lsd :sftp,host=files.acme.dev,user=deploy,pass=${planted.text}:`,
		"url",
	),
];

/** The same for PowerShell. */
export const hardPowerShellLines: readonly Line[] = [
	line(
		"table of headers",
		TOKEN,
		({ text }) =>
			`$headers = @{ "X-API-Key" = "${text}"; Accept = "application/json" }; Invoke-RestMethod ${API} -Headers $headers`,
	),
	line(
		"ConvertTo-SecureString",
		PASSWORD,
		({ text }) =>
			`$p = ConvertTo-SecureString '${text}' -AsPlainText -Force; New-LocalUser app -Password $p`,
	),
	line(
		"Set-Item env",
		SECRET,
		({ text, name }) =>
			`Set-Item -Path Env:${name.variable} -Value '${text}'; npm test`,
	),
	line("setx", SECRET, ({ text, name }) => `setx ${name.variable} "${text}"`),
	line(
		"SetEnvironmentVariable",
		SECRET,
		({ text, name }) =>
			`[Environment]::SetEnvironmentVariable('${name.variable}', '${text}', 'User')`,
	),
	line(
		"net use",
		PASSWORD,
		(planted) =>
			`net use \\\\files\\share /user:acme\\anna ${shellWord(planted)}`,
	),
	line(
		"curl.exe",
		TOKEN,
		({ text }) => `curl.exe -s -H "Authorization: Bearer ${text}" ${API}`,
	),
	line(
		"variable and use",
		TOKEN,
		({ text }) =>
			`$token = "${text}"; Invoke-RestMethod ${API} -Headers @{ Authorization = "Bearer $token" }`,
	),
];
