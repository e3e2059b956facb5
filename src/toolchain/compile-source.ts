/**
 * One source -> one object: clang, then the lowering, then the code generator. Assembly goes to the code generator as
 * it is, inside a module that holds nothing else.
 */
import { type Finding, PackwheelError } from "../core/errors.ts";
import { parseDependencies } from "../core/native/diagnostics.ts";
import { type ClangRun, deployedTriple, runClang } from "./clang.ts";
import { generateCode } from "./codegen.ts";
import { lowerIr } from "./ir/lower.ts";
import { mountToolchain, type OtherFolders, type Toolchain } from "./toolchain.ts";
import { MemoryFolder } from "./wasi/memory-folder.ts";

export interface SourceRun extends Omit<ClangRun, "language"> {
  readonly language: ClangRun["language"] | "assembler";
  /** Optimisation level of the code generator: `0` to `3`. */
  readonly level: string;
}

export interface SourceResult {
  readonly exitCode: number;
  /** Undefined when the source was refused. */
  readonly bytes: Uint8Array | undefined;
  /** clang's own text, and what the later steps said. */
  readonly messages: string;
  readonly printed: Uint8Array;
  readonly findings: readonly Finding[];
  /** Headers that were read, without those of the toolchain. */
  readonly dependencies: readonly string[];
}

/**
 * @throws {PackwheelError} `IR_UNSUPPORTED` for what has no exact counterpart in the code generator, `IR_INVALID`;
 *   `TOOLCHAIN_CRASHED` when the code generator fails on what it was given.
 */
export async function compileSource(
  toolchain: Toolchain,
  folders: OtherFolders,
  run: SourceRun,
): Promise<SourceResult> {
  const output = new MemoryFolder();
  const root = mountToolchain(toolchain, { ...folders, output });
  const { language } = run;
  const isAssembler = language === "assembler" || language === "assembler-with-cpp";
  const wanted = run.output;
  const makesCode = run.target.codeGenerator === "llc" && (wanted === "object" || wanted === "assembly");
  const front = await runClang(toolchain, root, output, {
    ...run,
    language: language === "assembler" ? "assembler-with-cpp" : language,
    output: !makesCode ? wanted : isAssembler ? "preprocessed" : "ir",
  });
  const dependencies = parseDependencies(front.dependencies).filter((path) => !path.startsWith("/.packwheel/"));
  const common = { exitCode: front.exitCode, messages: front.messages, printed: front.printed, dependencies };
  if (front.bytes === undefined || !makesCode) return { ...common, bytes: front.bytes, findings: [] };
  return { ...common, ...(await makeCode(toolchain, run, front.bytes, isAssembler, front.messages)) };
}

async function makeCode(
  toolchain: Toolchain,
  run: SourceRun,
  front: Uint8Array,
  isAssembler: boolean,
  messages: string,
): Promise<Pick<SourceResult, "exitCode" | "bytes" | "messages" | "findings">> {
  const { ir, findings } = isAssembler
    ? { ir: assemblyModule(front, run), findings: [] }
    : lowerIr(front, { source: run.source });
  const code = await generateCode(toolchain.llc, {
    ir,
    output: run.output === "assembly" ? "assembly" : "object",
    level: run.level,
    flags: run.target.llcFlags,
  });
  if (code.bytes !== undefined) {
    return { exitCode: 0, bytes: code.bytes, messages: messages + code.messages, findings };
  }
  // Assembly, of a file or within C, is read only here: its faults are the user's.
  if (isAssembler || code.messages.includes("<inline asm>")) {
    const said = code.messages.replaceAll("<inline asm>", isAssembler ? run.source : `${run.source}: inline assembly`);
    return { exitCode: 1, bytes: undefined, messages: messages + said, findings };
  }
  throw new PackwheelError(
    "TOOLCHAIN_CRASHED",
    `Cannot compile "${run.source}" for ${run.target.name}: the code generator says "${code.messages.trim()}"`,
    { hint: "Please report this, with the source; until then use a native compiler", path: run.source },
  );
}

/** A module of nothing but assembly, line by line, so that the code generator's messages give lines of the source. */
function assemblyModule(text: Uint8Array, { target, floor }: SourceRun): Uint8Array {
  const lines = new TextDecoder("latin1").decode(text).split("\n");
  const escaped = lines.map((line) => `module asm "${[...line].map(escapeCharacter).join("")}"`);
  const module = `target triple = "${deployedTriple(target, floor)}"\n${escaped.join("\n")}\n`;
  return new TextEncoder().encode(module);
}

function escapeCharacter(character: string): string {
  const isPlain = character >= " " && character <= "~" && character !== '"' && character !== "\\";
  return isPlain ? character : `\\${character.charCodeAt(0).toString(16).padStart(2, "0").toUpperCase()}`;
}
