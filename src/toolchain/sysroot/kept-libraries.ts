/** Libraries that are made from lists of symbols take some ten milliseconds to make, and a build links many times. */
import type { BuildTarget } from "../../core/targets/build-target.ts";
import type { SysrootFiles } from "./library-data.ts";

type MakeLibraries<Library> = (target: BuildTarget, floor: string, sysroot: SysrootFiles) => readonly Library[];

/** The same, made once for each target and floor of a sysroot. */
export function keptLibraries<Library>(make: MakeLibraries<Library>): MakeLibraries<Library> {
  const made = new WeakMap<SysrootFiles, Map<string, readonly Library[]>>();
  return (target, floor, sysroot) => {
    const known = made.get(sysroot) ?? new Map<string, readonly Library[]>();
    made.set(sysroot, known);
    const key = `${target.name} ${floor}`;
    const libraries = known.get(key) ?? make(target, floor, sysroot);
    known.set(key, libraries);
    return libraries;
  };
}
