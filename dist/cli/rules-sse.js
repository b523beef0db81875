"use strict";const e={"deprecated-transport":require("./deprecated-transport.js").deprecated_transport_default};exports.rules=e;
