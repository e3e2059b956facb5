/**
 * What a file takes from the interpreter that loads it.
 * Specs: PEP 384 and PEP 803 (stable ABI).
 */
import type { ObjectFile } from "../../object/object-file.ts";
import { STABLE_ABI } from "../data/stable-abi.ts";
import { baseName } from "../file/wheel-files.ts";

export interface PythonUse {
  /** `PyArg_ParseTuple`: symbols that the interpreter must have. */
  readonly symbols: readonly string[];
  /** `libpython3.12.so.1.0`, `python312.dll`, `Python.framework/Versions/3.12/Python`: libraries of Python it links. */
  readonly libraries: readonly string[];
}

const PYTHON_SYMBOL = /^_?Py_?[A-Z]/;

/** @param ownSymbols Symbols that other files of the wheel define. */
export function pythonUse(object: ObjectFile, ownSymbols: ReadonlySet<string>): PythonUse {
  const symbols = new Set<string>();
  for (const name of requiredSymbols(object)) {
    if (PYTHON_SYMBOL.test(name) && !ownSymbols.has(name)) symbols.add(name);
  }
  return { symbols: [...symbols], libraries: [...new Set(neededLibraries(object).filter(isPythonLibrary))] };
}

/** Symbols that a file defines for others, as C writes them. */
export function definedSymbols(object: ObjectFile): string[] {
  switch (object.format) {
    case "elf":
      return object.exports.map(({ name }) => name);
    case "mach-o":
      return object.slices.flatMap(({ exports }) => exports.map(withoutUnderscore));
    case "pe":
      return object.exports.flatMap(({ name }) => name ?? []);
    case "side-module":
      return object.exports.map(({ name }) => name);
  }
}

/** Symbols that may not stay undefined, as C writes them. */
function requiredSymbols(object: ObjectFile): string[] {
  switch (object.format) {
    case "elf":
      return object.imports.filter(({ weak }) => !weak).map(({ name }) => name);
    case "mach-o":
      return object.slices.flatMap(({ imports }) =>
        imports.filter(({ weak }) => !weak).map(({ name }) => withoutUnderscore(name)),
      );
    case "pe":
      return object.imports.flatMap(({ symbols }) =>
        symbols.flatMap((symbol) => (symbol.kind === "name" ? [symbol.name] : [])),
      );
    case "side-module":
      return object.imports.filter(({ weak }) => !weak).map(({ name }) => name);
  }
}

function neededLibraries(object: ObjectFile): string[] {
  switch (object.format) {
    case "elf":
      return [...object.needed];
    case "mach-o":
      return object.slices.flatMap(({ dylibs }) => dylibs.map(({ name }) => name));
    case "pe":
      return object.imports.map(({ dll }) => dll);
    case "side-module":
      return [...object.needed];
  }
}

function isPythonLibrary(library: string): boolean {
  const name = baseName(library);
  return (
    /^libpython\d[\d.]*[a-z]*\.(?:so|dylib)/.test(name) ||
    /^python\d+t?(?:_d)?\.dll$/i.test(name) ||
    /Python3?\.framework\/(?:.*\/)?Python3?$/.test(library)
  );
}

/** Mach-O writes `_` before each symbol of C. */
function withoutUnderscore(name: string): string {
  return name.startsWith("_") ? name.slice(1) : name;
}

let versions: ReadonlyMap<string, number> | undefined;

/** The minor version of Python 3 that added a symbol to the stable ABI; undefined for what is no part of it. */
export function stableSince(symbol: string): number | undefined {
  versions ??= new Map(
    Object.entries(STABLE_ABI).flatMap(([version, symbols]) =>
      symbols.split(" ").map((name): [string, number] => [name, Number(version.slice(2))]),
    ),
  );
  return versions.get(symbol);
}
