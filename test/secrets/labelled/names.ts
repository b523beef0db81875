/** What something is called, in the spelling of each place. */
export interface Name {
	/** `GITHUB_TOKEN` */
	readonly variable: string;
	/** `github-token` */
	readonly flag: string;
	/** `githubToken` */
	readonly camel: string;
	/** `github_token` */
	readonly snake: string;
	/** `X-Github-Token` */
	readonly header: string;
}

/** The spellings of a name that is given as that of a variable. */
export function nameOf(variable: string): Name {
	const words = variable.toLowerCase().split("_");
	const capital = (word: string) =>
		word.charAt(0).toUpperCase() + word.slice(1);
	const [first = "", ...rest] = words;
	return {
		variable,
		flag: words.join("-"),
		camel: first + rest.map(capital).join(""),
		snake: words.join("_"),
		header: `X-${words.map(capital).join("-")}`,
	};
}
