/**
 * The libraries and frameworks of macOS that a link may name, with the symbols that the oldest macOS of a build has.
 * What is younger is missing when linking, rather than on the user's machine.
 */
import { compareCodePoints } from "../../core/bytes/code-points.ts";
import type { BuildTarget } from "../../core/targets/build-target.ts";
import { checkFloor, readTargetSymbols, type SysrootFiles } from "./library-data.ts";
import { homeAt } from "./symbol-history.ts";
import { writeTextStub } from "./text-stub.ts";

export interface DarwinLibrary {
  /** Where the linker looks: `lib/libm.tbd`, `frameworks/Security.framework/Security.tbd`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export const LIBRARY_FOLDER = "lib";
export const FRAMEWORK_FOLDER = "frameworks";

const SYSTEM = "/usr/lib/libSystem.B.dylib";

/** Names of `-l` that mean parts of libSystem. */
const PARTS_OF_SYSTEM: readonly string[] = [
  "System",
  "c",
  "m",
  "pthread",
  "dl",
  "info",
  "poll",
  "proc",
  "rpcsvc",
  "dbm",
];

/** Frameworks that a link may name, though packwheel knows no symbols of theirs: library without its folder's version. */
const NAMED_FRAMEWORKS: Readonly<Record<string, string>> = {
  Accelerate: "A",
  AppKit: "C",
  ApplicationServices: "A",
  AudioToolbox: "A",
  AudioUnit: "A",
  CFNetwork: "A",
  Carbon: "A",
  Cocoa: "A",
  CoreAudio: "A",
  CoreGraphics: "A",
  CoreServices: "A",
  CoreText: "A",
  CoreVideo: "A",
  Foundation: "C",
  Metal: "A",
  OpenCL: "A",
  OpenGL: "A",
  QuartzCore: "A",
};

/** @throws {PackwheelError} `TARGET_FLOOR_INVALID`, `SYSROOT_INVALID` */
export function darwinLibraries(target: BuildTarget, floor: string, sysroot: SysrootFiles): readonly DarwinLibrary[] {
  const { machine } = target;
  const symbols = symbolsByLibrary(target, floor, sysroot);
  // The loader's own entrance has no name of C.
  symbols.set(SYSTEM, [...(symbols.get(SYSTEM) ?? []), "dyld_stub_binder"]);
  for (const [name, version] of Object.entries(NAMED_FRAMEWORKS)) {
    symbols.set(`/System/Library/Frameworks/${name}.framework/Versions/${version}/${name}`, []);
  }
  return [...symbols].flatMap(([installName, names]) => {
    const bytes = writeTextStub({ installName, machine, symbols: names.toSorted(compareCodePoints) });
    return pathsOf(installName).map((path) => ({ path, bytes }));
  });
}

function symbolsByLibrary(target: BuildTarget, floor: string, sysroot: SysrootFiles): Map<string, string[]> {
  const { library, symbols } = readTargetSymbols(target, sysroot);
  const release = checkFloor(target, floor, library);
  const byLibrary = new Map<string, string[]>();
  for (const [name, history] of symbols) {
    const home = homeAt(history, release);
    if (home?.library === undefined) continue;
    const names = byLibrary.get(home.library) ?? [];
    byLibrary.set(home.library, names);
    names.push(`_${name}`);
  }
  return byLibrary;
}

/** `/usr/lib/libz.1.dylib` -> `lib/libz.tbd` */
function pathsOf(installName: string): readonly string[] {
  if (installName === SYSTEM) return PARTS_OF_SYSTEM.map((name) => `${LIBRARY_FOLDER}/lib${name}.tbd`);
  const framework = /([^/]+)\.framework\//.exec(installName)?.[1];
  if (framework !== undefined) return [`${FRAMEWORK_FOLDER}/${framework}.framework/${framework}.tbd`];
  const [, library = ""] = /\/lib([^/.]+)[^/]*$/.exec(installName) ?? [];
  return [`${LIBRARY_FOLDER}/lib${library}.tbd`];
}
