// Whole settings files: their text, their root, and single mistakes in them.

const rule = '"permissions": { "deny": ["WebFetch"] }';

const texts = {
	"a right file": `{ ${rule} }`,
	"an empty object": "{}",
	"an empty file": "",
	"only white space": " \n",
	"a byte order mark": `\uFEFF{ ${rule} }`,
	"a comment": `{ // why\n ${rule} }`,
	"a trailing comma": `{ ${rule}, }`,
	"single quotes": "{ 'model': 'opus' }",
	"an object that is not closed": `{ ${rule}`,
	"an extra brace": `{ ${rule} }}`,
	"a word": "none",
	"null at the root": "null",
	"an array at the root": "[]",
	"a string at the root": '"x"',
	"a number at the root": "5",
	"a schema": `{ "$schema": "https://json.schemastore.org/claude-code-settings.json", ${rule} }`,
	"an unknown key": `{ ${rule}, "permision": {} }`,
	"servers in the settings": `{ ${rule}, "mcpServers": { "a": 5 } }`,
	"a note": `{ ${rule}, "_comment": "ours" }`,
	"a key twice, the wrong value first": `{ "verbose": 5, "verbose": true }`,
	"a key twice, the wrong value last": `{ "verbose": true, "verbose": 5 }`,
	"permissions as a list": '{ "permissions": ["Bash"] }',
	"permissions as null": '{ "permissions": null }',
	"allow as a string": '{ "permissions": { "allow": "Bash" } }',
	"deny as null": '{ "permissions": { "deny": null } }',
	"ask as an object": '{ "permissions": { "ask": {} } }',
	"a number among the rules":
		'{ "permissions": { "allow": ["Bash", 5, null, {}] } }',
	"an empty list of rules":
		'{ "permissions": { "allow": [], "deny": [], "ask": [] } }',
	"an unknown mode": '{ "permissions": { "defaultMode": "yolo" } }',
	"a mode in capitals": '{ "permissions": { "defaultMode": "AcceptEdits" } }',
	"the mode of older versions":
		'{ "permissions": { "defaultMode": "delegate" } }',
	"the mode manual": '{ "permissions": { "defaultMode": "manual" } }',
	"a mode as null": '{ "permissions": { "defaultMode": null } }',
	"bypass switched off with true":
		'{ "permissions": { "disableBypassPermissionsMode": true } }',
	"bypass switched off":
		'{ "permissions": { "disableBypassPermissionsMode": "disable" } }',
	"a folder that is a number":
		'{ "permissions": { "additionalDirectories": [5] } }',
	"unknown keys in permissions":
		'{ "permissions": { "allowed": 5, "Deny": [5] } }',
	"rules at the root": '{ "allow": ["Bash"], "deny": 5 }',
	"variables of every type":
		'{ "env": { "A": "x", "B": 5, "C": true, "D": null, "E": [], "F": {} } }',
	"variables as a list": '{ "env": ["A=x"] }',
	"a status line": '{ "statusLine": { "type": "command", "command": "date" } }',
	"a status line without a command": '{ "statusLine": { "type": "command" } }',
	"a status line of another type":
		'{ "statusLine": { "type": "text", "command": "date" } }',
	"a status line that is a string": '{ "statusLine": "date" }',
	"a sandbox switched on with a word": '{ "sandbox": { "enabled": "yes" } }',
	"a sandbox with a port as a string":
		'{ "sandbox": { "network": { "httpProxyPort": "8080" } } }',
	"a sandbox with a domain as a number":
		'{ "sandbox": { "network": { "allowedDomains": [5] } } }',
	"unknown keys in the sandbox":
		'{ "sandbox": { "enable": 5, "network": { "domains": 5 } } }',
	"a plugin without a marketplace": '{ "enabledPlugins": { "tool": true } }',
	"a plugin with a string": '{ "enabledPlugins": { "tool@market": "yes" } }',
	"a plugin with an object": '{ "enabledPlugins": { "tool@market": {} } }',
	"one server name as a string": '{ "enabledMcpjsonServers": "docs" }',
	"a number as a server name": '{ "enabledMcpjsonServers": [5] }',
	"a wildcard as a server name": '{ "enabledMcpjsonServers": ["*"] }',
	"a string with a space as the server names":
		'{ "enabledMcpjsonServers": "my docs" }',
	"attribution as a boolean": '{ "attribution": false }',
	"attribution with a number": '{ "attribution": { "commit": 5 } }',
	"days as a string": '{ "cleanupPeriodDays": "30" }',
	"days as a fraction": '{ "cleanupPeriodDays": 1.5 }',
	"negative days": '{ "cleanupPeriodDays": -1 }',
	"zero days": '{ "cleanupPeriodDays": 0 }',
	"a survey rate above one": '{ "feedbackSurveyRate": 2 }',
	"an unknown effort": '{ "effortLevel": "extreme" }',
	"an unknown channel": '{ "autoUpdatesChannel": "beta" }',
	"an unknown login method": '{ "forceLoginMethod": "sso" }',
	"a marketplace":
		'{ "extraKnownMarketplaces": { "a": { "source": { "source": "github", "repo": "a/b" } } } }',
	"a marketplace without a repository":
		'{ "extraKnownMarketplaces": { "a": { "source": { "source": "github" } } } }',
	"a marketplace of an unknown sort":
		'{ "extraKnownMarketplaces": { "a": { "source": { "source": "svn" } } } }',
	"a marketplace that is a string":
		'{ "extraKnownMarketplaces": { "a": "a/b" } }',
	"a marketplace with two names":
		'{ "extraKnownMarketplaces": { "a": { "source": { "source": "settings", "name": "b", "plugins": [] } } } }',
	"a key and its other name":
		'{ "extraKnownMarketplaces": {}, "additionalMarketplaces": {} }',
	"a key for organisations": '{ "managedMcpServers": {} }',
	"another key for organisations": '{ "allowManagedHooksOnly": true }',
	"another key for organisations with a wrong value":
		'{ "allowManagedHooksOnly": "yes" }',
	"a key for users": '{ "askUserQuestionTimeout": "5m" }',
	"deprecated keys": '{ "includeCoAuthoredBy": false, "voiceEnabled": true }',
};

