// Rules about files: where their patterns count from, and which paths they match.

const paths = [
	"src/a.ts",
	"src/deep/a.ts",
	"lib/src/a.ts",
	"a.ts",
	"SRC/A.TS",
	"docs/b.md",
	"{{BASE}}/other/src/a.ts",
];
const reads = paths.map((path) => `Read(${path})`);
const writes = paths.map((path) => `Write(${path})`);

/** Reading is free in the folder, so that what a pattern takes is seen by denying it; what it allows, by writing. */
const denied = (contents) =>
	contents.map((content) => ({
		name: `deny Read(${content})`,
		deny: [`Read(${content})`],
		calls: reads,
	}));
const allowed = (contents) =>
	contents.map((content) => ({
		name: `allow Edit(${content})`,
		allow: [`Edit(${content})`],
		calls: writes,
	}));

/** A notebook that is read before it is changed, as the tool wants it. */
const notebook = {
	files: {
		"a.ipynb": JSON.stringify({
			cells: [
				{
					...{ cell_type: "code", id: "one", source: ["1"] },
					...{ metadata: {}, outputs: [], execution_count: null },
				},
			],
			metadata: {},
			nbformat: 4,
			nbformat_minor: 5,
		}),
	},
	calls: ["Read(a.ipynb)", "NotebookEdit(a.ipynb)"],
};

