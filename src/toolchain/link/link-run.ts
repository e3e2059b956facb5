/** What a link is given, and what comes of it, for all kinds of object files. */
import type { BuildTarget } from "../../core/targets/build-target.ts";
import type { ObjectStore } from "../object-store.ts";
import type { SysrootFiles } from "../sysroot/library-data.ts";
import type { ToolchainWorkers } from "../workers.ts";

/** What the linker is told, in its order. */
export type LinkItem =
  | { readonly kind: "object"; readonly name: string; readonly bytes: Uint8Array }
  /** A word as it is; paths in it are absolute: `-lm`, `/home/lib/libz.a`. */
  | { readonly kind: "word"; readonly word: string };

export interface LinkRun {
  readonly target: BuildTarget;
  readonly floor: string;
  readonly output: "library" | "program" | "relocatable";
  /** Name of the result, without folders. */
  readonly fileName: string;
  readonly items: readonly LinkItem[];
  /** What a library calls itself. */
  readonly soname?: string | undefined;
  /** Symbols that are nowhere are left to the loader, as linkers do for libraries that are not told otherwise. */
  readonly allowsUndefined?: boolean | undefined;
  /** Files named in words, for the helpers that they call. */
  readonly named?: readonly Uint8Array[] | undefined;
  /** Neither libraries nor helpers of the platform. */
  readonly withoutLibraries?: boolean | undefined;
  /** A program brings its own `_start`. */
  readonly withoutStart?: boolean | undefined;
  readonly isStripped: boolean;
  readonly signal?: AbortSignal | undefined;
}

export interface LinkResult {
  /** Undefined when something is missing. */
  readonly bytes: Uint8Array | undefined;
  readonly messages: string;
  /** What can be done, where packwheel knows it. */
  readonly hint: string | undefined;
  /** Files that words asked for beside the result: `map` of `-Map=map`. */
  readonly others: ReadonlyMap<string, Uint8Array>;
}

export interface LinkPorts {
  readonly version: string;
  readonly sysroot: SysrootFiles;
  readonly workers: ToolchainWorkers;
  readonly store: ObjectStore;
}
