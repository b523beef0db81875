// The glob library and the matcher that it is built on, in one module, which only a run with something to exclude loads.
export { default as glob } from "fast-glob";
export { default as micromatch } from "micromatch";