export const cases = [
	...denied([
		"src/**",
		"./src/**",
		"/src/**",
		"src",
		"src/",
		"src/*",
		"src/*.ts",
		"src/a.ts",
		"/a.ts",
		"a.ts",
		"./a.ts",
		"*.ts",
		"**/*.ts",
		"**",
		"/**",
		"src/deep/**",
		"s?c/a.ts",
		"[s]rc/a.ts",
		"{src,docs}/a.ts",
		"../other/**",
		"//{{BASE}}/other/**",
		"{{PROJ}}/src/**",
		"/{{PROJ}}/src/**",
		"$HOME/**",
		".",
		"src\\a.ts",
	]),
	...allowed([
		"src/**",
		"./src/**",
		"/src/**",
		"src",
		"src/*",
		"src/*.ts",
		"src/a.ts",
		"./a.ts",
		"/a.ts",
		"*.ts",
		"**",
		"//{{BASE}}/other/**",
		"{{PROJ}}/src/**",
		"../other/**",
		"*",
	]),
	{
		name: "a pattern with an exclamation mark frees what an earlier one took",
		deny: [
			"Read(*.env)",
			"Read(!src/.env)",
			"Read(!first.pem)",
			"Read(*.pem)",
			"Read(secret/**)",
			"Read(!secret/public.txt)",
		],
		calls: [
			"Read(.env)",
			"Read(src/.env)",
			"Read(lib/.env)",
			"Read(first.pem)",
			"Read(other.pem)",
			"Read(secret/a.txt)",
			"Read(secret/public.txt)",
		],
	},
	{
		name: "it frees nothing that another file or another anchor took",
		deny: ["Read(*.env)", "Read(/*.pem)", "Read(//{{PROJ}}/*.key)"],
		local: {
			permissions: {
				deny: ["Read(!a.env)", "Read(!a.pem)"],
			},
		},
		calls: ["Read(a.env)", "Read(a.pem)", "Read(a.key)"],
	},
	{
		name: "the home folder",
		deny: ["Read(~/.ssh/**)", "Read(~)", "Read(~other/x)", "Read(.netrc)"],
		allow: ["Read"],
		calls: [
			"Read(~/.ssh/id_rsa)",
			"Read({{HOME}}/.ssh/id_rsa)",
			"Read(~/.SSH/id_rsa)",
			"Read(~/x)",
			"Read(.ssh/id_rsa)",
			"Read(~/.netrc)",
			"Read(.netrc)",
		],
	},
	{
		name: "rules of the user count from other places",
		user: {
			permissions: {
				deny: ["Read(/secret/**)", "Read(src/**)", "Read(.env)"],
			},
		},
		calls: [
			"Read(secret/a)",
			"Read(~/.claude/secret/a)",
			"Read(src/a)",
			"Read(.env)",
			"Read(lib/.env)",
		],
	},
	{
		name: "additional folders",
		files: { "../other/a": "" },
		homeFiles: { "more/a": "" },
		settings: {
			permissions: {
				additionalDirectories: ["../other", "~/more"],
				deny: ["Read(.env)"],
				allow: ["Edit(out/**)"],
			},
		},
		calls: [
			"Read({{BASE}}/other/a)",
			"Read(../other/.env)",
			"Read(~/more/a)",
			"Read(~/more/x/.env)",
			"Read(~/a)",
			"Write(out/a)",
			"Write(../other/out/a)",
		],
	},
	{
		name: "tools of which paths are not looked at",
		allow: [
			"Write(src/**)",
			"Write(**)",
			"NotebookEdit(**)",
			"MultiEdit(**)",
			"Read(src/**)",
		],
		calls: ["Write(src/a.ts)"],
	},
	{
		name: "denied to them, nothing happens",
		deny: ["Write(src/**)", "Grep(src/**)", "Glob(**)"],
		calls: ["Read(src/a.ts)"],
	},
	...["Write", "Write(*)", "Edit", "Edit(*)"].map((rule) => ({
		name: `allow ${rule}`,
		allow: [rule],
		calls: ["Write(a.ts)", "Write({{BASE}}/other/a)", "Write(.vscode/a.json)"],
	})),
	...["Write", "Edit", "*Edit", "Read", "Read(*)", "Edit(*)"].map((rule) => ({
		name: `deny ${rule}`,
		deny: [rule],
		allow: ["Edit(**)"],
		calls: ["Write(a.ts)", "Read(a.ts)", "Edit(src/a.ts)"],
		files: { "src/a.ts": "old" },
	})),
	...["Read", "Read(*)", "Read(//{{BASE}}/other/**)", "Read(~/**)"].map(
		(rule) => ({
			name: `allow ${rule}`,
			allow: [rule],
			calls: [
				"Read(a.ts)",
				"Read({{BASE}}/other/a)",
				"Read(~/a)",
				"Read(/etc/hosts)",
			],
		}),
	),
	...[
		[],
		["NotebookEdit"],
		["NotebookEdit(**)"],
		["Edit"],
		["Edit(*.ipynb)"],
		["Edit(**)"],
	].map((allow) => ({
		name: `notebooks, allow ${allow}`,
		allow,
		...notebook,
	})),
	...[["NotebookEdit"], ["Edit"], ["Edit(*.ipynb)"]].map((deny) => ({
		name: `notebooks, deny ${deny}`,
		deny,
		mode: "acceptEdits",
		...notebook,
	})),
	{
		name: "what may be written may be read, and what may not be read may not be written",
		allow: ["Edit(//{{BASE}}/other/**)", "Edit(**)"],
		deny: ["Read(secret.txt)"],
		calls: ["Read({{BASE}}/other/a)", "Write(secret.txt)", "Write(a.txt)"],
	},
	{
		name: "deny wins over ask, and ask over allow",
		allow: ["Edit(src/a.ts)", "Edit(src/b.ts)", "Edit(src/c.ts)"],
		ask: ["Edit(src/b.ts)", "Read(src/d.ts)"],
		deny: ["Edit(src/c.ts)"],
		calls: [
			"Write(src/a.ts)",
			"Write(src/b.ts)",
			"Write(src/c.ts)",
			"Read(src/c.ts)",
			"Read(src/d.ts)",
		],
	},
	{
		name: "ask rules count in the mode that asks nothing",
		mode: "bypassPermissions",
		ask: ["Edit(b.ts)", "Read(d.ts)"],
		deny: ["Edit(c.ts)"],
		calls: ["Write(a.ts)", "Write(b.ts)", "Write(c.ts)", "Read(d.ts)"],
	},
];
