"use strict";const n={"inconsistent-name":require("./inconsistent-name.js").inconsistent_name_default};exports.rules=n;
