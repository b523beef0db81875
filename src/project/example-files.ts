/** Whether a file is there to be copied and filled in: its name or folder says so. */
export function isExampleFile(file: string): boolean {
	return (
		/(?:^|\/)(?:examples?|samples?|templates?|fixtures?)\//i.test(file) ||
		/(?:^|[./_-])(?:example|sample|template|tmpl|dist)(?:\.[\w-]+)*$/i.test(
			file,
		)
	);
}
