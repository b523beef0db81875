"use strict";const e={"disabled-protection":require("./disabled-protection.js").disabled_protection_default};exports.rules=e;
