"use strict";const e={"literal-secret":require("./literal-secret.js").literal_secret_default};exports.rules=e;
