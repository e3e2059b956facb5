/**
 * A compiler that the user brings: any WASI preview 1 module that takes the words of `cc`, in the same sandbox.
 *
 * It runs once for each source, with `cc -c -o OUTPUT --target=TRIPLE FLAGS... SOURCE`, and once to link, with
 * `cc -shared|-pie -o OUTPUT --target=TRIPLE OBJECTS... LIBRARIES...`. It sees `/project` (read-only), `/input` with
 * the objects, `/output` for its result, and what it prints on standard error are its diagnostics.
 */
import { PackwheelError } from "../core/errors.ts";
import { parseDiagnostics } from "../core/native/diagnostics.ts";
import type { CCompiler, CompileJob, CompileResult } from "../core/ports/compiler.ts";
import { MemoryFolder, mountFiles } from "./wasi/memory-folder.ts";
import type { FolderNode } from "./wasi/node.ts";
import { runCommandModule } from "./wasi/run-command-module.ts";

export interface PluginCompilerOptions {
  readonly module: WebAssembly.Module;
  /** What messages call it: `tools/cc.wasm`. */
  readonly name: string;
  /** Made anew for each run. */
  readonly project: () => FolderNode;
}

export function pluginCompiler(options: PluginCompilerOptions): CCompiler {
  return { compile: (job) => compile(job, options) };
}

async function compile(job: CompileJob, options: PluginCompilerOptions): Promise<CompileResult> {
  const objects = new Map<string, Uint8Array>();
  let messages = "";
  for (const [index, source] of job.sources.entries()) {
    job.signal?.throwIfAborted();
    const run = await runPlugin(
      options,
      job,
      ["-c", ...compileWords(job), `/project/${source}`],
      "object.o",
      new Map(),
    );
    if (run.bytes === undefined) throw refused(job, options, `refuses "${source}"`, run.messages, source);
    objects.set(`${index}.o`, run.bytes);
    messages += run.messages;
  }
  job.signal?.throwIfAborted();
  const words = [
    job.output === "library" ? "-shared" : "-pie",
    ...[...objects.keys()].map((name) => `/input/${name}`),
    ...job.libraries.map((library) => `-l${library}`),
  ];
  const linked = await runPlugin(options, job, words, job.fileName, objects);
  if (linked.bytes === undefined) throw refused(job, options, "cannot link it", linked.messages);
  return { bytes: linked.bytes, diagnostics: parseDiagnostics(messages + linked.messages), cached: false };
}

function compileWords(job: CompileJob): readonly string[] {
  const isRelease = job.profile === "release";
  return [
    isRelease ? "-O2" : "-Og",
    "-fPIC",
    ...(job.std === undefined ? [] : [`-std=${job.std}`]),
    ...[...(isRelease ? ["NDEBUG"] : []), ...job.defines].map((define) => `-D${define}`),
    ...job.includeDirs.map((folder) => `-I/project${folder === "" ? "" : `/${folder}`}`),
    ...job.flags,
  ];
}

async function runPlugin(
  { module, project }: PluginCompilerOptions,
  job: CompileJob,
  words: readonly string[],
  fileName: string,
  input: ReadonlyMap<string, Uint8Array>,
): Promise<{ readonly bytes: Uint8Array | undefined; readonly messages: string }> {
  const output = new MemoryFolder();
  const result = await runCommandModule(module, {
    arguments: ["cc", "-o", `/output/${fileName}`, `--target=${job.target}`, ...words],
    root: new MemoryFolder({ project: project(), input: mountFiles(input), output }),
    environment: [`SOURCE_DATE_EPOCH=${job.timestamp}`, "LC_ALL=C"],
    timestamp: job.timestamp,
  });
  const said = new TextDecoder().decode(result.stderr).replaceAll("/project/", "");
  const messages = result.crash === undefined ? said : `${said}the compiler crashed: ${result.crash}\n`;
  return { bytes: result.exitCode === 0 ? output.read(fileName) : undefined, messages };
}

function refused(
  job: CompileJob,
  { name }: PluginCompilerOptions,
  what: string,
  messages: string,
  path?: string,
): PackwheelError {
  const shown = messages.trimEnd() === "" ? "" : `\n\n${messages.trimEnd()}`;
  return new PackwheelError("NATIVE_COMPILE_FAILED", `Cannot compile native "${job.name}": ${name} ${what}${shown}`, {
    path,
  });
}
