import { parseUrl } from "./url.ts";

/** The string format `uri` of our schemas, as the client checks it. */
export const uri = (text: string): boolean => parseUrl(text) !== undefined;

/** The length of a text as JSON Schema counts it: in code points. */
export const codePoints = (text: string): number => [...text].length;
