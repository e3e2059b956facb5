/**
 * Which file holds a project's main module: a guess, for advice.
 */
import { escapeName } from "../../names/project-name.ts";
import type { FileTree } from "../../ports/file-tree.ts";
import { readQuietly } from "../project-path.ts";
import { isTable, type TomlTable } from "../pyproject/toml-value.ts";
import { findPythonConstant, findPythonImport } from "./python-module.ts";

const SOURCE_FOLDERS = ["src/", ""] as const;

/** `src/hello/__init__.py` for the project `hello`, or the module that flit's table names. */
export async function findModuleFile(
  tree: FileTree,
  pyproject: TomlTable,
  projectName: string,
): Promise<string | undefined> {
  for (const file of listModuleFiles(moduleNameOf(pyproject, projectName))) {
    if ((await readQuietly(tree, file)) !== undefined) return file;
  }
  return undefined;
}

/** Files that a dotted module name may stand for: `src/hello/core.py`, `src/hello/core/__init__.py`, ... */
export function listModuleFiles(module: string): readonly string[] {
  const path = module.replaceAll(".", "/");
  return SOURCE_FOLDERS.flatMap((folder) => [`${folder}${path}/__init__.py`, `${folder}${path}.py`]);
}

/** A file of the project's package that has its version as a constant, and the constant's name. */
export async function findVersionFile(
  tree: FileTree,
  pyproject: TomlTable,
  projectName: string,
): Promise<{ readonly file: string; readonly attribute: string } | undefined> {
  const path = moduleNameOf(pyproject, projectName).replaceAll(".", "/");
  const inPackage = ["__init__", "__about__", "_version", "version", "__version__"].map((name) => `${path}/${name}.py`);
  for (const file of SOURCE_FOLDERS.flatMap((folder) => [...inPackage, `${path}.py`].map((name) => folder + name))) {
    const attribute = await findVersionAttribute(tree, file);
    if (attribute !== undefined) return { file, attribute };
  }
  for (const folder of SOURCE_FOLDERS) {
    const found = await followImport(tree, `${folder}${path}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `from .package_data import __version__`, or `from ._meta import version as __version__` */
async function followImport(
  tree: FileTree,
  folder: string,
): Promise<{ readonly file: string; readonly attribute: string } | undefined> {
  const text = await readQuietly(tree, `${folder}/__init__.py`);
  const imported = text === undefined ? undefined : findPythonImport(text, "__version__");
  if (imported === undefined || !imported.module.startsWith(".")) return undefined;
  const file = `${folder}/${imported.module.slice(1).replaceAll(".", "/")}.py`;
  const source = await readQuietly(tree, file);
  const isString = source !== undefined && findPythonConstant(source, imported.name)?.kind === "string";
  return isString ? { file, attribute: imported.name } : undefined;
}

/** Which of the usual names the file assigns a string constant to. */
export async function findVersionAttribute(tree: FileTree, file: string): Promise<string | undefined> {
  const text = await readQuietly(tree, file);
  if (text === undefined) return undefined;
  return ["__version__", "VERSION", "version"].find((name) => findPythonConstant(text, name)?.kind === "string");
}

function moduleNameOf(pyproject: TomlTable, projectName: string): string {
  const tool = pyproject["tool"];
  const flit = isTable(tool) ? tool["flit"] : undefined;
  const module = isTable(flit) ? flit["module"] : undefined;
  const name = isTable(module) ? module["name"] : undefined;
  return typeof name === "string" && /^[\p{XID_Continue}.]+$/u.test(name) ? name : escapeName(projectName);
}
