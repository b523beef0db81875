/**
 * An address, taken apart; nothing for a text that is none. `URL.canParse` is no help: where Node 20 calls it often, it takes hosts with letters like `ü` for
 * wrong.
 */
export function parseUrl(text: string): URL | undefined {
	try {
		return new URL(text);
	} catch {
		return undefined;
	}
}
