import { expect, test } from "vitest";
import { foundInServer } from "./found-values.ts";

test.each(["docs", "tools", "run", "shell", "ask", "script", "exec"])(
	"the words of a server called %s are looked at",
	(name) => {
		const password = "aqglD6?k1q2s";
		const server = { command: "npx", args: ["db-mcp", "--pass", password] };
		expect(foundInServer(server, name)).toEqual([password]);
	},
);