const policies = [
	[],
	{},
	"docs",
	5,
	null,
	true,
	["docs"],
	[5],
	[null],
	[{}],
	[{ serverName: "docs" }],
	[{ serverName: "my docs" }],
	[{ serverName: "git*" }],
	[{ serverName: "" }],
	[{ serverName: " " }],
	[{ serverName: 5 }],
	[{ serverCommand: ["npx", "docs"] }],
	[{ serverCommand: [] }],
	[{ serverCommand: "npx" }],
	[{ serverCommand: [5] }],
	[{ serverUrl: "https://*.example.com/*" }],
	[{ serverUrl: "" }],
	[{ serverUrl: 5 }],
	[{ serverName: "a", serverUrl: "b" }],
	[{ serverName: "a", other: 1 }],
	[{ name: "docs" }],
	[{ serverName: "a" }, { serverName: "b c" }, 5],
];

export const cases = [
	...Object.entries(texts).map(([name, text]) => ({
		name,
		files: { ".claude/settings.json": text },
	})),
	...policies.map((policy) => ({
		name: `a server policy of ${JSON.stringify(policy)}`,
		files: {
			".claude/settings.json": JSON.stringify({
				allowedMcpServers: policy,
				deniedMcpServers: policy,
			}),
		},
	})),
	{
		name: "both settings files, one of them broken",
		files: {
			".claude/settings.json": "{ // no\n}",
			".claude/settings.local.json": `{ ${rule} }`,
		},
	},
	{
		name: "both settings files, each with a dropped rule",
		files: {
			".claude/settings.json": '{ "permissions": { "allow": ["bash"] } }',
			".claude/settings.local.json":
				'{ "permissions": { "deny": ["Bash()"] } }',
		},
	},
];
