/** Workers that compile nothing: they write down what is asked, and answer as they are told. */
import { elfFormatOf } from "../../src/core/object/elf/elf-format.ts";
import { writeStubLibrary } from "../../src/core/object/elf/write-stub-library.ts";
import type { SourceResult, SourceRun } from "../../src/toolchain/compile-source.ts";
import type { LinkPorts } from "../../src/toolchain/link/link-run.ts";
import { NO_STORE, type ObjectStore, type StoredObject } from "../../src/toolchain/object-store.ts";
import type { ToolResult, ToolRun } from "../../src/toolchain/tool.ts";
import type { OutsideFiles } from "../../src/toolchain/wasi/outside-folder.ts";
import type { ToolchainWorkers } from "../../src/toolchain/workers.ts";

export const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
export const decode = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

/** An ELF file without a table of symbols: it wants nothing. */
export const OBJECT: Uint8Array = writeStubLibrary(elfFormatOf("x86_64")!, { soname: "object", symbols: [] });

export const COMPILED: SourceResult = {
  exitCode: 0,
  bytes: OBJECT,
  messages: "",
  printed: new Uint8Array(0),
  findings: [],
  dependencies: [],
};

export class FakeWorkers implements ToolchainWorkers {
  readonly width = 2;
  readonly sources: SourceRun[] = [];
  readonly tools: ToolRun[] = [];
  readonly #compile: (run: SourceRun) => Partial<SourceResult>;
  readonly #tool: (run: ToolRun) => Partial<ToolResult>;

  constructor(
    compile: (run: SourceRun) => Partial<SourceResult> = () => ({}),
    tool: (run: ToolRun) => Partial<ToolResult> = () => ({}),
  ) {
    this.#compile = compile;
    this.#tool = tool;
  }

  async compile(run: SourceRun): Promise<SourceResult> {
    this.sources.push(run);
    return { ...COMPILED, ...this.#compile(run) };
  }

  async runTool(run: ToolRun): Promise<ToolResult> {
    this.tools.push(run);
    const output = run.arguments[run.arguments.indexOf("-o") + 1] ?? "";
    const made = new Map([[output.slice(output.lastIndexOf("/") + 1), encode("linked")]]);
    return { exitCode: 0, messages: "", printed: new Uint8Array(0), output: made, ...this.#tool(run) };
  }
}

/** Lists of symbols with two functions, for x86_64 alone. */
const SYSROOT = new Map([
  [
    "libc/glibc.txt",
    encode("releases 2.17 2.40\nx86_64 libc.so.6 2.2.5\n printf strlen\nx86_64 libc.so.6 2.38\n strlcpy\n"),
  ],
  ["libc/musl.txt", encode("releases 1.1 1.2\nx86_64 libc.so 1.1\n printf strlen\n")],
  ["rt/index.txt", encode("builtins/int128-division.c\n x86_64: __udivti3\n")],
  ["rt/crt/start.c", encode("void _start(void) {}\n")],
]);

export function fakePorts(workers: ToolchainWorkers, store: ObjectStore = NO_STORE): LinkPorts {
  return { version: "test", sysroot: SYSROOT, workers, store };
}

export class MemoryStore implements ObjectStore {
  readonly #objects = new Map<string, StoredObject>();
  readonly files: (readonly string[])[] = [];

  async read(parts: unknown): Promise<StoredObject | undefined> {
    return this.#objects.get(JSON.stringify(parts));
  }

  async write(parts: unknown, object: StoredObject, files: readonly string[]): Promise<void> {
    this.#objects.set(JSON.stringify(parts), object);
    this.files.push(files);
  }
}

/** A disk with these files. */
export function fakeDisk(files: Readonly<Record<string, string>>): OutsideFiles {
  return {
    find: (path) => (path in files ? { kind: "file", size: files[path]?.length ?? 0 } : undefined),
    names: () => [],
    read: (path) => encode(files[path] ?? ""),
  };
}
