// Rules about MCP servers and their tools: which names they match, and which servers are off.

const servers = {
	a: ["ping", "b__c"],
	a__b: ["ping"],
	a__b__c: ["ping"],
};

const calls = [
	"mcp__a__ping",
	"mcp__a__b__c",
	"mcp__a__b__ping",
	"mcp__a__b__c__ping",
];

/** One rule in one list, and all calls. */
const each = (list, rules, more = {}) =>
	rules.map((rule) => ({
		name: `${list} ${rule}`,
		servers,
		[list]: [rule],
		calls,
		...more,
	}));

const odd = {
	"my server": ["ping"],
	trail_: ["ping"],
	"emo😀ji": ["ping"],
};

const oddCalls = [
	"mcp__my_server__ping",
	"mcp__trail___ping",
	"mcp__emo__ji__ping",
];

export const cases = [
	...["default", "acceptEdits", "dontAsk", "bypassPermissions", "plan"].map(
		(mode) => ({ name: `no rule, ${mode}`, servers, mode, calls }),
	),
	...each("allow", [
		"mcp__a",
		"mcp__a__*",
		"mcp__a__b",
		"mcp__a__b*",
		"mcp__a__b__*",
		"mcp__a__ping",
		"mcp__a__b__c",
		"mcp__a__p?ng",
		"MCP__a",
		" mcp__a",
		"mcp__a__",
	]),
	...each("deny", [
		"mcp__a",
		"mcp__a__b",
		"mcp__a__b__c",
		"mcp__a__*",
		"mcp__*",
		"*__ping",
		"mcp__*c__*",
		"*",
		"mcp__A",
		"mcp__a__p?ng",
	]),
	...each("ask", ["mcp__a", "mcp__a__b__c", "*__ping"], {
		mode: "bypassPermissions",
	}),
	{
		name: "deny wins over ask, and ask over allow, however exact they are",
		servers,
		allow: ["mcp__a__ping", "mcp__a__b__c", "mcp__a__b__*"],
		ask: ["mcp__a__b__c"],
		deny: ["mcp__*__ping"],
		calls,
	},
	{
		name: "an ask rule for a server wins over an allow rule for a tool",
		servers,
		allow: ["mcp__a__ping"],
		ask: ["mcp__a"],
		calls,
	},
	{
		name: "normalised names, allowed",
		servers: odd,
		allow: ["mcp__my_server", "mcp__trail_", "mcp__emo__ji"],
		calls: oddCalls,
	},
	{
		name: "normalised names, allowed with a wildcard",
		servers: odd,
		allow: ["mcp__my_server__*", "mcp__trail___*", "mcp__emo__ji__*"],
		calls: oddCalls,
	},
	{
		name: "normalised names, a wildcard too early",
		servers: odd,
		allow: ["mcp__my server__*", "mcp__trail__*", "mcp__emo😀ji__*"],
		calls: oddCalls,
	},
	{
		name: "normalised names, denied",
		servers: odd,
		deny: ["mcp__my_server", "mcp__trail", "mcp__emo"],
		calls: oddCalls,
	},
	{
		name: "names as they are written deny nothing",
		servers: odd,
		deny: ["mcp__my server", "mcp__emo😀ji", "mcp__trail-"],
		calls: oddCalls,
	},
	{
		name: "a disabled server is off by its normalised name",
		servers: { "my server": ["ping"], other: ["ping"] },
		settings: {
			disabledMcpjsonServers: ["my_server", "oth*"],
			permissions: { allow: ["mcp__my_server", "mcp__other"] },
		},
		calls: ["mcp__my_server__ping", "mcp__other__ping"],
	},
	{
		name: "a disabled server is off in local settings as well",
		servers: { a: ["ping"], b: ["ping"] },
		local: {
			disabledMcpjsonServers: ["b"],
			permissions: { allow: ["mcp__a", "mcp__b"] },
		},
		calls: ["mcp__a__ping", "mcp__b__ping"],
	},
	{
		name: "parentheses after the name of a tool cost the rule",
		servers,
		allow: ["mcp__a__ping(x)", "mcp__a(*)"],
		calls,
	},
];
