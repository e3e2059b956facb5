/**
 * A folder on disk as a `FileTree`.
 * Links are followed, because an archive has no place for them: what they name is packed as if it lay there. A link
 * must stay inside the folder, else a build would pack whatever it names on that one machine.
 */
import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { PackwheelError } from "../core/errors.ts";
import { throwIfAborted } from "../core/ports/abort.ts";
import type { FileTree, ListOptions, TreeEntry } from "../core/ports/file-tree.ts";
import { DiskFileContent, readFailure } from "./disk-file-content.ts";

/** A folder that is being listed. `parent` leads to those around it, which is how a loop is noticed. */
interface Folder {
  /** In the tree, with `/` at its end; empty for the root. */
  readonly prefix: string;
  /** Without any link in it. */
  readonly realPath: string;
  readonly parent: Folder | undefined;
}

/**
 * The files below `root`. Nothing is read before it is asked for.
 *
 * `list` is synchronous inside: for small files one system call after another is several times as fast as handing
 * each to a thread, and the work of a build cannot begin before the list is there.
 */
export function diskTree(root: string): FileTree {
  const rootPath = resolve(root);
  let realRoot: string | undefined;
  const findRealRoot = (): string => {
    realRoot ??= realPathOfRoot(rootPath);
    return realRoot;
  };
  /** Paths that a listing gave: their links were checked then. */
  const listed = new Set<string>();

  return {
    async *list(options: ListOptions = {}): AsyncGenerator<TreeEntry, void, undefined> {
      const top: Folder = { prefix: "", realPath: findRealRoot(), parent: undefined };
      const waiting: Folder[] = [top];
      for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
        throwIfAborted(options.signal);
        const found = listFolder(folder, top.realPath, options);
        for (const entry of found.files) {
          listed.add(entry.path);
          yield entry;
        }
        for (const inner of found.folders) waiting.push(inner);
      }
    },

    open(path: string): AsyncIterable<Uint8Array> {
      // Twenty thousand listed files are opened without a look at each path again.
      if (listed.has(path)) return new DiskFileContent(rootPath + sep + path, path);
      const diskPath = placeOnDisk(rootPath, path);
      refuseEscape(diskPath, path, findRealRoot());
      return new DiskFileContent(diskPath, path);
    },

    async read(path: string): Promise<Uint8Array | undefined> {
      const diskPath = placeOnDisk(rootPath, path);
      const stat = statIfThere(diskPath, path);
      if (stat === undefined || stat.isDirectory()) return undefined;
      if (!stat.isFile()) throw specialFile(path, stat);
      if (!listed.has(path)) refuseEscape(diskPath, path, findRealRoot());
      const parts: Uint8Array[] = [];
      for await (const part of new DiskFileContent(diskPath, path)) parts.push(part);
      return parts.length === 1 ? parts[0] : Buffer.concat(parts);
    },
  };
}

function listFolder(
  folder: Folder,
  realRoot: string,
  options: ListOptions,
): { readonly files: readonly TreeEntry[]; readonly folders: readonly Folder[] } {
  const files: TreeEntry[] = [];
  const folders: Folder[] = [];
  for (const entry of readFolder(folder)) {
    const path = folder.prefix + entry.name;
    const realPath = folder.realPath + sep + entry.name;
    try {
      refuseBrokenName(folder, entry.name);
      if (entry.isDirectory()) {
        if (options.skipDirectory?.(path)) continue;
        folders.push({ prefix: `${path}/`, realPath, parent: folder });
      } else if (entry.isSymbolicLink()) {
        const target = followLink(realPath, path);
        // A link to a folder that nobody wants may lead anywhere: `.venv`, the result of another build tool.
        if ((target instanceof PackwheelError || target.stat.isDirectory()) && options.skipDirectory?.(path)) continue;
        if (target instanceof PackwheelError) throw target;
        if (!isInside(target.realPath, realRoot)) throw linkEscapes(path, target.realPath);
        if (target.stat.isDirectory()) {
          refuseLoop(target.realPath, folder, path);
          folders.push({ prefix: `${path}/`, realPath: target.realPath, parent: folder });
        } else files.push(treeEntry(path, target.stat));
      } else {
        const stat = statIfThere(realPath, path);
        // Gone since the folder was read: as if it had never been there.
        if (stat !== undefined) files.push(treeEntry(path, stat));
      }
    } catch (error) {
      if (options.onUnreadable === undefined || !(error instanceof PackwheelError)) throw error;
      options.onUnreadable(path, error);
    }
  }
  return { files, folders };
}

function readFolder(folder: Folder): Dirent[] {
  try {
    return readdirSync(folder.realPath, { withFileTypes: true });
  } catch (error) {
    throw readFailure(error, folder.prefix === "" ? folder.realPath : folder.prefix);
  }
}

