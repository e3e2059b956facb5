/** A project in memory to one archive in memory: what an embedding program asks for most. */
import { portableEngine } from "../engine/portable-engine.ts";
import type { Finding } from "../errors.ts";
import { MemoryFolder } from "../memory/memory-folder.ts";
import type { FileTree } from "../ports/file-tree.ts";
import {
  type BuildOptions,
  type BuildPorts,
  type BuiltFile,
  buildProject,
  type DistributionKind,
} from "./build-project.ts";

export interface PackOptions extends Omit<BuildOptions, "kinds">, Partial<Omit<BuildPorts, "folder">> {}

/** An archive with its bytes. */
export interface PackedFile extends BuiltFile {
  readonly bytes: Uint8Array;
  readonly findings: readonly Finding[];
}

/**
 * Pack the wheel of a project.
 *
 * @param tree Its root holds pyproject.toml.
 * @param options `engine` is the portable one by default: the same bytes on every platform.
 * @throws {PackwheelError} everything that `buildProject` throws.
 */
export function packWheel(tree: FileTree, options: PackOptions = {}): Promise<PackedFile> {
  return pack(tree, "wheel", options);
}

/** Pack the sdist of a project. Otherwise as `packWheel`. */
export function packSdist(tree: FileTree, options: PackOptions = {}): Promise<PackedFile> {
  return pack(tree, "sdist", options);
}

async function pack(tree: FileTree, kind: DistributionKind, options: PackOptions): Promise<PackedFile> {
  const { engine = portableEngine(), environment, reporter, signal, ...build } = options;
  const folder = new MemoryFolder();
  const { files, findings } = await buildProject(
    tree,
    { ...build, kinds: [kind] },
    { folder, engine, environment, reporter, signal },
  );
  const [file] = files;
  if (file === undefined) throw new Error(`buildProject() gave no ${kind}`);
  return { ...file, bytes: folder.read(file.filename), findings };
}
