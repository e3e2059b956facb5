/**
 * Finding a project's import packages when pyproject.toml does not name them.
 *
 * The first of these that finds anything decides:
 * 1. `import-names` of the standard table;
 * 2. the project's name, in `src/`, beside pyproject.toml, in `lib/`, in `python/`: as a package (`hello/`), a module
 *    (`hello.py`), a package in a namespace (`google/cloud/hello/` for `google-cloud-hello`), or stubs (`hello-stubs/`);
 * 3. what lies in the `import-namespaces` of the standard table;
 * 4. everything in `src/` (or `lib/`, `python/`, where those hold regular packages);
 * 5. the only package beside pyproject.toml, or else the only module.
 *
 * Every step looks at the chosen files alone, so that an unpacked sdist, which holds fewer, gives the same answer.
 */
import { compareCodePoints } from "../../bytes/code-points.ts";
import { type Finding, PackwheelError } from "../../errors.ts";
import { escapeName } from "../../names/project-name.ts";
import { quote } from "../place.ts";
import type { Project } from "../project.ts";
import {
  type Candidate,
  candidateAt,
  candidatesIn,
  IMPORT_ROOTS,
  isRegular,
  isStubs,
  showCandidate,
  toPackages,
  unitsIn,
} from "./candidates.ts";
import type { ImportPackage, PythonIndex } from "./import-package.ts";
import { cannotFindPackage } from "./no-package.ts";
import { matchesName } from "./package-name.ts";
import { isBelow, joinPath } from "./paths.ts";
import { SUPPORT_FOLDERS, SUPPORT_MODULES } from "./support-names.ts";

export interface Discovery {
  readonly packages: readonly ImportPackage[];
  readonly findings: readonly Finding[];
  /** The project says that it has nothing to import: `import-names = []`. */
  readonly nothingToImport: boolean;
}

/**
 * @param index Of the files that may be shipped.
 * @throws {PackwheelError} `PROJECT_NO_PACKAGE`, `PROJECT_AMBIGUOUS_PACKAGE`
 */
export function discoverPackages(project: Pick<Project, "name" | "metadata">, index: PythonIndex): Discovery {
  const { importName, importNamespace } = project.metadata;
  if (importName.length > 0) return byImportNames(importName, index);
  const namespaces = importNamespace.map(importPathOfName);
  return (
    byProjectName(project.name, namespaces, index) ??
    byNamespaces(namespaces, index) ??
    everythingInRoot(index) ??
    theOnlyOne(project.name, index) ??
    cannotFindPackage(project.name, index)
  );
}

/** `google.cloud ; private` -> `google/cloud` */
function importPathOfName(name: string): string {
  return (name.split(";")[0] ?? "").trim().replaceAll(".", "/");
}

function byImportNames(names: readonly string[], index: PythonIndex): Discovery {
  const paths = names.map(importPathOfName).filter((path) => path !== "");
  const chosen: Candidate[] = [];
  for (const path of paths.toSorted(compareCodePoints)) {
    if (chosen.some((candidate) => candidate.folder && isBelow(path, candidate.importPath))) continue;
    const found = IMPORT_ROOTS.map((root) => candidateAt(root, path, index)).find((one) => one !== undefined);
    if (found === undefined) {
      throw new PackwheelError(
        "PROJECT_NO_PACKAGE",
        `Cannot find the import name ${quote(path.replaceAll("/", "."))}: there is no folder or module ${quote(path)} in src/, beside pyproject.toml, in lib/ or in python/`,
        {
          hint: "Correct `import-names`, or name the folder in `packages` under [tool.packwheel]",
          path: "pyproject.toml",
        },
      );
    }
    chosen.push(found);
  }
  return {
    packages: chosen.flatMap(toPackages),
    findings: leftOutInRoots(chosen, index),
    nothingToImport: paths.length === 0,
  };
}

function byProjectName(name: string, namespaces: readonly string[], index: PythonIndex): Discovery | undefined {
  const matching = IMPORT_ROOTS.flatMap((root) => candidatesIn(root, index)).filter(
    (candidate) =>
      matchesName(name, candidate.importPath) &&
      (namespaces.length === 0 || namespaces.some((namespace) => isBelow(candidate.importPath, namespace))),
  );
  const first = matching[0];
  if (first === undefined) return undefined;
  const inRoot = matching.filter((candidate) => candidate.root === first.root);
  const chosen = [false, true].flatMap((stubs) => {
    const best = closestToName(
      name,
      inRoot.filter((candidate) => isStubs(candidate) === stubs),
    );
    return best === undefined ? [] : [best];
  });
  const shadowed = matching.filter((candidate) => !chosen.includes(candidate));
  const findings = shadowed.map((candidate) =>
    leftOut(
      candidate,
      [candidate],
      `${chosen.map(showCandidate).join(", ")} bears the project's name too, and is taken`,
    ),
  );
  return {
    packages: chosen.flatMap(toPackages),
    findings: [...findings, ...leftOutInRoots(chosen, index, shadowed)],
    nothingToImport: false,
  };
}

