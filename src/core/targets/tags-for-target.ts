/** Which platform tags are for which target: `manylinux_2_28_aarch64` is for linux-aarch64. */
import { PackwheelError } from "../errors.ts";
import { type PlatformTag, parsePlatformTag } from "../tags/platform-tag.ts";
import type { BuildTarget } from "./build-target.ts";

/** Those that are for the target. @throws {PackwheelError} `TAG_INVALID` */
export function platformTagsFor(target: BuildTarget, tags: readonly string[]): readonly string[] {
  return tags.filter((tag) => isFor(target, parsePlatformTag(tag), tag));
}

/**
 * A tag that fits no target would be forgotten in silence.
 *
 * @throws {PackwheelError} `TARGET_TAG_UNUSED`, `TAG_INVALID`
 */
export function requireTargets(targets: readonly BuildTarget[], tags: readonly string[]): void {
  for (const tag of tags) {
    if (tag === "any" || targets.some((target) => platformTagsFor(target, [tag]).length > 0)) continue;
    throw new PackwheelError("TARGET_TAG_UNUSED", `Cannot give a wheel the platform tag "${tag}": no target has it`, {
      hint: `Wheels are built for ${targets.map(({ name }) => name).join(", ")}`,
    });
  }
}

function isFor({ libc, machine, defaultTag }: BuildTarget, tag: PlatformTag, text: string): boolean {
  switch (tag.kind) {
    case "manylinux":
    case "manylinux-legacy":
      return libc === "glibc" && tag.arch === machine;
    case "musllinux":
      return libc === "musl" && tag.arch === machine;
    case "linux":
      return (libc === "glibc" || libc === "musl") && tag.arch === machine;
    case "macos":
      return libc === "libSystem" && tag.arch === machine;
    case "windows":
      return text.toLowerCase() === defaultTag;
    case "pyemscripten":
      return libc === "emscripten";
    default:
      return false;
  }
}
