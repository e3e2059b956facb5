/**
 * The compiler that runs as WebAssembly, as `CCompiler`: for every target of the table, on every machine. Sources are
 * compiled side by side; an object whose source, headers and flags are those of the last time is not made again.
 */
import { PackwheelError } from "../core/errors.ts";
import { parseDiagnostics } from "../core/native/diagnostics.ts";
import { sourceLanguage } from "../core/native/native-inputs.ts";
import type { CCompiler, CompileJob, CompileResult, CompilerDiagnostic } from "../core/ports/compiler.ts";
import { type BuildTarget, findTargets } from "../core/targets/build-target.ts";
import { type CcArguments, parseCcArguments } from "./cc/parse-arguments.ts";
import type { SourceRun } from "./compile-source.ts";
import { linkObjects } from "./link/link-objects.ts";
import type { LinkPorts, LinkResult } from "./link/link-run.ts";
import { PLACES } from "./toolchain.ts";
import { inParallel } from "./workers.ts";

export interface WasmCompilerOptions extends LinkPorts {
  /** Oldest version of the C library, by target's name; default: that of the target. */
  readonly floors?: ReadonlyMap<string, string> | undefined;
  /** A source is done: the target's name, the source, how many of how many. */
  readonly onProgress?: ((progress: CompileProgress) => void) | undefined;
}

export interface CompileProgress {
  readonly target: string;
  /** What was just compiled, or taken from earlier; undefined while linking. */
  readonly source: string | undefined;
  readonly done: number;
  readonly total: number;
}

/** One source, compiled or refused. */
interface Compiled {
  readonly source: string;
  readonly bytes: Uint8Array | undefined;
  readonly messages: string;
  readonly notes: readonly CompilerDiagnostic[];
  readonly fromStore: boolean;
}

export function wasmCompiler(options: WasmCompilerOptions): CCompiler {
  return { compile: (job) => compile(job, options) };
}

async function compile(job: CompileJob, options: WasmCompilerOptions): Promise<CompileResult> {
  const target = targetOfJob(job);
  requireLanguages(job, target);
  const floor = options.floors?.get(target.name) ?? target.defaultFloor;
  const words = parseCcArguments(job.flags);
  let done = 0;
  const objects = await inParallel(job.sources, options.workers.width, async (source) => {
    const compiled = await compileOne(job, sourceRun(job, target, floor, words, source), options);
    done += 1;
    options.onProgress?.({ target: target.name, source, done, total: job.sources.length });
    return compiled;
  });
  requireAll(job, objects);
  options.onProgress?.({ target: target.name, source: undefined, done, total: job.sources.length });
  const linked = await link(job, target, floor, words, objects, options);
  if (linked.bytes === undefined) throw linkFailed(job, linked);
  const diagnostics = objects.flatMap(({ messages, notes }) => [...parseDiagnostics(messages), ...notes]);
  return {
    bytes: linked.bytes,
    diagnostics: [...diagnostics, ...debugWarning(job)],
    cached: objects.every(({ fromStore }) => fromStore),
  };
}

/** @throws {PackwheelError} `NATIVE_KIND_UNSUPPORTED` for Objective-C, and for C++ where its library is not described. */
function requireLanguages({ name, sources }: CompileJob, target: BuildTarget): void {
  const objectiveC = sources.find((each) => /\.mm?$/.test(each));
  if (objectiveC !== undefined) {
    throw new PackwheelError(
      "NATIVE_KIND_UNSUPPORTED",
      `Cannot compile native "${name}": "${objectiveC}" is Objective-C, which the WASM compiler does not compile`,
      { hint: "Build it on a Mac with Apple's compiler, and leave its targets out here", path: objectiveC },
    );
  }
  const source = sources.find((each) => sourceLanguage(each) === "c++");
  if (target.system !== "windows" || source === undefined) return;
  throw new PackwheelError(
    "NATIVE_KIND_UNSUPPORTED",
    `Cannot compile native "${name}" for ${target.name}: "${source}" is C++, which the WASM compiler has not for Windows`,
    { hint: "Build it with a native compiler, or leave this target out", path: source },
  );
}

function targetOfJob(job: CompileJob): BuildTarget {
  try {
    const [target] = findTargets([job.target]);
    if (target !== undefined) return target;
  } catch (error) {
    if (!(error instanceof PackwheelError) || error.code !== "TARGET_UNKNOWN") throw error;
  }
  throw new PackwheelError(
    "NATIVE_TARGET_UNSUPPORTED",
    `Cannot compile native "${job.name}" for "${job.target}": the WASM compiler does not know this target`,
    { hint: "Run packwheel targets for the list, or set CC to a compiler for it" },
  );
}

