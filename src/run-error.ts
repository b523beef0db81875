/** A run that cannot be done, for a reason that is no bug. The message is one sentence. */
export class RunError extends Error {}
