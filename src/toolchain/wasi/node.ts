/**
 * Files and folders as a WASI module sees them. A module cannot wait, so that everything here is synchronous.
 * Spec: WASI preview 1, https://github.com/WebAssembly/WASI/blob/main/legacy/preview1/docs.md
 */
import { Inode, wasi } from "@bjorn3/browser_wasi_shim";

/** The error numbers of WASI: 0 is success. */
export type Errno = number;

/** The shim's own folders ask their nodes to open themselves; ours (`OpenFolder`) do it in their place. */
const NOT_HERE: { readonly ret: Errno; readonly fd_obj: null } = { ret: wasi.ERRNO_NOTSUP, fd_obj: null };

/** One regular file: open files of it come and go, the file stays. */
export abstract class FileNode extends Inode {
  abstract readonly size: number;
  /** Up to `length` bytes; fewer at the end of the file. Not a copy: the caller reads them at once. */
  abstract read(offset: number, length: number): Uint8Array;
  abstract write(offset: number, bytes: Uint8Array): Errno;
  abstract resize(size: number): Errno;
  abstract readonly writable: boolean;

  override stat(): wasi.Filestat {
    return new wasi.Filestat(this.ino, wasi.FILETYPE_REGULAR_FILE, BigInt(this.size));
  }

  override path_open(): typeof NOT_HERE {
    return NOT_HERE;
  }
}

/** A name in a folder. */
export type Node = FileNode | FolderNode;

export abstract class FolderNode extends Inode {
  abstract find(name: string): Node | undefined;
  /** Every name, in an order that stays. */
  abstract names(): readonly string[];

  /** Give `name` to a file or folder, in place of what had it. */
  put(_name: string, _node: Node): Errno {
    return wasi.ERRNO_ROFS;
  }

  remove(_name: string): Errno {
    return wasi.ERRNO_ROFS;
  }

  createFile(_name: string): { readonly ret: Errno; readonly node: Node | undefined } {
    return { ret: wasi.ERRNO_ROFS, node: undefined };
  }

  createFolder(_name: string): Errno {
    return wasi.ERRNO_ROFS;
  }

  override stat(): wasi.Filestat {
    return new wasi.Filestat(this.ino, wasi.FILETYPE_DIRECTORY, 0n);
  }

  override path_open(): typeof NOT_HERE {
    return NOT_HERE;
  }
}
