/**
 * The C library of a target as its linker sees it: libraries without code, made from lists of symbols.
 *
 * A reference to `memcpy` becomes one to `memcpy@GLIBC_2.14` because the library that the linker sees gives that version
 * to the plain name. So a library of the symbols that glibc 2.17 had, with the versions that it gave them, makes results
 * that run with glibc 2.17 and newer; and what glibc 2.17 had not is missing when linking, rather than when running.
 * Specs: PEP 600, PEP 656; System V gABI, chapter 5.
 */
import { PackwheelError } from "../../core/errors.ts";
import { elfFormatOf } from "../../core/object/elf/elf-format.ts";
import type { StubSymbol } from "../../core/object/elf/stub-symbols.ts";
import { writeStubLibrary } from "../../core/object/elf/write-stub-library.ts";
import type { BuildTarget } from "../../core/targets/build-target.ts";
import { checkFloor, readTargetSymbols, type SysrootFiles } from "./library-data.ts";
import { homeAt } from "./symbol-history.ts";

export interface LinkLibrary {
  /** What a result that uses it says it needs, `libm.so.6`; of an empty archive the name of its file. */
  readonly name: string;
  /** The file that `-l` looks for: `libm.so`, `libm.a`. The loader has none, and is linked always. */
  readonly fileName: string | undefined;
  readonly bytes: Uint8Array;
}

/** Names that `-l` takes, on every system that has them, whether they hold a symbol or not. */
const LINK_NAMES: Readonly<Record<"glibc" | "musl", readonly string[]>> = {
  glibc: ["c", "m", "pthread", "dl", "rt", "util", "resolv", "anl"],
  musl: ["c", "m", "pthread", "dl", "rt", "util", "resolv", "xnet", "crypt"],
};

/** Machine -> what musl's libc is called on it, where Alpine Linux has another name for the machine. */
const MUSL_MACHINES: Readonly<Record<string, string>> = { i686: "x86", armv7l: "armv7" };

/**
 * Libraries first, then empty archives for names of `-l` that hold nothing at this floor, as the C libraries themselves
 * have them. All are to be linked with `--as-needed`.
 *
 * @param floor Oldest version of the C library that the result must run with: `2.17`.
 * @throws {PackwheelError} `TARGET_FLOOR_INVALID`, `SYSROOT_INVALID`
 */
export function linkLibraries(target: BuildTarget, floor: string, sysroot: SysrootFiles): readonly LinkLibrary[] {
  const format = elfFormatOf(target.machine);
  if (format === undefined || (target.libc !== "glibc" && target.libc !== "musl")) {
    throw new PackwheelError("SYSROOT_INVALID", `Cannot link for ${target.name}: it has no libraries of symbols`);
  }
  const bySoname = symbolsByLibrary(target, floor, sysroot);
  const names = LINK_NAMES[target.libc].map((name) => ({ name, soname: sonameOf(target, bySoname, name) }));
  const libraries = [...bySoname].map(([soname, symbols]): LinkLibrary => {
    const name = names.find((each) => each.soname === soname)?.name;
    const fileName = name === undefined ? undefined : `lib${name}.so`;
    return { name: soname, fileName, bytes: writeStubLibrary(format, { soname, symbols }) };
  });
  const empty = names.filter(({ soname }) => soname === undefined).map(({ name }) => `lib${name}.a`);
  return [...libraries, ...empty.map((name) => ({ name, fileName: name, bytes: EMPTY_ARCHIVE }))];
}

const EMPTY_ARCHIVE = new TextEncoder().encode("!<arch>\n");

function symbolsByLibrary(
  target: BuildTarget,
  floor: string,
  sysroot: SysrootFiles,
): ReadonlyMap<string, readonly StubSymbol[]> {
  const { library, symbols } = readTargetSymbols(target, sysroot);
  const release = checkFloor(target, floor, library);
  const bySoname = new Map<string, StubSymbol[]>();
  const libraryAt = new Map<string, string>();
  for (const [name, history] of symbols) {
    const home = homeAt(history, release);
    if (home?.library !== undefined) libraryAt.set(name, home.library);
  }
  for (const [name, history] of symbols) {
    const home = homeAt(history, release);
    if (home?.library === undefined) continue;
    const { objectSize } = history;
    const owner = library.aliases.get(name);
    // The owner may be younger than its other names, or in no library yet.
    const isAlias = objectSize !== undefined && owner !== undefined && libraryAt.get(owner) === home.library;
    const symbol: StubSymbol = {
      name,
      kind: objectSize === undefined ? "function" : "object",
      ...(objectSize === undefined ? {} : { size: objectSize }),
      ...(target.libc === "glibc" ? { version: `GLIBC_${home.version}` } : {}),
      ...(isAlias ? { sameAs: owner } : {}),
    };
    const soname = realName(target, home.library);
    const list = bySoname.get(soname);
    if (list === undefined) bySoname.set(soname, [symbol]);
    else list.push(symbol);
  }
  return bySoname;
}

/** The name of a library of the data on this target. */
function realName({ libc, machine, interpreter }: BuildTarget, library: string): string {
  if (library === "ld") return interpreter?.slice(interpreter.lastIndexOf("/") + 1) ?? library;
  if (libc !== "musl") return library;
  // The name that wheels for musl carry; musl's loader takes every `libc.*` for itself.
  return `libc.musl-${MUSL_MACHINES[machine] ?? machine}.so.1`;
}

/** The library that `-lNAME` means, if it has symbols. */
function sonameOf(target: BuildTarget, bySoname: ReadonlyMap<string, unknown>, name: string): string | undefined {
  if (target.libc === "musl") return name === "c" ? realName(target, "libc.so") : undefined;
  return [...bySoname.keys()].find((soname) => soname.startsWith(`lib${name}.so.`));
}