function sourceRun(job: CompileJob, target: BuildTarget, floor: string, words: CcArguments, source: string): SourceRun {
  const isRelease = job.profile === "release";
  return {
    target,
    floor,
    language: sourceLanguage(source) ?? "c",
    source,
    workingDirectory: PLACES.project,
    output: "object",
    flags: [
      isRelease ? "-O2" : "-Og",
      ...(job.std === undefined ? [] : [`-std=${job.std}`]),
      ...(isRelease ? ["-DNDEBUG"] : []),
      ...job.defines.map((define) => `-D${define}`),
      ...job.includeDirs.map((folder) => `-I${folder === "" ? "." : folder}`),
      ...words.flags,
    ],
    // Flags of the project win over the profile's level, as they do for clang.
    level: job.flags.some((flag) => /^-O/.test(flag)) ? words.level : isRelease ? "2" : "1",
    timestamp: job.timestamp,
  };
}

async function compileOne(job: CompileJob, run: SourceRun, options: WasmCompilerOptions): Promise<Compiled> {
  const { source } = run;
  const key = ["object", options.version, run];
  const kept = await options.store.read(key);
  if (kept !== undefined) return { source, ...kept, notes: [], fromStore: true };
  const { bytes, messages, findings, dependencies } = await options.workers.compile(run, job.signal);
  if (bytes !== undefined) await options.store.write(key, { bytes, messages }, [...new Set([source, ...dependencies])]);
  const notes = findings.map(({ message }) => ({ severity: "warning" as const, message, file: source }));
  return { source, bytes, messages, notes, fromStore: false };
}

/** @throws {PackwheelError} `NATIVE_COMPILE_FAILED` */
function requireAll(job: CompileJob, objects: readonly Compiled[]): void {
  const failed = objects.filter(({ bytes }) => bytes === undefined);
  const [first] = failed;
  if (first === undefined) return;
  const more = failed.length === 1 ? "" : ` and ${failed.length - 1} more`;
  const shown = failed.map(({ messages }) => messages.trimEnd()).join("\n");
  throw new PackwheelError(
    "NATIVE_COMPILE_FAILED",
    `Cannot compile native "${job.name}": the compiler refuses "${first.source}"${more}\n\n${shown}`,
    { path: first.source },
  );
}

async function link(
  job: CompileJob,
  target: BuildTarget,
  floor: string,
  words: CcArguments,
  objects: readonly Compiled[],
  options: WasmCompilerOptions,
): Promise<LinkResult> {
  const files = objects.map(({ source, bytes = new Uint8Array(0) }) => {
    const name = source.slice(source.lastIndexOf("/") + 1);
    return { kind: "object" as const, name: name.replace(/\.[^.]*$/, ".o"), bytes };
  });
  const own = words.items.flatMap((item) => {
    if (item.kind === "word") return [item.word.startsWith("-L") ? `-L${inProject(item.word.slice(2))}` : item.word];
    return item.kind === "file" ? [inProject(item.path)] : [];
  });
  const libraries = job.libraries.map((library) => `-l${library}`);
  return linkObjects(
    {
      target,
      floor,
      output: job.output,
      fileName: job.fileName,
      soname: job.output === "library" ? job.fileName : undefined,
      items: [...files, ...[...own, ...libraries].map((word) => ({ kind: "word" as const, word }))],
      isStripped: job.profile === "release",
      signal: job.signal,
    },
    options,
  );
}

function inProject(path: string): string {
  return path.startsWith("/") ? path : `${PLACES.project}/${path}`;
}

function linkFailed(job: CompileJob, { messages, hint }: LinkResult): PackwheelError {
  return new PackwheelError("NATIVE_COMPILE_FAILED", `Cannot link native "${job.name}"\n\n${messages.trimEnd()}`, {
    hint: hint ?? "Name the libraries that it needs in `libraries`, and all of its files in `sources`",
  });
}

/** `-g`, `-g3`, `-ggdb`, `-gdwarf-5`; the last such word counts, and `-g0` asks for nothing. */
const DEBUG_FLAG = /^-g(?:\d|gdb\d?|dwarf(?:-\d)?|line-tables-only)?$/;

function debugWarning({ profile, name, flags }: CompileJob): readonly CompilerDiagnostic[] {
  const last = flags.findLast((flag) => DEBUG_FLAG.test(flag)) ?? (profile === "debug" ? "-g" : "-g0");
  if (last === "-g0") return [];
  const message = `The WASM compiler makes no debug information: native "${name}" is built without`;
  return [{ severity: "warning", message }];
}
