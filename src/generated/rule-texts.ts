// Generated from the files of src/rules/ by scripts/generate-rule-index.mjs.
import type { RuleTexts } from "../rule.ts";
import ambiguousName from "../rules/ambiguous-name.ts";
import blankedReference from "../rules/blanked-reference.ts";
import blanketApproval from "../rules/blanket-approval.ts";
import blockedServer from "../rules/blocked-server.ts";
import broadPermission from "../rules/broad-permission.ts";
import collidingNames from "../rules/colliding-names.ts";
import conflictingTransports from "../rules/conflicting-transports.ts";
import contradictoryApproval from "../rules/contradictory-approval.ts";
import credentialScript from "../rules/credential-script.ts";
import deprecatedKey from "../rules/deprecated-key.ts";
import deprecatedTransport from "../rules/deprecated-transport.ts";
import disabledProtection from "../rules/disabled-protection.ts";
import driftedServer from "../rules/drifted-server.ts";
import duplicateKey from "../rules/duplicate-key.ts";
import emptyPolicy from "../rules/empty-policy.ts";
import emptyToolList from "../rules/empty-tool-list.ts";
import emptyValue from "../rules/empty-value.ts";
import foreignKey from "../rules/foreign-key.ts";
import ignoredMatcher from "../rules/ignored-matcher.ts";
import ignoredMode from "../rules/ignored-mode.ts";
import ignoredRestriction from "../rules/ignored-restriction.ts";
import ignoredVariable from "../rules/ignored-variable.ts";
import inconsistentName from "../rules/inconsistent-name.ts";
import ineffectiveApproval from "../rules/ineffective-approval.ts";
import ineffectiveField from "../rules/ineffective-field.ts";
import ineffectivePolicyEntry from "../rules/ineffective-policy-entry.ts";
import ineffectiveRule from "../rules/ineffective-rule.ts";
import ineffectiveTool from "../rules/ineffective-tool.ts";
import inlineArguments from "../rules/inline-arguments.ts";
import insecureUrl from "../rules/insecure-url.ts";
import invalidCommand from "../rules/invalid-command.ts";
import invalidHook from "../rules/invalid-hook.ts";
import invalidManifest from "../rules/invalid-manifest.ts";
import invalidPermissionRule from "../rules/invalid-permission-rule.ts";
import invalidPolicyEntry from "../rules/invalid-policy-entry.ts";
import invalidServer from "../rules/invalid-server.ts";
import invalidSetting from "../rules/invalid-setting.ts";
import invalidSyntax from "../rules/invalid-syntax.ts";
import invalidUrl from "../rules/invalid-url.ts";
import literalSecret from "../rules/literal-secret.ts";
import looseMatcher from "../rules/loose-matcher.ts";
import looseWildcard from "../rules/loose-wildcard.ts";
import lostInput from "../rules/lost-input.ts";
import lostServerFile from "../rules/lost-server-file.ts";
import misanchoredPath from "../rules/misanchored-path.ts";
import misplacedFile from "../rules/misplaced-file.ts";
import misplacedServers from "../rules/misplaced-servers.ts";
import misreadCommand from "../rules/misread-command.ts";
import misreadFrontMatter from "../rules/misread-front-matter.ts";
import missingFile from "../rules/missing-file.ts";
import missingScript from "../rules/missing-script.ts";
import missingTransport from "../rules/missing-transport.ts";
import misspelledRule from "../rules/misspelled-rule.ts";
import modeWithoutRules from "../rules/mode-without-rules.ts";
import narrowWildcard from "../rules/narrow-wildcard.ts";
import nestedDefault from "../rules/nested-default.ts";
import normalizedName from "../rules/normalized-name.ts";
import outOfScopeKey from "../rules/out-of-scope-key.ts";
import overlongName from "../rules/overlong-name.ts";
import overlongTimeout from "../rules/overlong-timeout.ts";
import pipedDownload from "../rules/piped-download.ts";
import preloadedCode from "../rules/preloaded-code.ts";
import redirectedApi from "../rules/redirected-api.ts";
import redundantRule from "../rules/redundant-rule.ts";
import relativeCommand from "../rules/relative-command.ts";
import reservedName from "../rules/reserved-name.ts";
import shadowedRule from "../rules/shadowed-rule.ts";
import shortTimeout from "../rules/short-timeout.ts";
import strayWhitespace from "../rules/stray-whitespace.ts";
import unexpandedReference from "../rules/unexpanded-reference.ts";
import unfilledPlaceholder from "../rules/unfilled-placeholder.ts";
import unfiredHook from "../rules/unfired-hook.ts";
import unknownKey from "../rules/unknown-key.ts";
import unknownPlugin from "../rules/unknown-plugin.ts";
import unknownPluginServer from "../rules/unknown-plugin-server.ts";
import unknownServer from "../rules/unknown-server.ts";
import unknownTool from "../rules/unknown-tool.ts";
import unknownTransport from "../rules/unknown-transport.ts";
import unlistedVariable from "../rules/unlisted-variable.ts";
import unloadedDefinition from "../rules/unloaded-definition.ts";
import unmetCondition from "../rules/unmet-condition.ts";
import unpinnedPackage from "../rules/unpinned-package.ts";
import unreachablePath from "../rules/unreachable-path.ts";
import unreadableFile from "../rules/unreadable-file.ts";
import unsetReference from "../rules/unset-reference.ts";
import unsetVariable from "../rules/unset-variable.ts";
import unsupportedTransport from "../rules/unsupported-transport.ts";
import unusedIgnore from "../rules/unused-ignore.ts";
import wrongRoot from "../rules/wrong-root.ts";

