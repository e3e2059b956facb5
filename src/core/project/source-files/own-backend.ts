/**
 * The build backend that lies in the project (`backend-path`): the sdist must hold it, or no frontend could build from
 * there; the wheel holds it only when it is the very thing that the project ships.
 * Spec: https://packaging.python.org/en/latest/specifications/pyproject-toml/#declaring-build-system-dependencies-the-build-system-table
 */
import type { Finding } from "../../errors.ts";
import { quote } from "../place.ts";
import type { Project } from "../project.ts";
import type { ProjectFiles } from "./list-files.ts";
import { matchesName } from "./package-name.ts";
import { isBelow, joinPath } from "./paths.ts";
import { parsePatterns } from "./patterns.ts";

/** What `planSdist` says of these files. */
export const BACKEND_RULE = "build-backend names it";

/**
 * The module itself, or all of its package, from the first folder of `backend-path` that has it; and further modules
 * of a folder that is there for backends. What `exclude` or `sdist-exclude` matches stays out.
 */
export function findOwnBackend(project: Pick<Project, "ownBackend" | "tool">, files: ProjectFiles): readonly string[] {
  const { ownBackend, tool } = project;
  if (ownBackend === undefined) return [];
  const exclude = parsePatterns([...tool.exclude, ...tool.sdistExclude]);
  const paths = files.files.map(({ path }) => path).filter((path) => exclude.match(path) === undefined);
  const { folders, module } = ownBackend;
  const home = folders.find((folder) => paths.some((path) => isBackendFile(path, folder, module)));
  if (home === undefined) return [];
  return paths.filter((path) => isBackendFile(path, home, module) || (home !== "" && isModuleBelow(path, home)));
}

/**
 * Whether a file is a backend of one module that lies beside what the project ships, and so is no candidate for it.
 * A backend that builds itself bears the project's name.
 */
export function isForeignBackend(project: Pick<Project, "name" | "metadata" | "ownBackend">, path: string): boolean {
  const { ownBackend, metadata, name } = project;
  if (ownBackend === undefined || metadata.importName.length > 0 || matchesName(name, topOf(ownBackend.module)))
    return false;
  return ownBackend.folders.some((folder) => path === joinPath(folder, `${topOf(ownBackend.module)}.py`));
}

/** An sdist without its backend can be unpacked, and no more. */
export function findingsOfBackend(project: Pick<Project, "ownBackend">, sdistPaths: readonly string[]): Finding[] {
  const { ownBackend } = project;
  if (ownBackend === undefined) return [];
  const { folders, module } = ownBackend;
  if (sdistPaths.some((path) => folders.some((folder) => isBackendFile(path, folder, module)))) return [];
  const places = folders.map((folder) => quote(joinPath(folder, `${topOf(module)}.py`)));
  const hint = topOf(module) === "packwheel_backend" ? "Write it with packwheel backend" : undefined;
  return [
    {
      code: "PROJECT_BACKEND_MISSING",
      severity: "warning",
      message: `Cannot find the build backend ${quote(module)} in backend-path: pip will not build from the sdist without ${places.join(" or ")}`,
      path: "pyproject.toml: build-system.build-backend",
      ...(hint === undefined ? {} : { hint }),
    },
  ];
}

function isBackendFile(path: string, folder: string, module: string): boolean {
  const top = joinPath(folder, topOf(module));
  return path === `${top}.py` || isBelow(path, top);
}

function isModuleBelow(path: string, folder: string): boolean {
  return isBelow(path, folder) && path.endsWith(".py");
}

function topOf(module: string): string {
  return module.split(".", 1)[0] ?? module;
}
