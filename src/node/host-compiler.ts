/**
 * The compilers of this machine: what `$CC` and `$CXX` name, else cc, clang, gcc or cl. Sources are compiled side by
 * side; a library whose sources, headers, flags and compiler are those of the last time is not compiled again.
 */
import { createHash } from "node:crypto";
import { mkdtemp, readFile, realpath, rm, stat } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join, relative, resolve, sep } from "node:path";
import process from "node:process";
import { PackwheelError } from "../core/errors.ts";
import {
  type CompilerFamily,
  compileArguments,
  type HostFlags,
  linkArguments,
} from "../core/native/compiler-arguments.ts";
import { parseDependencies, parseDiagnostics, splitShowIncludes } from "../core/native/diagnostics.ts";
import { sourceLanguage } from "../core/native/native-inputs.ts";
import { readTarget } from "../core/native/plan.ts";
import type { CCompiler, CompileJob, CompileResult } from "../core/ports/compiler.ts";
import { isSameTarget, type Target } from "../core/tags/target.ts";
import type { BuildCache } from "./build-cache.ts";
import { hostTarget } from "./host-target.ts";
import { findOnPath, formatCommand, runCommand, withOutput } from "./run-command.ts";

export interface HostCompilerOptions {
  /** The project's folder. */
  readonly directory: string;
  readonly cache: BuildCache;
  /** Default: those of this process. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  /** Gets what the compilers print, as it comes. */
  readonly onOutput?: ((text: string) => void) | undefined;
}

type Language = "c" | "c++";

interface Compiler {
  /** Absolute path, and the words that `$CC` has besides. */
  readonly words: readonly string[];
  readonly family: CompilerFamily;
  /** `--version`, or when and how long cl.exe is: a compiler that changed compiles anew. */
  readonly identity: string;
  /** The user chose it. */
  readonly chosen: boolean;
}

const CANDIDATES: Readonly<Record<Language, readonly string[]>> = {
  c: ["cc", "clang", "gcc"],
  "c++": ["c++", "clang++", "g++"],
};

const ADVICE =
  "Install one (apt-get install gcc, dnf install gcc, xcode-select --install, Visual Studio Build Tools), or set";

export function hostCompiler(options: HostCompilerOptions): CCompiler {
  const run = new HostCompiler(options);
  return { compile: (job) => run.compile(job) };
}

class HostCompiler {
  readonly #root: string;
  readonly #cache: BuildCache;
  readonly #env: Readonly<Record<string, string | undefined>>;
  readonly #onOutput: ((text: string) => void) | undefined;
  readonly #compilers = new Map<Language, Promise<Compiler>>();

  constructor({ directory, cache, env = process.env, onOutput }: HostCompilerOptions) {
    this.#root = resolve(directory);
    this.#cache = cache;
    this.#env = env;
    this.#onOutput = onOutput;
  }

