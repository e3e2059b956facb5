/** The programs of the WASM compiler, from the packages that hold them; compiled once in a process. */
import { readFileSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import type { Toolchain } from "../../toolchain/toolchain.ts";
import { toolchainVersion } from "../../toolchain/toolchain-packages.ts";
import { OutsideFolder } from "../../toolchain/wasi/outside-folder.ts";
import { mountTar } from "../../toolchain/wasi/tar-folder.ts";
import { diskFiles, programPath } from "./disk-files.ts";
import { requirePackages } from "./find-packages.ts";

/** packwheel's own folder `wasm`, three folders up: from the sources, and from either form of the package. */
export const SYSROOT: string = fileURLToPath(new URL("../../../wasm/", import.meta.url));

/** What a thread needs to have the toolchain as well. Modules pass between threads without being compiled again. */
export interface ToolchainParts {
  readonly clang: WebAssembly.Module;
  readonly llc: WebAssembly.Module;
  /** Path of the archive of clang's headers. */
  readonly archive: string;
}

/** Where the packages have what the compiler is made of. */
export interface ToolchainPaths {
  readonly clang: string;
  readonly llc: string;
  readonly archive: string;
}

/** @throws {PackwheelError} `TOOLCHAIN_MISSING` */
export function toolchainPaths(directory: string): ToolchainPaths {
  const { clang, llc } = requirePackages(directory);
  return {
    clang: join(clang, "gen", "llvm.core.wasm"),
    llc: join(llc, "llc.wasm"),
    archive: join(clang, "gen", "llvm-resources.tar"),
  };
}

const loaded = new Map<string, Promise<ToolchainParts>>();

/**
 * @param directory The project's.
 * @throws {PackwheelError} `TOOLCHAIN_MISSING`
 */
export async function loadToolchainParts(directory: string): Promise<ToolchainParts> {
  const paths = toolchainPaths(directory);
  const key = `${paths.clang}\0${paths.llc}`;
  const parts = loaded.get(key) ?? compileModules(paths);
  loaded.set(key, parts);
  return parts;
}

async function compileModules(paths: ToolchainPaths): Promise<ToolchainParts> {
  const compile = async (path: string): Promise<WebAssembly.Module> => WebAssembly.compile(await readFile(path));
  const [clang, llc] = await Promise.all([compile(paths.clang), compile(paths.llc)]);
  return { clang, llc, archive: paths.archive };
}

export function assembleToolchain({ clang, llc, archive }: ToolchainParts): Toolchain {
  return {
    clang,
    llc,
    version: toolchainVersion(),
    clangFiles: mountTar(readFileSync(archive)),
    sysroot: new OutsideFolder(diskFiles, programPath(SYSROOT).replace(/\/$/, "")),
  };
}

/** @throws {PackwheelError} `TOOLCHAIN_MISSING` */
export async function loadToolchain(directory: string): Promise<Toolchain> {
  return assembleToolchain(await loadToolchainParts(directory));
}

/**
 * Bytes of source from which on it pays that V8 compiles the toolchain a second time, for speed: the 8.6 MB of sqlite3
 * take 55 s then, in the place of 85, and the 0.1 MB of lz4 take 8 s in the place of 4.
 */
const LARGE_SOURCES: number = 4 << 20;

/**
 * Settings of V8 that make a short run several times shorter: code is checked when it is first run, and not compiled
 * a second time. They hold for the whole process, whatever else it runs, so that only a program of our own may set
 * them, before anything is loaded.
 *
 * @param sources Paths of what is to be compiled. Several large ones are worth the second compilation.
 */
export function hurryWebAssembly(directory: string, sources: readonly string[]): void {
  const sizes = sources.map((path) => statSync(resolve(directory, path), { throwIfNoEntry: false })?.size ?? 0);
  const isLarge = sizes.reduce((sum, size) => sum + size, 0) >= LARGE_SOURCES;
  for (const flag of ["--wasm-lazy-validation", ...(isLarge ? [] : ["--liftoff-only"])]) setFlagsFromString(flag);
}
