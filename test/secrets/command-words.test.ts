import { describe, expect, test } from "vitest";
import { claimsInWords } from "./claims-in.ts";
import { token } from "./samples.ts";

const key = token();

describe("the words of a command claim", () => {
	test.each([
		[["a", "--api-key", "b"], ["api-key: b"]],
		[["a", "--api-key=b"], ["api-key: b"]],
		[["a", "--api-key", "=", "b"], ["api-key: b"]],
		[["a", "/password:b"], ["password: b"]],
		[["a", "-token", "b"], ["token: b"]],
		[["a", "TOKEN=b"], ["TOKEN: b"]],
		[["a", "$env:TOKEN=b"], ["TOKEN: b"]],
		[["docker", "run", "-e", "TOKEN=b", "c"], ["TOKEN: b"]],
		[["docker", "run", "-eTOKEN=b", "c"], ["TOKEN: b"]],
		[["docker", "run", "--env=TOKEN=b", "c"], ["TOKEN: b"]],
		[["docker", "run", "--build-arg", "TOKEN=b"], ["TOKEN: b"]],
		[["a", "-H", "X-Api-Key: b"], ["X-Api-Key: b"]],
		[["a", "-HX-Api-Key: b"], ["X-Api-Key: b"]],
		[["a", "--header=X-Api-Key: b"], ["X-Api-Key: b"]],
		[["a", "X-Api-Key:b"], ["X-Api-Key: b"]],
		[["curl", "-u", "ada:b", "c"], ["password: b"]],
		[["a", "--user", "ada:b"], ["password: b"]],
		[
			["openssl", "rsa", "-passin", "pass:b"],
			["password: b", "pass: b"],
		],
		[["env", "setx", "TOKEN", "b"], ["TOKEN: b"]],
		[
			["npm", "config", "set", "//a.example.com/:_authToken=b"],
			["_authToken: b"],
		],
		[["curl", "-d", "user=a&password=b"], ["password: b"]],
		[["bash", "-c", "TOKEN=b c"], ["TOKEN: b"]],
		[["cmd", "/c", "set TOKEN=b"], ["TOKEN: b"]],
		[["a", "TOKEN='b' npx c"], ["TOKEN: b"]],
		[["a", '{"token":"b"}'], []],
		[["a", '{"token":"bcdefgh"}'], ["token: bcdefgh"]],
	])("of %j %j", (words, claims) => {
		expect(claimsInWords(...words)).toEqual(claims);
	});

	test.each([
		[["a", "--verbose", "b"]],
		[["a", "--api-key", "--verbose"]],
		[["a", "--api-key-file", "b"]],
		[["a", "--token"]],
		[["ssh", "-p", "2222", "host"]],
		[["curl", "-u", "https://a.example.com"]],
		[["chown", "-u", "ada:staff"]],
		[["docker", "run", "-p", "8080:80"]],
		[["a", "NAME=b"]],
		[["git", "commit", "-m", `see ${key}`]],
	])("nothing of %j", (words) => {
		expect(claimsInWords(...words)).toEqual([]);
	});
});
