"use strict";const e=require("./mode-without-rules.js"),o={"ignored-mode":e.ignored_mode_default,"mode-without-rules":e.mode_without_rules_default};exports.rules=o;
