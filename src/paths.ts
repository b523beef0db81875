import { type PlatformPath, posix, sep, win32 } from "node:path";

/** How paths are written on this system. */
const here: PlatformPath = sep === "/" ? posix : win32;

// Windows compares paths without regard to case, and there is no way from one drive to another. Its rules are those of `relative`, so whatever compares two
// paths goes through here; each function takes the system, so that all of them can be asked about.

/** A path with forward slashes, as everything below the shells knows it. */
export function toSlashes(
	path: string,
	{ sep }: Pick<PlatformPath, "sep"> = here,
): string {
	return sep === "/" ? path : path.replaceAll(sep, "/");
}

/** A path with forward slashes, relative to a folder; absolute where there is no way from one to the other. */
export function displayPath(
	folder: string,
	path: string,
	system: PlatformPath = here,
): string {
	return toSlashes(system.relative(folder, path), system) || ".";
}

/** The way from a folder to something in it, with forward slashes; empty for the folder itself, nothing for what is elsewhere. Both are absolute. */
export function wayBelow(
	folder: string,
	path: string,
	system: PlatformPath = here,
): string | undefined {
	const way = toSlashes(system.relative(folder, path), system);
	return way === ".." || way.startsWith("../") || system.isAbsolute(way)
		? undefined
		: way;
}

/** Whether a path, as displayPath writes it, is not one in the folder that it counts from: the folder itself, above it, beside it, on another drive or at the root of one. */
export function isOutside(path: string): boolean {
	return /^\.?$|^\.\.(?:\/|$)|^\/|^[A-Za-z]:/.test(path);
}

/** The absolute path that somebody means who works in a folder. What is in the folder begins as the folder is written: one file has one path. */
export function absolutePath(
	folder: string,
	path: string,
	system: PlatformPath = here,
): string {
	const absolute = system.resolve(folder, path);
	return system.resolve(folder, system.relative(folder, absolute));
}

/** What the system calls a path whose first folder is a drive, as Git Bash and the client write them on Windows: `/c/x` is `c:\x`. */
export function systemPath(path: string, system: PlatformPath = here): string {
	const [, drive, rest = ""] = /^\/([a-z])(?:\/(.*))?$/s.exec(path) ?? [];
	return system.sep === "/" || drive === undefined
		? path
		: system.join(`${drive}:\\`, rest);
}
