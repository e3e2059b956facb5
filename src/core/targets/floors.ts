/**
 * How old a system may be, from the tags that a wheel is to get: `manylinux_2_28_x86_64` allows what glibc 2.28 has,
 * `macosx_12_0_arm64` what macOS 12 has.
 * Specs: PEP 600, PEP 656, PEP 783; the macOS part of the platform compatibility tags.
 */
import { PackwheelError } from "../errors.ts";
import { BUILD_TARGETS, type BuildTarget, floorName } from "./build-target.ts";

/** Target's name -> version, for targets whose floor the tags raise above the default. The lowest of several counts. */
export function floorsOfPlatformTags(tags: readonly string[]): ReadonlyMap<string, string> {
  return raised((target) => tags.flatMap((tag) => versionFor(target, tag)));
}

/**
 * The same of a deployment target, as `MACOSX_DEPLOYMENT_TARGET` has it: `12.0`. One below what packwheel builds for,
 * as Pythons for old Macs have it, changes nothing.
 */
export function floorsOfDeployment(version: string | undefined): ReadonlyMap<string, string> {
  const found = /^(\d+)(?:\.(\d+))?(?:\.\d+)?$/.exec(version?.trim() ?? "");
  if (found === null) return new Map();
  return raised(({ system }) => (system === "macos" ? [`${found[1]}.${found[2] ?? "0"}`] : []));
}

/** `x86_64-linux-gnu.2.28`, `linux-aarch64.2.31`: a Linux target with the oldest version of its C library. */
export function splitFloor(word: string): { readonly name: string; readonly floor: string | undefined } {
  const [, name = word, floor] = /^((?:linux|musl)-\w+|.*-(?:gnu|musl)[a-z]*)\.(\d+\.\d+)$/i.exec(word) ?? [];
  return { name, floor };
}

/** @throws {PackwheelError} `TARGET_FLOOR_INVALID` for what is older than packwheel can build for */
export function requireFloor(target: BuildTarget, floor: string): string {
  if (compareMinor(floor, target.defaultFloor) >= 0) return floor;
  throw new PackwheelError(
    "TARGET_FLOOR_INVALID",
    `Cannot build ${target.name} for ${floorName(target)} "${floor}": the oldest is ${target.defaultFloor}`,
    { hint: "Leave the version out" },
  );
}

function raised(versionsOf: (target: BuildTarget) => readonly string[]): ReadonlyMap<string, string> {
  const floors = new Map<string, string>();
  for (const target of BUILD_TARGETS) {
    const [lowest] = versionsOf(target).toSorted(compareMinor);
    if (lowest !== undefined && compareMinor(lowest, target.defaultFloor) > 0) floors.set(target.name, lowest);
  }
  return floors;
}

const FAMILIES: Readonly<Record<BuildTarget["libc"], string>> = {
  glibc: "manylinux",
  musl: "musllinux",
  libSystem: "macosx",
  ucrt: "win",
  emscripten: "pyemscripten",
};

function versionFor({ system, libc, machine }: BuildTarget, tag: string): readonly string[] {
  const [, family, major, minor, machines] = /^([a-z]+)_(\d+)_(\d+)_(.+)$/.exec(tag) ?? [];
  const isFor = machines === machine || (system === "macos" && machines === "universal2");
  return family === FAMILIES[libc] && isFor ? [`${major}.${minor}`] : [];
}

function compareMinor(left: string, right: string): number {
  const [a = 0, b = 0] = left.split(".").map(Number);
  const [c = 0, d = 0] = right.split(".").map(Number);
  return a - c || b - d;
}
