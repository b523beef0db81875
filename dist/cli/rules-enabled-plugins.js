"use strict";const n={"unknown-plugin":require("./unknown-plugin.js").unknown_plugin_default};exports.rules=n;
