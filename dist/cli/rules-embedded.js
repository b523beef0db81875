"use strict";const m=require("./misread-command.js"),a={"invalid-command":m.invalid_command_default,"misread-command":m.misread_command_default};exports.rules=a;
