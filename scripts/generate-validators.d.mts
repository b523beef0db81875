import type { Ajv, Options } from "ajv";

export function createAjv(options?: Options): Ajv;