/** What people read of every rule, by its id; the bundle leaves the rest out. */
export const ruleTexts: Readonly<Record<string, RuleTexts>> = {
	"ambiguous-name": ambiguousName,
	"blanked-reference": blankedReference,
	"blanket-approval": blanketApproval,
	"blocked-server": blockedServer,
	"broad-permission": broadPermission,
	"colliding-names": collidingNames,
	"conflicting-transports": conflictingTransports,
	"contradictory-approval": contradictoryApproval,
	"credential-script": credentialScript,
	"deprecated-key": deprecatedKey,
	"deprecated-transport": deprecatedTransport,
	"disabled-protection": disabledProtection,
	"drifted-server": driftedServer,
	"duplicate-key": duplicateKey,
	"empty-policy": emptyPolicy,
	"empty-tool-list": emptyToolList,
	"empty-value": emptyValue,
	"foreign-key": foreignKey,
	"ignored-matcher": ignoredMatcher,
	"ignored-mode": ignoredMode,
	"ignored-restriction": ignoredRestriction,
	"ignored-variable": ignoredVariable,
	"inconsistent-name": inconsistentName,
	"ineffective-approval": ineffectiveApproval,
	"ineffective-field": ineffectiveField,
	"ineffective-policy-entry": ineffectivePolicyEntry,
	"ineffective-rule": ineffectiveRule,
	"ineffective-tool": ineffectiveTool,
	"inline-arguments": inlineArguments,
	"insecure-url": insecureUrl,
	"invalid-command": invalidCommand,
	"invalid-hook": invalidHook,
	"invalid-manifest": invalidManifest,
	"invalid-permission-rule": invalidPermissionRule,
	"invalid-policy-entry": invalidPolicyEntry,
	"invalid-server": invalidServer,
	"invalid-setting": invalidSetting,
	"invalid-syntax": invalidSyntax,
	"invalid-url": invalidUrl,
	"literal-secret": literalSecret,
	"loose-matcher": looseMatcher,
	"loose-wildcard": looseWildcard,
	"lost-input": lostInput,
	"lost-server-file": lostServerFile,
	"misanchored-path": misanchoredPath,
	"misplaced-file": misplacedFile,
	"misplaced-servers": misplacedServers,
	"misread-command": misreadCommand,
	"misread-front-matter": misreadFrontMatter,
	"missing-file": missingFile,
	"missing-script": missingScript,
	"missing-transport": missingTransport,
	"misspelled-rule": misspelledRule,
	"mode-without-rules": modeWithoutRules,
	"narrow-wildcard": narrowWildcard,
	"nested-default": nestedDefault,
	"normalized-name": normalizedName,
	"out-of-scope-key": outOfScopeKey,
	"overlong-name": overlongName,
	"overlong-timeout": overlongTimeout,
	"piped-download": pipedDownload,
	"preloaded-code": preloadedCode,
	"redirected-api": redirectedApi,
	"redundant-rule": redundantRule,
	"relative-command": relativeCommand,
	"reserved-name": reservedName,
	"shadowed-rule": shadowedRule,
	"short-timeout": shortTimeout,
	"stray-whitespace": strayWhitespace,
	"unexpanded-reference": unexpandedReference,
	"unfilled-placeholder": unfilledPlaceholder,
	"unfired-hook": unfiredHook,
	"unknown-key": unknownKey,
	"unknown-plugin": unknownPlugin,
	"unknown-plugin-server": unknownPluginServer,
	"unknown-server": unknownServer,
	"unknown-tool": unknownTool,
	"unknown-transport": unknownTransport,
	"unlisted-variable": unlistedVariable,
	"unloaded-definition": unloadedDefinition,
	"unmet-condition": unmetCondition,
	"unpinned-package": unpinnedPackage,
	"unreachable-path": unreachablePath,
	"unreadable-file": unreadableFile,
	"unset-reference": unsetReference,
	"unset-variable": unsetVariable,
	"unsupported-transport": unsupportedTransport,
	"unused-ignore": unusedIgnore,
	"wrong-root": wrongRoot,
};
