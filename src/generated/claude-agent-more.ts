// @ts-nocheck generated from schemas/claude-agent.schema.json by scripts/generate-validators.mjs
import * as formats from "../formats.ts";
import type { CompiledMembers, CompiledSchema, JsonSchema, SchemaPart } from "../schema.ts";
const keep = (errors, more) => {
  const kept = errors ?? [];
  for (const error of more) kept.push(error);
  return kept;
};
const fail = (errors, instancePath, keyword, params) => keep(errors, [{ instancePath, keyword, params }]);
"use strict";const member0 = validate21;const schema6 = {"type":["string","number","null"],"pattern":"^(?:[Ll][Oo][Ww]|[Mm][Ee][Dd][Ii][Uu][Mm]|[Xx]?[Hh][Ii][Gg][Hh]|[Mm][Aa][Xx]|-?\\d+)?$"};const pattern0 = new RegExp("^(?:[Ll][Oo][Ww]|[Mm][Ee][Dd][Ii][Uu][Mm]|[Xx]?[Hh][Ii][Gg][Hh]|[Mm][Aa][Xx]|-?\\d+)?$", "u");function validate21(data, {instancePath=""}={}){let vErrors = null;let errors = 0;if(((typeof data !== "string") && (!((typeof data == "number") && (isFinite(data))))) && (data !== null)){vErrors = fail(vErrors, instancePath, "type", {type: schema6.type});errors++;}if(typeof data === "string"){if(!pattern0.test(data)){vErrors = fail(vErrors, instancePath, "pattern", {pattern: "^(?:[Ll][Oo][Ww]|[Mm][Ee][Dd][Ii][Uu][Mm]|[Xx]?[Hh][Ii][Gg][Hh]|[Mm][Aa][Xx]|-?\\d+)?$"});errors++;}}validate21.errors = vErrors;return errors === 0;}
const members: CompiledMembers = { "effort": member0 };
export { members };
