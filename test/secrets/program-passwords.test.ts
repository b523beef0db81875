import { describe, expect, test } from "vitest";
import {
	passwordFlags,
	passwordSentences,
} from "../../src/secrets/program-passwords.ts";
import { namesCredential } from "../../src/secrets/suspicion.ts";
import { claimsInCommand } from "./claims-in.ts";
import { foundInCommand } from "./found-values.ts";

describe("programs take passwords at places of their own", () => {
	test.each([
		"mysql -u root -pword db",
		"/usr/bin/mariadb-dump -pword db",
		"sshpass -p word ssh host",
		"sshpass -pword ssh host",
		"7z x -pword a.7z",
		"redis-cli -h host -a word",
		"mongosh -u ada -p word",
		"docker login -u ada -p word",
		"sqlcmd -S host -P word",
		"zip -P word a.zip b",
		"ldapsearch -x -w word",
		"mosquitto_pub -P word -t a",
		"gh secret set NAME --body word",
		"vercel deploy -t word",
		"smbclient //host/share -U ada%word",
		"lftp -u ada,word host",
		"net user ada word /add",
		"net use z: \\\\host\\share /user:ada word",
		"mc alias set a https://a.example.com ada word",
		"mysql -e \"CREATE USER ada IDENTIFIED BY 'word'\"",
		"psql -c \"ALTER ROLE ada WITH PASSWORD 'word'\"",
		"ConvertTo-SecureString -String word -AsPlainText",
		"redis-cli -h host AUTH word",
		"python -c \"get(url, auth=('ada', 'word'))\"",
		"echo word | docker login --password-stdin",
		"echo word | sudo -S ls",
	])("%s", (script) => {
		const passwords = claimsInCommand(script).filter((claim) =>
			/word$/.test(claim),
		);
		expect(passwords.length).toBeGreaterThan(0);
	});

	test.each([
		"ssh -p 2222 host",
		"mkdir -p a/b",
		"cp -p a b",
		"docker run -p 80:80 a",
		"python -P a.py",
		"curl -a b -p c",
		"echo word | tee file",
		"tar -a -w b",
	])("and not in %s", (script) => {
		expect(claimsInCommand(script)).toEqual([]);
	});
});

test("suspicion falls on every program that is told a password", () => {
	const names = passwordFlags.flatMap(({ programs }) => [...programs]);
	expect(names.filter((name) => !namesCredential(name))).toEqual([]);
});

test("the hint of a sentence stands in it", () => {
	for (const { hint, pattern } of passwordSentences)
		expect(pattern.source.toLowerCase()).toContain(hint);
});

const password = "Lantern7262";

test.each([
	"cypher-shell -a neo4j+s://ab.databases.neo4j.io -u neo4j -p * 'RETURN 1'",
	"security add-generic-password -a me -s acme -w *",
	"ipmitool -I lanplus -H 10.1.2.3 -U admin -P * power status",
	"supabase link --project-ref abcdefghijklmnopqrst -p *",
	"xfreerdp /v:10.1.2.3 /u:acme /p:*",
	"etcdctl --user root:* get /a",
	"htpasswd -b .htpasswd anna *",
	"poetry config http-basic.acme bot *",
	"echo * | sudo -S systemctl restart app",
	"restic -r s3:a/b --password-command 'echo *' snapshots",
])("the password in %s is found", (command) => {
	expect(foundInCommand(command.replace("*", password))).toEqual([password]);
});

test.each([
	"cypher-shell -u neo4j -p $NEO4J_PASSWORD",
	"ipmitool -H 10.1.2.3 -U admin -E power status",
	"wandb login --relogin",
	"wandb login $WANDB_API_KEY",
	"htpasswd -n anna",
	"supabase link --project-ref abcdefghijklmnopqrst",
	"dotnet nuget push a.nupkg -k $NUGET_KEY",
	"redis-cli get session:efc4dea4-1668-483d-a40b-86fc02f22f2f",
	'redis-cli DEL "cache:key:20d342635343fabc"',
])("there is none in %s", (command) => {
	expect(foundInCommand(command)).toEqual([]);
});
