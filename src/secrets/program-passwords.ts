/** A flag that takes a password in some programs and something else in others. */
export interface PasswordFlag {
	/** The names of the programs, or of what they are told to do. `suspicion.ts` has a part of each. */
	readonly programs: ReadonlySet<string>;
	readonly flag: RegExp;
	/** The password stands right behind the flag. */
	readonly isAttached?: true;
}

/** Sources: the manuals of these programs. */
export const passwordFlags: readonly PasswordFlag[] = [
	{
		programs: names(
			"mysql mysqladmin mysqlcheck mysqldump mysqlimport mysqlpump mysqlsh mysqlshow mysqlslap mysqlbinlog mysql_upgrade mycli",
		),
		flag: /^-p(?=.)/,
		isAttached: true,
	},
	{
		programs: names(
			"mariadb mariadb-admin mariadb-backup mariadb-binlog mariadb-check mariadb-dump mariadb-import mariadb-show mariadb-slap mariadb-upgrade",
		),
		flag: /^-p(?=.)/,
		isAttached: true,
	},
	{
		programs: names("7z 7za 7zr unrar rar"),
		flag: /^-h?p(?=.)/,
		isAttached: true,
	},
	{ programs: names("sshpass"), flag: /^-p(?=.)/, isAttached: true },
	{
		programs: names(
			"sshpass twine rclone lpass nmcli cypher-shell supabase expo evil-winrm rabbitmqadmin rdesktop",
		),
		flag: /^-p$/,
	},
	{
		programs: names("add-generic-password add-internet-password"),
		flag: /^-w$/,
	},
	{
		programs: names("xfreerdp xfreerdp3 wfreerdp"),
		flag: /^\/p:(?=.)/,
		isAttached: true,
	},
	{ programs: names("nuget"), flag: /^-k$/ },
	{
		programs: names(
			"mongo mongosh mongodump mongorestore mongoexport mongoimport mongostat mongotop",
		),
		flag: /^-p$/,
	},
	{ programs: names("login cqlsh sftp influx arangosh"), flag: /^-p$/ },
	{ programs: names("redis-cli keydb-cli valkey-cli"), flag: /^-a$/ },
	{ programs: names("sqlcmd bcp isql osql zip unzip ipmitool"), flag: /^-P$/ },
	{
		programs: names(
			"ldapadd ldapcompare ldapdelete ldapexop ldapmodify ldapmodrdn ldappasswd ldapsearch ldapvc ldapwhoami mosquitto_pub mosquitto_sub mosquitto_rr",
		),
		flag: /^-[wP]$/,
	},
	{ programs: names("secret secrets"), flag: /^(?:-b|--body)$/ },
	{ programs: names("openssl"), flag: /^-[kK]$/ },
	{ programs: names("vercel influx netlify surge"), flag: /^-t$/ },
];

function names(list: string): ReadonlySet<string> {
	return new Set(list.split(" "));
}

/** A value in quotes of any sort, or a word. The password is the last group that took part. */
const VALUE = String.raw`(?:\\?"((?:[^"\\\n]|\\[^"])+)\\?"|\\?'([^'\n]+)'|([^\s"'|;&<>]+))`;

/** A sentence of a program in which a password stands at a place of its own. */
export interface PasswordSentence {
	/** A text in lower case that stands in every one. */
	readonly hint: string;
	readonly pattern: RegExp;
}

export const passwordSentences: readonly PasswordSentence[] = [
	sentence(
		"identified",
		String.raw`\bIDENTIFIED\s+(?:WITH\s+\S{1,60}\s+)?BY\s+(?=\\?['"])${VALUE}`,
	),
	sentence("password", String.raw`\bPASSWORD\s+(?:=\s*)?(?=\\?')${VALUE}`),
	sentence(
		"password",
		String.raw`\b(?:ALTER|CREATE)\s+(?:USER|ROLE|LOGIN)\s[^;\n]{0,120}?\bPASSWORD\s*(?:=\s*)?(?=\\?['"])${VALUE}`,
	),
	sentence(
		"securestring",
		String.raw`\bConvertTo-SecureString\s+(?:-String\s+)?(?!-)${VALUE}`,
	),
	sentence(
		"auth",
		String.raw`\bauth\s*=\s*\\?\(\s*\\?["'][^"'\n]{1,80}\\?["']\s*,\s*(?=\\?['"])${VALUE}`,
	),
	sentence(
		"auth",
		String.raw`\b(?:redis|keydb|valkey)-cli\b[^|;&\n]{0,200}?\sAUTH\s+(?:default\s+)?${VALUE}`,
	),
	sentence(
		"htpasswd",
		String.raw`\bhtpasswd\s+-[a-zA-Z]{0,8}b[a-zA-Z]{0,8}\s+\S{1,200}\s+\S{1,80}\s+${VALUE}`,
	),
	sentence(
		"http-basic",
		String.raw`\b(?:poetry|composer)\s+config\s[^|;&\n]{0,80}?http-basic\.\S{1,120}\s+\S{1,120}\s+${VALUE}`,
	),
	sentence(
		"wandb",
		String.raw`\bwandb\s+login\s+(?:-\S{1,40}\s+){0,4}(?!-)${VALUE}`,
	),
	sentence(
		"password-command",
		String.raw`\bpassword-command[\s=]+["']?(?:echo|printf)\s+${VALUE}`,
	),
	sentence(
		"smbclient",
		String.raw`\bsmbclient\b[^|;&\n]{0,200}?\s-U\s*["']?[^\s%"']{1,80}%(?:${VALUE}|([^\s"']+))`,
	),
	sentence(
		"lftp",
		String.raw`\blftp\b[^|;&\n]{0,200}?\s-u\s*["']?[^\s,"']{1,80},${VALUE}`,
	),
	sentence(
		"/user:",
		String.raw`\bnet\s+use\b[^|;&\n]{0,200}?\s/user:\S{1,80}\s+${VALUE}`,
	),
	sentence("user", String.raw`\bnet\s+user\s+[\w.-]{1,60}\s+(?!/)${VALUE}`),
	sentence(
		"mc",
		String.raw`\bmc\s+(?:alias\s+set|config\s+host\s+add)\s+\S{1,60}\s+\S{1,200}\s+\S{1,120}\s+${VALUE}`,
	),
];

function sentence(hint: string, source: string): PasswordSentence {
	return { hint, pattern: new RegExp(source, "gid") };
}
