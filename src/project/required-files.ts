import { posix } from "node:path";
import type { Document } from "../document.ts";
import { isOutside } from "../paths.ts";
import { projectFolder } from "./project.ts";
import type { FileReference } from "./surroundings.ts";

/** The files that documents in other files name, and that a session is started with; a path counts from the project's folder. */
export function requiredFiles(documents: readonly Document[]): FileReference[] {
	return documents.flatMap((document) => {
		const holder = documents.find(
			({ file, container }) => file === document.file && !container,
		);
		if (!holder) return [];
		return (document.requiredFiles ?? []).flatMap(({ path, use, location }) => {
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
