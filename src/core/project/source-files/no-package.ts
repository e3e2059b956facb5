/** What to say when a project has no package that packwheel could find: what was looked for, what was seen. */
import { compareCodePoints } from "../../bytes/code-points.ts";
import { PackwheelError } from "../../errors.ts";
import { escapeName } from "../../names/project-name.ts";
import { quote } from "../place.ts";
import type { PythonIndex } from "./import-package.ts";
import { SUPPORT_FOLDERS, SUPPORT_MODULES } from "./support-names.ts";

/** More would only bury the message. */
const SEEN_LIMIT = 8;

/** @throws {PackwheelError} `PROJECT_NO_PACKAGE`, always. */
export function cannotFindPackage(projectName: string, index: PythonIndex): never {
  const name: string = escapeName(projectName);
  const lookedFor = [`src/${name}/`, `${name}/`, `src/${name}.py`, `${name}.py`, `${name}-stubs/`];
  if (name.includes("_")) lookedFor.push(`${name.replaceAll("_", "/")}/`);
  const seen = seenPackages(index);
  const example = seen.find((path) => !isSupport(path))?.replace(/\/$/, "") ?? `src/${name}`;
  throw new PackwheelError(
    "PROJECT_NO_PACKAGE",
    `Cannot find a package for ${quote(projectName)}: looked for ${lookedFor.join(", ")}; saw ${describe(seen)}`,
    {
      hint: `Write \`packages = [${quote(example)}]\` under [tool.packwheel], or \`packages = []\` when there is nothing to import`,
      path: "pyproject.toml",
    },
  );
}

function seenPackages(index: PythonIndex): string[] {
  const folders = [...index.folders].filter((folder) => /^(?:src\/)?[^/]+$/.test(folder) && folder !== "src");
  const modules = [...index.modules]
    .filter(([module]) => /^(?:src\/)?[^/]+$/.test(module))
    .flatMap(([, files]) => files);
  return [...folders.map((folder) => `${folder}/`), ...modules].toSorted(compareCodePoints);
}

function isSupport(path: string): boolean {
  return path.endsWith("/")
    ? SUPPORT_FOLDERS.has(path.slice(0, -1))
    : SUPPORT_MODULES.has(path.slice(0, path.indexOf(".")));
}

function describe(seen: readonly string[]): string {
  if (seen.length === 0) return "no Python file";
  const shown = seen.slice(0, SEEN_LIMIT).join(", ");
  return seen.length > SEEN_LIMIT ? `${shown} and ${seen.length - SEEN_LIMIT} more` : shown;
}
