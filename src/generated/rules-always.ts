// Generated from the rules by scripts/generate-rule-groups.mjs.
import type { Rules } from "../rule.ts";
import ambiguousName from "../rules/ambiguous-name.ts";
import collidingNames from "../rules/colliding-names.ts";
import conflictingTransports from "../rules/conflicting-transports.ts";
import credentialScript from "../rules/credential-script.ts";
import deprecatedKey from "../rules/deprecated-key.ts";
import deprecatedTransport from "../rules/deprecated-transport.ts";
import disabledProtection from "../rules/disabled-protection.ts";
import duplicateKey from "../rules/duplicate-key.ts";
import emptyValue from "../rules/empty-value.ts";
import foreignKey from "../rules/foreign-key.ts";
import ineffectiveField from "../rules/ineffective-field.ts";
import inlineArguments from "../rules/inline-arguments.ts";
import insecureUrl from "../rules/insecure-url.ts";
import invalidServer from "../rules/invalid-server.ts";
import invalidSetting from "../rules/invalid-setting.ts";
import invalidSyntax from "../rules/invalid-syntax.ts";
import invalidUrl from "../rules/invalid-url.ts";
import misplacedFile from "../rules/misplaced-file.ts";
import misplacedServers from "../rules/misplaced-servers.ts";
import missingScript from "../rules/missing-script.ts";
import missingTransport from "../rules/missing-transport.ts";
import normalizedName from "../rules/normalized-name.ts";
import outOfScopeKey from "../rules/out-of-scope-key.ts";
import overlongName from "../rules/overlong-name.ts";
import pipedDownload from "../rules/piped-download.ts";
import reservedName from "../rules/reserved-name.ts";
import shortTimeout from "../rules/short-timeout.ts";
import strayWhitespace from "../rules/stray-whitespace.ts";
import unknownKey from "../rules/unknown-key.ts";
import unknownServer from "../rules/unknown-server.ts";
import unknownTransport from "../rules/unknown-transport.ts";
import unpinnedPackage from "../rules/unpinned-package.ts";
import unreadableFile from "../rules/unreadable-file.ts";
import unusedIgnore from "../rules/unused-ignore.ts";
import wrongRoot from "../rules/wrong-root.ts";

export const rules: Rules = {
	"ambiguous-name": ambiguousName,
	"colliding-names": collidingNames,
	"conflicting-transports": conflictingTransports,
	"credential-script": credentialScript,
	"deprecated-key": deprecatedKey,
	"deprecated-transport": deprecatedTransport,
	"disabled-protection": disabledProtection,
	"duplicate-key": duplicateKey,
	"empty-value": emptyValue,
	"foreign-key": foreignKey,
	"ineffective-field": ineffectiveField,
	"inline-arguments": inlineArguments,
	"insecure-url": insecureUrl,
	"invalid-server": invalidServer,
	"invalid-setting": invalidSetting,
	"invalid-syntax": invalidSyntax,
	"invalid-url": invalidUrl,
	"misplaced-file": misplacedFile,
	"misplaced-servers": misplacedServers,
	"missing-script": missingScript,
	"missing-transport": missingTransport,
	"normalized-name": normalizedName,
	"out-of-scope-key": outOfScopeKey,
	"overlong-name": overlongName,
	"piped-download": pipedDownload,
	"reserved-name": reservedName,
	"short-timeout": shortTimeout,
	"stray-whitespace": strayWhitespace,
	"unknown-key": unknownKey,
	"unknown-server": unknownServer,
	"unknown-transport": unknownTransport,
	"unpinned-package": unpinnedPackage,
	"unreadable-file": unreadableFile,
	"unused-ignore": unusedIgnore,
	"wrong-root": wrongRoot,
};