function treeEntry(path: string, stat: Stats): TreeEntry {
  if (!stat.isFile()) throw specialFile(path, stat);
  // Windows has no permission bits; what Node gives there depends on the file's name and attributes.
  return { path, size: stat.size, mode: process.platform === "win32" ? 0o644 : stat.mode & 0o777 };
}

/** Where a link leads in the end, or why it leads nowhere. */
function followLink(
  diskPath: string,
  path: string,
): { readonly realPath: string; readonly stat: Stats } | PackwheelError {
  try {
    const realPath = realpathSync.native(diskPath);
    return { realPath, stat: statSync(realPath) };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ELOOP") {
      return new PackwheelError("TREE_LINK_LOOP", `Cannot follow the link "${path}": it leads back to itself`, {
        path,
        hint: "Remove the link or exclude it",
        cause: error,
      });
    }
    if (code === "ENOENT" || code === "ENOTDIR") {
      return new PackwheelError(
        "TREE_LINK_DANGLING",
        `Cannot follow the link "${path}": what it names does not exist`,
        {
          path,
          hint: "Remove the link or exclude it",
          cause: error,
        },
      );
    }
    return readFailure(error, path);
  }
}

function refuseLoop(realPath: string, from: Folder, path: string): void {
  for (let around: Folder | undefined = from; around !== undefined; around = around.parent) {
    if (around.realPath !== realPath) continue;
    throw new PackwheelError(
      "TREE_LINK_LOOP",
      `Cannot follow the link "${path}": it leads back to "${around.prefix === "" ? "." : around.prefix}", around it`,
      { path, hint: "Remove the link or exclude it" },
    );
  }
}

/** For paths that no listing gave. A file that is missing is left to the reading, which says so. */
function refuseEscape(diskPath: string, path: string, realRoot: string): void {
  let realPath: string;
  try {
    realPath = realpathSync.native(diskPath);
  } catch {
    return;
  }
  if (!isInside(realPath, realRoot)) throw linkEscapes(path, realPath);
}

function isInside(realPath: string, realRoot: string): boolean {
  return realPath === realRoot || realPath.startsWith(realRoot.endsWith(sep) ? realRoot : realRoot + sep);
}

function linkEscapes(path: string, target: string): PackwheelError {
  return new PackwheelError(
    "TREE_LINK_ESCAPES",
    `Cannot follow the link "${path}": "${target}" is outside the folder`,
    {
      path,
      hint: "Copy the target into the folder, or exclude the link",
    },
  );
}

function specialFile(path: string, stat: Stats): PackwheelError {
  const kind = stat.isSocket()
    ? "a socket"
    : stat.isFIFO()
      ? "a named pipe"
      : stat.isBlockDevice() || stat.isCharacterDevice()
        ? "a device"
        : "not a regular file";
  return new PackwheelError("TREE_SPECIAL_FILE", `Cannot pack "${path}": it is ${kind}`, {
    path,
    hint: "Remove it or exclude it",
  });
}

function statIfThere(diskPath: string, path: string): Stats | undefined {
  try {
    return statSync(diskPath, { throwIfNoEntry: false });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOTDIR" || code === "ENOENT") return undefined;
    throw readFailure(error, path);
  }
}

/**
 * Node replaces what is not UTF-8 in a name by U+FFFD, and so gives a name that no file has. A file may truly be
 * called so, therefore the raw names decide.
 */
function refuseBrokenName(folder: Folder, name: string): void {
  if (!name.includes("\ufffd")) return;
  const raw = readdirSync(folder.realPath, { encoding: "buffer" });
  if (raw.some((bytes) => bytes.equals(Buffer.from(name)))) return;
  throw new PackwheelError("TREE_NAME_NOT_UTF8", `Cannot pack "${folder.prefix}${name}": its name is not valid UTF-8`, {
    path: folder.prefix + name,
    hint: "Rename the file",
  });
}

/** The place of a tree path, which must not lead out of the tree by its words. */
function placeOnDisk(rootPath: string, path: string): string {
  const fault = findPlaceFault(path);
  if (fault === undefined) return join(rootPath, path);
  throw new PackwheelError("TREE_UNSAFE_PATH", `Cannot open "${path}": ${fault}`, { path });
}

function findPlaceFault(path: string): string | undefined {
  if (path === "") return "it is empty";
  if (path.includes("\0")) return "it has a NUL";
  if (path.startsWith("/")) return "it is absolute";
  if (process.platform === "win32" && /[\\:]/.test(path)) return "it has a backslash or a colon";
  if (path.split("/").some((part) => part === "" || part === "." || part === "..")) {
    return 'it has an empty, "." or ".." part';
  }
  return undefined;
}

function realPathOfRoot(rootPath: string): string {
  try {
    return realpathSync.native(rootPath);
  } catch (error) {
    throw readFailure(error, rootPath);
  }
}
