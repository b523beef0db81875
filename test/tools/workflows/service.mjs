// What the test of our workflows asks; bundled before it is run.
export { validate } from "@actions/languageservice";
export { TextDocument } from "vscode-languageserver-textdocument";
