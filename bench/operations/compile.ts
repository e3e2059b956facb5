/** What compiling takes: sqlite3 to a library, and the C template to a wheel. */
import { join } from "node:path";
import { findDebianSources } from "../../test/conformance/chain/debian-sources.ts";
import { REAL_LIBRARIES } from "../../test/conformance/chain/real-libraries.ts";
import type { Operation } from "../operation.ts";
import { isInstalled } from "../peers.ts";

export const compileSqlite: Operation = {
  name: "compile-sqlite3",
  async prepare(context) {
    const library = REAL_LIBRARIES.find(({ name }) => name === "sqlite3");
    const folder = findDebianSources("sqlite3");
    if (library === undefined || folder === undefined) throw new Error("nobody serves the sources of sqlite3 here");
    library.prepare?.(folder);
    const outDir = join(context.folder, "out");
    const words = [
      "-O2",
      "-fPIC",
      "-shared",
      ...library.defines.map((name) => `-D${name}`),
      ...library.sources,
      "-o",
      join(outDir, "libsqlite3.so"),
      ...(library.libraries ?? []).map((name) => `-l${name}`),
    ];
    return {
      input: "sqlite3.c, 8.6 MB, with full text search",
      runs: context.quick ? 1 : 3,
      memoryGoal: 2e9,
      packwheel: { name: "packwheel cc -O2", command: [...context.packwheel, "cc", ...words], cwd: folder, outDir },
      peers: ["gcc", "clang"].map((compiler) => ({
        name: `${compiler} -O2`,
        command: isInstalled(compiler) ? [compiler, ...words] : undefined,
        missing: `${compiler} is not installed`,
        cwd: folder,
        outDir,
        ...(compiler === "gcc" ? { goal: 1 / 2.5 } : {}),
      })),
    };
  },
};
