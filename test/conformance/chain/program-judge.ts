/** C programs, built by gcc and by the WASM compiler, and what they print. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { CCompiler } from "../../../src/core/ports/compiler.ts";
import type { BuildTarget } from "../../../src/core/targets/build-target.ts";
import type { ToolchainThreads } from "../../../src/node/toolchain/thread-pool.ts";
import { PLACES } from "../../../src/toolchain/toolchain.ts";
import { CROSS_TOOLS, type CrossTools } from "../cross-tools.ts";
import { type StartedCompiler, startCompiler } from "./wasm-compiler.ts";

export const REPOSITORY: string = fileURLToPath(new URL("../../..", import.meta.url));
const PROGRAMS = "fixtures/c-programs";

/** What every program is compiled with, by either compiler. */
export const PROGRAM_FLAGS: readonly string[] = ["-std=gnu17", "-w"];
const LIBRARIES = ["-lm", "-pthread", "-latomic"];

/** A program that hangs is a wrong one. */
const TIME_LIMIT = 20_000;

export interface SampleProgram {
  /** `integers/widths` */
  readonly name: string;
  /** Relative to the repository. */
  readonly source: string;
  /** Its halves can be built by different compilers. */
  readonly isCut: boolean;
  /** 32-bit machines have no such type. */
  readonly needsInt128: boolean;
}

export function samplePrograms(): readonly SampleProgram[] {
  const folder = join(REPOSITORY, PROGRAMS);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".c"));
  return files.sort().map((path) => {
    const text = readFileSync(join(folder, path), "utf8");
    return {
      name: path.replace(/\.c$/, ""),
      source: `${PROGRAMS}/${path}`,
      isCut: text.includes("defined(PART)"),
      needsInt128: text.includes("__int128"),
    };
  });
}

/** What a program printed, and how it ended. */
export function runProgram(path: string, tools: CrossTools, emulatorWords: readonly string[] = []): string {
  const command = tools.qemu === undefined ? [path] : [tools.qemu, ...emulatorWords, path];
  const [program = "", ...words] = command;
  const { stdout, stderr, status, signal } = spawnSync(program, words, {
    encoding: "latin1",
    timeout: TIME_LIMIT,
    cwd: join(path, ".."),
  });
  return `${stdout}${stderr}ended with ${signal ?? status}`;
}

/** Both compilers at work in one temporary folder. */
export class ProgramJudge {
  readonly tools: CrossTools;
  readonly target: BuildTarget;
  readonly folder: string;
  readonly #threads: ToolchainThreads;
  readonly #compiler: CCompiler;
  #number = 0;

  private constructor(target: BuildTarget, tools: CrossTools, folder: string, { compiler, threads }: StartedCompiler) {
    this.target = target;
    this.tools = tools;
    this.#threads = threads;
    this.#compiler = compiler;
    this.folder = folder;
  }

  static async start(target: BuildTarget): Promise<ProgramJudge> {
    const tools = CROSS_TOOLS.find(({ machine }) => machine === target.machine);
    if (tools === undefined) throw new Error(`nobody judges ${target.name}`);
    const folder = mkdtempSync(join(tmpdir(), "packwheel-programs-"));
    return new ProgramJudge(target, tools, folder, await startCompiler(REPOSITORY, folder));
  }

  /** How many programs may be built at a time. */
  get width(): number {
    return this.#threads.width;
  }

  async end(): Promise<void> {
    await this.#threads.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** A file of the folder that nobody has yet. */
  path(name: string): string {
    return join(this.folder, `${this.#number++}-${name}`);
  }

  /** A program by gcc, and what it prints. @throws {Error} When gcc refuses it. */
  referenceOutput(source: string, flags: readonly string[]): string {
    const program = this.path("gcc");
    this.link([...flags, ...PROGRAM_FLAGS, join(REPOSITORY, source)], program);
    return this.run(program);
  }

  /** @param words Sources, objects and flags, for gcc. */
  link(words: readonly string[], output: string): void {
    const gcc = `${this.tools.prefix}-gcc`;
    const result = spawnSync(gcc, [...words, "-o", output, ...LIBRARIES], { encoding: "utf8", cwd: this.folder });
    if (result.status !== 0) throw new Error(`${gcc} ${words.join(" ")}\n${result.stderr}`);
  }

  run(program: string): string {
    return runProgram(program, this.tools, this.tools.qemu === undefined ? [] : ["-L", `/usr/${this.tools.prefix}`]);
  }

  /** The path of an object that the WASM compiler made. @throws {Error} When it refuses the source. */
  async object(source: string, level: "0" | "2", flags: readonly string[] = []): Promise<string> {
    const result = await this.#threads.compile({
      target: this.target,
      floor: this.target.defaultFloor,
      language: "c",
      source,
      workingDirectory: PLACES.project,
      output: "object",
      flags: [`-O${level}`, ...PROGRAM_FLAGS, ...flags],
      level,
      timestamp: 0,
    });
    if (result.bytes === undefined) throw new Error(result.messages);
    const path = this.path("wasm.o");
    writeFileSync(path, result.bytes);
    return path;
  }

  /** A whole program by the WASM compiler alone: its headers, its helpers, its start. */
  async program(source: string, level: "0" | "2"): Promise<string> {
    const { bytes } = await this.#compiler.compile({
      name: "program",
      output: "program",
      fileName: "program",
      sources: [source],
      includeDirs: [],
      defines: [],
      flags: [`-O${level}`, "-w"],
      libraries: ["m", "pthread"],
      std: "gnu17",
      target: this.target.triple,
      profile: "release",
      deploymentTarget: undefined,
      timestamp: 0,
    });
    const path = this.path("wasm");
    writeFileSync(path, bytes, { mode: 0o755 });
    return path;
  }
}
