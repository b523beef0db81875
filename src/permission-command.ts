import { type Decision, decide } from "./decisions/decision.ts";
import {
	createSession,
	resolvePath,
	sessionPath,
} from "./decisions/session.ts";
import type { ToolCall } from "./decisions/tool-call.ts";
import { homeFolder, linkTarget } from "./files.ts";
import { maskFor } from "./lint.ts";
import { findAllCredentials } from "./parsers.ts";
import { systemPath } from "./paths.ts";
import { toolByName } from "./permissions/tools.ts";
import { knownServers } from "./project/known-servers.ts";
import { isInEffect } from "./project/settings.ts";
import type { PermissionReport } from "./reporters/permission-text.ts";
import { type RunRequest, readProject } from "./run.ts";

/**
 * Answers who decides about calls in a session that starts in the working folder, which its user trusts.
 * @throws FileError where a settings file cannot be read
 */
export async function askPermissions(
	calls: readonly ToolCall[],
	request: Pick<RunRequest, "workingFolder" | "userSettings">,
): Promise<PermissionReport> {
	const project = await readProject(request);
	const place = {
		folder: request.workingFolder,
		home: homeFolder() ?? request.workingFolder,
	};
	const session = createSession(project, {
		...place,
		links: findLinks(calls, place),
	});
	const documents = [...project.inheritedSettings, ...project.documents];
	const servers = session.servers.map(({ document }) => document);
	const all = [...new Set([...documents, ...servers])];
	const credentials = await findAllCredentials(all);
	return {
		decisions: calls.map((call): Decision => decide(call, session)),
		servers: knownServers(project),
		mode: session.startMode,
		rejected: documents
			.filter(
				(document) =>
					document.kind.schema === "claude-settings" && !isInEffect(document),
			)
			.map(({ file }) => file),
		sources: new Map(all.map((document) => [document.file, document])),
		mask: maskFor(all, { credentials }),
	};
}

/** Where the files that calls name really are, as far as symbolic links lead elsewhere. */
function findLinks(
	calls: readonly ToolCall[],
	place: { readonly folder: string; readonly home: string },
): Map<string, string> {
	const base = {
		folder: sessionPath(place.folder),
		home: sessionPath(place.home),
	};
	return new Map(
		calls.flatMap(({ tool, argument }) => {
			if (argument === undefined || toolByName(tool)?.content !== "path")
				return [];
			const path = resolvePath(argument, base);
			const target = linkTarget(systemPath(path));
			return target === undefined ? [] : [[path, sessionPath(target)] as const];
		}),
	);
}
