/** Projects of a few lines, and what reading them gives. */
import { PackwheelError } from "../../../src/core/errors.ts";
import { type MemoryFile, memoryTree } from "../../../src/core/memory/memory-tree.ts";
import type { Project } from "../../../src/core/project/project.ts";
import { type ReadProjectOptions, readProject } from "../../../src/core/project/read-project.ts";

export type Files = Readonly<Record<string, MemoryFile>>;

/** A project of this pyproject.toml and these further files. */
export function readToml(toml: string, files: Files = {}, options: ReadProjectOptions = {}): Promise<Project> {
  return readProject(memoryTree({ "pyproject.toml": toml, ...files }), options);
}

/** The error that the project must raise. */
export async function readFailing(
  toml: string,
  files: Files = {},
  options: ReadProjectOptions = {},
): Promise<PackwheelError> {
  try {
    await readToml(toml, files, options);
  } catch (error) {
    if (error instanceof PackwheelError) return error;
    throw error;
  }
  throw new Error(`no error for:\n${toml}`);
}

/** `[severity, code, path, message, hint]` of everything that is wrong, or worth knowing. */
export async function listFindings(
  toml: string,
  files: Files = {},
  options: ReadProjectOptions = {},
): Promise<readonly (readonly (string | undefined)[])[]> {
  const { findings } = await readToml(toml, files, options).catch((error: unknown) => {
    if (error instanceof PackwheelError) return error;
    throw error;
  });
  return findings.map(({ severity, code, path, message, hint }) => [severity, code, path, message, hint]);
}
