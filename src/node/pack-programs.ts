/** Prebuilt programs on disk to wheels: one for each platform, all of them or none. */
import { readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { BuiltFile } from "../core/build/build-project.ts";
import { DEFAULT_TIMESTAMP } from "../core/build/default-timestamp.ts";
import { type Finding, PackwheelError } from "../core/errors.ts";
import { escapeName } from "../core/names/project-name.ts";
import type { Engine } from "../core/ports/engine.ts";
import type { FileTree } from "../core/ports/file-tree.ts";
import type { Reporter } from "../core/ports/reporter.ts";
import { programPlatformTags } from "../core/program/program-platforms.ts";
import { describeProgram, type GivenFile, type ProgramDescription } from "../core/program/program-project.ts";
import { commonCommand, inspectProgram, type Program, programContents } from "../core/program/program-wheel.ts";
import type { Project } from "../core/project/project.ts";
import { readProject } from "../core/project/read-project.ts";
import { PACKWHEEL_VERSION } from "../core/version.ts";
import { packWheelMembers } from "../core/wheel/pack.ts";
import type { WheelMember } from "../core/wheel/wheel-member.ts";
import type { BuiltDiskFile } from "./build-directory.ts";
import { DiskFileContent } from "./disk-file-content.ts";
import { diskTree } from "./disk-tree.ts";
import { nodeEnvironment } from "./environment.ts";
import { nativeEngine } from "./native-engine.ts";
import { writeTogether } from "./staged-outputs.ts";

export interface ProgramFile {
  readonly path: string;
  /** A short name (`linux-x86_64`), or platform tags joined by dots. */
  readonly platform: string;
}

export interface PackProgramsOptions {
  readonly programs: readonly ProgramFile[];
  /** Folder whose pyproject.toml gives the metadata; else `description` does. */
  readonly project?: string | undefined;
  readonly setVersion?: string | undefined;
  readonly description?: (Omit<ProgramDescription, "readme" | "licenseFiles"> & GivenPaths) | undefined;
  /** Name of the console script. Default: the programs' name; when they have several, the project's. */
  readonly command?: string | undefined;
  /** Default `dist`. */
  readonly outDir?: string | undefined;
  readonly timestamp?: number | undefined;
  readonly level?: number | undefined;
  readonly engine?: Engine | undefined;
  readonly reporter?: Reporter | undefined;
  readonly signal?: AbortSignal | undefined;
}

interface GivenPaths {
  readonly readme?: string | undefined;
  readonly licenseFiles?: readonly string[] | undefined;
}

/**
 * Pack each program into a wheel for its platform. All are judged before the first is written, and when one fails none
 * is left.
 *
 * @throws {PackwheelError} `PROGRAM_PLATFORM_UNKNOWN`, `PROGRAM_WRONG_PLATFORM`, `PROGRAM_NOT_RUNNABLE`,
 *   `PROGRAM_DUPLICATE`, `PROGRAM_NAME_INVALID`, `PROJECT_INVALID`, `FILE_MISSING`, `OUTPUT_FAILED`
 */
export async function packPrograms(
  options: PackProgramsOptions,
): Promise<{ readonly files: readonly BuiltDiskFile[]; readonly findings: readonly Finding[] }> {
  const { project, tree } = await readMetadata(options);
  const command =
    options.command ?? commonCommand(options.programs.map(({ path }) => basename(path))) ?? escapeName(project.name);
  const programs: Program[] = [];
  for (const file of options.programs) {
    const program = await openProgram(file);
    refuseTwin(program, programs);
    programs.push(program);
  }
  const outDir = options.outDir ?? "dist";
  const { engine = nativeEngine(), reporter, signal } = options;
  const files = await writeTogether(
    async (folderFor) => {
      const written: (BuiltFile & { readonly path: string })[] = [];
      for (const program of programs) {
        const { members, entryPoints } = programContents(project.name, command, program);
        const { platformTags } = program;
        const packed = await packWheelMembers(
          {
            metadata: project.metadata,
            entryPoints,
            tags: { python: ["py3"], abi: ["none"], platform: platformTags },
            rootIsPurelib: platformTags.includes("any"),
            members,
            licenseFiles: project.metadata.licenseFile.map((path) => licenseMember(path, tree)),
            sboms: [],
            timestamp: options.timestamp ?? DEFAULT_TIMESTAMP,
            generator: `packwheel ${PACKWHEEL_VERSION}`,
            level: options.level,
          },
          { folder: folderFor(outDir), engine, reporter, signal },
        );
        const { filename, kind, tags, size, sha256 } = packed;
        const { name, version } = project;
        written.push({ filename, kind, name, version, tags, size, sha256, path: join(outDir, filename) });
      }
      return written;
    },
    { signal },
  );
  return { files, findings: project.findings };
}

/** Installers could take either of two wheels that share a platform. */
function refuseTwin(program: Program, others: readonly Program[]): void {
  const path = program.source.path;
  for (const other of others) {
    const shared = program.platformTags.find((tag) => other.platformTags.includes(tag));
    if (shared === undefined) continue;
    const message = `Cannot pack "${path}" for ${shared}: "${other.source.path}" is for it too`;
    throw new PackwheelError("PROGRAM_DUPLICATE", message, { hint: "Give one program a platform", path });
  }
}

async function readMetadata(
  options: PackProgramsOptions,
): Promise<{ readonly project: Project; readonly tree: FileTree }> {
  if (options.project !== undefined) {
    const tree = diskTree(options.project);
    const environment = nodeEnvironment(options.project);
    return { project: await readProject(tree, { environment, setVersion: options.setVersion }), tree };
  }
  const { readme, licenseFiles = [], ...description } = options.description ?? { name: "", version: "" };
  return describeProgram({
    ...description,
    readme: readme === undefined ? undefined : await readGiven(readme),
    licenseFiles: await Promise.all(licenseFiles.map(readGiven)),
  });
}

async function readGiven(path: string): Promise<GivenFile> {
  try {
    return { name: basename(path), content: new Uint8Array(await readFile(path)) };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new PackwheelError("FILE_MISSING", `Cannot read "${path}": ${reason}`, { cause, path });
  }
}

async function openProgram({ path, platform }: ProgramFile): Promise<Program> {
  const platformTags = programPlatformTags(platform);
  const size = await sizeOf(path);
  return inspectProgram({ path, size, open: () => new DiskFileContent(path, path) }, basename(path), platformTags);
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile()) return found.size;
  const state = found === undefined ? "there is no such file" : "it is no file";
  throw new PackwheelError("FILE_MISSING", `Cannot pack "${path}": ${state}`, { path });
}

function licenseMember(path: string, tree: FileTree): WheelMember {
  return { path, size: 0, executable: false, open: () => tree.open(path) };
}
