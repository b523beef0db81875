"use strict";exports.parseToolCall=function(t){const e=/^([^\s()]+)(?:\(([\s\S]*)\))?$/.exec(t.trim());if(!e)return;const[,r="",o]=e;return{text:t,tool:r,argument:o}};
