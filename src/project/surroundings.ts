/** What the documents do not say and a rule may have to know; the shell finds it out. Paths are relative to the working directory, with forward slashes. */
export interface Surroundings {
	/** Names of servers that are declared where we do not look, from our configuration. */
	readonly servers: readonly string[];
	/** Of the files that `referencedFiles` names, those that are not there. */
	readonly missingFiles: ReadonlySet<string>;
	/** The top folder of the git repository; absent where there is none at or above the working directory. */
	readonly repository?: string;
}

export const noSurroundings: Surroundings = {
	servers: [],
	missingFiles: new Set(),
};
