import { isInEffect } from "./document.ts";
import { homeFolder } from "./files.ts";
import { type Decision, decide } from "./permissions/decision.ts";
import { createSession } from "./permissions/session.ts";
import type { ToolCall } from "./permissions/tool-call.ts";
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
	const session = createSession(project, {
		folder: request.workingFolder,
		home: homeFolder() ?? request.workingFolder,
	});
	const documents = [...project.inheritedSettings, ...project.documents];
	const servers = session.servers.map(({ document }) => document);
	return {
		decisions: calls.map((call): Decision => decide(call, session)),
		rejected: documents
			.filter((document) => document.root && !isInEffect(document))
			.map(({ file }) => file),
		sources: new Map(
			[...documents, ...servers].map((document) => [document.file, document]),
		),
	};
}
