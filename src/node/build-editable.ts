/**
 * What Python's frontends ask of a project on disk besides archives: the editable wheel, and the dist-info folder.
 * Both are asked for by the hooks of `src/python/packwheel_backend.py`.
 */
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { buildEditable, type PlannedMetadata, planMetadata } from "../core/build/build-editable.ts";
import type { BuildPlan } from "../core/build/build-project.ts";
import { collectBytes } from "../core/bytes/concat.ts";
import { formatGeneratedFiles, GENERATED_LIST, parseGeneratedFiles } from "../core/editable/generated-files.ts";
import { type Finding, PackwheelError } from "../core/errors.ts";
import { formatVersionFile } from "../core/project/version-file.ts";
import type { WheelMember } from "../core/wheel/wheel-member.ts";
import { makeBuildFolder } from "./build-cache.ts";
import { type BuildDirectoryOptions, type BuildDirectoryResult, diskBuild } from "./build-directory.ts";
import { atomicWriteFile, makeFolder, outputFailure } from "./disk-output.ts";
import { forgetTemporary, rememberTemporary, temporaryName } from "./temporary-files.ts";

/** Options without `kinds`: there is one result. */
export type EditableDirectoryOptions = Omit<BuildDirectoryOptions, "kinds">;

/**
 * Build the editable wheel of the project in a folder. It fits this machine alone, and only while the folder stays
 * where it is.
 *
 * @throws {PackwheelError} as `buildEditable`; `OUTPUT_FAILED`
 */
export async function buildEditableDirectory(
  directory: string,
  options: EditableDirectoryOptions = {},
): Promise<BuildDirectoryResult> {
  const { tree, outDir, build, ports } = diskBuild(directory, options);
  const locate = (folder: string): string => resolve(directory, folder);
  const { files, findings, plan, generated } = await buildEditable(tree, locate, build, ports);
  const written = [...(await writeVersionFile(directory, plan)), ...(await writeGenerated(directory, generated))];
  return {
    files: files.map((file) => ({ ...file, path: join(outDir, file.filename) })),
    findings: [...findings, ...written],
  };
}

/**
 * Python reads the tree, so the file that `version-file` names must lie there: what archives get by themselves.
 *
 * @returns A note when the tree was changed.
 */
export async function writeVersionFile(directory: string, { project }: BuildPlan): Promise<Finding[]> {
  const { versionFile } = project.tool;
  if (versionFile === undefined) return [];
  const path = join(directory, ...versionFile.split("/"));
  const text = formatVersionFile(project.version);
  if ((await readFile(path, "utf8").catch(() => undefined)) === text) return [];
  await atomicWriteFile(path, text);
  return [
    {
      code: "EDITABLE_VERSION_FILE_WRITTEN",
      severity: "note",
      message: `Wrote version ${project.version} into the project, for Python reads it there`,
      path: versionFile,
    },
  ];
}

/**
 * Put libraries and the modules that load them where Python imports them from, and list them for later builds.
 *
 * @param generated Paths in the tree.
 * @returns A note that names them.
 * @throws {PackwheelError} `DEVELOP_FILE_CLASH` where a file stands that packwheel did not write.
 */
export async function writeGenerated(directory: string, generated: readonly WheelMember[]): Promise<Finding[]> {
  if (generated.length === 0) return [];
  const folder = await makeBuildFolder(directory);
  const list = join(directory, ...GENERATED_LIST.split("/"));
  const earlier = parseGeneratedFiles(await readFile(list).catch(() => undefined));
  const paths = generated.map(({ path }) => path);
  const foreign = paths.find((path) => !earlier.has(path) && existsSync(join(directory, ...path.split("/"))));
  if (foreign !== undefined) throw notOurs(foreign);
  // Listed before they are written: should that fail, no later build takes half of them for sources.
  await atomicWriteFile(join(folder, basename(list)), formatGeneratedFiles([...earlier, ...paths]));
  for (const member of generated) {
    const path = join(directory, ...member.path.split("/"));
    await atomicWriteFile(path, await collectBytes(member.open()));
    if (member.executable) await chmod(path, 0o755);
  }
  return [
    {
      code: "EDITABLE_NATIVE_WRITTEN",
      severity: "note",
      message: `Wrote what was built into the project, for Python imports it there: ${paths.join(", ")}`,
      path: "pyproject.toml: tool.packwheel.native",
      hint: "Keep these files out of version control, and run packwheel develop again when the native code changes",
    },
  ];
}

function notOurs(path: string): PackwheelError {
  return new PackwheelError("DEVELOP_FILE_CLASH", `Cannot write "${path}": a file of the project is there`, {
    path,
    hint: "Remove it, or give the native code another module",
  });
}

export interface MetadataDirectory {
  /** `outDir/hello-1.0.dist-info` */
  readonly path: string;
  readonly name: string;
  readonly version: string;
  readonly findings: readonly Finding[];
}

/**
 * Write the dist-info folder that the project's wheel would have, without RECORD. A folder that has its name already
 * is replaced.
 *
 * @throws {PackwheelError} as `planMetadata`; `OUTPUT_FAILED`
 */
export async function writeMetadataDirectory(
  directory: string,
  options: EditableDirectoryOptions = {},
): Promise<MetadataDirectory> {
  const { tree, outDir, build, ports } = diskBuild(directory, options);
  const planned = await planMetadata(tree, build, ports);
  const path = join(outDir, planned.folder);
  try {
    await makeFolder(outDir);
    await replaceFolder(resolve(outDir), planned);
  } catch (error) {
    throw outputFailure(error, path);
  }
  return { path, name: planned.name, version: planned.version, findings: planned.findings };
}

async function replaceFolder(outDir: string, { folder, members }: PlannedMetadata): Promise<void> {
  const temporary = join(outDir, temporaryName(folder, randomBytes(6).toString("hex")));
  rememberTemporary(temporary);
  try {
    for (const member of members) {
      const place = join(temporary, ...member.path.slice(folder.length + 1).split("/"));
      await mkdir(dirname(place), { recursive: true });
      await writeFile(place, await collectBytes(member.open()));
    }
    await rm(join(outDir, folder), { recursive: true, force: true });
    await rename(temporary, join(outDir, folder));
  } finally {
    await rm(temporary, { recursive: true, force: true }).catch(() => undefined); // a later run takes it away
    forgetTemporary(temporary);
  }
}
