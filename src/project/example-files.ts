import type { Document } from "../document.ts";

/** Whether a document is there to be copied and filled in: its kind, its name or its folder says so. */
export function isExample({ file, kind, isOnPage }: Document): boolean {
	return (
		isOnPage === true ||
		kind.isExample === true ||
		/(?:^|\/)(?:examples?|samples?|templates?|fixtures?)\//i.test(file) ||
		/(?:^|[./_-])(?:example|sample|template|tmpl|dist)(?:\.[\w-]+)*$/i.test(
			file,
		)
	);
}
