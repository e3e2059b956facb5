/** An import package or module of the project: where it lies in the tree, and where Python finds it. */
import { baseName, folderOf, isBelow, joinPath, relativeTo } from "./paths.ts";

export interface ImportPackage {
  /** Folder or file in the tree: `src/hello`, `src/hello.py`. */
  readonly source: string;
  readonly folder: boolean;
  /** The folder that stands for the top of the wheel: `src`, or the empty path for the project's root. */
  readonly root: string;
}

/** Where a file of the tree lands when this package takes it, or undefined when it is not part of the package. */
export function placeInPackage(owner: ImportPackage, path: string): string | undefined {
  const part = owner.folder ? isBelow(path, owner.source) : path === owner.source;
  return part ? relativeTo(path, owner.root) : undefined;
}

/**
 * The folder that stands for the top of the wheel, from the path alone: everything up to the last folder called `src`,
 * else a first folder called `lib` or `python`, else the project's root.
 * From the path alone, because an unpacked sdist must give the same answer with fewer files around.
 */
export function importRootOf(path: string): string {
  const folders = path.split("/").slice(0, -1);
  const last = folders.lastIndexOf("src");
  if (last !== -1) return folders.slice(0, last + 1).join("/");
  const [first] = folders;
  return first === "lib" || first === "python" ? first : "";
}

/** What the places of Python code in a tree say about packages. */
export interface PythonIndex {
  /** Folders that hold Python code, at any depth below. */
  readonly folders: ReadonlySet<string>;
  /** Folders with an `__init__` of their own. */
  readonly regular: ReadonlySet<string>;
  /** Files that Python can import, by the path of their module: `src/hello` -> `src/hello.py`, `src/hello.pyi`. */
  readonly modules: ReadonlyMap<string, readonly string[]>;
}

const IMPORTABLE = /\.(?:py|pyi|so|pyd)$/;

/** @param paths Files that may be shipped, sorted. */
export function indexPython(paths: readonly string[]): PythonIndex {
  const folders = new Set<string>();
  const regular = new Set<string>();
  const modules = new Map<string, string[]>();
  for (const path of paths) {
    if (!IMPORTABLE.test(path)) continue;
    const folder = folderOf(path);
    for (let above = folder; above !== "" && !folders.has(above); above = folderOf(above)) folders.add(above);
    // `hello.cpython-311-darwin.so` and `hello.pyi` are both the module `hello`.
    const name = baseName(path).split(".")[0] ?? "";
    if (name === "__init__") {
      regular.add(folder);
      continue;
    }
    const module = joinPath(folder, name);
    const files = modules.get(module);
    if (files === undefined) modules.set(module, [path]);
    else files.push(path);
  }
  return { folders, regular, modules };
}
