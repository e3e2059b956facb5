/** An open file: a place in a file, and what may be done there. */
import { Fd, wasi } from "@bjorn3/browser_wasi_shim";
import type { Errno, FileNode } from "./node.ts";

const NOTHING = new Uint8Array(0);

export class OpenFile extends Fd {
  readonly #file: FileNode;
  readonly #writable: boolean;
  #flags: number;
  #position = 0;

  constructor(file: FileNode, writable: boolean, flags: number) {
    super();
    this.#file = file;
    this.#writable = writable;
    this.#flags = flags;
  }

  override fd_fdstat_get(): { ret: Errno; fdstat: wasi.Fdstat } {
    const fdstat = new wasi.Fdstat(wasi.FILETYPE_REGULAR_FILE, this.#flags);
    // A libc takes its O_RDONLY, O_RDWR from the rights.
    const rights = wasi.RIGHTS_FD_READ | wasi.RIGHTS_FD_SEEK | wasi.RIGHTS_FD_TELL | wasi.RIGHTS_FD_FILESTAT_GET;
    fdstat.fs_rights_base = BigInt(rights | (this.#writable ? wasi.RIGHTS_FD_WRITE : 0));
    return { ret: wasi.ERRNO_SUCCESS, fdstat };
  }

  override fd_fdstat_set_flags(flags: number): Errno {
    this.#flags = flags;
    return wasi.ERRNO_SUCCESS;
  }

  override fd_filestat_get(): { ret: Errno; filestat: wasi.Filestat } {
    return { ret: wasi.ERRNO_SUCCESS, filestat: this.#file.stat() };
  }

  override fd_filestat_set_size(size: bigint): Errno {
    return this.#writable ? this.#file.resize(Number(size)) : wasi.ERRNO_BADF;
  }

  /** Files here have no times. */
  override fd_filestat_set_times(): Errno {
    return wasi.ERRNO_SUCCESS;
  }

  override fd_allocate(offset: bigint, length: bigint): Errno {
    if (!this.#writable) return wasi.ERRNO_BADF;
    const size = Number(offset + length);
    return size > this.#file.size ? this.#file.resize(size) : wasi.ERRNO_SUCCESS;
  }

  override fd_read(size: number): { ret: Errno; data: Uint8Array } {
    const data = this.#file.read(this.#position, size);
    this.#position += data.length;
    return { ret: wasi.ERRNO_SUCCESS, data };
  }

  override fd_pread(size: number, offset: bigint): { ret: Errno; data: Uint8Array } {
    if (offset < 0n) return { ret: wasi.ERRNO_INVAL, data: NOTHING };
    return { ret: wasi.ERRNO_SUCCESS, data: this.#file.read(Number(offset), size) };
  }

  override fd_write(data: Uint8Array): { ret: Errno; nwritten: number } {
    if ((this.#flags & wasi.FDFLAGS_APPEND) !== 0) this.#position = this.#file.size;
    const written = this.#write(this.#position, data);
    this.#position += written.nwritten;
    return written;
  }

  override fd_pwrite(data: Uint8Array, offset: bigint): { ret: Errno; nwritten: number } {
    return offset < 0n ? { ret: wasi.ERRNO_INVAL, nwritten: 0 } : this.#write(Number(offset), data);
  }

  #write(offset: number, data: Uint8Array): { ret: Errno; nwritten: number } {
    if (!this.#writable) return { ret: wasi.ERRNO_BADF, nwritten: 0 };
    const ret = this.#file.write(offset, data);
    return { ret, nwritten: ret === wasi.ERRNO_SUCCESS ? data.length : 0 };
  }

  override fd_seek(offset: bigint, whence: number): { ret: Errno; offset: bigint } {
    const bases: Readonly<Record<number, number>> = {
      [wasi.WHENCE_SET]: 0,
      [wasi.WHENCE_CUR]: this.#position,
      [wasi.WHENCE_END]: this.#file.size,
    };
    const base = bases[whence];
    const position = base === undefined ? -1 : base + Number(offset);
    if (position < 0 || !Number.isSafeInteger(position)) return { ret: wasi.ERRNO_INVAL, offset: 0n };
    this.#position = position;
    return { ret: wasi.ERRNO_SUCCESS, offset: BigInt(position) };
  }

  override fd_tell(): { ret: Errno; offset: bigint } {
    return { ret: wasi.ERRNO_SUCCESS, offset: BigInt(this.#position) };
  }
}
