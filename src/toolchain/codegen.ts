/**
 * The code generator: intermediate code of LLVM 13 -> an object file.
 * Spec: https://releases.llvm.org/13.0.0/docs/CommandGuide/llc.html
 */
import { EmscriptenProgram, ProgramExit } from "./emscripten-program.ts";

export interface CodegenRun {
  /** Text, in the dialect of LLVM 13; its triple says for which target. */
  readonly ir: Uint8Array;
  readonly output: "object" | "assembly";
  /** `0` to `3` */
  readonly level: string;
  /** Further words, of a target: `-target-abi=lp64d`. */
  readonly flags: readonly string[];
}

export interface CodegenResult {
  /** Undefined when the code generator refused the code. */
  readonly bytes: Uint8Array | undefined;
  /** What it said, if anything. */
  readonly messages: string;
}

export async function generateCode(module: WebAssembly.Module, run: CodegenRun): Promise<CodegenResult> {
  const program = new EmscriptenProgram(run.ir);
  const instance = await WebAssembly.instantiate(module, { a: program.imports() });
  const end = start(program, instance, [
    "llc",
    `-filetype=${run.output === "object" ? "obj" : "asm"}`,
    "-relocation-model=pic",
    `-O${run.level}`,
    "-function-sections",
    "-data-sections",
    ...run.flags,
    "-",
    "-o",
    "-",
  ]);
  const messages = `${new TextDecoder().decode(program.stderr.content)}${end.crash ?? ""}`;
  // It goes on after some errors, and ends as if nothing had been.
  const failed = end.exitCode !== 0 || /^(?:llc: )?error: /m.test(messages) || program.stdout.size === 0;
  return { bytes: failed ? undefined : program.stdout.content, messages };
}

function start(
  program: EmscriptenProgram,
  instance: WebAssembly.Instance,
  words: readonly string[],
): { readonly exitCode: number; readonly crash?: string } {
  try {
    return { exitCode: program.run(instance, words) };
  } catch (error) {
    if (error instanceof ProgramExit) return error;
    if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) {
      return { exitCode: 134, crash: error.message };
    }
    throw error;
  }
}
