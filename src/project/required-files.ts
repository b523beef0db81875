import { posix } from "node:path";
import type { Document } from "../document.ts";
import { holdersByName } from "../embedded/document-index.ts";
import { isOutside } from "../paths.ts";
import { projectFolder } from "./project.ts";
import type { FileReference } from "./surroundings.ts";

/** The files that documents in other files name, and that a session is started with; a path counts from the project's folder. */
export function requiredFiles(documents: readonly Document[]): FileReference[] {
	const holders = holdersByName(documents);
	return documents.flatMap(({ file, requiredFiles: required = [] }) => {
		const holder = holders.get(file);
		if (!holder) return [];
		return required.flatMap(({ path, use, location }) => {
			const place = posix.join(projectFolder(holder), path);
			const isKnown = IN_REPOSITORY.test(path) && !isOutside(place);
			return isKnown
				? {
						places: [place],
						text: path,
						location,
						owner: use,
						isConfiguration: true,
					}
				: [];
		});
	});
}

/** The path of a file of the repository, in which nothing is filled in. */
const IN_REPOSITORY = /^(?:\.\/)?[\w.-]+(?:\/[\w.-]+)*$/;
