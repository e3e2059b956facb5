/**
 * How old a C library may be, from the tags that a wheel is to get: `manylinux_2_28_x86_64` allows what glibc 2.28 has.
 * Specs: PEP 600, PEP 656.
 */
import { BUILD_TARGETS } from "./build-target.ts";

/** Target's name -> version, for targets whose floor the tags raise above the default. The lowest of several counts. */
export function floorsOfPlatformTags(tags: readonly string[]): ReadonlyMap<string, string> {
  const floors = new Map<string, string>();
  for (const target of BUILD_TARGETS) {
    const family = target.libc === "musl" ? "musllinux" : "manylinux";
    const versions = tags.flatMap((tag) => {
      const found = /^(many|musl)linux_(\d+)_(\d+)_(.+)$/.exec(tag);
      return found?.[4] === target.machine && tag.startsWith(family) ? [`${found[2]}.${found[3]}`] : [];
    });
    const [lowest] = versions.sort(compareMinor);
    if (lowest !== undefined && compareMinor(lowest, target.defaultFloor) > 0) floors.set(target.name, lowest);
  }
  return floors;
}

function compareMinor(left: string, right: string): number {
  const [a = 0, b = 0] = left.split(".").map(Number);
  const [c = 0, d = 0] = right.split(".").map(Number);
  return a - c || b - d;
}
