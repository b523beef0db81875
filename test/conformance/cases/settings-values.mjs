// Every settings key with a value of every JSON type. A file may hold many mistakes: the client names them all.
import { readFileSync } from "node:fs";

const schema = JSON.parse(
	readFileSync(
		new URL("../../../schemas/claude-settings.schema.json", import.meta.url),
		"utf8",
	),
);
const values = [
	12345,
	-1,
	1.5,
	"zzz",
	"",
	true,
	null,
	[7],
	["zzz"],
	[],
	{ zz: 1 },
	{},
];
/** Keys with cases of their own. */
const elsewhere = [
	"permissions",
	"hooks",
	"allowedMcpServers",
	"deniedMcpServers",
	"additionalMarketplaces",
	"allowedMarketplaces",
];
const keys = Object.keys(schema.properties).filter(
	(key) => !elsewhere.includes(key),
);

function filesOf(value, from, to) {
	const settings = Object.fromEntries(
		keys.slice(from, to).map((key) => [key, value]),
	);
	return { ".claude/settings.json": JSON.stringify(settings) };
}

const SIZE = 50;
export const cases = values.flatMap((value) =>
	Array.from({ length: Math.ceil(keys.length / SIZE) }, (_, part) => ({
		name: `${JSON.stringify(value)} for the keys from ${keys[part * SIZE]}`,
		files: filesOf(value, part * SIZE, (part + 1) * SIZE),
	})),
);
