/** The build backend as a file of a project: what lets pip, `python -m build` and uv build it. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { PackwheelError } from "../core/errors.ts";
import { readProject } from "../core/project/read-project.ts";
import { BACKEND_MODULE } from "../core/template/backend-module.ts";
import { projectTree } from "./build-directory.ts";
import { atomicWriteFile } from "./disk-output.ts";
import { nodeEnvironment } from "./environment.ts";

const FILE = "packwheel_backend.py";

/** What pyproject.toml needs for it. */
export const BUILD_SYSTEM = `[build-system]
requires = []
build-backend = "packwheel_backend"
backend-path = ["."]
`;

export interface WriteBackendOptions {
  /** Replace a file of that name that holds something else. */
  readonly force?: boolean | undefined;
}

export interface WrittenBackend {
  /** `directory/packwheel_backend.py` */
  readonly path: string;
  /** False when the file was there, with this content. */
  readonly changed: boolean;
  /** Whether pyproject.toml has `BUILD_SYSTEM`, or lines that mean the same. */
  readonly named: boolean;
}

/**
 * Write `packwheel_backend.py` beside the pyproject.toml of a project. The project file is left as it is.
 *
 * @throws {PackwheelError} `BACKEND_FILE_EXISTS`, `PROJECT_FOLDER_MISSING`, `OUTPUT_FAILED`
 */
export async function writeBackend(directory: string, { force }: WriteBackendOptions = {}): Promise<WrittenBackend> {
  const tree = projectTree(directory);
  const path = join(directory, FILE);
  const present = await readFile(path, "utf8").catch(() => undefined);
  const changed = present !== BACKEND_MODULE;
  if (changed && present !== undefined && force !== true) {
    throw new PackwheelError("BACKEND_FILE_EXISTS", `Cannot write "${path}": a file with other content is there`, {
      path,
      hint: "Replace it with --force, or rename it",
    });
  }
  if (changed) await atomicWriteFile(path, BACKEND_MODULE);
  // What else is wrong with the project is for `build` to say.
  const project = await readProject(tree, { environment: nodeEnvironment(directory) }).catch(() => undefined);
  const { module, folders } = project?.ownBackend ?? {};
  return { path, changed, named: module === "packwheel_backend" && folders?.includes("") === true };
}
