/** The files of `wasm/`, as the toolchain is given them. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { SysrootFiles } from "../../../src/toolchain/sysroot/library-data.ts";

const ROOT = fileURLToPath(new URL("../../../wasm/", import.meta.url));

export function readSysrootFiles(folder = ""): SysrootFiles {
  const files = new Map<string, Uint8Array>();
  for (const entry of readdirSync(`${ROOT}${folder}`, { withFileTypes: true })) {
    const path = `${folder}${entry.name}`;
    if (entry.isFile()) files.set(path, readFileSync(`${ROOT}${path}`));
    else for (const [inner, bytes] of readSysrootFiles(`${path}/`)) files.set(inner, bytes);
  }
  return files;
}
