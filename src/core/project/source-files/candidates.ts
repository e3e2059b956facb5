/** Packages and modules that could be what a project ships, wherever they lie. */
import { compareCodePoints } from "../../bytes/code-points.ts";
import type { ImportPackage, PythonIndex } from "./import-package.ts";
import { isImportPath } from "./package-name.ts";
import { folderOf, isBelow, joinPath, relativeTo } from "./paths.ts";

/** Where packages are looked for, in this order; the empty path is the project's root. */
export const IMPORT_ROOTS = ["src", "", "lib", "python"] as const;

/** A package or module that could be meant: `importPath` is its path from the root on, `google/cloud/hello`. */
export interface Candidate {
  readonly root: string;
  readonly importPath: string;
  readonly folder: boolean;
  /** The folder, or the module's files: `hello.py`, `hello.pyi`. */
  readonly sources: readonly string[];
}

/** Every package and module below a root that Python could import, whatever its depth; sorted, outer ones first. */
export function candidatesIn(root: string, index: PythonIndex): Candidate[] {
  // A package that happens to be called `lib`. `src/__init__.py`, though, is a common slip.
  if (root !== "src" && index.regular.has(root)) return [];
  const candidates: Candidate[] = [];
  for (const folder of index.folders) {
    if (!isBelow(folder, root)) continue;
    const importPath = relativeTo(folder, root);
    if (isImportPath(importPath) && !isInsideRegular(folder, root, index)) {
      candidates.push({ root, importPath, folder: true, sources: [folder] });
    }
  }
  for (const [module, files] of index.modules) {
    if (!isBelow(module, root)) continue;
    const importPath = relativeTo(module, root);
    if (isImportPath(importPath) && !isInsideRegular(module, root, index)) {
      candidates.push({ root, importPath, folder: false, sources: files });
    }
  }
  return candidates.sort((left, right) => compareCodePoints(left.importPath, right.importPath));
}

/** A package or module at one import path. */
export function candidateAt(root: string, importPath: string, index: PythonIndex): Candidate | undefined {
  const path = joinPath(root, importPath);
  if (index.folders.has(path)) return { root, importPath, folder: true, sources: [path] };
  const files = index.modules.get(path);
  return files === undefined ? undefined : { root, importPath, folder: false, sources: files };
}

/** The packages and modules directly in a folder. A module beside the package of its name cannot be imported. */
export function unitsIn(root: string, index: PythonIndex): Candidate[] {
  const direct = candidatesIn(root, index).filter((candidate) => !candidate.importPath.includes("/"));
  const folders = new Set(direct.filter((candidate) => candidate.folder).map((candidate) => candidate.importPath));
  return direct.filter((candidate) => candidate.folder || !folders.has(candidate.importPath));
}

/** A part of a regular package goes with the package, and is no candidate of its own. */
function isInsideRegular(path: string, root: string, index: PythonIndex): boolean {
  for (let above = folderOf(path); above !== root && above !== ""; above = folderOf(above)) {
    if (index.regular.has(above)) return true;
  }
  return false;
}

export function isRegular(candidate: Candidate, index: PythonIndex): boolean {
  return candidate.folder && candidate.sources.some((source) => index.regular.has(source));
}

export function isStubs(candidate: Candidate): boolean {
  return /^[^/]*-stubs(?:\/|$)/.test(candidate.importPath);
}

/** `src/hello/`, or `src/hello.py`. */
export function showCandidate(candidate: Candidate): string {
  return candidate.folder ? `${candidate.sources[0]}/` : (candidate.sources[0] ?? "");
}

export function toPackages(candidate: Candidate): ImportPackage[] {
  return candidate.sources.map((source) => ({ source, folder: candidate.folder, root: candidate.root }));
}
