/**
 * The Python and ABI tag that an extension module's file name asks for.
 * Spec: PEP 3149 (`.cpython-313-x86_64-linux-gnu.so`), PEP 384 (`.abi3.so`), PEP 803 (`.abi3t.so`)
 */

export interface ExtensionTags {
  /** Undefined for the stable ABI: its file name does not say the oldest Python. */
  readonly python: string | undefined;
  readonly abi: string;
}

const CPYTHON = /^cp(?:ython)?-?(\d)(\d+)([a-z]*)(?:-|$)/;

/** `_native.cpython-313-x86_64-linux-gnu.so` -> cp313; undefined for `_native.so` and `_native.pyd`. */
export function extensionTags(fileName: string): ExtensionTags | undefined {
  const parts = fileName.split(".").slice(1, -1);
  for (const part of parts) {
    if (part === "abi3" || part === "abi3t") return { python: undefined, abi: part };
    const found = CPYTHON.exec(part);
    if (found === null) continue;
    const [, major = "", minor = "", flags = ""] = found;
    return { python: `cp${major}${minor}`, abi: `cp${major}${minor}${flags}` };
  }
  return undefined;
}

/** `_native` of `_native.cpython-313-x86_64-linux-gnu.so`: the module that Python finds in the file. */
export function extensionModule(fileName: string): string | undefined {
  return /^([^.]+)(?:\.[^.]+)?\.(?:so|pyd)$/.exec(fileName)?.[1];
}
