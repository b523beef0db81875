/** The string formats of our schemas, by name, as the client checks them. */
export const uri = (text: string): boolean => URL.canParse(text);
