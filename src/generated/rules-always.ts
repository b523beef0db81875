// Generated from the rules by scripts/generate-rule-groups.mjs.
import type { Rules } from "../rule.ts";
import ambiguousName from "../rules/ambiguous-name.ts";
import collidingNames from "../rules/colliding-names.ts";
import conflictingTransports from "../rules/conflicting-transports.ts";
import deprecatedKey from "../rules/deprecated-key.ts";
import duplicateKey from "../rules/duplicate-key.ts";
import emptyValue from "../rules/empty-value.ts";
import foreignKey from "../rules/foreign-key.ts";
import ineffectiveField from "../rules/ineffective-field.ts";
import inlineArguments from "../rules/inline-arguments.ts";
import invalidServer from "../rules/invalid-server.ts";
import invalidSyntax from "../rules/invalid-syntax.ts";
import invalidUrl from "../rules/invalid-url.ts";
import misplacedFile from "../rules/misplaced-file.ts";
import missingTransport from "../rules/missing-transport.ts";
import normalizedName from "../rules/normalized-name.ts";
import overlongName from "../rules/overlong-name.ts";
import reservedName from "../rules/reserved-name.ts";
import strayWhitespace from "../rules/stray-whitespace.ts";
import unknownKey from "../rules/unknown-key.ts";
import unknownTransport from "../rules/unknown-transport.ts";
import unpinnedPackage from "../rules/unpinned-package.ts";
import unreadableFile from "../rules/unreadable-file.ts";
import unusedIgnore from "../rules/unused-ignore.ts";
import wrongRoot from "../rules/wrong-root.ts";

export const rules: Rules = {
	"ambiguous-name": ambiguousName,
	"colliding-names": collidingNames,
	"conflicting-transports": conflictingTransports,
	"deprecated-key": deprecatedKey,
	"duplicate-key": duplicateKey,
	"empty-value": emptyValue,
	"foreign-key": foreignKey,
	"ineffective-field": ineffectiveField,
	"inline-arguments": inlineArguments,
	"invalid-server": invalidServer,
	"invalid-syntax": invalidSyntax,
	"invalid-url": invalidUrl,
	"misplaced-file": misplacedFile,
	"missing-transport": missingTransport,
	"normalized-name": normalizedName,
	"overlong-name": overlongName,
	"reserved-name": reservedName,
	"stray-whitespace": strayWhitespace,
	"unknown-key": unknownKey,
	"unknown-transport": unknownTransport,
	"unpinned-package": unpinnedPackage,
	"unreadable-file": unreadableFile,
	"unused-ignore": unusedIgnore,
	"wrong-root": wrongRoot,
};
