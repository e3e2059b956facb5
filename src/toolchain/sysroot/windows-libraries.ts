/**
 * The libraries that C code for Windows is linked with: import libraries made from lists of what the DLLs export.
 * `-lm` and its kin name nothing of their own there.
 */
import { COFF_MACHINES } from "../../core/object/coff/constants.ts";
import { type ImportedFunction, writeImportLibrary } from "../../core/object/coff/write-import-library.ts";
import type { BuildTarget } from "../../core/targets/build-target.ts";
import { keptLibraries } from "./kept-libraries.ts";
import { checkFloor, readTargetSymbols, type SysrootFiles, type TargetSymbols } from "./library-data.ts";
import { homeAt } from "./symbol-history.ts";

export interface WindowsLibrary {
  /** As `-l` has it: `ws2_32`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

const SYSTEM_LIST = "libc/windows.txt";

/** The C library under the names that build systems give it, and names of other systems that mean a part of it. */
const C_LIBRARY = "ucrt";
const C_LIBRARY_NAMES: readonly string[] = ["c", "m", "msvcrt", "ucrtbase", "mingw32", "mingwex", "moldname"];

/** What every library and program may use without asking, as compilers for Windows have it. */
export const DEFAULT_LIBRARIES: readonly string[] = [C_LIBRARY, "kernel32", "advapi32", "shell32", "user32"];

/** @throws {PackwheelError} `SYSROOT_INVALID`, `TARGET_FLOOR_INVALID` */
export const windowsLibraries: typeof makeLibraries = keptLibraries(makeLibraries);

function makeLibraries(target: BuildTarget, floor: string, sysroot: SysrootFiles): readonly WindowsLibrary[] {
  const machine = COFF_MACHINES.get(target.machine) ?? 0;
  const runtime = [...importsByDll(readTargetSymbols(target, sysroot), floor, target).values()].flat();
  const system = importsByDll(readTargetSymbols(target, sysroot, SYSTEM_LIST), floor, target);
  return [
    { name: C_LIBRARY, bytes: writeImportLibrary(machine, runtime) },
    ...C_LIBRARY_NAMES.map((name) => ({ name, bytes: writeImportLibrary(machine, []) })),
    ...[...system].map(([dll, functions]) => {
      return { name: dll.replace(/\.dll$/, ""), bytes: writeImportLibrary(machine, functions) };
    }),
  ];
}

function importsByDll(
  { library, symbols }: TargetSymbols,
  floor: string,
  target: BuildTarget,
): ReadonlyMap<string, readonly ImportedFunction[]> {
  const release = checkFloor(target, floor, library);
  const byDll = new Map<string, ImportedFunction[]>();
  const add = (name: string, symbol: string): void => {
    const history = symbols.get(symbol);
    const dll = history === undefined ? undefined : homeAt(history, release)?.library;
    if (dll === undefined) return;
    const { exportName, stdcallBytes } = parseEntry(symbol);
    const functions = byDll.get(dll) ?? [];
    byDll.set(dll, functions);
    functions.push({ name: name === symbol ? exportName : name, exportName, dll, stdcallBytes });
  };
  for (const symbol of symbols.keys()) add(symbol, symbol);
  for (const [name, owner] of library.aliases) add(name, owner);
  return byDll;
}

/** `CreateFileA@28` */
function parseEntry(entry: string): { readonly exportName: string; readonly stdcallBytes: number | undefined } {
  const [exportName = entry, bytes] = entry.split("@");
  return { exportName, stdcallBytes: bytes === undefined ? undefined : Number(bytes) };
}

/** The DLL of the lists that has a function: `ws2_32`; undefined where none has it. */
export function libraryWith(symbol: string, target: BuildTarget, sysroot: SysrootFiles): string | undefined {
  const { symbols } = readTargetSymbols(target, sysroot, SYSTEM_LIST);
  for (const [entry, history] of symbols) {
    if (parseEntry(entry).exportName === symbol) return history.homes.at(-1)?.library?.replace(/\.dll$/, "");
  }
  return undefined;
}

/**
 * Function -> its DLL, of all that the lists have at a floor: `CreateFileA` -> `kernel32.dll`.
 *
 * @throws {PackwheelError} `SYSROOT_INVALID`, `TARGET_FLOOR_INVALID`
 */
export function functionsOfWindows(
  target: BuildTarget,
  floor: string,
  sysroot: SysrootFiles,
): ReadonlyMap<string, string> {
  const lists = [readTargetSymbols(target, sysroot), readTargetSymbols(target, sysroot, SYSTEM_LIST)];
  const found = lists.flatMap((list) => [...importsByDll(list, floor, target).values()].flat());
  return new Map(found.map(({ name, dll }) => [name, dll]));
}
