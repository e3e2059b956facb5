/**
 * The files that `packwheel/web` loads the compiler from, in one folder that any server can offer: the programs of the
 * npm packages, packwheel's own headers, and the list of all. They are compressed, since few servers compress such
 * files by themselves.
 */
import { createHash } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { compareCodePoints } from "../../core/bytes/code-points.ts";
import { collectBytes } from "../../core/bytes/concat.ts";
import { type TarMember, writeTar } from "../../core/tar/write.ts";
import { memoryMember } from "../../core/wheel/memory-member.ts";
import {
  formatToolchainManifest,
  TOOLCHAIN_MANIFEST,
  type ToolchainFile,
  type ToolchainManifest,
} from "../../toolchain/toolchain-manifest.ts";
import { toolchainVersion } from "../../toolchain/toolchain-packages.ts";
import { atomicWriteFile, makeFolder } from "../disk-output.ts";
import { SYSROOT, type ToolchainPaths, toolchainPaths } from "./load-toolchain.ts";

export interface WriteWebToolchainOptions {
  /** A folder of the project that has the npm packages. Default: the current one. */
  readonly directory?: string | undefined;
}

export interface WrittenWebToolchain {
  /** Names of the files, `toolchain.json` first. */
  readonly files: readonly string[];
  /** Of all files together, as they lie there. */
  readonly size: number;
}

/**
 * Write the compiler for browsers into a folder. Files that are there already, by their hash, are left as they are.
 *
 * @throws {PackwheelError} `TOOLCHAIN_MISSING` when the npm packages are not installed, `OUTPUT_FAILED`
 */
export async function writeWebToolchain(
  outDir: string,
  options: WriteWebToolchainOptions = {},
): Promise<WrittenWebToolchain> {
  const paths = toolchainPaths(options.directory ?? ".");
  const folder = resolve(outDir);
  await makeFolder(folder);
  const manifest = await makeManifest(paths, (name, content, sha256) => writeCompressed(folder, name, content, sha256));
  await atomicWriteFile(join(folder, TOOLCHAIN_MANIFEST), formatToolchainManifest(manifest));
  const files = Object.values(manifest.files);
  return {
    files: [TOOLCHAIN_MANIFEST, ...files.map(({ url }) => url)],
    size: files.reduce((sum, file) => sum + file.size, 0),
  };
}

type Place = (name: string, content: Uint8Array, sha256: string) => Promise<Pick<ToolchainFile, "url" | "size">>;

async function makeManifest(paths: ToolchainPaths, place: Place): Promise<ToolchainManifest> {
  const put = async (name: string, content: Uint8Array): Promise<ToolchainFile> => {
    const sha256 = createHash("sha256").update(content).digest("hex");
    return { ...(await place(name, content, sha256)), sha256 };
  };
  return {
    version: toolchainVersion(),
    files: {
      clang: await put("clang.wasm", await readFile(paths.clang)),
      llc: await put("llc.wasm", await readFile(paths.llc)),
      headers: await put("headers.tar", await readFile(paths.archive)),
      sysroot: await put("sysroot.tar", await sysrootArchive()),
    },
  };
}

/** `clang.wasm` -> `clang-1a2b3c4d5e6f.wasm.gz`: a name that never means another content. */
async function writeCompressed(
  folder: string,
  name: string,
  content: Uint8Array,
  sha256: string,
): Promise<Pick<ToolchainFile, "url" | "size">> {
  const url = `${name.replace(".", `-${sha256.slice(0, 12)}.`)}.gz`;
  const path = join(folder, url);
  const found = statSync(path, { throwIfNoEntry: false });
  if (found !== undefined) return { url, size: found.size };
  const compressed = await promisify(gzip)(content);
  await atomicWriteFile(path, compressed);
  return { url, size: compressed.length };
}

/** All of packwheel's folder `wasm`, sorted; the same bytes wherever it lies. */
async function sysrootArchive(): Promise<Uint8Array> {
  const names = readdirSync(SYSROOT, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(SYSROOT.length).replaceAll("\\", "/"))
    .sort(compareCodePoints);
  const members: TarMember[] = [];
  for (const name of names) {
    members.push({ ...memoryMember(name, await readFile(join(SYSROOT, name))), executable: false });
  }
  return collectBytes(writeTar(members, { mtime: 0 }));
}
