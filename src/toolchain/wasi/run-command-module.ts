/**
 * One run of a program that was compiled to a WASI preview 1 command module. It sees the folder that it is given and
 * nothing else: no clock, no chance, no network, so that the same input gives the same bytes.
 * Spec: https://github.com/WebAssembly/WASI/blob/main/legacy/preview1/docs.md
 */
import { WASI, WASIProcExit, wasi } from "@bjorn3/browser_wasi_shim";
import { MemoryFile } from "./memory-file.ts";
import type { FolderNode } from "./node.ts";
import { OpenFile } from "./open-file.ts";
import { OpenFolder } from "./open-folder.ts";

export interface CommandModuleRun {
  /** The first is the program's own name. */
  readonly arguments: readonly string[];
  /** What the program sees as `/`. */
  readonly root: FolderNode;
  /** `NAME=VALUE` */
  readonly environment?: readonly string[] | undefined;
  /** What the clock shows, always: seconds since 1970. Default 0. */
  readonly timestamp?: number | undefined;
  readonly stdin?: Uint8Array | undefined;
}

export interface CommandModuleResult {
  readonly exitCode: number;
  readonly stdout: Uint8Array;
  readonly stderr: Uint8Array;
  /** Why the program stopped when it did so by a fault of its own: `unreachable`. Its exit code is 134 then. */
  readonly crash: string | undefined;
}

/** What a shell shows for a program that was ended by SIGABRT. */
const CRASH_EXIT_CODE = 134;

export async function runCommandModule(
  module: WebAssembly.Module,
  run: CommandModuleRun,
): Promise<CommandModuleResult> {
  const [stdin, stdout, stderr] = [new MemoryFile(run.stdin), new MemoryFile(), new MemoryFile()];
  const program = new WASI(
    [...run.arguments],
    [...(run.environment ?? [])],
    [
      new OpenFile(stdin, false, 0),
      new OpenFile(stdout, true, wasi.FDFLAGS_APPEND),
      new OpenFile(stderr, true, wasi.FDFLAGS_APPEND),
      new OpenFolder(run.root, "/"),
    ],
    { debug: false },
  );
  const imports = { ...program.wasiImport, ...steadyImports(program, run) };
  const instance = await WebAssembly.instantiate(module, { wasi_snapshot_preview1: imports });
  const end = start(program, instance);
  return { ...end, stdout: stdout.content, stderr: stderr.content };
}

function start(program: WASI, instance: WebAssembly.Instance): Pick<CommandModuleResult, "exitCode" | "crash"> {
  try {
    // The exports of a command module: `start` fails below when they are not there.
    return { exitCode: program.start(instance as Parameters<WASI["start"]>[0]), crash: undefined };
  } catch (error) {
    if (error instanceof WASIProcExit) return { exitCode: error.code, crash: undefined };
    if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) {
      return { exitCode: CRASH_EXIT_CODE, crash: error.message };
    }
    throw error;
  }
}

/** Imports that take the place of the shim's: the same on every run, right for all of Unicode, or faster. */
function steadyImports(program: WASI, run: CommandModuleRun): Record<string, (...values: never[]) => number> {
  const view = (): DataView => new DataView(program.inst.exports.memory.buffer);
  const bytes = (start: number, length: number): Uint8Array => {
    return new Uint8Array(program.inst.exports.memory.buffer, start, length);
  };
  const words = run.arguments.map((word) => new TextEncoder().encode(`${word}\0`));
  const now = BigInt(run.timestamp ?? 0) * 1_000_000_000n;
  let ticks = 0n;
  let seed = 0;
  return {
    args_sizes_get(countPointer: number, sizePointer: number): number {
      view().setUint32(countPointer, words.length, true);
      view().setUint32(
        sizePointer,
        words.reduce((sum, word) => sum + word.length, 0),
        true,
      );
      return wasi.ERRNO_SUCCESS;
    },
    args_get(pointers: number, start: number): number {
      let at = start;
      for (const [index, word] of words.entries()) {
        view().setUint32(pointers + 4 * index, at, true);
        bytes(at, word.length).set(word);
        at += word.length;
      }
      return wasi.ERRNO_SUCCESS;
    },
    clock_time_get(clock: number, _precision: bigint, pointer: number): number {
      // Clocks that measure must at least go on.
      view().setBigUint64(pointer, clock === wasi.CLOCKID_REALTIME ? now : ++ticks, true);
      return wasi.ERRNO_SUCCESS;
    },
    /** A waiting program goes on at once: there is nothing to wait for. */
    sched_yield: () => wasi.ERRNO_SUCCESS,
    /** Names of temporary files are made of this: they need to differ, no more. */
    random_get(start: number, length: number): number {
      const room = bytes(start, length);
      for (let index = 0; index < length; index++) {
        seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
        room[index] = seed >>> 24;
      }
      return wasi.ERRNO_SUCCESS;
    },
    /** As the shim's, without a copy and two objects for each of millions of small writes. */
    fd_write(descriptor: number, vectors: number, count: number, writtenPointer: number): number {
      const file = program.fds[descriptor];
      if (file === undefined) return wasi.ERRNO_BADF;
      const memory = view();
      let written = 0;
      for (let index = 0; index < count; index++) {
        const start = memory.getUint32(vectors + 8 * index, true); //      0, 4 bytes: buf
        const length = memory.getUint32(vectors + 8 * index + 4, true); // 4, 4 bytes: buf_len
        const { ret, nwritten } = file.fd_write(bytes(start, length));
        if (ret !== wasi.ERRNO_SUCCESS) return ret;
        written += nwritten;
      }
      memory.setUint32(writtenPointer, written, true);
      return wasi.ERRNO_SUCCESS;
    },
  };
}
