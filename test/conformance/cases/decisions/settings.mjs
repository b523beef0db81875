// How settings of several scopes come together, and which mode a session starts in.

const of = (permissions) => ({ permissions });

const bash = (commands) => commands.map((command) => `Bash(${command})`);

/** Of these the decisions tell the modes apart. */
const telling = ["Bash(npm a)", "Write(a.ts)", "Write(.git/a)"];

const start = (name, scopes) => ({ name, calls: telling, ...scopes });

export const cases = [
	{
		name: "the rules of all scopes are one list",
		user: of({ allow: ["Bash(npm *)"], deny: ["Bash(npm publish)"] }),
		settings: of({ allow: ["Bash(make *)"], ask: ["Bash(npm audit)"] }),
		local: of({ allow: ["Bash(go *)", "Bash(npm publish)"] }),
		calls: bash([
			"npm a",
			"make a",
			"go a",
			"npm publish",
			"npm audit",
			"cargo a",
		]),
	},
	{
		name: "a deny rule of the project wins over the user's allow rule",
		user: of({ allow: ["Bash", "Edit(**)"] }),
		settings: of({ deny: ["Bash(curl:*)", "Edit(gen/**)"] }),
		calls: [...bash(["curl a", "wget a"]), "Write(gen/a)", "Write(a)"],
	},
	{
		name: "a file that does not parse loses all its rules",
		files: { ".claude/settings.local.json": '{"permissions": {"deny": [' },
		settings: of({ allow: ["Bash(npm *)"] }),
		calls: bash(["npm a", "ls"]),
	},
	{
		name: "a value of the wrong kind costs the file",
		settings: of({ defaultMode: "nope", deny: ["Bash(ls)"] }),
		local: of({ allow: ["Bash(npm *)"] }),
		calls: bash(["ls", "npm a"]),
	},
	{
		name: "a rule that the client skips costs nothing else",
		settings: of({
			deny: ["bash", "Bash(curl:*)"],
			allow: ["", "Bash(npm a)"],
		}),
		calls: bash(["curl a", "npm a"]),
	},
	{
		name: "of two keys with the same name the last counts",
		files: {
			".claude/settings.json":
				'{"permissions": {"deny": ["Bash(curl:*)"]}, "permissions": {"allow": ["Bash(npm *)"]}}',
		},
		calls: bash(["curl a", "npm a"]),
	},
	start("the mode of the project", {
		settings: of({ defaultMode: "acceptEdits" }),
	}),
	start("the mode of the project, where nothing is asked", {
		settings: of({ defaultMode: "dontAsk" }),
	}),
	start("a project cannot choose to be asked nothing", {
		settings: of({ defaultMode: "bypassPermissions" }),
	}),
	start("and local settings cannot", {
		local: of({ defaultMode: "bypassPermissions" }),
	}),
	start("a user can", { user: of({ defaultMode: "bypassPermissions" }) }),
	start("a project that tries it puts the user's mode out of force", {
		user: of({ defaultMode: "dontAsk" }),
		settings: of({ defaultMode: "bypassPermissions" }),
	}),
	start("the same with the mode auto", {
		user: of({ defaultMode: "acceptEdits" }),
		settings: of({ defaultMode: "auto" }),
	}),
	start("local settings win over the project's", {
		local: of({ defaultMode: "default" }),
		settings: of({ defaultMode: "acceptEdits" }),
	}),
	start("the project's settings win over the user's", {
		user: of({ defaultMode: "acceptEdits" }),
		settings: of({ defaultMode: "dontAsk" }),
	}),
	start("the flag wins over all", {
		mode: "acceptEdits",
		local: of({ defaultMode: "dontAsk" }),
	}),
	start("a mode that is switched off is the default", {
		mode: "bypassPermissions",
		settings: of({ disableBypassPermissionsMode: "disable" }),
	}),
	start("a key in the wrong place switches nothing off", {
		mode: "bypassPermissions",
		settings: { disableBypassPermissionsMode: "disable" },
	}),
	start("manual is the default", {
		user: of({ defaultMode: "acceptEdits" }),
		settings: of({ defaultMode: "manual" }),
	}),
	{
		name: "settings that only an administrator can make",
		settings: {
			allowManagedPermissionRulesOnly: true,
			permissions: { denyInsteadOfPrompting: true, allow: ["Bash(npm *)"] },
		},
		calls: bash(["npm a", "make"]),
	},
	{
		name: "everything denied",
		deny: ["*"],
		allow: ["Bash", "Read"],
		calls: ["Bash(ls)", "Read(a)", "WebSearch(a b)"],
	},
	{
		name: "everything asked about",
		ask: ["*"],
		allow: ["Bash", "Read"],
		mode: "bypassPermissions",
		calls: ["Bash(ls)", "Read(a)", "WebSearch(a b)"],
	},
	{
		name: "a wildcard in a tool's name allows nothing",
		allow: ["*", "Web*", "B*"],
		calls: ["Bash(npm a)", "WebSearch(a b)"],
	},
	{
		name: "a name with a wildcard and with parentheses matches nothing",
		deny: ["B*(npm *)", "*(domain:example.com)"],
		allow: ["Bash(npm *)", "WebFetch"],
		calls: ["Bash(npm a)", "WebFetch(https://example.com/)"],
	},
];
