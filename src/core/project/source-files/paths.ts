/** Arithmetic of `/`-separated relative paths, on names alone. */

/** `./src/hello/` as the tree lists it: `src/hello`. The project's root is the empty path. */
export function cleanPath(path: string): string {
  return path
    .split("/")
    .filter((part, index) => part !== "." && (part !== "" || index === 0))
    .join("/");
}

/** Whether `path` lies below `folder`. Everything lies below the root, the empty path. */
export function isBelow(path: string, folder: string): boolean {
  return folder === ""
    ? path !== ""
    : path.length > folder.length && path[folder.length] === "/" && path.startsWith(folder);
}

/** `src/hello/a.py` relative to `src` is `hello/a.py`. */
export function relativeTo(path: string, folder: string): string {
  return folder === "" ? path : path.slice(folder.length + 1);
}

/** `hello` and `a.py` make `hello/a.py`; either may be empty. */
export function joinPath(folder: string, path: string): string {
  if (folder === "") return path;
  return path === "" ? folder : `${folder}/${path}`;
}

/** `src/hello/a.py` -> `a.py` */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** `src/hello/a.py` -> `src/hello`; the empty path for a file at the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash === -1 ? "" : path.slice(0, slash);
}
