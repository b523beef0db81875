"use strict";const s=require("./missing-file.js"),i={"lost-input":s.lost_input_default,"missing-file":s.missing_file_default};exports.rules=i;
