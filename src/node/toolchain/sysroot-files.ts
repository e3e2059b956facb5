/** Files of packwheel's folder `wasm`, read when they are asked for. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { SysrootFiles } from "../../toolchain/sysroot/library-data.ts";
import { SYSROOT } from "./load-toolchain.ts";

/** What linking wants: lists of symbols, and the index of the helpers with the helpers. */
export function sysrootFiles(): SysrootFiles {
  return new LazyFiles();
}

class LazyFiles extends Map<string, Uint8Array> {
  override get(path: string): Uint8Array | undefined {
    const known = super.get(path);
    if (known !== undefined) return known;
    try {
      const bytes = readFileSync(join(SYSROOT, path));
      this.set(path, bytes);
      return bytes;
    } catch {
      return undefined;
    }
  }
}
