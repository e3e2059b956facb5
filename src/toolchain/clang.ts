/**
 * The front end: one C or C++ file -> text of LLVM's intermediate code, or of the preprocessor.
 * Spec: https://clang.llvm.org/docs/ClangCommandLineReference.html
 */
import type { BuildTarget } from "../core/targets/build-target.ts";
import { PLACES, type Toolchain } from "./toolchain.ts";
import type { MemoryFolder } from "./wasi/memory-folder.ts";
import type { FolderNode } from "./wasi/node.ts";
import { type CommandModuleResult, runCommandModule } from "./wasi/run-command-module.ts";

export type Language = "c" | "c++" | "assembler-with-cpp";

export interface ClangRun {
  readonly target: BuildTarget;
  /** Oldest version of the C library that the result must run with. */
  readonly floor: string;
  readonly language: Language;
  /** As messages name it: relative to the working directory, or absolute. */
  readonly source: string;
  readonly workingDirectory: string;
  /**
   * `ir` for code, `object` and `assembly` where clang is the code generator too, `check` for messages alone,
   * `dependencies` for the names of headers alone.
   */
  readonly output: "ir" | "object" | "assembly" | "preprocessed" | "check" | "dependencies";
  /** Leave headers of the system out of the dependencies. */
  readonly ownHeadersOnly?: boolean | undefined;
  /** The caller's own words: `-O2`, `-DNAME`, `-Iinclude`. They come after those of packwheel, and before the headers. */
  readonly flags: readonly string[];
  /** Leave out the headers of packwheel and of clang. */
  readonly withoutHeaders?: boolean | undefined;
  readonly timestamp: number;
  readonly stdin?: Uint8Array | undefined;
}

export interface ClangResult {
  readonly exitCode: number;
  /** Undefined when clang refused the source. */
  readonly bytes: Uint8Array | undefined;
  /** What clang printed for people. */
  readonly messages: string;
  /** What it printed for programs: of `-dM -E`, `-M`, `-print-...`. */
  readonly printed: Uint8Array;
  /** The rule that `-MD` writes. */
  readonly dependencies: string;
}

const OUTPUT = "result";
const DEPENDENCIES = "dependencies";

/** @param root Made by `mountToolchain`, with `output` as its folder for results. */
export async function runClang(
  toolchain: Toolchain,
  root: FolderNode,
  output: MemoryFolder,
  run: ClangRun,
): Promise<ClangResult> {
  const result = await runCommandModule(toolchain.clang, {
    arguments: clangArguments(run),
    root,
    environment: [`SOURCE_DATE_EPOCH=${run.timestamp}`, "LC_ALL=C"],
    timestamp: run.timestamp,
    stdin: run.stdin,
  });
  const bytes = result.exitCode === 0 ? (output.read(OUTPUT) ?? new Uint8Array(0)) : undefined;
  return {
    exitCode: result.exitCode,
    bytes,
    messages: messagesOf(result) + adviceOn(result),
    printed: result.stdout,
    dependencies: new TextDecoder().decode(output.read(DEPENDENCIES) ?? new Uint8Array(0)),
  };
}

/** What a run said, and why it stopped if it did so by a fault of its own. */
export function messagesOf({ stderr, crash }: CommandModuleResult): string {
  const text = new TextDecoder().decode(stderr);
  return crash === undefined ? text : `${text}the program crashed: ${crash}\n`;
}

/** The way out where C++ is refused for want of what packwheel has not. */
function adviceOn({ stderr }: CommandModuleResult): string {
  const isRefused = /with exceptions disabled|use of (?:dynamic_cast|typeid) requires -frtti/.test(
    new TextDecoder().decode(stderr),
  );
  if (!isRefused) return "";
  return "note: C++ has no exceptions and no run-time types in the WASM compiler: use a native compiler for this library\n";
}

function clangArguments(run: ClangRun): readonly string[] {
  const { target } = run;
  return [
    run.language === "c++" ? "clang++" : "clang",
    `--target=${deployedTriple(target, run.floor)}`,
    ...target.clangFlags,
    `-working-directory=${run.workingDirectory}`,
    "-resource-dir",
    PLACES.clang,
    ...platformDefines(target, run.floor),
    // Without knowledge of the processor, the vectorizers make code that is no faster, from intrinsics that are newer
    // than the code generator.
    "-fno-vectorize",
    "-fno-slp-vectorize",
    "-fPIC",
    // What these need is a C++ library with code of its own, which no target has here.
    ...(run.language === "c++" ? ["-fno-exceptions", "-fno-rtti"] : []),
    ...run.flags,
    "-fno-ident",
    "-fdiscard-value-names",
    // The code generator knows nothing of this format of debug information.
    "-g0",
    ...(run.withoutHeaders === true ? [] : headerFlags(run)),
    ...outputFlags(run),
    "-x",
    run.language,
    run.source,
  ];
}

/** With the oldest system that the result runs on, where triples name it: `arm64-apple-macosx11.0`. */
export function deployedTriple({ system, machine, triple }: BuildTarget, floor: string): string {
  return system === "macos" ? `${machine}-apple-macosx${floor}` : triple;
}

/** How the headers know which C library they are to describe. */
const LIBRARY_DEFINES: Readonly<Record<BuildTarget["libc"], string>> = {
  glibc: "__PACKWHEEL_GLIBC__",
  musl: "__PACKWHEEL_MUSL__",
  libSystem: "__PACKWHEEL_DARWIN__",
  ucrt: "__PACKWHEEL_WINDOWS__",
  emscripten: "__PACKWHEEL_EMSCRIPTEN__",
};

function platformDefines({ libc }: BuildTarget, floor: string): readonly string[] {
  const minor = libc === "glibc" ? [`-D__PACKWHEEL_GLIBC_MINOR__=${floor.split(".")[1] ?? "0"}`] : [];
  return ["-D__packwheel__=1", `-D${LIBRARY_DEFINES[libc]}=1`, ...minor];
}

/** clang's headers come first: its `limits.h` and `stdint.h` include the platform's. */
function headerFlags({ language, target }: ClangRun): readonly string[] {
  return [
    "-nostdinc",
    ...(language === "c++"
      ? ["-nostdinc++", "-isystem", `${PLACES.sysroot}/include/c++`, "-isystem", `${PLACES.clang}/include/c++/v1`]
      : []),
    "-isystem",
    `${PLACES.clang}/include`,
    ...target.includes.flatMap((folder) => ["-isystem", `${PLACES.sysroot}/${folder}`]),
  ];
}

function outputFlags({ output, ownHeadersOnly }: ClangRun): readonly string[] {
  const result = `${PLACES.output}/${OUTPUT}`;
  const file = ["-MF", `${PLACES.output}/${DEPENDENCIES}`];
  const dependencies = [ownHeadersOnly === true ? "-MMD" : "-MD", ...file];
  switch (output) {
    case "ir":
      return ["-S", "-emit-llvm", ...dependencies, "-o", result];
    case "object":
      return ["-c", ...dependencies, "-o", result];
    case "assembly":
      return ["-S", ...dependencies, "-o", result];
    case "preprocessed":
      return ["-E", ...dependencies, "-o", result];
    case "check":
      return ["-fsyntax-only"];
    case "dependencies":
      return [ownHeadersOnly === true ? "-MM" : "-M", ...file];
  }
}
