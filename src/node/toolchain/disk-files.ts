/** The disk, for programs that cannot wait. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import process from "node:process";
import type { OutsideFiles } from "../../toolchain/wasi/outside-folder.ts";

export const diskFiles: OutsideFiles = {
  find(path) {
    try {
      const found = statSync(nativePath(path), { throwIfNoEntry: false });
      if (found?.isFile() === true) return { kind: "file", size: found.size };
      if (found?.isDirectory() === true) return { kind: "folder" };
      // Devices, the empty one for instance, have nothing that could be read beforehand.
      return found?.isCharacterDevice() === true ? { kind: "file", size: 0 } : undefined;
    } catch {
      return undefined;
    }
  },
  names(path) {
    try {
      return readdirSync(nativePath(path)).sort();
    } catch {
      return [];
    }
  },
  read: (path) => readFileSync(nativePath(path)),
};

/** `/C:/Users` -> `C:/Users`: programs know no drives. */
function nativePath(path: string): string {
  return process.platform === "win32"
    ? path.replace(/^\/([A-Za-z]:)(?=\/|$)/, "$1").replace(/^([A-Za-z]:)$/, "$1/")
    : path;
}

/** The inverse, of an absolute path. */
export function programPath(path: string): string {
  return process.platform === "win32" ? `/${path.replaceAll("\\", "/")}` : path;
}
