import {test} from 'vitest'; import fs from 'node:fs'; import {execFileSync} from 'node:child_process';
import {findRuleMistake} from '/work/main/src/project/permission-rules.ts';
test('f',()=>{ let total=0,bad=0; for(const s of (process.env.SEEDS||'1').split(',')){
execFileSync('node',['/tmp/rf/gen.mjs',s],{cwd:'/tmp/rf'});
const out=JSON.parse(execFileSync('node',['/tmp/orc/verdict.mjs','/tmp/rf'],{maxBuffer:1<<28}).toString());
const p=JSON.parse(fs.readFileSync('/tmp/rf/.claude/settings.json')).permissions;
// use raw doctor because of line breaks
const seen={allow:new Map(),deny:new Map(),ask:new Map()};
for(const d of out.settings){const k=d.at?.split('.')[1];const m=/^Invalid permission rule "([\s\S]*)" was skipped: (.*)$/.exec(d.message);if(m)seen[k].set(m[1],m[2]); else console.log('??',JSON.stringify(d))}
for(const k of ['allow','deny','ask'])for(const r of p[k]){ if(/[\n\t\u00a0]/.test(r))continue; total++; const c=seen[k].get(r); const u=findRuleMistake(r,k); if((c===undefined&&!(r.trim()===''))!==(u===undefined)){bad++;console.log(JSON.stringify(r),k,'| client:',c??'accepted','| us:',u)}}
} console.log(total,'bad',bad)},100000)
