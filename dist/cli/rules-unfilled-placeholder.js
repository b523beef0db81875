"use strict";const e={"unfilled-placeholder":require("./unfilled-placeholder.js").unfilled_placeholder_default};exports.rules=e;
