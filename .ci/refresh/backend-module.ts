// Writes src/core/template/backend-module.ts: node --import tsx .ci/refresh/backend-module.ts
import { readFileSync, writeFileSync } from "node:fs";

const python = readFileSync(new URL("../../src/python/packwheel_backend.py", import.meta.url), "utf8");
const literal = python.replace(/[\\`]|\$(?=\{)/g, "\\$&");

writeFileSync(
  new URL("../../src/core/template/backend-module.ts", import.meta.url),
  `/**
 * \`src/python/packwheel_backend.py\` as text, so that it is wherever packwheel is: written into projects by
 * \`packwheel backend\`. Made by \`node --import tsx .ci/refresh/backend-module.ts\`; a test holds both equal.
 */
export const BACKEND_MODULE: string = \`${literal}\`;
`,
);
