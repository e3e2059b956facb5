/** Real C libraries: which files of Debian's source packages make them, and how they are configured. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";

export interface RealLibrary {
  /** Also names the program in fixtures/c-libraries. */
  readonly name: string;
  /** Debian's source package. */
  readonly package: string;
  /** Globs below the package's folder. */
  readonly sources: readonly string[];
  /** Files that the globs match and that are programs of their own. */
  readonly except?: readonly string[];
  readonly includeDirs: readonly string[];
  readonly defines: readonly string[];
  readonly libraries?: readonly string[];
  /** Needs headers of fixtures/c-libraries/settings. */
  readonly usesSettings?: boolean;
  /** Makes the sources that are wanted from those that are there. */
  prepare?(folder: string): void;
}

export const REAL_LIBRARIES: readonly RealLibrary[] = [
  {
    name: "zlib",
    package: "zlib",
    sources: ["*.c"],
    includeDirs: [""],
    defines: ["HAVE_UNISTD_H", "_LARGEFILE64_SOURCE=1"],
  },
  {
    name: "bzip2",
    package: "bzip2",
    sources: ["{blocksort,huffman,crctable,randtable,compress,decompress,bzlib}.c"],
    includeDirs: [""],
    defines: ["_FILE_OFFSET_BITS=64"],
  },
  { name: "lz4", package: "lz4", sources: ["lib/*.c"], includeDirs: ["lib"], defines: [] },
  { name: "xxhash", package: "xxhash", sources: ["xxhash.c"], includeDirs: [""], defines: [] },
  {
    name: "cjson",
    package: "cjson",
    sources: ["cJSON.c", "cJSON_Utils.c"],
    includeDirs: [""],
    defines: [],
    libraries: ["m"],
  },
  {
    name: "libdeflate",
    package: "libdeflate",
    sources: ["lib/*.c", "lib/x86/*.c", "lib/arm/*.c"],
    includeDirs: [""],
    defines: [],
  },
  {
    name: "zstd",
    package: "libzstd",
    sources: ["lib/{common,compress,decompress,dictBuilder}/*.c"],
    includeDirs: ["lib"],
    defines: ["XXH_NAMESPACE=ZSTD_", "ZSTD_DISABLE_ASM", "ZSTD_MULTITHREAD", "DEBUGLEVEL=0"],
    libraries: ["pthread"],
  },
  {
    name: "lua",
    package: "lua5.4",
    sources: ["src/*.c"],
    except: ["src/lua.c", "src/luac.c"],
    includeDirs: ["src"],
    defines: ["LUA_USE_POSIX", "LUA_USE_DLOPEN"],
    libraries: ["m", "dl"],
    usesSettings: true,
  },
  {
    name: "sqlite3",
    package: "sqlite3",
    sources: ["build/sqlite3.c"],
    includeDirs: ["build"],
    defines: ["SQLITE_ENABLE_FTS5", "SQLITE_ENABLE_RTREE", "SQLITE_ENABLE_MATH_FUNCTIONS"],
    libraries: ["m", "pthread", "dl"],
    prepare(folder) {
      const build = join(folder, "build");
      if (existsSync(join(build, "sqlite3.c"))) return;
      mkdirSync(build, { recursive: true });
      const command = "../configure --disable-tcl && make sqlite3.c";
      const { status, stderr } = spawnSync("sh", ["-c", command], { cwd: build, encoding: "utf8" });
      if (status !== 0) throw new Error(`sqlite3 cannot be joined to one file: ${stderr.slice(-1000)}`);
    },
  },
  {
    name: "expat",
    package: "expat",
    sources: ["expat/lib/{xmlparse,xmlrole,xmltok}.c"],
    includeDirs: ["expat/lib"],
    defines: [],
    usesSettings: true,
  },
  {
    name: "libyaml",
    package: "libyaml",
    sources: ["src/*.c"],
    includeDirs: ["include"],
    defines: ["HAVE_CONFIG_H"],
    usesSettings: true,
  },
  {
    name: "brotli",
    package: "brotli",
    sources: ["c/{common,dec,enc}/*.c"],
    includeDirs: ["c/include"],
    defines: [],
    libraries: ["m"],
  },
];
