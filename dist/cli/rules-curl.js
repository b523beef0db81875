"use strict";const d={"piped-download":require("./piped-download.js").piped_download_default};exports.rules=d;
