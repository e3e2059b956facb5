/**
 * A project to its wheels and sdist in a browser, native code included: what `buildTargets` of `packwheel/node` does,
 * with everything in memory. The same project gives the same bytes as there with the portable engine.
 */
import { type BuildOptions, type BuiltFile, buildProject } from "../core/build/build-project.ts";
import { portableEngine } from "../core/engine/portable-engine.ts";
import { MemoryFolder } from "../core/memory/memory-folder.ts";
import type { NativePorts } from "../core/native/native-ports.ts";
import type { BuildProfile, CCompiler } from "../core/ports/compiler.ts";
import type { Environment } from "../core/ports/environment.ts";
import type { FileTree } from "../core/ports/file-tree.ts";
import type { Reporter } from "../core/ports/reporter.ts";
import type { Project } from "../core/project/project.ts";
import { type BuildTarget, findTargets, isInAllAlone } from "../core/targets/build-target.ts";
import { floorsOfPlatformTags } from "../core/targets/floors.ts";
import { requireTargets } from "../core/targets/tags-for-target.ts";
import {
  type BuildForTargetsOptions,
  buildForTargets,
  type TargetBuild as TargetBuildOf,
  type TargetBuilds,
} from "../toolchain/build-for-targets.ts";
import { wasmCompiler } from "../toolchain/compiler.ts";
import { readProjectFiles } from "./toolchain/project-files.ts";
import type { WebToolchain } from "./toolchain/web-toolchain.ts";

export interface BuildTargetsOptions extends BuildOptions, Omit<BuildForTargetsOptions<BuiltBytes>, "isOptional"> {
  /** Asked for only when the project has native code, which a page need not load a compiler for otherwise. */
  readonly toolchain: () => Promise<WebToolchain>;
  /** Default `release`. */
  readonly profile?: BuildProfile | undefined;
  /** For versions that come from an environment variable. */
  readonly environment?: Environment | undefined;
}

/** An archive with its bytes. */
export interface BuiltBytes extends BuiltFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export type TargetBuild = TargetBuildOf<BuiltBytes>;
export type BuildTargetsResult = TargetBuilds<BuiltBytes>;

/**
 * Build the project for several targets, and its sdist once.
 *
 * @param tree Its root holds pyproject.toml.
 * @param words Names, triples and groups, as `findTargets` takes them; there is no `host`.
 * @throws {PackwheelError} `TARGET_UNKNOWN`, `TARGET_TAG_UNUSED`, what `buildProject` throws, with the target's name
 *   before the message, and what `toolchain` throws; the signal's reason
 */
export async function buildTargets(
  tree: FileTree,
  words: readonly string[],
  options: BuildTargetsOptions,
): Promise<BuildTargetsResult> {
  const targets = findTargets(words);
  requireTargets(targets, options.platformTag ?? []);
  const { environment } = options;
  const engine = portableEngine();
  const compilers = new Compilers(tree, options);
  return buildForTargets(
    targets,
    {
      async build(target, kinds, ports) {
        const folder = new MemoryFolder();
        const native = (project: Project): Promise<NativePorts> => compilers.portsFor(project, target, ports.reporter);
        const result = await buildProject(
          tree,
          { ...options, kinds, target },
          { folder, engine, environment, native, ...ports },
        );
        const files = result.files.map((file) => ({ ...file, bytes: new Uint8Array(folder.read(file.filename)) }));
        return { files, findings: result.findings };
      },
      width: async () => (await compilers.toolchain)?.width ?? 1,
      now: () => performance.now(),
    },
    { ...options, isOptional: (target) => isInAllAlone(target, words) },
  );
}

/** The compiler for the files of a project, started with the first of its native code. */
class Compilers {
  readonly #tree: FileTree;
  readonly #options: BuildTargetsOptions;
  /** Undefined as long as nothing was compiled. */
  toolchain: Promise<WebToolchain> | undefined;
  #files: ReturnType<typeof readProjectFiles> | undefined;

  constructor(tree: FileTree, options: BuildTargetsOptions) {
    this.#tree = tree;
    this.#options = options;
  }

  async portsFor({ tool }: Project, target: BuildTarget, reporter: Reporter | undefined): Promise<NativePorts> {
    const floors = floorsOfPlatformTags(this.#options.platformTag ?? tool.platformTag ?? []);
    const { profile } = this.#options;
    return { target: target.triple, profile, compiler: await this.#compiler(floors, reporter) };
  }

  async #compiler(floors: ReadonlyMap<string, string>, reporter: Reporter | undefined): Promise<CCompiler> {
    this.toolchain ??= this.#options.toolchain();
    this.#files ??= readProjectFiles(this.#tree, this.#options.signal);
    const [toolchain, files] = await Promise.all([this.toolchain, this.#files]);
    return wasmCompiler({
      version: toolchain.version,
      sysroot: toolchain.sysroot,
      workers: toolchain.workersFor(files),
      store: toolchain.objects.of(files),
      floors,
      onProgress({ target, source }) {
        const text = source === undefined ? `Linking for ${target}` : `Compiled ${source} for ${target}`;
        reporter?.report({ kind: "phase", text });
      },
    });
  }
}
