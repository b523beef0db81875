import { fixWith, replace } from "../edit.ts";
import { eventName } from "../project/hook-events.ts";
import { defineRule } from "../rule.ts";
import { property } from "../syntax/tree.ts";

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

export default defineRule({
	effect: "inert",
	severity: "warning",
	summary: "A hook's timeout is in milliseconds, and seconds are counted.",
	rationale: `
The \`timeout\` of a hook is in seconds: \`60000\` is sixteen hours, in which a hook that hangs keeps the session waiting. (The timeouts of MCP servers are in milliseconds.) Without a
timeout a command has ten minutes.`,
	examples: [
		{
			file: ".claude/settings.json",
			bad: '{ "hooks": { "Stop": [{ "hooks": [{ "type": "command", "command": "report", "timeout": 60000 }] }] } }',
			good: '{ "hooks": { "Stop": [{ "hooks": [{ "type": "command", "command": "report", "timeout": 60 }] }] } }',
			fix: "unsafe",
		},
	],
	needs: [{ words: ["hooks"] }],

	*check({ hooks }) {
		for (const { event, handlers } of hooks) {
			for (const { node } of handlers) {
				const timeout = property(node, "timeout")?.value;
				if (timeout?.type !== "number" || !looksLikeMilliseconds(timeout.value))
					continue;
				const { value } = timeout;
				const seconds = value / 1000;
				yield {
					location: timeout,
					message: `Hook on ${eventName(event)}: a timeout counts seconds, so ${value} are ${duration(value)}; write ${seconds} if ${seconds} seconds are meant.`,
					...(Number.isInteger(seconds) &&
						!looksLikeMilliseconds(seconds) &&
						fixWith(`Write ${seconds}`, [replace(timeout, String(seconds))], {
							unsafe: true,
						})),
				};
			}
		}
	},
});

/** Whole seconds in milliseconds, or longer than a day. Whole hours are meant as they stand. */
function looksLikeMilliseconds(value: number): boolean {
	if (value > DAY) return true;
	const isWholeHours = value % HOUR === 0;
	return value >= 1000 && value % 1000 === 0 && !isWholeHours;
}

/** Seconds in words: `16 hours and 40 minutes`. */
function duration(seconds: number): string {
	if (seconds >= 2 * DAY) return `${Math.floor(seconds / DAY)} days`;
	const hours = Math.floor(seconds / HOUR);
	const minutes = Math.floor((seconds % HOUR) / MINUTE);
	const parts = [
		...(hours > 0 ? [`${hours} ${hours === 1 ? "hour" : "hours"}`] : []),
		...(minutes > 0 ? [`${minutes} minutes`] : []),
	];
	return parts.join(" and ");
}
