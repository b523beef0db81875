import fc from "fast-check";
import { expect, test } from "vitest";
import { repository } from "../../src/generated/package.ts";
import { suggestionsFor } from "../../src/github/suggestions.ts";
import { ACTIVE, markdownLikeText } from "../markdown-like-text.ts";
import { type MarkdownNode, parseMarkdown, textOf } from "../markdown-tree.ts";
import { findingsIn, taken } from "./findings.ts";

/** What a comment may consist of, from the top. */
const COMMENT = ["paragraph", "paragraph", "code", "html"];

test("whatever a file holds, a comment is a few words, a link of ours, lines to take and a mark", () => {
	let offered = 0;
	fc.assert(
		fc.property(markdownLikeText, markdownLikeText, (name, note) => {
			const server = {
				type: "streamableHttp",
				url: "https://git.example.com/mcp",
				note,
			};
			const text = `{ "mcpServers": {\n  ${JSON.stringify(name)}: ${JSON.stringify(server)}\n} }\n`;
			const findings = findingsIn({ ".mcp.json": text });
			const [suggestion, ...others] = suggestionsFor(findings).shown;
			expect(others).toEqual([]);
			if (!suggestion) return;
			offered++;
			expect(taken(text, suggestion)).toBe(
				text.replace("streamableHttp", "http"),
			);
			const { children } = parseMarkdown(suggestion.body);
			expect(children.map(({ type }) => type)).toEqual(COMMENT);
			const [said, why, code, mark] = children;
			expect(typesIn(said)).toMatch(/^(?:text|inlineCode|,)*$/);
			expect(textOf(said, "text")).not.toMatch(ACTIVE);
			expect(typesIn(why)).toBe("text,link");
			expect(why.children[1].url).toMatch(
				new RegExp(`^${repository}/blob/main/docs/rules/[a-z-]+\\.md$`),
			);
			expect(code.lang).toBe("suggestion");
			expect(code.value).toBe(
				text.split("\n")[1]?.replace("streamableHttp", "http"),
			);
			expect(mark.value).toMatch(
				/^<!-- mcp-config-lint [0-9a-f]{32} [0-9a-f]{16} -->$/,
			);
		}),
		{ numRuns: 1000 },
	);
	expect(offered).toBeGreaterThan(300);
}, 60_000);

function typesIn({ children }: MarkdownNode): string {
	return children.map(({ type }) => type).join();
}
