/** What a wheel brings into site-packages: the shape of its library, in the spirit of check-wheel-contents. */
import { compareCodePoints } from "../../../bytes/code-points.ts";
import { formatHex } from "../../../bytes/hex.ts";
import type { Finding } from "../../../errors.ts";
import { isIdentifier, isKeyword } from "../../../names/identifier.ts";
import { escapeName } from "../../../names/project-name.ts";
import { excerpt } from "../../../wheel/header-block.ts";
import { isModuleFile, moduleNameOf } from "../../contents/library-modules.ts";
import { type CheckedMember, libraryMembers, type WheelContents } from "../../contents/wheel-contents.ts";
import { finding } from "../../finding.ts";

/** Smaller files are alike by chance: empty `__init__.py`, license headers. */
const MIN_DUPLICATE_SIZE = 64 * 1024;

/** What most projects call something that is not their package. */
const COMMON_NAMES: ReadonlySet<string> = new Set(
  (
    ".eggs .nox .tox .venv app benchmark benchmarks build cli config data dist doc docs env example examples lib " +
    "samples scripts src test testing tests tools utils venv"
  ).split(" "),
);

/** Files that build, test or configure a project. */
const BUILD_FILES: ReadonlySet<string> = new Set(
  (
    "setup.py setup.cfg pyproject.toml conftest.py noxfile.py tasks.py fabfile.py tox.ini pytest.ini Makefile " +
    "MANIFEST.in requirements.txt Pipfile Pipfile.lock poetry.lock uv.lock pdm.lock package.json package-lock.json"
  ).split(" "),
);

type LibraryFile = ReturnType<typeof libraryMembers>[number];

/** @param projectName From the file name: a project may be called as it likes. */
export function checkContent(contents: WheelContents, projectName: string | undefined): Finding[] {
  const library = libraryMembers(contents);
  return [
    ...checkEmptiness(contents, library),
    ...checkTopLevelFiles(library),
    ...checkTopLevelNames(library, escapeName(projectName ?? "")),
    ...checkImportPaths(library),
    ...checkTypingMarkers(library),
    ...checkDuplicates(contents.members.map(({ member }) => member)),
  ];
}

function checkEmptiness({ members }: WheelContents, library: readonly LibraryFile[]): Finding[] {
  if (library.length > 0) return [];
  if (members.some(({ place }) => place.kind === "data")) {
    return [finding("CONTENT_LIBRARY_EMPTY", "Wheel holds no module, only scripts or data")];
  }
  return [finding("CONTENT_EMPTY", "Wheel holds no file besides its .dist-info folder")];
}

function checkTopLevelFiles(library: readonly LibraryFile[]): Finding[] {
  const findings: Finding[] = [];
  for (const { path, member } of library) {
    if (path.includes("/")) continue;
    const place = { path: member.path };
    if (path === "__init__.py") {
      const hint = "Put the file into a package, or check the layout of the sources";
      findings.push(
        finding("CONTENT_TOP_LEVEL_INIT", 'File "__init__.py" lies outside of any package', { ...place, hint }),
      );
    } else if (BUILD_FILES.has(path)) {
      const message = `File "${path}" builds the project and would land in site-packages`;
      findings.push(finding("CONTENT_BUILD_FILE", message, place));
    } else if (!isModuleFile(path) && !/\.(?:pth|pyi|start|pyc|pyo)$/.test(path)) {
      const message = `File "${excerpt(path)}" is no module and would land in site-packages`;
      const hint = "Put it into a package, or into .dist-info/licenses when it is a license";
      findings.push(finding("CONTENT_TOP_LEVEL_FILE", message, { ...place, hint }));
    }
  }
  return findings;
}

