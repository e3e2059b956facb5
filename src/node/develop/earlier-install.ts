/**
 * What an earlier install of a project left in an environment, by its RECORD.
 * Spec: https://packaging.python.org/en/latest/specifications/recording-installed-packages/
 *
 * RECORD is a file that anybody could have written: nothing outside of the environment is touched for its sake.
 */
import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { type Finding, PackwheelError } from "../../core/errors.ts";
import { normalizeName } from "../../core/names/project-name.ts";
import { parseMetadata } from "../../core/wheel/metadata.ts";
import { parseRecord } from "../../core/wheel/record.ts";
import type { PythonInterpreter } from "./python-interpreter.ts";

export interface EarlierInstall {
  /** `hello-1.0.dist-info`, each of them: a broken environment may have two. */
  readonly names: readonly string[];
  /** Absolute paths of files and links that are there. */
  readonly files: readonly string[];
  readonly findings: readonly Finding[];
}

/**
 * @throws {PackwheelError} `DEVELOP_OLD_INSTALL` for an install that has no RECORD: of old setuptools, or of a system's
 *   package manager.
 */
export function findEarlierInstall(projectName: string, python: PythonInterpreter): EarlierInstall {
  const names: string[] = [];
  const files = new Set<string>();
  const findings: Finding[] = [];
  for (const site of new Set([python.paths.purelib, python.paths.platlib])) {
    for (const entry of listFolder(site)) {
      const ending = /\.(?:dist-info|egg-info|egg-link)$/.exec(entry)?.[0];
      if (ending === undefined || normalizeName(nameOf(site, entry, ending)) !== normalizeName(projectName)) continue;
      const found = ending === ".dist-info" ? recordedFiles(join(site, entry), python) : undefined;
      if (found === undefined) throw notRemovable(join(site, entry), projectName, python);
      names.push(entry);
      for (const file of found.files) files.add(file);
      findings.push(...found.findings);
    }
  }
  return { names, files: [...files], findings };
}

/** By METADATA, where there is one: old tools wrote names into folders in other ways. */
function nameOf(site: string, entry: string, ending: string): string {
  const stem = entry.slice(0, -ending.length);
  if (ending === ".egg-link") return stem;
  const metadata = ending === ".dist-info" ? readIfThere(join(site, entry, "METADATA")) : undefined;
  const name = metadata === undefined ? "" : parseMetadata(metadata).metadata.name;
  return name === "" ? (stem.split("-", 1)[0] ?? stem) : name;
}

function recordedFiles(
  distInfo: string,
  python: PythonInterpreter,
): { readonly files: readonly string[]; readonly findings: readonly Finding[] } | undefined {
  const text = readIfThere(join(distInfo, "RECORD"));
  if (text === undefined) return undefined;
  const site = dirname(distInfo);
  const files: string[] = [];
  const outside: string[] = [];
  for (const { path } of parseRecord(text).entries) {
    const file = resolve(site, path);
    if (isInEnvironment(file, python)) files.push(file, ...compiledFiles(file));
    else outside.push(path);
  }
  // Files that were added later would keep the folder, and with it a distribution without metadata.
  files.push(...(isFileOrLink(distInfo) ? [distInfo] : filesBelow(distInfo)));
  // Once more, for what was found by looking into folders, which may be links.
  const removable = files.filter((file) => isFileOrLink(file) && isInEnvironment(file, python));
  return { files: removable, findings: outside.map((path) => leftAlone(path, distInfo)) };
}

/** By its words, and by where the folder that holds it really is. The file itself may be a link: only the link goes. */
function isInEnvironment(file: string, { prefix, paths }: PythonInterpreter): boolean {
  return [prefix, ...Object.values(paths)].some((root) => {
    if (!isBelow(file, resolve(root))) return false;
    try {
      const folder = realpathSync.native(dirname(file));
      const realRoot = realpathSync.native(root);
      return folder === realRoot || isBelow(folder, realRoot);
    } catch {
      return false; // A folder that is not there holds nothing to remove.
    }
  });
}

function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && resolve(folder, way) === path;
}

/** What Python makes of a module when it is imported: `__pycache__/hello.cpython-311.pyc`. */
function compiledFiles(file: string): string[] {
  if (!file.endsWith(".py")) return [];
  const cache = join(dirname(file), "__pycache__");
  const stem = `${basename(file).slice(0, -".py".length)}.`;
  const isCompiled = (name: string): boolean =>
    name.startsWith(stem) && /^[^.]+(?:\.opt-\d)?\.pyc$/.test(name.slice(stem.length));
  return listFolder(cache)
    .filter(isCompiled)
    .map((name) => join(cache, name));
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
}

function listFolder(folder: string): string[] {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true ? readdirSync(folder) : [];
}

function readIfThere(path: string): Uint8Array | undefined {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true ? readFileSync(path) : undefined;
}

function isFileOrLink(path: string): boolean {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  return stat !== undefined && !stat.isDirectory();
}

function leftAlone(path: string, distInfo: string): Finding {
  return {
    code: "DEVELOP_FILE_OUTSIDE",
    severity: "warning",
    message: `Left "${path}" alone: the RECORD of ${basename(distInfo)} names it, but it is not in the environment`,
    path: join(distInfo, "RECORD"),
  };
}

function notRemovable(path: string, projectName: string, { executable }: PythonInterpreter): PackwheelError {
  return new PackwheelError(
    "DEVELOP_OLD_INSTALL",
    `Cannot replace the earlier install "${path}": it has no RECORD of its files`,
    {
      path,
      hint: `Remove it first: "${executable}" -m pip uninstall ${projectName}`,
    },
  );
}
