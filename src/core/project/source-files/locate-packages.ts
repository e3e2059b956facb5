/** The packages that `[tool.packwheel] packages` names. */
import type { Finding } from "../../errors.ts";
import { quote } from "../place.ts";
import { type ImportPackage, importRootOf, type PythonIndex } from "./import-package.ts";
import { cleanPath, isBelow, relativeTo } from "./paths.ts";
import { throwProblems } from "./problems.ts";

/**
 * Folders and modules by their paths. A module brings its `.pyi` along.
 * `src` alone stands for all that is in it, unless it is a package itself.
 *
 * @param paths Files that may be shipped, sorted.
 * @throws {PackwheelError} `PROJECT_PACKAGE_MISSING`
 */
export function locatePackages(
  packages: readonly string[],
  paths: readonly string[],
  index: PythonIndex,
): ImportPackage[] {
  const known = new Set(paths);
  const located = new Map<string, ImportPackage>();
  const problems: Finding[] = [];
  for (const named of packages) {
    const source = cleanPath(named);
    if (known.has(source)) {
      const root = importRootOf(source);
      located.set(source, { source, folder: false, root });
      const stub = source.endsWith(".py") ? `${source}i` : undefined;
      if (stub !== undefined && known.has(stub)) located.set(stub, { source: stub, folder: false, root });
    } else if (source !== "" && paths.some((path) => isBelow(path, source))) {
      const isRoot = /(?:^|\/)src$/.test(source) && !index.regular.has(source);
      located.set(source, { source, folder: true, root: isRoot ? source : importRootOf(source) });
    } else {
      problems.push(missing(named, source, paths));
    }
  }
  throwProblems("PROJECT_PACKAGE_MISSING", problems);
  return [...located.values()];
}

function missing(named: string, source: string, paths: readonly string[]): Finding {
  const finding = {
    code: "PROJECT_PACKAGE_MISSING",
    severity: "error",
    path: "pyproject.toml: tool.packwheel.packages",
  } as const;
  if (source === "" || source.startsWith("/") || source.split("/").includes("..")) {
    return {
      ...finding,
      message: `Cannot take ${quote(named)} as a package: it is not a folder or file below pyproject.toml`,
      hint: 'Name the package itself, for example `packages = ["src/hello"]`',
    };
  }
  const message = `Cannot find the package ${quote(named)}: there is no such folder or file with anything to ship`;
  const hint = hintFor(source, paths);
  return hint === undefined ? { ...finding, message } : { ...finding, message, hint };
}

function hintFor(source: string, paths: readonly string[]): string | undefined {
  if (/[*?[]/.test(source)) return "Name each package; patterns belong in `include`";
  const candidates = [`src/${source}`, `${source}.py`, `src/${source}.py`, relativeTo(source, importRootOf(source))];
  const found = candidates.find(
    (path) => path !== source && paths.some((file) => file === path || isBelow(file, path)),
  );
  return found === undefined ? undefined : `Write ${quote(found)}`;
}
