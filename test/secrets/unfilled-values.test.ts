import { describe, expect, test } from "vitest";
import { findUnfilledPart } from "../../src/secrets/unfilled-values.ts";
import { token } from "./samples.ts";

const found = (name: string, value: string) => {
	const part = findUnfilledPart(value, name);
	return part && `${part.sort}: ${value.slice(part.start, part.end)}`;
};

describe("where a credential belongs, any placeholder is one", () => {
	test.each([
		["API_KEY", "<key>", "credential: <key>"],
		["API_KEY", "your-key", "credential: your-key"],
		["API_KEY", "Bearer YOUR_KEY", "credential: Bearer YOUR_KEY"],
		["API_KEY", "xxx", "credential: xxx"],
		["API_KEY", "not-needed", undefined],
		["API_KEY", "abc123def456", undefined],
		["API_KEY", token(), undefined],
		["API_KEY", "${API_KEY}", undefined],
		["API_KEY", "/path/to/key", undefined],
	])("%s, %s", (name, value, part) => {
		expect(found(name, value)).toBe(part);
	});
});

describe("elsewhere only what can stand for nothing else", () => {
	test.each([
		["", "/path/to/docs", "path: /path/to/docs"],
		["", "--root=/path/to/docs", "path: /path/to/docs"],
		["", "/home/username/docs", "path: /home/username"],
		["", "C:\\Users\\YourName\\a", "path: C:\\Users\\YourName"],
		["HOST", "<host>", "value: <host>"],
		["HOST", "a.<your domain>.com", "value: <your domain>"],
		["HOST", "YOUR_HOST", "value: YOUR_HOST"],
		["HOST", "your-host:80", "value: your-host"],
		["HOST", "CHANGEME", "value: CHANGEME"],
		["HOST", "TODO", "value: TODO"],
		["HOST", "xxx", "value: xxx"],
		["key", "your-key", "value: your-key"],
		["HOST", "a.example.com", undefined],
		["HOST", "a < b and c > d", undefined],
		["HOST", "${HOST}.<domain>", undefined],
		["HOST", "todo-list", undefined],
		["", "/home/user/docs", undefined],
		["", "/my/path/tools", undefined],
		["", "<".repeat(3000), undefined],
	])("%j, %s", (name, value, part) => {
		expect(found(name, value)).toBe(part);
	});
});
