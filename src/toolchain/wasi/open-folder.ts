/** An open folder: where a module's paths begin. No path leaves it, whatever its `..` say. */
import { Fd, type Inode, wasi } from "@bjorn3/browser_wasi_shim";
import { type Errno, FileNode, FolderNode, type Node } from "./node.ts";
import { OpenFile } from "./open-file.ts";

/** A path, followed to its last part: the folder that part is in, and what has the name there, if anything has. */
interface Place {
  readonly folder: FolderNode;
  readonly name: string;
  readonly node: Node | undefined;
}

type Found<Result> = { readonly ret: Errno; readonly found: Result | undefined };

export class OpenFolder extends Fd {
  readonly #folder: FolderNode;
  readonly #prestatName: string | undefined;
  #listing: readonly string[] = [];

  /** @param prestatName What the module calls this folder, when it is one that it starts with: `/`. */
  constructor(folder: FolderNode, prestatName?: string) {
    super();
    this.#folder = folder;
    this.#prestatName = prestatName;
  }

  override fd_prestat_get(): { ret: Errno; prestat: wasi.Prestat | null } {
    if (this.#prestatName === undefined) return { ret: wasi.ERRNO_BADF, prestat: null };
    return { ret: wasi.ERRNO_SUCCESS, prestat: wasi.Prestat.dir(this.#prestatName) };
  }

  override fd_fdstat_get(): { ret: Errno; fdstat: wasi.Fdstat } {
    const fdstat = new wasi.Fdstat(wasi.FILETYPE_DIRECTORY, 0);
    // A libc asks whether it may open for writing before it tries.
    fdstat.fs_rights_base = ALL_RIGHTS;
    fdstat.fs_rights_inherited = ALL_RIGHTS;
    return { ret: wasi.ERRNO_SUCCESS, fdstat };
  }

  override fd_filestat_get(): { ret: Errno; filestat: wasi.Filestat } {
    return { ret: wasi.ERRNO_SUCCESS, filestat: this.#folder.stat() };
  }

  override fd_readdir_single(cookie: bigint): { ret: Errno; dirent: wasi.Dirent | null } {
    // One listing from the first name to the last: files that come and go meanwhile move no other.
    if (cookie === 0n) this.#listing = [".", "..", ...this.#folder.names()];
    const name = this.#listing[Number(cookie)];
    if (name === undefined) return { ret: wasi.ERRNO_SUCCESS, dirent: null };
    const node = name === "." || name === ".." ? this.#folder : this.#folder.find(name);
    const { ino, filetype } = node?.stat() ?? { ino: 0n, filetype: wasi.FILETYPE_UNKNOWN };
    return { ret: wasi.ERRNO_SUCCESS, dirent: new wasi.Dirent(cookie + 1n, ino, name, filetype) };
  }

  override path_filestat_get(_flags: number, path: string): { ret: Errno; filestat: wasi.Filestat | null } {
    const { ret, found } = this.#follow(path);
    return { ret, filestat: found?.stat() ?? null };
  }

  override path_filestat_set_times(_flags: number, path: string): Errno {
    return this.#follow(path).ret;
  }

  override path_lookup(path: string, _dirflags: number): { ret: Errno; inode_obj: Inode | null } {
    const { ret, found } = this.#follow(path);
    return { ret, inode_obj: found ?? null };
  }

  override path_open(
    _dirflags: number,
    path: string,
    oflags: number,
    rights: bigint,
    _inheriting: bigint,
    flags: number,
  ): { ret: Errno; fd_obj: Fd | null } {
    const { ret, found: place } = this.#place(path);
    if (place === undefined) {
      const { ret: rootRet, found: root } = this.#follow(path);
      return root === undefined ? { ret: ret || rootRet, fd_obj: null } : openNode(root, oflags, rights, flags);
    }
    let node = place.node;
    if (node !== undefined && (oflags & wasi.OFLAGS_EXCL) !== 0) return { ret: wasi.ERRNO_EXIST, fd_obj: null };
    if (node === undefined) {
      if ((oflags & wasi.OFLAGS_CREAT) === 0) return { ret: wasi.ERRNO_NOENT, fd_obj: null };
      const created = place.folder.createFile(place.name);
      if (created.node === undefined) return { ret: created.ret, fd_obj: null };
      node = created.node;
    }
    const mustBeFolder = (oflags & wasi.OFLAGS_DIRECTORY) !== 0 || path.endsWith("/");
    if (mustBeFolder && !(node instanceof FolderNode)) return { ret: wasi.ERRNO_NOTDIR, fd_obj: null };
    return openNode(node, oflags, rights, flags);
  }

  override path_create_directory(path: string): Errno {
    const { ret, found: place } = this.#place(path);
    if (place === undefined) return ret === wasi.ERRNO_INVAL ? wasi.ERRNO_EXIST : ret;
    return place.node === undefined ? place.folder.createFolder(place.name) : wasi.ERRNO_EXIST;
  }

  override path_unlink_file(path: string): Errno {
    const { ret, found: place } = this.#place(path);
    if (place === undefined) return ret;
    if (place.node === undefined) return wasi.ERRNO_NOENT;
    return place.node instanceof FileNode ? place.folder.remove(place.name) : wasi.ERRNO_ISDIR;
  }

  override path_remove_directory(path: string): Errno {
    const { ret, found: place } = this.#place(path);
    if (place === undefined) return ret;
    if (place.node === undefined) return wasi.ERRNO_NOENT;
    if (!(place.node instanceof FolderNode)) return wasi.ERRNO_NOTDIR;
    return place.node.names().length > 0 ? wasi.ERRNO_NOTEMPTY : place.folder.remove(place.name);
  }

  /** First half of a rename, as the shim does it: take the name away, keep the file. */
  override path_unlink(path: string): { ret: Errno; inode_obj: Inode | null } {
    const { ret, found: place } = this.#place(path);
    if (place?.node === undefined) return { ret: place === undefined ? ret : wasi.ERRNO_NOENT, inode_obj: null };
    const removed = place.folder.remove(place.name);
    return { ret: removed, inode_obj: removed === wasi.ERRNO_SUCCESS ? place.node : null };
  }

  /** Second half of a rename; without `allowFolders`, a hard link. */
  override path_link(path: string, inode: Inode, allowFolders: boolean): Errno {
    const { ret, found: place } = this.#place(path);
    if (place === undefined) return ret;
    if (!(inode instanceof FileNode || inode instanceof FolderNode)) return wasi.ERRNO_NOTSUP;
    const isFolder = inode instanceof FolderNode;
    if (!allowFolders && isFolder) return wasi.ERRNO_PERM;
    if (!allowFolders && place.node !== undefined) return wasi.ERRNO_EXIST;
    if (place.node instanceof FolderNode) {
      if (!isFolder) return wasi.ERRNO_ISDIR;
      if (place.node.names().length > 0) return wasi.ERRNO_NOTEMPTY;
    } else if (place.node !== undefined && isFolder) {
      return wasi.ERRNO_NOTDIR;
    }
    return place.folder.put(place.name, inode);
  }

  /** There are no symbolic links: whatever exists is none. */
  override path_readlink(path: string): { ret: Errno; data: string | null } {
    const { ret, found } = this.#follow(path);
    return { ret: found === undefined ? ret : wasi.ERRNO_INVAL, data: null };
  }

  /** What a path means. */
  #follow(path: string): Found<Node> {
    const { ret, found: parts } = partsOf(path);
    if (parts === undefined) return { ret, found: undefined };
    const found = walk(this.#folder, parts);
    if (found.found instanceof FileNode && path.endsWith("/")) return { ret: wasi.ERRNO_NOTDIR, found: undefined };
    return found;
  }

  /** Where the last part of a path is, or would be. `ERRNO_INVAL` for the folder itself, which has no name here. */
  #place(path: string): Found<Place> {
    const { ret, found: parts } = partsOf(path);
    if (parts === undefined) return { ret, found: undefined };
    const name = parts.at(-1);
    if (name === undefined) return { ret: wasi.ERRNO_INVAL, found: undefined };
    const parent = walk(this.#folder, parts.slice(0, -1));
    if (parent.found === undefined) return { ret: parent.ret, found: undefined };
    if (!(parent.found instanceof FolderNode)) return { ret: wasi.ERRNO_NOTDIR, found: undefined };
    return { ret: wasi.ERRNO_SUCCESS, found: { folder: parent.found, name, node: parent.found.find(name) } };
  }
}

function openNode(node: Node, oflags: number, rights: bigint, flags: number): { ret: Errno; fd_obj: Fd | null } {
  if (node instanceof FolderNode) return { ret: wasi.ERRNO_SUCCESS, fd_obj: new OpenFolder(node) };
  const truncates = (oflags & wasi.OFLAGS_TRUNC) !== 0;
  const writes = truncates || (rights & BigInt(wasi.RIGHTS_FD_WRITE)) !== 0n;
  if (writes && !node.writable) return { ret: wasi.ERRNO_ROFS, fd_obj: null };
  if (truncates) node.resize(0);
  return { ret: wasi.ERRNO_SUCCESS, fd_obj: new OpenFile(node, writes, flags) };
}

/** The 30 rights of WASI preview 1. */
const ALL_RIGHTS = (1n << 30n) - 1n;

/** `a/./b/../c` -> `a`, `c`. Without links, `..` can be taken away before anything is looked up. */
function partsOf(path: string): Found<readonly string[]> {
  if (path.startsWith("/")) return { ret: wasi.ERRNO_NOTCAPABLE, found: undefined };
  if (path.includes("\0")) return { ret: wasi.ERRNO_INVAL, found: undefined };
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return { ret: wasi.ERRNO_NOTCAPABLE, found: undefined };
  }
  return { ret: wasi.ERRNO_SUCCESS, found: parts };
}

function walk(start: FolderNode, parts: readonly string[]): Found<Node> {
  let node: Node = start;
  for (const part of parts) {
    if (!(node instanceof FolderNode)) return { ret: wasi.ERRNO_NOTDIR, found: undefined };
    const next = node.find(part);
    if (next === undefined) return { ret: wasi.ERRNO_NOENT, found: undefined };
    node = next;
  }
  return { ret: wasi.ERRNO_SUCCESS, found: node };
}