/** Packages and modules that the wheel adds to what can be imported. */
function checkTopLevelNames(library: readonly LibraryFile[], ownName: string): Finding[] {
  const folders = new Map<string, boolean>();
  const names = new Set<string>();
  for (const { path } of library) {
    const slash = path.indexOf("/");
    if (slash === -1) {
      if (isModuleFile(path) && path !== "__init__.py" && !BUILD_FILES.has(path)) names.add(moduleNameOf(path));
      continue;
    }
    const folder = path.slice(0, slash);
    const hasModule = isModuleFile(path) || path.endsWith(".pyi");
    folders.set(folder, (folders.get(folder) ?? false) || hasModule);
  }
  const findings: Finding[] = [];
  for (const [folder, hasModule] of folders) {
    if (isLibraryFolder(folder)) continue;
    if (hasModule) names.add(folder);
    else if (!isCommon(folder, ownName)) {
      const message = `Folder "${excerpt(folder)}" holds no module`;
      findings.push(finding("CONTENT_FOLDER_WITHOUT_MODULE", message, { path: folder }));
    }
  }
  for (const name of new Set([...names, ...folders.keys()])) {
    if (!isCommon(name, ownName)) continue;
    names.delete(name);
    const message = `Name "${name}" at the top level is one that many projects use`;
    const hint = "Leave it out, or move it into the package";
    findings.push(finding("CONTENT_COMMON_NAME", message, { path: name, hint }));
  }
  const own = [...names].filter((name) => !name.startsWith("_") && !name.endsWith("-stubs")).sort(compareCodePoints);
  if (own.length > 1) {
    const message = `Wheel holds ${own.length} top-level packages or modules: ${excerpt(own.join(", "))}`;
    findings.push(finding("CONTENT_SEVERAL_TOP_LEVEL", message));
  }
  return findings;
}

function isCommon(name: string, ownName: string): boolean {
  return COMMON_NAMES.has(name) && name !== ownName;
}

/** Where repair tools put shared libraries: `hello.libs`, `.dylibs`. */
function isLibraryFolder(folder: string): boolean {
  return folder.endsWith(".libs") || folder.endsWith(".dylibs");
}

function checkImportPaths(library: readonly LibraryFile[]): Finding[] {
  const findings: Finding[] = [];
  for (const { path, member } of library) {
    if (!path.endsWith(".py")) continue;
    const parts = path.split("/");
    const filename = parts.pop() ?? "";
    parts[0] = parts[0]?.replace(/-stubs$/, "") ?? "";
    const wrong = [...parts.filter((part) => part !== ""), filename.slice(0, -".py".length)].find((part) => {
      return !isIdentifier(part) || isKeyword(part);
    });
    if (wrong === undefined) continue;
    const message = `Module cannot be imported, as "${excerpt(wrong)}" is no Python name`;
    findings.push(finding("CONTENT_NOT_IMPORTABLE", message, { path: member.path }));
  }
  return findings;
}

/** Stubs beside modules count only for a package that says so. */
function checkTypingMarkers(library: readonly LibraryFile[]): Finding[] {
  const stubs = new Map<string, string>();
  const marked = new Set<string>();
  for (const { path, member } of library) {
    const slash = path.indexOf("/");
    if (slash === -1) continue;
    const folder = path.slice(0, slash);
    if (path.endsWith("/py.typed")) marked.add(folder);
    if (path.endsWith(".pyi") && !folder.endsWith("-stubs") && !stubs.has(folder)) stubs.set(folder, member.path);
  }
  return [...stubs]
    .filter(([folder]) => !marked.has(folder))
    .map(([folder, path]) => {
      const message = `Package "${excerpt(folder)}" has stubs but no py.typed`;
      const hint = `Add an empty ${folder}/py.typed`;
      return finding("CONTENT_TYPING_MARKER_MISSING", message, { path, hint });
    });
}

function checkDuplicates(members: readonly CheckedMember[]): Finding[] {
  const first = new Map<string, string>();
  const findings: Finding[] = [];
  for (const { path, size, sha256 } of members) {
    if (size <= MIN_DUPLICATE_SIZE || sha256 === undefined) continue;
    const hash = formatHex(sha256);
    const twin = first.get(hash);
    if (twin === undefined) first.set(hash, path);
    else {
      const message = `File has the same ${size} bytes as "${excerpt(twin)}"`;
      findings.push(finding("CONTENT_DUPLICATE", message, { path }));
    }
  }
  return findings;
}
