/** The programs of the WASM compiler, from the packages that hold them; compiled once in a process. */
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { PACKWHEEL_VERSION } from "../../core/version.ts";
import type { Toolchain } from "../../toolchain/toolchain.ts";
import { OutsideFolder } from "../../toolchain/wasi/outside-folder.ts";
import { mountTar } from "../../toolchain/wasi/tar-folder.ts";
import { diskFiles, programPath } from "./disk-files.ts";
import { CLANG_PACKAGE, LLC_PACKAGE, requirePackages } from "./find-packages.ts";

/** packwheel's own folder `wasm`, three folders up: from the sources, and from either form of the package. */
export const SYSROOT: string = fileURLToPath(new URL("../../../wasm/", import.meta.url));

/** What a thread needs to have the toolchain as well. Modules pass between threads without being compiled again. */
export interface ToolchainParts {
  readonly clang: WebAssembly.Module;
  readonly llc: WebAssembly.Module;
  /** Path of the archive of clang's headers. */
  readonly archive: string;
}

const loaded = new Map<string, Promise<ToolchainParts>>();

/**
 * @param directory The project's.
 * @throws {PackwheelError} `TOOLCHAIN_MISSING`
 */
export async function loadToolchainParts(directory: string): Promise<ToolchainParts> {
  const { clang, llc } = requirePackages(directory);
  const key = `${clang}\0${llc}`;
  const parts = loaded.get(key) ?? compileModules(clang, llc);
  loaded.set(key, parts);
  return parts;
}

async function compileModules(clangFolder: string, llcFolder: string): Promise<ToolchainParts> {
  const compile = async (path: string): Promise<WebAssembly.Module> => WebAssembly.compile(await readFile(path));
  const [clang, llc] = await Promise.all([
    compile(join(clangFolder, "gen", "llvm.core.wasm")),
    compile(join(llcFolder, "llc.wasm")),
  ]);
  return { clang, llc, archive: join(clangFolder, "gen", "llvm-resources.tar") };
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

export function toolchainVersion(): string {
  const packages = [CLANG_PACKAGE, LLC_PACKAGE].map(({ name, version }) => `${name} ${version}`);
  return [`packwheel ${PACKWHEEL_VERSION}`, ...packages].join(", ");
}

/** @throws {PackwheelError} `TOOLCHAIN_MISSING` */
export async function loadToolchain(directory: string): Promise<Toolchain> {
  return assembleToolchain(await loadToolchainParts(directory));
}

/**
 * Settings of V8 that make a short run several times shorter: code is checked when it is first run, and not compiled
 * a second time for speed, which takes longer than it saves below a minute of work. They hold for the whole process,
 * whatever else it runs, so that only a program of our own may set them, before anything is loaded.
 */
export function hurryWebAssembly(): void {
  for (const flag of ["--liftoff-only", "--wasm-lazy-validation"]) setFlagsFromString(flag);
}
