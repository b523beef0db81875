"use strict";const e={"lost-server-file":require("./lost-server-file.js").lost_server_file_default};exports.rules=e;
