/**
 * A text with every `${NAME:-default}` replaced by its default; references without one stay.
 * Claude Code's grammar, measured on 2.1.329: the default ends at the first `}`.
 */
export function withDefaults(text: string): string {
	return text.replace(
		/\$\{[A-Za-z_][A-Za-z0-9_]*:-([^}]*)\}/g,
		(_reference, fallback: string) => fallback,
	);
}
