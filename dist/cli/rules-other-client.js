"use strict";const r=require("./unsupported-transport.js"),t={"drifted-server":r.drifted_server_default,"unsupported-transport":r.unsupported_transport_default};exports.rules=t;
