/** Which modules the files of a wheel make importable. */

/** Longer ones can hardly be installed. */
const MAX_PATH_LENGTH = 1024;
const MODULE_ENDING = /\.(?:py|so|pyd)$/;

/** Whether the file is a Python module: `a.py`, `a.cpython-313-x86_64-linux-gnu.so`, `a.pyd`. */
export function isModuleFile(path: string): boolean {
  return MODULE_ENDING.test(path);
}

/** `a.cpython-313-x86_64-linux-gnu.so` is the module `a`. */
export function moduleNameOf(filename: string): string {
  const dot = filename.indexOf(".");
  return dot === -1 ? filename : filename.slice(0, dot);
}

/**
 * Dotted names of all modules and packages, namespace packages among them.
 *
 * @param paths Relative to site-packages.
 */
export function findModules(paths: Iterable<string>): Set<string> {
  const modules = new Set<string>();
  for (const path of paths) {
    // Every folder on the way is remembered, which an endless path would turn into endless memory.
    if (!isModuleFile(path) || path.length > MAX_PATH_LENGTH) continue;
    const folders = path.split("/");
    const filename = folders.pop() ?? "";
    for (let depth = 1; depth <= folders.length; depth++) modules.add(folders.slice(0, depth).join("."));
    const name = moduleNameOf(filename);
    if (name !== "__init__") modules.add([...folders, name].join("."));
  }
  return modules;
}
