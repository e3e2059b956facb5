/** Debian's musl for each machine, which runs programs under qemu: unpacked from its packages into `.cache/musl/`. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findProgram } from "../judge.ts";
import { downloadFromDebian } from "../real-sources.ts";

const CACHE = fileURLToPath(new URL("../../../.cache/musl", import.meta.url));

interface MuslLoader {
  readonly version: string;
  /** Debian's own name of the machine. */
  readonly architecture: string;
  /** The loader, which is the C library, below the package's root. */
  readonly loader: string;
  readonly sha256: string;
  /** Of a distribution that still changes: it may be gone one day. */
  readonly isUnstable?: true;
}

/** By the name that our targets have for the machine. */
export const MUSL_LOADERS: Readonly<Record<string, MuslLoader>> = {
  aarch64: {
    version: "1.2.3-1",
    architecture: "arm64",
    loader: "lib/aarch64-linux-musl/libc.so",
    sha256: "6ccf2bf0f479b00411cb8e1eeb048e648718170db5d63bbb4bf4a89350b81468",
  },
  i686: {
    version: "1.2.3-1",
    architecture: "i386",
    loader: "lib/i386-linux-musl/libc.so",
    sha256: "021a840247f26db961dcdbc7c1b249baa1e3434bed99bea7dce44a5ac834b93f",
  },
  armv7l: {
    version: "1.2.3-1",
    architecture: "armhf",
    loader: "lib/arm-linux-musleabihf/libc.so",
    sha256: "75e00006d3967c24d505cac439ba14e5508a5ff11a72e248f329e05da5e1cc0b",
  },
  ppc64le: {
    version: "1.2.3-1",
    architecture: "ppc64el",
    loader: "lib/powerpc64le-linux-musl/libc.so",
    sha256: "4091ce1788be30fc639c0ddcc357123fa0b1e3777c5327731aee936b90995104",
  },
  s390x: {
    version: "1.2.3-1",
    architecture: "s390x",
    loader: "lib/s390x-linux-musl/libc.so",
    sha256: "a3debee4ecc54011902c03df92374b0d3ba01295391a96b86e4f306acfa4254f",
  },
  riscv64: {
    version: "1.2.6-1",
    architecture: "riscv64",
    loader: "usr/lib/riscv64-linux-musl/libc.so",
    sha256: "bc8f9a28a32d619d9d1555d597a65ab217b427185ecdefee9308b3cb4ebbd5d2",
    isUnstable: true,
  },
};

/** The path of the loader; undefined where Debian does not serve it any more, or nothing can unpack it. */
export async function findMuslLoader(machine: string): Promise<string | undefined> {
  const known = MUSL_LOADERS[machine];
  if (known === undefined) return undefined;
  const { version, architecture, loader, sha256 } = known;
  const unpacked = join(CACHE, `${version}-${architecture}`);
  const path = join(unpacked, loader);
  if (existsSync(path)) return path;
  if (findProgram("dpkg-deb") === undefined) return undefined;
  const bytes = await downloadFromDebian(`pool/main/m/musl/musl_${version}_${architecture}.deb`);
  if (bytes === undefined) return undefined;
  const found = createHash("sha256").update(bytes).digest("hex");
  if (found !== sha256) throw new Error(`musl ${version} for ${architecture} has the SHA-256 ${found}`);
  mkdirSync(CACHE, { recursive: true });
  const temporary = mkdtempSync(join(CACHE, ".unpacking-"));
  try {
    writeFileSync(join(temporary, "musl.deb"), bytes);
    execFileSync("dpkg-deb", ["-x", join(temporary, "musl.deb"), join(temporary, "files")]);
    renameSync(join(temporary, "files"), unpacked);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  return path;
}
