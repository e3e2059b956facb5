/**
 * The C libraries that our headers are compared with, as Debian has them, and the compilers that read them.
 * glibc's headers come with Debian's cross compilers; musl's are unpacked from its packages into `.cache/musl-headers/`.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findProgram } from "../judge.ts";
import { downloadFromDebian } from "../real-sources.ts";

const CACHE = fileURLToPath(new URL("../../../.cache/musl-headers", import.meta.url));
const OURS = fileURLToPath(new URL("../../../wasm/include", import.meta.url));

/** The minor version of glibc in Debian 12, which is the one to compare with. */
export const REAL_GLIBC_MINOR = 36;

export interface Machine {
  /** As our targets name it: `aarch64`. */
  readonly name: string;
  /** What Debian's compiler for it is called before `-gcc`, and the package that brings it. */
  readonly prefix: string;
  readonly pointerBits: 32 | 64;
  /** Where musl chose another `long double` than glibc. */
  readonly muslFlags?: readonly string[];
  /** Debian's package of musl's headers for it. */
  readonly musl: MuslPackage;
}

interface MuslPackage {
  readonly version: string;
  /** Debian's own name of the machine: `arm64`. */
  readonly architecture: string;
  /** The folder below `/usr/include`. */
  readonly folder: string;
  readonly sha256: string;
  /** Of a distribution that still changes: it may be gone one day. */
  readonly unstable?: true;
}

export const MACHINES: readonly Machine[] = [
  {
    name: "x86_64",
    prefix: "x86_64-linux-gnu",
    pointerBits: 64,
    musl: {
      version: "1.2.3-1",
      architecture: "amd64",
      folder: "x86_64-linux-musl",
      sha256: "7c34f29a0c1aa12f6da1d25ed6de6fe6bbd9e048ee76b3dcb88c5e51fb65507f",
    },
  },
  {
    name: "aarch64",
    prefix: "aarch64-linux-gnu",
    pointerBits: 64,
    musl: {
      version: "1.2.3-1",
      architecture: "arm64",
      folder: "aarch64-linux-musl",
      sha256: "55c2ca4bc3041c8ed8ac7dc3ef6080d9551a21650568b2fd7610b59eaf98a4f4",
    },
  },
  {
    name: "i686",
    prefix: "i686-linux-gnu",
    pointerBits: 32,
    musl: {
      version: "1.2.3-1",
      architecture: "i386",
      folder: "i386-linux-musl",
      sha256: "e7e49904a302b4c986cc7729b1af9117f7a01a928b12c43e75bdd015697bff82",
    },
  },
  {
    name: "armv7l",
    prefix: "arm-linux-gnueabihf",
    pointerBits: 32,
    musl: {
      version: "1.2.3-1",
      architecture: "armhf",
      folder: "arm-linux-musleabihf",
      sha256: "3a9dbb8ae66716f117dce87558fb47a161db0eebf0700cc6bf84ef6871ce7d38",
    },
  },
  {
    name: "ppc64le",
    prefix: "powerpc64le-linux-gnu",
    pointerBits: 64,
    muslFlags: ["-mlong-double-64"],
    musl: {
      version: "1.2.3-1",
      architecture: "ppc64el",
      folder: "powerpc64le-linux-musl",
      sha256: "40441262fe16956718aa58e5d06686fef50b3ab7d58d2554f6e519f4bb7b15a6",
    },
  },
  {
    name: "s390x",
    prefix: "s390x-linux-gnu",
    pointerBits: 64,
    musl: {
      version: "1.2.3-1",
      architecture: "s390x",
      folder: "s390x-linux-musl",
      sha256: "df31f96febb94b27f72a36fcffa0ef3c241dfd5cfde7a3cba10cdd153a0569d5",
    },
  },
  {
    name: "riscv64",
    prefix: "riscv64-linux-gnu",
    pointerBits: 64,
    musl: {
      version: "1.2.6-1",
      architecture: "riscv64",
      folder: "riscv64-linux-musl",
      sha256: "9dc2fae7d5f8ca7f5aa3274c4eea208fada4526e8902caf95a68eb97a31642b3",
      unstable: true,
    },
  },
];

/** A command line up to the flags that differ from question to question. */
export interface HeaderSet {
  readonly program: string;
  readonly flags: readonly string[];
}

/** The real headers of glibc for this machine, if Debian's compiler is installed. */
export function findGlibcHeaders(machine: Machine): HeaderSet | undefined {
  const program = findProgram(`${machine.prefix}-gcc`);
  return program === undefined ? undefined : { program, flags: [] };
}

/** The real headers of musl for this machine, if the compiler is installed and Debian still serves the package. */
export async function findMuslHeaders(machine: Machine): Promise<HeaderSet | undefined> {
  const program = findProgram(`${machine.prefix}-gcc`);
  if (program === undefined) return undefined;
  const folder = await unpackMusl(machine.musl);
  if (folder === undefined) return undefined;
  return { program, flags: ["-nostdinc", "-isystem", folder, "-isystem", compilerHeaders(program)] };
}

/** Our headers as the WASM compiler sees them, read by the compiler that reads the real ones. */
export function ownHeaders(program: string, libc: "glibc" | "musl", glibcMinor: number): HeaderSet {
  const define =
    libc === "musl"
      ? ["-D__PACKWHEEL_MUSL__=1"]
      : ["-D__PACKWHEEL_GLIBC__=1", `-D__PACKWHEEL_GLIBC_MINOR__=${glibcMinor}`];
  const paths = ["-nostdinc", "-isystem", compilerHeaders(program), "-isystem", OURS];
  return { program, flags: [...paths, "-D__packwheel__=1", ...define] };
}

function compilerHeaders(program: string): string {
  return execFileSync(program, ["-print-file-name=include"], { encoding: "utf8" }).trim();
}

async function unpackMusl({ version, architecture, folder, sha256 }: MuslPackage): Promise<string | undefined> {
  const unpacked = join(CACHE, `${version}-${architecture}`);
  const include = join(unpacked, "usr/include", folder);
  if (existsSync(include)) return include;
  if (findProgram("dpkg-deb") === undefined) return undefined;

  const bytes = await downloadFromDebian(`pool/main/m/musl/musl-dev_${version}_${architecture}.deb`);
  if (bytes === undefined) return undefined;
  const found = createHash("sha256").update(bytes).digest("hex");
  if (found !== sha256) throw new Error(`musl-dev ${version} for ${architecture} has the SHA-256 ${found}`);

  mkdirSync(CACHE, { recursive: true });
  const temporary = mkdtempSync(join(CACHE, ".unpacking-"));
  try {
    writeFileSync(join(temporary, "musl-dev.deb"), bytes);
    execFileSync("dpkg-deb", ["-x", join(temporary, "musl-dev.deb"), join(temporary, "files")]);
    renameSync(join(temporary, "files"), unpacked);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  return include;
}
