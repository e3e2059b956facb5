/** What LLVM's own tools say of a Mach-O file. */
import { spawnSync } from "node:child_process";
import { findProgram } from "../judge.ts";

/** The folder of Debian's packages has them with the version in their names. */
export function findLlvmTool(name: string): string | undefined {
  return findProgram(`llvm-${name}-14`) ?? findProgram(`llvm-${name}`);
}

export interface LlvmReport {
  /** `@rpath/libhello.dylib` */
  readonly installName: string | undefined;
  /** `11.0` */
  readonly minimum: string | undefined;
  readonly libraries: readonly string[];
  readonly commands: readonly string[];
  readonly imports: readonly string[];
  readonly exports: readonly string[];
  /** What the fixups bind: symbol and library. */
  readonly bound: readonly string[];
}

/** @param path A thin file. */
export function askLlvm(path: string): LlvmReport {
  const commands = run("otool", ["-l", path]);
  const find = (pattern: RegExp): readonly string[] => [...commands.matchAll(pattern)].map(([, text = ""]) => text);
  const binds = ["--bind", "--lazy-bind"].flatMap((word) => {
    return run("objdump", ["--macho", word, path])
      .split("\n")
      .flatMap((line) => /^__\S+\s.*\s(\S+)\s+(_\S+|dyld_stub_binder)(?: \(weak import\))?$/.exec(line) ?? [])
      .filter((_, index) => index % 3 !== 0);
  });
  return {
    installName: find(/cmd LC_ID_DYLIB\n.*\n +name (\S+)/g)[0],
    // Before macOS 10.14 there was another command for it.
    minimum: find(/cmd LC_(?:BUILD_VERSION\n(?:.*\n){1,4}? +minos|VERSION_MIN_MACOSX\n.*\n +version) (\S+)/g)[0],
    libraries: find(/cmd LC_LOAD_DYLIB\n.*\n +name (\S+)/g),
    commands: find(/cmd (LC_\w+)/g),
    imports: symbols(["-u", "-j"], path),
    exports: symbols(["--defined-only", "-g", "-j"], path),
    bound: [...new Set(binds.filter((_, index) => index % 2 === 1))].sort(),
  };
}

function symbols(words: readonly string[], path: string): readonly string[] {
  return run("nm", [...words, path])
    .split("\n")
    .filter((line) => line !== "" && !line.endsWith(":"))
    .sort();
}

function run(name: string, words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(findLlvmTool(name) ?? "", words, { encoding: "utf8" });
  if (status !== 0) throw new Error(`llvm-${name} ${words.join(" ")}\n${stderr}`);
  return stdout;
}
