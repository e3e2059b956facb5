/**
 * The files of a project that its native code is built from: they go into the sdist, so that the wheel can be built
 * from there.
 */

import type { NativeValues } from "../project/native-values.ts";
import { isBelow } from "../project/source-files/paths.ts";
import type { NativeTable } from "../project/tool-native.ts";

/** What a table reads, for all its targets together. */
export interface NativeInputs {
  /** Globs that must match: each with the key that has it. */
  readonly globs: readonly { readonly glob: string; readonly key: string }[];
  /** Folders whose headers belong to it, at any depth. */
  readonly headerFolders: readonly string[];
}

const HEADER = /\.(?:h|hh|hpp|hxx|h\+\+|inc|inl|ipp|tpp|def)$/i;

export function isHeader(path: string): boolean {
  return HEADER.test(path);
}

/** Sources and languages that C and C++ compilers tell by the ending. */
export function sourceLanguage(path: string): "c" | "c++" | undefined {
  if (/\.(?:cc|cpp|cxx|c\+\+|C|mm)$/.test(path)) return "c++";
  return /\.(?:c|m|s|S)$/.test(path) ? "c" : undefined;
}

export function nativeInputs(table: NativeTable): NativeInputs {
  const all: NativeValues[] = [table, ...Object.values(table.targets)];
  const globs = all.flatMap(({ sources = [], inputs = [], header }) => [
    ...sources.map((glob) => ({ glob, key: "sources" })),
    ...inputs.map((glob) => ({ glob, key: "inputs" })),
    ...(header === undefined ? [] : [{ glob: header, key: "header" }]),
  ]);
  return { globs, headerFolders: [...new Set(all.flatMap(({ includeDirs = [] }) => includeDirs))] };
}

/** Whether a header lies in one of the folders, or below it. */
export function isHeaderBelow(path: string, folders: readonly string[]): boolean {
  return isHeader(path) && folders.some((folder) => isBelow(path, folder));
}
