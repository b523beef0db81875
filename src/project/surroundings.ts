import type { Location } from "../location.ts";
import type { Credential } from "../secrets/credential.ts";
import type { StringNode } from "../syntax/tree.ts";
import type { Marketplace, Plugin } from "./plugins.ts";

/** A file that a document names: a script that a command runs, or configuration. */
export interface FileReference {
	/** Where it can be: relative to the working directory, with forward slashes. The first is the place to name. */
	readonly places: readonly string[];
	/** As the command has it. */
	readonly text: string;
	readonly location: Location;
	/** What runs it; of configuration, what is in it. */
	readonly owner: string;
	readonly isConfiguration?: true;
}

/** What git does with a file: it keeps every version of it, it was told not to, or nobody told it. */
export type Tracking = "tracked" | "ignored" | "untracked";

/** What the documents do not say and a rule may have to know; the shell finds it out. Paths are relative to the working directory, with forward slashes. */
export interface Surroundings {
	/** Names of servers that are declared where we do not look, from our configuration. */
	readonly servers: readonly string[];
	/** Of the files that documents refer to, those that are not there. */
	readonly missingFiles: readonly FileReference[];
	/** The server files of which it is known that a plugin brings them along: a manifest of plugins is beside them or above. */
	readonly pluginFiles: readonly string[];
	/** The plugins whose manifest, or whose entry in a marketplace, is among the documents. */
	readonly plugins: readonly Plugin[];
	/** The marketplaces among the documents. */
	readonly marketplaces: readonly Marketplace[];
	/** The paths in manifests at which nothing is; asked for in a git repository alone. */
	readonly missingParts: readonly StringNode[];
	/** The top folder of the git repository; absent where there is none at or above the working directory. */
	readonly repository?: string;
	/** The credentials that are written out, by file. What finds them is loaded only where there can be one. */
	readonly credentials: ReadonlyMap<string, readonly Credential[]>;
	/** What git does with the files that hold credentials; those that it could not be asked about are absent. */
	readonly tracking: ReadonlyMap<string, Tracking>;
	/** The folders with a solution or project of Visual Studio beside a server file that is written for it; `.` is the working directory. */
	readonly solutionFolders: readonly string[];
}

export const noSurroundings: Surroundings = {
	servers: [],
	missingFiles: [],
	credentials: new Map(),
	tracking: new Map(),
	pluginFiles: [],
	plugins: [],
	marketplaces: [],
	missingParts: [],
	solutionFolders: [],
};
