/**
 * Parts of the platform tags that PyPI takes, separated by spaces.
 * Origin: https://github.com/pypi/warehouse, warehouse/forklift/legacy.py, as of 2026-08-21.
 * Written by `.ci/refresh/allowed-platforms.ts`; not edited by hand.
 */

export const WHOLE_TAGS: string =
  "any win32 win_arm64 win_amd64 win_ia64 manylinux1_x86_64 manylinux1_i686 manylinux2010_x86_64 manylinux2010_i686 manylinux2014_x86_64 manylinux2014_i686 manylinux2014_aarch64 manylinux2014_armv7l manylinux2014_ppc64 manylinux2014_ppc64le manylinux2014_s390x linux_armv6l linux_armv7l";

export const MACOS_ARCHS: string = "ppc ppc64 i386 x86_64 arm64 intel fat fat3 fat64 universal universal2";

/** Of these, the minor version must be 0. macOS 10 may have any. */
export const MACOS_MAJORS: string = "11 12 13 14 15 26";

export const IOS_ARCHS: string = "arm64 x86_64";

export const ANDROID_ABIS: string = "armeabi_v7a arm64_v8a x86 x86_64";

export const MUSLLINUX_ARCHS: string = "x86_64 i686 aarch64 armv7l ppc64le s390x riscv64";

/** Those of manylinux alone. */
export const MORE_MANYLINUX_ARCHS: string = "ppc64";
