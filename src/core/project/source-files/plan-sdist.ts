/**
 * What goes into the sdist, at the place it has in the tree: pyproject.toml, what it names, everything that the wheel
 * is made of, and `sdist-include`. PKG-INFO is added by the packer.
 */
import { type Finding, PackwheelError } from "../../errors.ts";
import type { TreeEntry } from "../../ports/file-tree.ts";
import { findPathFault } from "../../zip/safe-path.ts";
import { quote } from "../place.ts";
import type { Project } from "../project.ts";
import { type ProjectFiles, sortProjectFiles } from "./list-files.ts";
import { parsePatterns } from "./patterns.ts";
import { planWheel, unusedPattern, type WheelPlan } from "./plan-wheel.ts";
import { throwProblems } from "./problems.ts";

const PACKAGE_INFO = "PKG-INFO";

export interface SdistFile {
  readonly entry: TreeEntry;
  /** What took it in. */
  readonly rule: string;
}

export interface SdistPlan {
  /** Sorted by path. */
  readonly files: readonly SdistFile[];
  /** Files that `sdist-exclude` kept out of `sdist-include`, with the pattern. */
  readonly excluded: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
}

/**
 * @param named Files that the project names besides the wheel's members: readme, licenses, SBOMs; with what names them.
 * @throws {PackwheelError} `PROJECT_SDIST_INCOMPLETE`, `PROJECT_PLACE_INVALID`, and what the tree says of a file that
 *   is chosen but cannot be read: `TREE_LINK_ESCAPES`
 */
export function planSdist(
  project: Project,
  tree: ProjectFiles,
  wheel: WheelPlan,
  named: ReadonlyMap<string, string>,
): SdistPlan {
  const rules = new Map<string, string>();
  for (const file of wheel.placed) rules.set(file.entry.path, "the wheel is made of it");
  for (const [path, rule] of named) rules.set(path, rule);
  const sdistExclude = parsePatterns(project.tool.sdistExclude);
  refuseOldPackageInfo(rules);
  refuseToDropNeeded(rules, sdistExclude.match);
  const sdistInclude = parsePatterns(project.tool.sdistInclude);
  const excluded = new Map<string, string>();
  for (const { path } of tree.files) {
    const taken = sdistInclude.match(path);
    if (taken === undefined || rules.has(path) || wheel.excluded.has(path)) continue;
    const dropped = sdistExclude.match(path);
    if (dropped === undefined) rules.set(path, `sdist-include ${quote(taken)}`);
    else excluded.set(path, dropped);
  }
  const files: SdistFile[] = [];
  for (const entry of tree.all.values()) {
    const rule = rules.get(entry.path);
    if (rule === undefined) continue;
    const fault = tree.unreadable.get(entry.path);
    if (fault !== undefined) throw fault;
    files.push({ entry, rule });
  }
  throwProblems("PROJECT_PLACE_INVALID", files.flatMap(invalidPath));
  const unused = sdistInclude.unused(tree.files.map((entry) => entry.path));
  return { files, excluded, findings: unused.map((pattern) => unusedPattern("sdist-include", pattern)) };
}

/**
 * Make sure that the unpacked sdist gives the same wheel, by choosing again from its files alone.
 * @throws {PackwheelError} `PROJECT_SDIST_INCOMPLETE`
 */
export function checkSdistRebuilds(project: Project, sdist: SdistPlan, wheel: WheelPlan): void {
  const entries = sdist.files.map((file) => file.entry);
  const packageInfo = { path: PACKAGE_INFO, size: 0, mode: 0o644 };
  const again = planAgain(project, sortProjectFiles(project, [...entries, packageInfo]));
  const first = new Set(wheel.placed.map(identify));
  const second = new Set(again.placed.map(identify));
  const lost = wheel.placed.find((file) => !second.has(identify(file)));
  const gained = again.placed.find((file) => !first.has(identify(file)));
  const odd = lost ?? gained;
  if (odd === undefined) return;
  throw cannotRebuild(`${quote(odd.place)} would ${odd === lost ? "be missing there" : "be new there"}`, undefined);
}

function planAgain(project: Project, files: ProjectFiles): WheelPlan {
  try {
    return planWheel(project, files);
  } catch (cause) {
    if (cause instanceof PackwheelError) throw cannotRebuild(cause.message, cause);
    throw cause;
  }
}

function identify(file: WheelPlan["placed"][number]): string {
  return `${file.place}\0${file.entry.path}`;
}

function cannotRebuild(reason: string, cause: PackwheelError | undefined): PackwheelError {
  return new PackwheelError("PROJECT_SDIST_INCOMPLETE", `Cannot build the same wheel from the sdist: ${reason}`, {
    hint: "Name the packages in `packages` under [tool.packwheel]",
    path: "pyproject.toml: tool.packwheel",
    cause,
  });
}

function invalidPath({ entry, rule }: SdistFile): Finding[] {
  const fault = findPathFault(entry.path);
  if (fault === undefined) return [];
  return [
    {
      code: "PROJECT_PLACE_INVALID",
      severity: "error",
      message: `Cannot put ${quote(entry.path)} into the sdist (${rule}): ${fault}`,
      path: entry.path,
      hint: "Rename the file, or leave it out",
    },
  ];
}

/** Only a key that names the file brings it here: the rules leave out what an older sdist left behind. */
function refuseOldPackageInfo(needed: ReadonlyMap<string, string>): void {
  if (!needed.has(PACKAGE_INFO)) return;
  throw new PackwheelError(
    "PROJECT_PLACE_INVALID",
    `Cannot put ${quote(PACKAGE_INFO)} into the sdist: packwheel writes that file itself`,
    { hint: "Rename the file, or leave it out", path: PACKAGE_INFO },
  );
}

function refuseToDropNeeded(needed: ReadonlyMap<string, string>, dropped: (path: string) => string | undefined): void {
  const problems: Finding[] = [];
  for (const [path, rule] of needed) {
    const pattern = dropped(path);
    if (pattern === undefined) continue;
    problems.push({
      code: "PROJECT_SDIST_INCOMPLETE",
      severity: "error",
      message: `Cannot leave ${quote(path)} out of the sdist (sdist-exclude ${quote(pattern)}): ${rule}`,
      path: "pyproject.toml: tool.packwheel.sdist-exclude",
      hint: "Narrow the pattern, or leave the file out of the wheel too, with `exclude`",
    });
  }
  throwProblems("PROJECT_SDIST_INCOMPLETE", problems);
}
