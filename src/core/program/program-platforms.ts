/**
 * Short names of platforms, and the tags that prebuilt programs for them get.
 * The floors are those of current toolchains: Go and Rust programs need glibc 2.17 or no libc at all, macOS 10.12 on
 * Intel (Rust's default) and 11.0 on Apple silicon.
 */

export interface ProgramPlatform {
  readonly name: string;
  readonly tags: readonly string[];
}

export const PROGRAM_PLATFORMS: readonly ProgramPlatform[] = [
  { name: "linux-x86_64", tags: ["manylinux_2_17_x86_64", "manylinux2014_x86_64"] },
  { name: "linux-aarch64", tags: ["manylinux_2_17_aarch64", "manylinux2014_aarch64"] },
  { name: "linux-i686", tags: ["manylinux_2_17_i686", "manylinux2014_i686"] },
  { name: "linux-armv7l", tags: ["manylinux_2_17_armv7l", "manylinux2014_armv7l"] },
  { name: "linux-ppc64le", tags: ["manylinux_2_17_ppc64le", "manylinux2014_ppc64le"] },
  { name: "linux-s390x", tags: ["manylinux_2_17_s390x", "manylinux2014_s390x"] },
  { name: "linux-riscv64", tags: ["manylinux_2_31_riscv64"] },
  { name: "musl-x86_64", tags: ["musllinux_1_1_x86_64"] },
  { name: "musl-aarch64", tags: ["musllinux_1_1_aarch64"] },
  { name: "musl-i686", tags: ["musllinux_1_1_i686"] },
  { name: "musl-armv7l", tags: ["musllinux_1_1_armv7l"] },
  { name: "macos-x86_64", tags: ["macosx_10_12_x86_64"] },
  { name: "macos-arm64", tags: ["macosx_11_0_arm64"] },
  { name: "macos-universal2", tags: ["macosx_10_12_universal2"] },
  { name: "windows-amd64", tags: ["win_amd64"] },
  { name: "windows-arm64", tags: ["win_arm64"] },
  { name: "windows-win32", tags: ["win32"] },
];
