import type { CredentialFormat } from "../credential-format.ts";

/** Search, scraping, browsers for agents, and what gives tools to agents. */
export const searchFormats: readonly CredentialFormat[] = [
	{
		id: "tavily-key",
		title: "a Tavily API key",
		markers: ["tvly-"],
		pattern: "tvly-(?:(?:dev|prod)-)?(?:[A-Za-z0-9]{6}-)?[A-Za-z0-9]{32,48}",
		body: "[A-Za-z0-9]{32,48}$",
		source: "Titus; seen in public files",
	},
	{
		id: "brave-key",
		title: "a Brave Search API key",
		markers: ["BSA"],
		pattern: "BSA[A-Za-z0-9_-]{24,40}",
		source: "Betterleaks",
	},
	{
		id: "firecrawl-key",
		title: "a Firecrawl API key",
		markers: ["fc-"],
		pattern: "fc-[0-9a-f]{32}",
		source: "Titus; seen in public files",
	},
	{
		id: "browserbase-key",
		title: "a Browserbase API key",
		markers: ["bb_live_"],
		pattern: "bb_live_[A-Za-z0-9_-]{20,40}",
		source: "seen in public files",
	},
	{
		id: "apify-token",
		title: "an Apify API token",
		markers: ["apify_api_"],
		pattern: "apify_api_[A-Za-z0-9]{34,38}",
		source: "Betterleaks, Titus, TruffleHog",
	},
	{
		id: "context7-key",
		title: "a Context7 API key",
		markers: ["ctx7sk-"],
		pattern: "ctx7sk-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
		source: "github.com/upstash/context7; seen in public files",
	},
	{
		id: "kagi-key",
		title: "a Kagi API key",
		markers: [],
		pattern: "[A-Za-z0-9_-]{11}[.][A-Za-z0-9_-]{43}",
		near: "kagi",
		source: "Betterleaks, Titus",
	},
	{
		id: "composio-key",
		title: "a Composio API key",
		markers: ["ak_"],
		pattern: "ak_[A-Za-z0-9_-]{20}",
		near: "composio",
		source: "seen in public files",
	},
	{
		id: "scrapfly-key",
		title: "a Scrapfly API key",
		markers: ["scp-live-", "scp-test-"],
		pattern: "scp-(?:live|test)-[0-9a-z]{32}",
		source: "Kingfisher",
	},
	{
		id: "zuplo-key",
		title: "a Zuplo API key",
		markers: ["zpka_"],
		pattern: "zpka_[0-9a-z]{32}_[0-9a-f]{8}",
		source: "zuplo.com/docs; Betterleaks, Titus",
	},
];
