"use strict";const t={"short-timeout":require("./short-timeout.js").short_timeout_default};exports.rules=t;
