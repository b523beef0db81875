/** What a page shows in angle brackets where the reader's own value belongs: `<YOUR_TOKEN>`. */
export const ANGLE_PLACEHOLDER = /<[A-Za-z][A-Za-z0-9 _'|/.,-]{1,60}>/;
