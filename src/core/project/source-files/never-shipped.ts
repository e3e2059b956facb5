/**
 * What never goes into a wheel or an sdist unless pyproject.toml names it: caches, version control, virtual
 * environments, build output, the droppings of editors and file managers.
 */

/** Folder names that mean the same at any depth. */
const FOLDERS: ReadonlyMap<string, string> = new Map([
  ["__pycache__", "compiled Python"],
  [".git", "version control"],
  [".hg", "version control"],
  [".svn", "version control"],
  [".bzr", "version control"],
  ["_darcs", "version control"],
  ["CVS", "version control"],
  [".tox", "a test environment"],
  [".nox", "a test environment"],
  [".mypy_cache", "a cache"],
  [".pytest_cache", "a cache"],
  [".ruff_cache", "a cache"],
  [".hypothesis", "a cache"],
  [".ipynb_checkpoints", "a cache"],
  [".eggs", "build output"],
  [".packwheel", "build output"],
]);

/** Folder names that mean something else further down: `hello/build/` may well be a package. */
const ROOT_FOLDERS: ReadonlyMap<string, string> = new Map([
  ["dist", "build output"],
  ["build", "build output"],
  ["node_modules", "installed npm packages"],
]);

const FILES: ReadonlyMap<string, string> = new Map([
  [".git", "version control"], // a file in submodules and work trees
  [".DS_Store", "a file manager's notes"],
  ["Thumbs.db", "a file manager's notes"],
  ["desktop.ini", "a file manager's notes"],
  ["pyvenv.cfg", "a virtual environment"],
]);

/**
 * Why a folder stays out, or undefined.
 *
 * @param path Relative to the project, or to a folder that pyproject.toml names.
 * @param atProjectRoot Whether `path` starts at the project's root.
 */
export function neverShippedFolder(path: string, atProjectRoot: boolean): string | undefined {
  let first = true;
  for (const name of path.split("/")) {
    const reason = reasonOfFolder(name) ?? (first && atProjectRoot ? ROOT_FOLDERS.get(name) : undefined);
    if (reason !== undefined) return reason;
    first = false;
  }
  return undefined;
}

/** Why a file stays out, because of its own name or of a folder on its way. Parameters as above. */
export function neverShippedFile(path: string, atProjectRoot: boolean): string | undefined {
  const slash = path.lastIndexOf("/");
  const folderReason = slash === -1 ? undefined : neverShippedFolder(path.slice(0, slash), atProjectRoot);
  if (folderReason !== undefined) return folderReason;
  // An unpacked sdist holds it; both archives get a fresh one.
  if (atProjectRoot && path === "PKG-INFO") return "metadata that packwheel writes itself";
  return reasonOfFile(path.slice(slash + 1));
}

function reasonOfFolder(name: string): string | undefined {
  if (name.endsWith(".egg-info") || name.endsWith(".dist-info")) return "metadata of another build";
  return FOLDERS.get(name);
}

function reasonOfFile(name: string): string | undefined {
  if (name.endsWith(".pyc") || name.endsWith(".pyo")) return "compiled Python";
  if (name.endsWith(".egg-info")) return "metadata of another build";
  if (/\.sw[nop]$/.test(name) || name.endsWith("~") || name.startsWith(".#")) return "an editor's leavings";
  if (name.length > 1 && name.startsWith("#") && name.endsWith("#")) return "an editor's leavings";
  if (name.startsWith("._")) return "a file manager's notes";
  return FILES.get(name);
}
