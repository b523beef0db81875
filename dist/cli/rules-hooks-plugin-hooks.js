"use strict";const i={"invalid-hook":require("./invalid-hook.js").invalid_hook_default};exports.rules=i;
