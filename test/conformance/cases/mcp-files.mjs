// Whole `.mcp.json` files: their text, their root, and what stands beside the servers.

const docs = '"docs": { "command": "docs-server" }';

/** What the file holds, by what the case is about. */
const texts = {
	"a right file": `{ "mcpServers": { ${docs} } }`,
	"no servers": '{ "mcpServers": {} }',
	"a schema beside": `{ "$schema": "x", "mcpServers": { ${docs} } }`,
	"a byte order mark": `\uFEFF{ "mcpServers": { ${docs} } }`,
	"line breaks of Windows": `{\r\n  "mcpServers": {\r\n    ${docs}\r\n  }\r\n}\r\n`,
	"an empty file": "",
	"only white space": " \n\t\n",
	"only a byte order mark": "\uFEFF",
	"two byte order marks": `\uFEFF\uFEFF{ "mcpServers": { ${docs} } }`,
	"a line comment": `{\n  // the servers\n  "mcpServers": { ${docs} }\n}`,
	"a block comment": `{ /* servers */ "mcpServers": { ${docs} } }`,
	"a comment after the end": `{ "mcpServers": { ${docs} } } // end`,
	"a hash comment": `# servers\n{ "mcpServers": { ${docs} } }`,
	"a trailing comma in the map": `{ "mcpServers": { ${docs}, } }`,
	"a trailing comma in a list":
		'{ "mcpServers": { "docs": { "command": "a", "args": ["x",] } } }',
	"two commas": `{ "mcpServers": { ${docs},, "b": { "command": "b" } } }`,
	"a leading comma": `{ , "mcpServers": { ${docs} } }`,
	"a missing comma": `{ "mcpServers": { ${docs} "b": { "command": "b" } } }`,
	"a missing colon": '{ "mcpServers" {} }',
	"a missing value": '{ "mcpServers": }',
	"single quotes": "{ 'mcpServers': {} }",
	"typographic quotes": "{ “mcpServers”: {} }",
	"a key without quotes": "{ mcpServers: {} }",
	"a value without quotes": '{ "mcpServers": { "docs": { "command": node } } }',
	"True of Python":
		'{ "mcpServers": { "docs": { "command": "a", "alwaysLoad": True } } }',
	"undefined of JavaScript": '{ "mcpServers": undefined }',
	"a backslash of a Windows path":
		'{ "mcpServers": { "docs": { "command": "C:\\docs\\run.exe" } } }',
	"a line break in a string":
		'{ "mcpServers": { "docs": { "command": "a\nb" } } }',
	"a tab in a string": '{ "mcpServers": { "docs": { "command": "a\tb" } } }',
	"a string that is not closed":
		'{ "mcpServers": { "docs": { "command": "a } } }',
	"an object that is not closed": `{ "mcpServers": { ${docs} }`,
	"an extra closing brace": `{ "mcpServers": { ${docs} } } }`,
	"the wrong closing bracket": `{ "mcpServers": { ${docs} ] }`,
	"a leading zero":
		'{ "mcpServers": { "docs": { "command": "a", "timeout": 05 } } }',
	"a plus sign":
		'{ "mcpServers": { "docs": { "command": "a", "timeout": +5 } } }',
	"a number without digits before the point":
		'{ "mcpServers": { "docs": { "command": "a", "timeout": .5 } } }',
	"a hexadecimal number":
		'{ "mcpServers": { "docs": { "command": "a", "timeout": 0x10 } } }',
	"a number with an exponent":
		'{ "mcpServers": { "docs": { "command": "a", "timeout": 1e3 } } }',
	NaN: '{ "mcpServers": { "docs": { "command": "a", "timeout": NaN } } }',
	"a no-break space": `{\u00a0"mcpServers": { ${docs} } }`,
	"a merge conflict": `<<<<<<< HEAD\n{ "mcpServers": {} }\n=======\n{}\n>>>>>>> theirs`,
	"two documents": '{ "mcpServers": {} }\n{ "mcpServers": {} }',
	"a word": "none",
	"an ellipsis": '{ "mcpServers": { ... } }',
	YAML: "mcpServers:\n  docs:\n    command: docs-server\n",
	"null at the root": "null",
	"a number at the root": "5",
	"true at the root": "true",
	"a string at the root": '"mcpServers"',
	"an array at the root": `[{ ${docs} }]`,
	"an empty object": "{}",
	"servers at the top level": `{ ${docs} }`,
	"servers and a schema at the top level": `{ "$schema": "x", ${docs} }`,
	"the key of Visual Studio": `{ "servers": { ${docs} } }`,
	"the keys of Visual Studio": `{ "inputs": [], "servers": { ${docs} } }`,
	"both keys": `{ "servers": { ${docs} }, "mcpServers": { ${docs} } }`,
	"the key in lower case": `{ "mcpservers": { ${docs} } }`,
	"the key with an underscore": `{ "mcp_servers": { ${docs} } }`,
	"the key with a hyphen": `{ "mcp-servers": { ${docs} } }`,
	"the key of Zed": `{ "context_servers": { ${docs} } }`,
	"the key of opencode": `{ "mcp": { ${docs} } }`,
	"the key with white space": `{ " mcpServers ": { ${docs} } }`,
	"servers as null": '{ "mcpServers": null }',
	"servers as an array":
		'{ "mcpServers": [{ "name": "docs", "command": "a" }] }',
	"servers as a string": '{ "mcpServers": "docs" }',
	"servers as a number": '{ "mcpServers": 1 }',
	"servers as false": '{ "mcpServers": false }',
	"servers nested once more": `{ "mcpServers": { "mcpServers": { ${docs} } } }`,
	"an unknown key at the root": `{ "mcpServers": { ${docs} }, "version": 1 }`,
	"a note at the root": `{ "_comment": "ours", "mcpServers": { ${docs} } }`,
	"a server twice, the right one last": `{ "mcpServers": { "docs": { "url": "https://a" }, ${docs} } }`,
	"a server twice, the wrong one last": `{ "mcpServers": { ${docs}, "docs": { "url": "https://a" } } }`,
	"the map twice, the right one last": `{ "mcpServers": { "b": {} }, "mcpServers": { ${docs} } }`,
	"the map twice, an array last": `{ "mcpServers": { ${docs} }, "mcpServers": [] }`,
	"a field twice, the right one last":
		'{ "mcpServers": { "docs": { "command": 5, "command": "a" } } }',
	"a field twice, the wrong one last":
		'{ "mcpServers": { "docs": { "command": "a", "command": 5 } } }',
	"escapes in keys": '{ "mcpServers": { "docs": { "\\u0063ommand": "a" } } }',
};

export const cases = Object.entries(texts).map(([name, text]) => ({
	name,
	files: { ".mcp.json": text },
}));
