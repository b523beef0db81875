/** A flag that takes a password in one program and something else in others. */
export interface PasswordFlag {
	/** The name of the program, or of what it is told to do. */
	readonly program: RegExp;
	readonly flag: RegExp;
	/** The password stands right behind the flag. */
	readonly isAttached?: boolean;
}

/** Sources: the manuals of these programs. */
export const passwordFlags: readonly PasswordFlag[] = [
	{
		program: /^(?:mysql\w*|mariadb[\w-]*|mycli)$/,
		flag: /^-p(?=.)/,
		isAttached: true,
	},
	{
		program: /^(?:7z[ar]?|unrar|rar)$/,
		flag: /^-h?p(?=.)/,
		isAttached: true,
	},
	{ program: /^sshpass$/, flag: /^-p(?=.)/, isAttached: true },
	{ program: /^(?:sshpass|twine|rclone|lpass|nmcli)$/, flag: /^-p$/ },
	{ program: /^(?:redis-cli|keydb-cli|valkey-cli)$/, flag: /^-a$/ },
	{
		program:
			/^(?:mongo(?:sh|dump|restore|export|import|stat|top)?|login|cqlsh|sftp|influx|arangosh)$/,
		flag: /^-p$/,
	},
	{ program: /^(?:sqlcmd|bcp|isql|osql|zip|unzip)$/, flag: /^-P$/ },
	{
		program: /^(?:ldap\w+|mosquitto_(?:pub|sub))$/,
		flag: /^-(?:w|P)$/,
	},
	{ program: /^secrets?$/, flag: /^(?:-b|--body)$/ },
	{ program: /^openssl$/, flag: /^-[kK]$/ },
	{ program: /^(?:vercel|influx|netlify|surge)$/, flag: /^-t$/ },
];

/** A value in quotes of any sort, or a word. The password is the last group that took part. */
const VALUE = String.raw`(?:\\?"((?:[^"\\\n]|\\[^"])+)\\?"|\\?'([^'\n]+)'|([^\s"'|;&<>]+))`;

/** Sentences of programs in which a password stands at a place of its own. */
export const passwordSentences: readonly RegExp[] = [
	String.raw`\bIDENTIFIED\s+(?:WITH\s+\S{1,60}\s+)?BY\s+(?=\\?['"])${VALUE}`,
	String.raw`\bPASSWORD\s+(?:=\s*)?(?=\\?')${VALUE}`,
	String.raw`\bConvertTo-SecureString\s+(?:-String\s+)?(?!-)${VALUE}`,
	String.raw`\bauth\s*=\s*\\?\(\s*\\?["'][^"'\n]{1,80}\\?["']\s*,\s*(?=\\?['"])${VALUE}`,
	String.raw`\b(?:redis|keydb|valkey)-cli\b[^|;&\n]{0,200}?\sAUTH\s+(?:default\s+)?${VALUE}`,
	String.raw`\bsmbclient\b[^|;&\n]{0,200}?\s-U\s*["']?[^\s%"']{1,80}%(?:${VALUE}|([^\s"']+))`,
	String.raw`\blftp\b[^|;&\n]{0,200}?\s-u\s*["']?[^\s,"']{1,80},${VALUE}`,
	String.raw`\bnet\s+use\b[^|;&\n]{0,200}?\s/user:\S{1,80}\s+${VALUE}`,
	String.raw`\bnet\s+user\s+[\w.-]{1,60}\s+(?!/)${VALUE}`,
	String.raw`\bmc\s+(?:alias\s+set|config\s+host\s+add)\s+\S{1,60}\s+\S{1,200}\s+\S{1,120}\s+${VALUE}`,
	String.raw`\b(?:ALTER|CREATE)\s+(?:USER|ROLE|LOGIN)\s[^;\n]{0,120}?\bPASSWORD\s*=?\s*(?=\\?['"])${VALUE}`,
].map((source) => new RegExp(source, "gid"));
