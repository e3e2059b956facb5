/** Which modules the files of a wheel make importable. */

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
    if (!isModuleFile(path)) continue;
    const folders = path.split("/");
    const filename = folders.pop() ?? "";
    for (let depth = 1; depth <= folders.length; depth++) modules.add(folders.slice(0, depth).join("."));
    const name = moduleNameOf(filename);
    if (name !== "__init__") modules.add([...folders, name].join("."));
  }
  return modules;
}
