import type { Node } from "../syntax/tree.ts";
import type { NameSort } from "./credential-names.ts";
import type { Excerpt } from "./excerpt.ts";

/** A text in which a credential can be, and what its place says about it. */
export interface Passage {
	readonly sort: "passage";
	readonly excerpt: Excerpt;
	/** Its place says that all of it can be one. Absent: only what has a form of its own is one. */
	readonly claim?: Claim;
}

/** Why a text can be a credential. */
export interface Claim {
	/** The variable, header, flag, parameter or key that it is the value of; `password` or `token` where only its place says so. */
	readonly name: string;
	readonly sort: NameSort;
	/** It opens something on this machine only. */
	readonly isLocal?: boolean;
	/** Only what is surely random is one: the name stands beside it, and may speak of something else. */
	readonly isLoose?: boolean;
	/** Whatever it looks like. */
	readonly isCertain?: boolean;
}

/** What is known about the value of a name besides the name. */
export type ClaimDetails = Omit<Claim, "name" | "sort">;

/** A text that has to be taken apart. */
export type Task =
	/** A value of a tree, whose offsets are those of the excerpt that holds it. */
	| {
			readonly sort: "tree";
			readonly node: Node;
			readonly holder: Excerpt;
			readonly context: Context;
	  }
	/** A string. */
	| {
			readonly sort: "value";
			readonly excerpt: Excerpt;
			readonly context: Context;
	  }
	/** A command line, a script, or a pattern for one. */
	| {
			readonly sort: "script";
			readonly excerpt: Excerpt;
			readonly context: Context;
	  }
	/** The words of one command. */
	| {
			readonly sort: "words";
			readonly words: readonly Excerpt[];
			readonly context: Context;
	  };

/** What is known of a text before it is taken apart. */
export interface Context {
	/** The name that it is the value of. */
	readonly name: string;
	/** A shell runs it, or it is a pattern for such a text. */
	readonly isCommand: boolean;
	/** How many texts it stands in that were taken apart. */
	readonly depth: number;
	/** The program whose arguments these are, where it is known. */
	readonly program: string;
}

/** Texts in texts in texts: nobody writes more. */
export const DEEPEST = 5;

export const noContext: Context = {
	name: "",
	isCommand: false,
	depth: 0,
	program: "",
};

/** What stands in a text that was taken apart: passages, and texts to take apart in turn. */
export type Finding = Passage | Task;

export function passage(excerpt: Excerpt, claim?: Claim): Passage {
	return { sort: "passage", excerpt, ...(claim && { claim }) };
}

/** The same context one text further in. */
export function deeper(context: Context): Context {
	return { ...context, depth: context.depth + 1 };
}
