/** Building the native code of a project on disk: its commands, this machine's compilers, and the cache of both. */
import { statSync } from "node:fs";
import { readFile, rm, stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { basename, join, relative, resolve } from "node:path";
import process from "node:process";
import { compareCodePoints } from "../core/bytes/code-points.ts";
import { PackwheelError } from "../core/errors.ts";
import type { NativePorts } from "../core/native/native-ports.ts";
import type { CommandJob, CommandResult, CommandRunner } from "../core/ports/command-runner.ts";
import type { BuildProfile, CCompiler } from "../core/ports/compiler.ts";
import type { Reporter } from "../core/ports/reporter.ts";
import { globBase, matchGlob } from "../core/project/source-files/globs.ts";
import { neverShippedFolder } from "../core/project/source-files/never-shipped.ts";
import { floorsOfDeployment, floorsOfPlatformTags } from "../core/targets/floors.ts";
import { BuildCache, makeBuildFolder } from "./build-cache.ts";
import { cargoFiles, parseCargoMessages, withCargoMessages } from "./cargo-messages.ts";
import { chooseCompiler } from "./choose-compiler.ts";
import { makeFolder } from "./disk-output.ts";
import { diskTree } from "./disk-tree.ts";
import { hostTarget } from "./host-target.ts";
import { commandFailed, findOnPath, runCommand } from "./run-command.ts";

export interface NativeOptions {
  /** Target triple. Default: this machine's. */
  readonly target?: string | undefined;
  /** Default `release`. */
  readonly profile?: BuildProfile | undefined;
  /** Whether what was built before may be taken again. Default true. */
  readonly cache?: boolean | undefined;
  /**
   * Who compiles `sources`: `auto`, `host`, `wasm`, a program, `wasm:path/to/cc.wasm`; or a compiler that is there.
   * Default: what pyproject.toml says, else `auto`.
   */
  readonly compiler?: string | CCompiler | undefined;
  /** Tags that the wheel is to get: they say how new a C library may be wanted. */
  readonly platformTag?: readonly string[] | undefined;
  /** This process does nothing else, and its engine may be set for short runs of WebAssembly. Default false. */
  readonly wholeProcess?: boolean | undefined;
}

/** Variables that change what compilers make. */
const BUILD_VARIABLES = ["CC", "CXX", "CPPFLAGS", "CFLAGS", "CXXFLAGS", "LDFLAGS", "RUSTFLAGS", "GOFLAGS"];

/** Folders of build systems, in which tests of the compiler lie. */
const PRIVATE_FOLDERS = /^(?:CMakeFiles|meson-(?:private|info|logs)|\..*)$/;

/** How many files an error names. */
const NAMED_FILES = 5;

/** What `buildProject` needs for the native tables of the project in a folder. */
export function nativePorts(directory: string, options: NativeOptions = {}, reporter?: Reporter): NativePorts {
  const root = resolve(directory);
  const useCache = options.cache ?? true;
  const cache = new BuildCache(root, useCache);
  const onOutput = (text: string): void => reporter?.report({ kind: "output", text });
  return {
    target: options.target ?? hostTarget(),
    profile: options.profile,
    deploymentTarget: process.env["MACOSX_DEPLOYMENT_TARGET"],
    compiler:
      typeof options.compiler === "object"
        ? options.compiler
        : chooseCompiler(options.compiler, {
            directory: root,
            cache,
            reporter,
            floors: new Map([
              ...floorsOfDeployment(process.env["MACOSX_DEPLOYMENT_TARGET"]),
              ...floorsOfPlatformTags(options.platformTag ?? []),
            ]),
            wholeProcess: options.wholeProcess,
          }),
    commands: new HostCommands(root, cache, useCache, onOutput),
  };
}

class HostCommands implements CommandRunner {
  readonly #root: string;
  readonly #cache: BuildCache;
  readonly #useCache: boolean;
  readonly #onOutput: (text: string) => void;

  constructor(root: string, cache: BuildCache, useCache: boolean, onOutput: (text: string) => void) {
    this.#root = root;
    this.#cache = cache;
    this.#useCache = useCache;
    this.#onOutput = onOutput;
  }

  async run(job: CommandJob): Promise<CommandResult> {
    const inputs = job.inputs === undefined ? undefined : await this.#listInputs(job.inputs);
    const key = inputs === undefined ? undefined : await this.#key(job, inputs);
    const kept = key === undefined ? undefined : await this.#cache.read(key);
    if (kept !== undefined) return { fileName: kept.fileName, bytes: kept.bytes, cached: true };

    const outDir = await this.#makeOutDir(job);
    const cargo = job.artifact === undefined ? withCargoMessages(job.command) : undefined;
    const run = {
      purpose: `build native "${job.name}"`,
      command: cargo ?? job.command,
      cwd: resolve(this.#root, job.cwd),
      env: commandVariables(job, outDir),
      stdoutIsData: cargo !== undefined,
      onOutput: this.#onOutput,
      signal: job.signal,
    };
    const output = await runCommand(run);
    if (output.exitCode !== 0) throw commandFailed(run, output);
    const found =
      cargo === undefined ? await this.#findArtifact(job, outDir) : cargoFiles(parseCargoMessages(output.stdout), job);
    const path = onlyOne(found, job, this.#root, cargo !== undefined);
    const result = { fileName: basename(path), bytes: new Uint8Array(await readFile(path)) };
    if (key !== undefined && inputs !== undefined) {
      await this.#cache.write(key, { ...result, diagnostics: [] }, inputs);
    }
    return { ...result, cached: false };
  }

  async #key(job: CommandJob, inputs: readonly string[]): Promise<string> {
    const { name: _name, signal: _signal, ...given } = job;
    const variables = BUILD_VARIABLES.map((name) => process.env[name] ?? "");
    return this.#cache.key(["command", given, variables, this.#toolOf(job), await this.#cache.hashFiles(inputs)]);
  }

  /** The program as it lies on the disk: another one, or a newer one, may make something else. */
  #toolOf({ command, cwd }: CommandJob): readonly unknown[] {
    const [program = ""] = typeof command === "string" ? command.trim().split(/\s+/) : command;
    const path = findOnPath(program, process.env, resolve(this.#root, cwd));
    const found = path === undefined ? undefined : statSync(path, { throwIfNoEntry: false });
    return [path, found?.size, found?.mtimeMs];
  }

  /** Kept between builds, so that make and cmake build only what changed. */
  async #makeOutDir(job: CommandJob): Promise<string> {
    const name = `${job.name.replaceAll(/[^\w.-]/g, "_")}-${job.target}-${job.profile}`;
    const outDir = join(await makeBuildFolder(this.#root), "out", name);
    if (!this.#useCache) await rm(outDir, { recursive: true, force: true });
    await makeFolder(outDir);
    return outDir;
  }

  async #listInputs(globs: readonly string[]): Promise<readonly string[]> {
    const found = new Set<string>();
    for (const glob of globs) for (const path of await findFiles(this.#root, glob, isShipped)) found.add(path);
    return [...found].sort(compareCodePoints);
  }

  async #findArtifact(job: CommandJob, outDir: string): Promise<readonly string[]> {
    if (job.artifact === undefined) return findResults(outDir, job);
    for (const folder of [outDir, this.#root]) {
      const found = await findFiles(folder, job.artifact, () => true);
      if (found.length > 0) return found.map((path) => resolve(folder, path));
    }
    return [];
  }
}

function commandVariables(job: CommandJob, outDir: string): Record<string, string | undefined> {
  return {
    ...process.env,
    ...(job.target === hostTarget() ? {} : { CARGO_BUILD_TARGET: job.target }),
    SOURCE_DATE_EPOCH: String(job.timestamp),
    ...(job.deploymentTarget === undefined ? {} : { MACOSX_DEPLOYMENT_TARGET: job.deploymentTarget }),
    ...job.env,
    PACKWHEEL_TARGET: job.target,
    PACKWHEEL_PROFILE: job.profile,
    PACKWHEEL_OUT_DIR: outDir,
    PACKWHEEL_JOBS: String(availableParallelism()),
  };
}

/** Paths relative to `root`, sorted, of the files that a glob matches. */
async function findFiles(root: string, glob: string, enter: (folder: string) => boolean): Promise<readonly string[]> {
  const base = globBase(glob);
  const place = join(root, base);
  const found = await stat(place).catch(() => undefined);
  if (found === undefined) return [];
  if (found.isFile()) return [base];
  const matches = matchGlob(glob);
  const paths: string[] = [];
  const prefix = base === "" ? "" : `${base}/`;
  const skipDirectory = (path: string): boolean => !enter(path);
  // A link that leads nowhere is no result.
  const onUnreadable = (): void => {};
  for await (const { path } of diskTree(place).list({ skipDirectory, onUnreadable })) {
    if (matches(prefix + path)) paths.push(prefix + path);
  }
  return paths.sort(compareCodePoints);
}

function isShipped(folder: string): boolean {
  return neverShippedFolder(folder, false) === undefined;
}

const RESULTS: Readonly<Record<CommandJob["output"], RegExp>> = {
  library: /\.(?:so|dylib|dll)$/,
  extension: /\.(?:so|pyd)$/,
  program: /^(?!.*\.(?:so|dylib|dll|pyd|pdb)$)/,
};

/** What a command left in its output folder, judged by names and modes. */
async function findResults(outDir: string, { output, target }: CommandJob): Promise<readonly string[]> {
  const skipDirectory = (path: string): boolean => PRIVATE_FOLDERS.test(basename(path));
  const found: string[] = [];
  for await (const { path, mode } of diskTree(outDir).list({ skipDirectory, onUnreadable: () => {} })) {
    if (!RESULTS[output].test(basename(path))) continue;
    const runs = target.includes("windows") ? path.endsWith(".exe") : (mode & 0o111) !== 0;
    if (output !== "program" || runs) found.push(join(outDir, path));
  }
  return found.sort(compareCodePoints);
}

function onlyOne(found: readonly string[], job: CommandJob, root: string, isCargo: boolean): string {
  const [first, second] = found;
  const path = "pyproject.toml: tool.packwheel.native";
  const where =
    job.artifact === undefined
      ? isCargo
        ? `cargo names no ${job.output === "program" ? "program" : "cdylib"}`
        : `the command left no ${job.output} in PACKWHEEL_OUT_DIR`
      : `no file matches artifact "${job.artifact}"`;
  if (first === undefined) {
    throw new PackwheelError("NATIVE_ARTIFACT_MISSING", `Cannot find what native "${job.name}" built: ${where}`, {
      hint: isCargo
        ? 'Write crate-type = ["cdylib"] under [lib] of Cargo.toml'
        : "Write its place as `artifact`, relative to pyproject.toml",
      path,
    });
  }
  if (second === undefined) return first;
  const shown = found.slice(0, NAMED_FILES).map((file) => `"${relative(root, file)}"`);
  const more = found.length > shown.length ? ` and ${found.length - shown.length} more` : "";
  throw new PackwheelError(
    "NATIVE_ARTIFACT_AMBIGUOUS",
    `Cannot choose what native "${job.name}" built: ${shown.join(", ")}${more} could be meant`,
    { hint: isCargo ? "Set `name` to the cargo target" : "Narrow `artifact` to one file", path },
  );
}
