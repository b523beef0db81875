export const id=3329;export const ids=[3329];export const modules={3329:(o,t,c)=>{c.d(t,{glob:()=>r,micromatch:()=>s});var r=c(5648),s=c(8785)}};
