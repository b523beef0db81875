"use strict";const e={"insecure-url":require("./insecure-url.js").insecure_url_default};exports.rules=e;
