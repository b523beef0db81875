"use strict";const e=["default","acceptEdits","plan","auto","dontAsk","bypassPermissions"];Object.defineProperty(exports,"modes",{enumerable:!0,get:function(){return e}});
