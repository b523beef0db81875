import fc from "fast-check";

/** Texts made of what means something to Markdown or to GitHub, and of anything else. */
export const markdownLikeText = fc
	.array(
		fc.oneof(
			{
				weight: 6,
				arbitrary: fc.constantFrom(
					...'"`|\\*_~[]()<>!#$@:&-+=.,;/%{}^\n\r\t '.split(""),
					...[
						"``",
						"```",
						"||",
						"\\|",
						"&amp;",
						"&#64;",
						"![a](b)",
						"[a]: b",
						"<b>",
						"<!--",
						"-->",
						"<details>",
					],
					...[
						"@someone",
						"@org/team",
						"#12",
						"GH-3",
						"o/r#1",
						"0123abc",
						"https://a.example",
						"www.a.example",
						"a@b.example",
						"mailto:a@b.example",
					],
					...[
						"$x$",
						"$`x`$",
						"$$",
						":tada:",
						":+1:",
						"[^1]",
						"- [ ] ",
						"1. ",
						"2) ",
						"    ",
						"---",
						"===",
						"> ",
						"# ",
						":-:",
						"|-|",
					],
					...[
						"Server",
						"word",
						"\u202e",
						"\u2028",
						"\u00a0",
						"\u3000",
						"é",
						"👍",
						"\u001b[31m",
						"##[group]",
						"::error::",
					],
				),
			},
			fc.string({ unit: "binary", maxLength: 5 }),
		),
		{ maxLength: 14 },
	)
	.map((parts) => parts.join(""));

/** What GitHub makes of text alone, and never of code. */
export const ACTIVE =
	/[@#$`<>]|:[\w+-]+:|:\/\/|www\.|\bGH-\d|\b[0-9a-f]{7,40}\b/i;
