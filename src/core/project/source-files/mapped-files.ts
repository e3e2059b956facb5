/**
 * Files that pyproject.toml sends to a place of its own choice: `force-include` (any place in the wheel) and
 * `data` (the schemes of `{name}-{version}.data/`).
 * Spec: https://packaging.python.org/en/latest/specifications/binary-distribution-format/#the-data-directory
 *
 * A file that is named goes in whatever the other rules say. A folder that is named brings all its files but those
 * that never ship, judged from that folder on: `"frontend/dist" = "hello/static"` works, its `.DS_Store` stays out.
 */
import type { Finding } from "../../errors.ts";
import type { TreeEntry } from "../../ports/file-tree.ts";
import { dataFolder } from "../../wheel/dist-info.ts";
import { quote } from "../place.ts";
import type { Project } from "../project.ts";
import type { DataScheme } from "../tool-table.ts";
import { neverShippedFile } from "./never-shipped.ts";
import { baseName, cleanPath, isBelow, joinPath, relativeTo } from "./paths.ts";
import type { PlacedFile } from "./placed-file.ts";
import { throwProblems } from "./problems.ts";

const SCHEMES: readonly DataScheme[] = ["data", "headers", "platlib", "purelib", "scripts"];

/**
 * @param all Every listed file by path, in order.
 * @throws {PackwheelError} `PROJECT_SOURCE_MISSING`, `PROJECT_PLACE_INVALID`
 */
export function placeMappedFiles(project: Project, all: ReadonlyMap<string, TreeEntry>): PlacedFile[] {
  const missing: Finding[] = [];
  const misplaced: Finding[] = [];
  const placed: PlacedFile[] = [];
  for (const [source, target] of Object.entries(project.tool.forceInclude)) {
    const key = "force-include";
    const files = resolveMapping(source, target, all);
    if (files.length === 0) missing.push(sourceMissing(source, key));
    for (const { entry, place } of files) placed.push({ entry, place, rule: `${key} ${quote(source)}`, script: false });
  }
  for (const scheme of SCHEMES) {
    for (const [source, target] of Object.entries(project.tool.data[scheme] ?? {})) {
      const key = `data.${scheme}`;
      const files = resolveMapping(source, target, all);
      if (files.length === 0) missing.push(sourceMissing(source, key));
      for (const { entry, place } of files) {
        if (scheme === "scripts" && place.includes("/")) misplaced.push(scriptInFolder(entry.path, place));
        placed.push({
          entry,
          place: `${dataFolder(project.name, project.version)}/${scheme}/${place}`,
          rule: `${key} ${quote(source)}`,
          script: scheme === "scripts",
        });
      }
    }
  }
  throwProblems("PROJECT_SOURCE_MISSING", missing);
  throwProblems("PROJECT_PLACE_INVALID", misplaced);
  return placed;
}

/** A file goes to its target, or into it when that ends in `/`; a folder's files keep their places below it. */
function resolveMapping(
  source: string,
  target: string,
  all: ReadonlyMap<string, TreeEntry>,
): { entry: TreeEntry; place: string }[] {
  const from = cleanPath(source);
  const top = target === "" || target === "/" || target === "." || target === "./";
  const to = top ? "" : cleanPath(target);
  const file = all.get(from);
  if (file !== undefined) {
    return [{ entry: file, place: top || target.endsWith("/") ? joinPath(to, baseName(from)) : to }];
  }
  if (from === "") return [];
  return [...all.values()]
    .filter((entry) => isBelow(entry.path, from) && neverShippedFile(relativeTo(entry.path, from), false) === undefined)
    .map((entry) => ({ entry, place: joinPath(to, relativeTo(entry.path, from)) }));
}

function sourceMissing(source: string, key: string): Finding {
  return {
    code: "PROJECT_SOURCE_MISSING",
    severity: "error",
    message: `Cannot find ${quote(source)} of ${key}: there is no such file, and no folder with files`,
    path: `pyproject.toml: tool.packwheel.${key}`,
    hint: "Name a file or folder below pyproject.toml, or make it before the build",
  };
}

function scriptInFolder(source: string, place: string): Finding {
  return {
    code: "PROJECT_PLACE_INVALID",
    severity: "error",
    message: `Cannot place ${quote(source)} at scripts/${place}: the scripts of a wheel have no folders`,
    path: "pyproject.toml: tool.packwheel.data.scripts",
    hint: "Name each script, and give it a bare file name",
  };
}
