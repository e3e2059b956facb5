/** The target triple of this machine. */
import { readFileSync } from "node:fs";
import process from "node:process";

const MACHINES: Readonly<Record<string, string>> = {
  x64: "x86_64",
  arm64: "aarch64",
  ia32: "i686",
  arm: "armv7",
  ppc64: "powerpc64le",
  s390x: "s390x",
  riscv64: "riscv64gc",
  loong64: "loongarch64",
};

/** `x86_64-unknown-linux-gnu`, `aarch64-apple-darwin`, `x86_64-pc-windows-msvc`: that of the Node that runs. */
export function hostTarget(): string {
  const machine = MACHINES[process.arch] ?? process.arch;
  switch (process.platform) {
    case "darwin":
      return `${machine}-apple-darwin`;
    case "win32":
      return `${machine}-pc-windows-msvc`;
    case "linux": {
      const library = isMusl() ? "musl" : "gnu";
      return `${machine}-unknown-linux-${library}${machine === "armv7" ? "eabihf" : ""}`;
    }
    default:
      return `${machine}-unknown-${process.platform}`;
  }
}

/** The C library of the process itself: it is mapped into its memory. */
function isMusl(): boolean {
  try {
    return /\/ld-musl-|\/libc\.musl-/.test(readFileSync("/proc/self/maps", "utf8"));
  } catch {
    return false;
  }
}
