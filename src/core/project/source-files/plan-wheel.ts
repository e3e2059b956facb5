/**
 * What goes into the wheel, by names alone: packages, `include`, `force-include`, `data`; dist-info is not part of it.
 * `exclude` wins over packages and `include`; what pyproject.toml maps by name wins over `exclude`.
 * A file that `include` takes lands where it lies, counted from the import root (`src/`) when it lies below one.
 */
import { compareCodePoints } from "../../bytes/code-points.ts";
import { type Finding, PackwheelError } from "../../errors.ts";
import type { TreeEntry } from "../../ports/file-tree.ts";
import { quote } from "../place.ts";
import type { Project } from "../project.ts";
import { IMPORT_ROOTS } from "./candidates.ts";
import { type Discovery, discoverPackages } from "./discover-packages.ts";
import { type ImportPackage, indexPython, placeInPackage } from "./import-package.ts";
import type { ProjectFiles } from "./list-files.ts";
import { locatePackages } from "./locate-packages.ts";
import { placeMappedFiles } from "./mapped-files.ts";
import { isForeignBackend } from "./own-backend.ts";
import { matchesName } from "./package-name.ts";
import { isBelow, relativeTo } from "./paths.ts";
import { parsePatterns } from "./patterns.ts";
import type { PlacedFile } from "./placed-file.ts";

export interface WheelPlan {
  /** Sorted by place. */
  readonly placed: readonly PlacedFile[];
  /** Folders that stand for the top of the wheel, as Python's `sys.path` would have to name them: `src`. Sorted. */
  readonly importRoots: readonly string[];
  /** Files that `exclude` kept out of everything, with the pattern. */
  readonly excluded: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
}

/**
 * @throws {PackwheelError} `PROJECT_NO_PACKAGE`, `PROJECT_AMBIGUOUS_PACKAGE`, `PROJECT_PACKAGE_MISSING`,
 *   `PROJECT_SOURCE_MISSING`, `PROJECT_PLACE_INVALID`, `WHEEL_EMPTY`
 */
export function planWheel(project: Project, tree: ProjectFiles): WheelPlan {
  const { files, all } = tree;
  const { tool } = project;
  const exclude = parsePatterns(tool.exclude);
  const excluded = new Map<string, string>();
  const usable = files.filter((entry) => {
    const pattern = exclude.match(entry.path);
    if (pattern !== undefined) excluded.set(entry.path, pattern);
    return pattern === undefined;
  });
  const discovery = findPackages(project, tree, usable);
  const include = parsePatterns(tool.include);
  const roots = ["src", ...discovery.packages.map((owner) => owner.root)];
  const placed = placeMappedFiles(project, all);
  for (const entry of usable) {
    const owned = placeInPackages(entry, discovery.packages);
    if (owned !== undefined) {
      placed.push(owned);
      continue;
    }
    const pattern = include.match(entry.path);
    if (pattern === undefined) continue;
    placed.push({ entry, place: placeFromRoot(entry.path, roots), rule: `include ${quote(pattern)}`, script: false });
  }
  const unused = include.unused(files.map((entry) => entry.path)).map((pattern) => unusedPattern("include", pattern));
  if (placed.length === 0 && !mayBeEmpty(project, discovery)) throw emptyWheel(excluded);
  const importRoots = [...new Set(discovery.packages.map((owner) => owner.root))].sort(compareCodePoints);
  return { placed: withoutRepeats(placed), importRoots, excluded, findings: [...discovery.findings, ...unused] };
}

/** A pattern that takes nothing in is most likely a slip. */
export function unusedPattern(key: string, pattern: string): Finding {
  return {
    code: "PROJECT_PATTERN_UNUSED",
    severity: "warning",
    message: `${key} ${quote(pattern)} matches no file`,
    path: `pyproject.toml: tool.packwheel.${key}`,
    hint: "Correct the pattern, or map files that never ship by `force-include`",
  };
}

function findPackages(project: Project, tree: ProjectFiles, usable: readonly TreeEntry[]): Discovery {
  const { packages } = project.tool;
  const usablePaths = usable.map((entry) => entry.path);
  if (packages !== undefined) {
    // A package that `exclude` empties is there all the same.
    const paths = tree.files.map((entry) => entry.path);
    const located = locatePackages(packages, paths, indexPython(usablePaths));
    return { packages: located, findings: [], nothingToImport: false };
  }
  const index = indexPython(usablePaths.filter((path) => !isForeignBackend(project, path)));
  try {
    return discoverPackages(project, index);
  } catch (error) {
    // A package that is a link out of the project is not missing: the link is what is wrong.
    const link = [...tree.unreadable].find(([path]) =>
      IMPORT_ROOTS.some((root) => isBelow(path, root) && matchesName(project.name, relativeTo(path, root))),
    );
    throw link === undefined ? error : link[1];
  }
}

function placeInPackages(entry: TreeEntry, packages: readonly ImportPackage[]): PlacedFile | undefined {
  for (const owner of packages) {
    const place = placeInPackage(owner, entry.path);
    if (place !== undefined) return { entry, place, rule: `package ${quote(owner.source)}`, script: false };
  }
  return undefined;
}

function placeFromRoot(path: string, roots: readonly string[]): string {
  let longest = "";
  for (const root of roots) if (isBelow(path, root) && root.length > longest.length) longest = root;
  return relativeTo(path, longest);
}

/** The same file may reach the same place twice: `packages = ["src/a", "src/a/b"]`. */
function withoutRepeats(placed: readonly PlacedFile[]): PlacedFile[] {
  const seen = new Set<string>();
  return placed
    .toSorted(
      (left, right) =>
        compareCodePoints(left.place, right.place) || compareCodePoints(left.entry.path, right.entry.path),
    )
    .filter((file) => {
      const key = `${file.place}\0${file.entry.path}`;
      const fresh = !seen.has(key);
      seen.add(key);
      return fresh;
    });
}

/** A meta-package holds its dist-info alone, and says so. */
function mayBeEmpty(project: Project, discovery: Discovery): boolean {
  return project.tool.packages?.length === 0 || discovery.nothingToImport;
}

function emptyWheel(excluded: ReadonlyMap<string, string>): PackwheelError {
  const [first] = excluded;
  const more = excluded.size > 1 ? ` and ${excluded.size - 1} more` : "";
  const reason = first === undefined ? "" : `; exclude ${quote(first[1])} keeps out ${quote(first[0])}${more}`;
  return new PackwheelError(
    "WHEEL_EMPTY",
    `Cannot build an empty wheel: no file of the project goes into it${reason}`,
    {
      hint: "Correct `packages` and `exclude`, or write `packages = []` for a project of metadata alone",
      path: "pyproject.toml: tool.packwheel",
    },
  );
}