  async compile(job: CompileJob): Promise<CompileResult> {
    const target = readTarget(job.target);
    const languages = new Set(job.sources.map((source) => sourceLanguage(source) ?? "c"));
    // C++ needs its library, and its own driver knows it.
    const linker = await this.#compiler(job, languages.has("c++") ? "c++" : "c");
    const compilers = new Map<Language, Compiler>();
    for (const language of languages) compilers.set(language, await this.#compiler(job, language));
    for (const compiler of [...compilers.values(), linker]) await this.#checkTarget(job, compiler, target);

    const { name: _name, signal: _signal, ...given } = job;
    const identities = [...compilers].map(([language, { words, identity }]) => [language, words, identity]);
    const flags = [...languages].map((language) => this.#hostFlags(language));
    const key = this.#cache.key(["compile", given, identities, linker.words, flags]);
    const kept = await this.#cache.read(key);
    if (kept !== undefined) return { bytes: kept.bytes, diagnostics: kept.diagnostics, cached: true };

    // The real path: what /tmp links to is what compilers see.
    const folder = await realpath(await mkdtemp(join(tmpdir(), "packwheel-compile-")));
    try {
      const { result, files } = await this.#build(job, target, folder, compilers, linker);
      await this.#cache.write(key, { ...result, fileName: job.fileName }, files);
      return { ...result, cached: false };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  async #build(
    job: CompileJob,
    target: Target,
    folder: string,
    compilers: ReadonlyMap<Language, Compiler>,
    linker: Compiler,
  ): Promise<{ readonly result: Omit<CompileResult, "cached">; readonly files: readonly string[] }> {
    const purpose = `compile native "${job.name}"`;
    const files = new Set<string>();
    const outputs: string[] = [];
    const failures: { readonly source: string; readonly command: string; readonly shown: string }[] = [];
    const objects = job.sources.map((_, index) => join(folder, `${index}.o`));
    const roots = [...new Set([folder, this.#root, await realpath(this.#root)])];
    await inParallel(job.sources, availableParallelism(), async (source, index) => {
      const language = sourceLanguage(source) ?? "c";
      const compiler = compilers.get(language);
      const object = objects[index];
      if (compiler === undefined || object === undefined) return;
      const dependencies = join(folder, `${index}.d`);
      const step = { source, object, dependencies };
      const host = this.#hostFlags(language).compile;
      const command = [...compiler.words, ...compileArguments(job, target, compiler.family, step, roots, host)];
      const output = await this.#run(job, purpose, command);
      const read =
        compiler.family === "msvc"
          ? splitShowIncludes(output.shown)
          : {
              headers: parseDependencies(await readFile(dependencies, "utf8").catch(() => "")),
              output: output.shown,
            };
      for (const path of [source, ...read.headers]) files.add(this.#shortPath(path));
      outputs[index] = read.output;
      if (output.exitCode !== 0) failures.push({ source, command: formatCommand(command), shown: read.output });
    });
    const [failed] = failures.sort(
      (left, right) => job.sources.indexOf(left.source) - job.sources.indexOf(right.source),
    );
    if (failed !== undefined) {
      const more = failures.length === 1 ? "" : ` and ${failures.length - 1} more`;
      const parts = failures.map(({ command, shown }) => withOutput("", command, shown));
      throw new PackwheelError(
        "NATIVE_COMPILE_FAILED",
        `Cannot ${purpose}: the compiler refuses "${failed.source}"${more}${parts.join("")}`,
        { path: failed.source },
      );
    }

    const library = join(folder, job.fileName);
    const host = this.#hostFlags("c").link;
    const command = [...linker.words, ...linkArguments(job, target, linker.family, objects, library, host)];
    const linked = await this.#run(job, purpose, command);
    if (linked.exitCode !== 0) {
      throw new PackwheelError(
        "NATIVE_COMPILE_FAILED",
        withOutput(`Cannot link native "${job.name}"`, formatCommand(command), linked.shown),
        { hint: "Name the libraries that it needs in `libraries`, and all of its files in `sources`" },
      );
    }
    const bytes = new Uint8Array(await readFile(library));
    const diagnostics = outputs.flatMap((text) => parseDiagnostics(text ?? ""));
    return { result: { bytes, diagnostics }, files: [...files].sort() };
  }

  #run(job: CompileJob, purpose: string, command: readonly string[]): ReturnType<typeof runCommand> {
    return runCommand({
      purpose,
      command,
      cwd: this.#root,
      env: {
        ...this.#env,
        // Diagnostics are read, and they are translated.
        LC_ALL: "C",
        LANGUAGE: "C",
        SOURCE_DATE_EPOCH: String(job.timestamp),
        // Apple's linker writes the times of objects otherwise.
        ZERO_AR_DATE: "1",
        ...(job.deploymentTarget === undefined ? {} : { MACOSX_DEPLOYMENT_TARGET: job.deploymentTarget }),
      },
      onOutput: this.#onOutput,
      signal: job.signal,
    });
  }

  #compiler(job: CompileJob, language: Language): Promise<Compiler> {
    const known = this.#compilers.get(language);
    if (known !== undefined) return known;
    const found = this.#findCompiler(job, language);
    this.#compilers.set(language, found);
    return found;
  }

  async #findCompiler(job: CompileJob, language: Language): Promise<Compiler> {
    const variable = language === "c" ? "CC" : "CXX";
    const wanted = splitWords(this.#env[variable]);
    const windows = process.platform === "win32" ? ["cl"] : [];
    const candidates = wanted.length > 0 ? [wanted] : [...windows, ...CANDIDATES[language]].map((name) => [name]);
    for (const [program = "", ...words] of candidates) {
      const path = findOnPath(program, this.#env, this.#root);
      if (path === undefined) continue;
      const family = /(?:^|[\\/])(?:clang-)?cl(?:\.exe)?$/i.test(path) ? "msvc" : "gnu";
      const identity = await this.#identify(job, path, words, family);
      return { words: [path, ...words], family, identity, chosen: wanted.length > 0 };
    }
    const named = wanted[0];
    const reason =
      named === undefined
        ? `no ${language === "c" ? "C" : "C++"} compiler is installed`
        : `$${variable} names "${named}", which is not installed`;
    throw new PackwheelError("NATIVE_TOOL_MISSING", `Cannot compile native "${job.name}": ${reason}`, {
      hint: `${ADVICE} ${variable}`,
    });
  }

  async #identify(job: CompileJob, path: string, words: readonly string[], family: CompilerFamily): Promise<string> {
    if (family === "msvc") {
      const { size, mtimeMs } = await stat(path);
      return `${size} ${mtimeMs}`;
    }
    const purpose = `ask "${path}" for its version`;
    const { shown } = await runCommand({
      purpose,
      command: [path, ...words, "--version"],
      cwd: this.#root,
      env: { ...this.#env, LC_ALL: "C" },
      signal: job.signal,
    });
    return createHash("sha256").update(shown).digest("hex");
  }

  /** A compiler for this machine makes nothing for another; clang can be told, and `$CC` is trusted. */
  async #checkTarget(job: CompileJob, compiler: Compiler, target: Target): Promise<void> {
    const host = readTarget(hostTarget());
    const sameSystem = host.system === "macos" && target.system === "macos";
    if (compiler.chosen || sameSystem || isSameTarget(target, host)) return;
    throw new PackwheelError(
      "NATIVE_TARGET_UNSUPPORTED",
      `Cannot compile native "${job.name}" for "${target.triple}": "${compiler.words[0] ?? ""}" compiles for this machine`,
      { hint: 'Set CC to a compiler for it, for example CC="zig cc -target aarch64-linux-gnu.2.17"' },
    );
  }

  #hostFlags(language: Language): HostFlags {
    const words = (name: string): readonly string[] => splitWords(this.#env[name]);
    return {
      compile: [...words("CPPFLAGS"), ...words(language === "c" ? "CFLAGS" : "CXXFLAGS")],
      link: words("LDFLAGS"),
    };
  }

  /** Relative within the project, so that a moved project keeps its cache. */
  #shortPath(path: string): string {
    const absolute = resolve(this.#root, path);
    return absolute.startsWith(this.#root + sep) ? relative(this.#root, absolute) : absolute;
  }
}

/** Words of a variable, as make and configure scripts read it. */
function splitWords(text: string | undefined): readonly string[] {
  return (text ?? "").split(/\s+/).filter((word) => word !== "");
}

/** Work on several at a time, in order; the first failure ends it. */
async function inParallel<T>(
  items: readonly T[],
  width: number,
  work: (item: T, index: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < items.length) {
      const index = next++;
      const item = items[index];
      if (item !== undefined) await work(item, index);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, lane));
}