/** Fewer folders first, then packages before modules, then the very name before other spellings. */
function closestToName(name: string, candidates: readonly Candidate[]): Candidate | undefined {
  const escaped: string = escapeName(name);
  const rank = (candidate: Candidate): number =>
    candidate.importPath.split("/").length * 4 +
    (candidate.folder ? 0 : 2) +
    (candidate.importPath === escaped ? 0 : 1);
  const [best, second] = candidates.toSorted((left, right) => rank(left) - rank(right));
  if (best !== undefined && second !== undefined && rank(best) === rank(second)) {
    throw new PackwheelError(
      "PROJECT_AMBIGUOUS_PACKAGE",
      `Cannot choose between ${showCandidate(best)} and ${showCandidate(second)}: both match the name ${quote(name)}`,
      {
        hint: `Write \`packages = [${best.sources.map(quote).join(", ")}]\` under [tool.packwheel]`,
        path: "pyproject.toml",
      },
    );
  }
  return best;
}

function byNamespaces(namespaces: readonly string[], index: PythonIndex): Discovery | undefined {
  for (const root of IMPORT_ROOTS) {
    const chosen = namespaces.flatMap((namespace) =>
      unitsIn(joinPath(root, namespace), index).map((unit) => ({
        ...unit,
        root,
        importPath: joinPath(namespace, unit.importPath),
      })),
    );
    if (chosen.length > 0) return guessed(chosen, "they lie in the namespaces of `import-namespaces`", index);
  }
  return undefined;
}

function everythingInRoot(index: PythonIndex): Discovery | undefined {
  for (const root of IMPORT_ROOTS) {
    if (root === "") continue;
    const units = unitsIn(root, index);
    // `lib/` and `python/` are also names for other things; `src/` is not.
    if (units.length > 0 && (root === "src" || units.some((unit) => isRegular(unit, index)))) {
      return guessed(units, `they are all that ${root}/ holds`, index);
    }
  }
  return undefined;
}

function theOnlyOne(name: string, index: PythonIndex): Discovery | undefined {
  const units = unitsIn("", index);
  const folders = units.filter(
    (unit) => unit.folder && isRegular(unit, index) && !SUPPORT_FOLDERS.has(unit.importPath),
  );
  const modules = units.filter((unit) => !unit.folder && !SUPPORT_MODULES.has(unit.importPath));
  const likely = folders.length > 0 ? folders : modules;
  const [only, ...others] = likely;
  if (only === undefined) return undefined;
  if (others.length === 0) return guessed([only], "nothing else beside pyproject.toml could be meant", index);
  throw new PackwheelError(
    "PROJECT_AMBIGUOUS_PACKAGE",
    `Cannot choose a package for ${quote(name)}: none bears its name, and ${likely.map(showCandidate).join(", ")} could be meant`,
    {
      hint: `Write \`packages = [${only.sources.map(quote).join(", ")}]\` under [tool.packwheel]`,
      path: "pyproject.toml",
    },
  );
}

function guessed(chosen: readonly Candidate[], reason: string, index: PythonIndex): Discovery {
  const sources = chosen.flatMap((candidate) => candidate.sources);
  const finding: Finding = {
    code: "PROJECT_PACKAGE_GUESSED",
    severity: "note",
    message: `Taking ${chosen.map(showCandidate).join(", ")}: no package bears the project's name, and ${reason}`,
    path: "pyproject.toml",
    hint: `Write \`packages = [${sources.map(quote).join(", ")}]\` under [tool.packwheel]`,
  };
  return {
    packages: chosen.flatMap(toPackages),
    findings: [finding, ...leftOutInRoots(chosen, index)],
    nothingToImport: false,
  };
}

/** Python code in a root for packages that nothing takes: most likely forgotten. */
function leftOutInRoots(
  chosen: readonly Candidate[],
  index: PythonIndex,
  reported: readonly Candidate[] = [],
): Finding[] {
  const forgotten: Candidate[] = [];
  for (const root of new Set(chosen.map((candidate) => candidate.root))) {
    if (root === "") continue;
    const known = [...chosen, ...reported].filter((candidate) => candidate.root === root);
    for (const candidate of candidatesIn(root, index)) {
      const path = candidate.importPath;
      const isPart = [...known, ...forgotten].some(
        (one) => one.importPath === path || isBelow(path, one.importPath) || isBelow(one.importPath, path),
      );
      if (!isPart) forgotten.push(candidate);
    }
  }
  const reason = "neither the project's name nor `import-names` leads to it";
  return forgotten.map((candidate) => leftOut(candidate, [...chosen, ...forgotten], reason));
}

/** @param packages What `packages` would have to list for the candidate to go in. */
function leftOut(candidate: Candidate, packages: readonly Candidate[], reason: string): Finding {
  const sources = packages.flatMap((one) => one.sources);
  const taken = packages.length > 2 ? "all of them" : "it";
  return {
    code: "PROJECT_PACKAGE_LEFT_OUT",
    severity: "warning",
    message: `${showCandidate(candidate)} stays out of the wheel: ${reason}`,
    path: showCandidate(candidate),
    hint: `Write \`packages = [${sources.map(quote).join(", ")}]\` under [tool.packwheel] to take ${taken}, or leave it out with \`exclude\``,
  };
}
