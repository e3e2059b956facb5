/**
 * The tools that need nothing but files: the linker, and those for archives and objects. All are names of one module.
 * Specs: https://lld.llvm.org/, https://llvm.org/docs/CommandGuide/
 */
import { messagesOf } from "./clang.ts";
import { mountToolchain, type OtherFolders, PLACES, type Toolchain } from "./toolchain.ts";
import { MemoryFile } from "./wasi/memory-file.ts";
import { MemoryFolder, mountFiles } from "./wasi/memory-folder.ts";
import { runCommandModule } from "./wasi/run-command-module.ts";

export type ToolName =
  | "ld.lld"
  | "ld64.lld"
  | "lld-link"
  | "wasm-ld"
  | "ar"
  | "ranlib"
  | "strip"
  | "nm"
  | "objcopy"
  | "objdump"
  | "readobj"
  | "size"
  | "dlltool";

export interface ToolRun {
  readonly tool: ToolName;
  readonly arguments: readonly string[];
  /** Files that are at `PLACES.input`: path below it -> content. */
  readonly input: ReadonlyMap<string, Uint8Array>;
  /** Files that are at `PLACES.output` beforehand, for tools that change them. */
  readonly changed?: ReadonlyMap<string, Uint8Array> | undefined;
  readonly stdin?: Uint8Array | undefined;
}

export interface ToolResult {
  readonly exitCode: number;
  readonly messages: string;
  readonly printed: Uint8Array;
  /** What is at `PLACES.output` when the tool has ended. */
  readonly output: ReadonlyMap<string, Uint8Array>;
}

/** @param folders What the tool sees beside its own places. */
export async function runTool(toolchain: Toolchain, run: ToolRun, folders: OtherFolders = {}): Promise<ToolResult> {
  const output = new MemoryFolder();
  for (const [path, bytes] of run.changed ?? []) output.put(path, new MemoryFile(bytes));
  const result = await runCommandModule(toolchain.clang, {
    arguments: [run.tool, ...run.arguments],
    root: mountToolchain(toolchain, { input: mountFiles(run.input), output, ...folders }),
    environment: ["LC_ALL=C", "ZERO_AR_DATE=1"],
    stdin: run.stdin,
  });
  const files = output.names().map((name) => [name, output.read(name)] as const);
  return {
    exitCode: result.exitCode,
    messages: messagesOf(result),
    printed: result.stdout,
    output: new Map(files.flatMap(([name, bytes]) => (bytes === undefined ? [] : [[name, bytes] as const]))),
  };
}

/** Where a tool finds a file of its input. */
export function inputPath(name: string): string {
  return `${PLACES.input}/${name}`;
}

export function outputPath(name: string): string {
  return `${PLACES.output}/${name}`;
}
