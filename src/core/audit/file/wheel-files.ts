/** Which libraries of a wheel find each other. */
import type { AuditedFile } from "../file-audit.ts";

/** `found` where the loader looks for it, `elsewhere` in the wheel, or not in it. */
export type LibraryPlace = "found" | "elsewhere" | "external";

export class WheelFiles {
  readonly #paths = new Set<string>();
  /** File names and the names that libraries give themselves. */
  readonly #names = new Set<string>();

  constructor(files: readonly AuditedFile[]) {
    for (const { path, object } of files) {
      const installed = installedPath(path);
      this.#paths.add(installed.toLowerCase());
      this.#names.add(baseName(installed).toLowerCase());
      if (object.format === "elf" && object.soname !== undefined) this.#names.add(object.soname.toLowerCase());
      if (object.format === "mach-o") {
        for (const { id } of object.slices) if (id !== undefined) this.#names.add(baseName(id).toLowerCase());
      }
    }
  }

  /**
   * @param from The file that needs the library.
   * @param library `libfoo.so.1`, `@rpath/libfoo.dylib`
   * @param searchPath Folders such as `$ORIGIN/../hello.libs`.
   */
  locate(from: string, library: string, searchPath: readonly string[]): LibraryPlace {
    const name = baseName(library).toLowerCase();
    const folder = parentOf(installedPath(from));
    for (const entry of searchPath) {
      const relative = /^\$(?:ORIGIN|\{ORIGIN\})(?:\/(.*))?$/.exec(entry) ?? /^@loader_path(?:\/(.*))?$/.exec(entry);
      if (relative === null) continue;
      const path = resolvePath(folder, `${relative[1] ?? ""}/${name}`);
      if (path !== undefined && this.#paths.has(path.toLowerCase())) return "found";
    }
    return this.#names.has(name) ? "elsewhere" : "external";
  }
}

/** Members of `.data/platlib` and `.data/purelib` are installed beside those at the root. */
function installedPath(path: string): string {
  return path.replace(/^[^/]+\.data\/(?:platlib|purelib)\//, "");
}

function resolvePath(folder: string, relative: string): string | undefined {
  const parts = folder === "" ? [] : folder.split("/");
  for (const part of relative.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return undefined; // outside the wheel
  }
  return parts.join("/");
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
