/**
 * Platform tags that PyPI takes. Python and ABI tags are free.
 * Origin: https://github.com/pypi/warehouse, warehouse/utils/wheel.py and warehouse/forklift/legacy.py, 2026-08-21.
 */
import { parsePlatformTag } from "./platform-tag.ts";

const LITERAL: ReadonlySet<string> = new Set(
  (
    "any win32 win_arm64 win_amd64 win_ia64 manylinux1_x86_64 manylinux1_i686 manylinux2010_x86_64 " +
    "manylinux2010_i686 manylinux2014_x86_64 manylinux2014_i686 manylinux2014_aarch64 manylinux2014_armv7l " +
    "manylinux2014_ppc64 manylinux2014_ppc64le manylinux2014_s390x linux_armv6l linux_armv7l"
  ).split(" "),
);

const MACOS_ARCHS = "ppc ppc64 i386 x86_64 arm64 intel fat fat3 fat64 universal universal2".split(" ");
/** Of these, the minor version must be 0. macOS 10 may have any. */
const MACOS_MAJORS: readonly number[] = [11, 12, 13, 14, 15, 26];
const MUSLLINUX_ARCHS = "x86_64 i686 aarch64 armv7l ppc64le s390x riscv64".split(" ");
const MANYLINUX_ARCHS = [...MUSLLINUX_ARCHS, "ppc64"];
const IOS_ARCHS = ["arm64", "x86_64"];
const ANDROID_ABIS = ["armeabi_v7a", "arm64_v8a", "x86", "x86_64"];

/** Whether PyPI takes a wheel with this platform tag. What is no tag at all is not taken. */
export function isAllowedOnPyPI(platformTag: string): boolean {
  if (LITERAL.has(platformTag)) return true;
  if (!/^[a-z0-9_]+$/.test(platformTag)) return false;
  const tag = parsePlatformTag(platformTag);
  switch (tag.kind) {
    case "macos":
      if (!MACOS_ARCHS.includes(tag.arch)) return false;
      return tag.major === 10 || (MACOS_MAJORS.includes(tag.major) && tag.minor === 0);
    case "manylinux":
      return MANYLINUX_ARCHS.includes(tag.arch);
    case "musllinux":
      return MUSLLINUX_ARCHS.includes(tag.arch);
    case "ios":
      return IOS_ARCHS.includes(tag.arch);
    case "android":
      return ANDROID_ABIS.includes(tag.abi);
    case "pyemscripten":
      return true;
    default:
      return false;
  }
}
