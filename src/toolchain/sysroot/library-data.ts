/** The symbols of the C library of a target, from the data files of `wasm/libc`. */
import { PackwheelError } from "../../core/errors.ts";
import { type BuildTarget, floorName } from "../../core/targets/build-target.ts";
import { compareReleases, type LibrarySymbols, parseLibrarySymbols, type SymbolHistory } from "./symbol-history.ts";

/** The files of `wasm/`, by path below it. */
export type SysrootFiles = ReadonlyMap<string, Uint8Array>;

export interface TargetSymbols {
  readonly library: LibrarySymbols;
  readonly symbols: ReadonlyMap<string, SymbolHistory>;
}

/** Reading the data takes some milliseconds, and every link wants them: once a set of files is enough. */
const parsed = new WeakMap<Uint8Array, LibrarySymbols>();

/** @throws {PackwheelError} `SYSROOT_INVALID` when there are no data for this target. */
export function readTargetSymbols(
  target: BuildTarget,
  sysroot: SysrootFiles,
  path: string = `libc/${target.libc}.txt`,
): TargetSymbols {
  const bytes = sysroot.get(path);
  if (bytes === undefined) {
    throw new PackwheelError("SYSROOT_INVALID", `Cannot link for ${target.name}: ${path} is missing`, {
      hint: "Install packwheel again",
    });
  }
  const library = parsed.get(bytes) ?? parseLibrarySymbols(new TextDecoder().decode(bytes), path);
  parsed.set(bytes, library);
  const symbols = library.machines.get(target.machine);
  if (symbols === undefined) {
    throw new PackwheelError("SYSROOT_INVALID", `Cannot link for ${target.name}: ${path} tells nothing of its machine`);
  }
  return { library, symbols };
}

/**
 * The release whose symbols a floor allows.
 *
 * @throws {PackwheelError} `TARGET_FLOOR_INVALID` for what is no version, and for one that is too old.
 */
export function checkFloor(target: BuildTarget, floor: string, { oldest }: LibrarySymbols): string {
  const problem = !/^\d+\.\d+(?:\.\d+)?$/.test(floor)
    ? "it is no version"
    : compareReleases(floor, oldest) < 0
      ? `the oldest that packwheel knows is ${oldest}`
      : undefined;
  if (problem === undefined) return floor;
  throw new PackwheelError(
    "TARGET_FLOOR_INVALID",
    `Cannot build ${target.name} for ${floorName(target)} "${floor}": ${problem}`,
    { hint: `Give a version from ${oldest} on, such as ${target.defaultFloor}` },
  );
}
