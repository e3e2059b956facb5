import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isAllowedOnPyPI } from "../../../src/core/tags/allowed-platforms.ts";

const allowed = `
any win32 win_arm64 win_amd64 win_ia64
manylinux1_x86_64 manylinux1_i686 manylinux2010_x86_64 manylinux2010_i686
manylinux2014_x86_64 manylinux2014_i686 manylinux2014_aarch64 manylinux2014_armv7l manylinux2014_ppc64
manylinux2014_ppc64le manylinux2014_s390x linux_armv6l linux_armv7l
manylinux_2_17_x86_64 manylinux_2_99_riscv64 manylinux_2_17_ppc64 manylinux_3_0_s390x
musllinux_1_1_x86_64 musllinux_1_2_aarch64 musllinux_1_2_riscv64
macosx_10_9_x86_64 macosx_10_16_universal2 macosx_11_0_arm64 macosx_15_0_x86_64 macosx_26_0_arm64 macosx_10_6_intel
ios_13_0_arm64_iphoneos ios_17_4_x86_64_iphonesimulator ios_13_0_arm64_iphonesimulator
android_21_arm64_v8a android_24_armeabi_v7a android_24_x86 android_24_x86_64
pyemscripten_2025_0_wasm32 pyemscripten_2026_5_wasm32
`;
const refused = `
linux_x86_64 linux_aarch64 linux_armv8l win_arm32 win64
manylinux1_aarch64 manylinux2010_aarch64 manylinux2014_riscv64 manylinux_2_36_loongarch64 manylinux_2_17_wasm32
musllinux_1_2_ppc64 musllinux_1_2_loongarch64
macosx_11_1_arm64 macosx_16_0_arm64 macosx_25_0_arm64 macosx_27_0_arm64 macosx_9_0_ppc macosx_10_9_riscv64
ios_13_0_i386_iphonesimulator ios_13_0_arm64_watchos android_24_mips
emscripten_3_1_58_wasm32 pyodide_2024_0_wasm32 pyemscripten_2025_0_wasm64 wasi_0_2_wasm32
freebsd_14_1_release_amd64 cygwin_3_4_x86_64 ANY Win_AMD64
`;

describe("isAllowedOnPyPI()", () => {
  for (const tag of allowed.trim().split(/\s+/)) {
    test(`takes ${tag}`, () => assert.equal(isAllowedOnPyPI(tag), true));
  }
  for (const tag of [...refused.trim().split(/\s+/), "", "any\n", "not a tag"]) {
    test(`refuses ${JSON.stringify(tag)}`, () => assert.equal(isAllowedOnPyPI(tag), false));
  }
});
