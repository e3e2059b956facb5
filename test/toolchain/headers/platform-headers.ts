/** The C headers of `wasm/include` as tests see them: their names, and runs of the compiler on text that includes them. */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { BuildTarget } from "../../../src/core/targets/build-target.ts";
import { hurryWebAssembly, loadToolchain } from "../../../src/node/toolchain/load-toolchain.ts";
import { type ClangResult, type ClangRun, runClang } from "../../../src/toolchain/clang.ts";
import { mountToolchain, PLACES } from "../../../src/toolchain/toolchain.ts";
import { MemoryFolder } from "../../../src/toolchain/wasi/memory-folder.ts";

const ROOT = fileURLToPath(new URL("../../../wasm/include/", import.meta.url));

/** Of ISO C, but in clang's own folder. */
const CLANG_HEADERS = [
  "float.h",
  "iso646.h",
  "stdalign.h",
  "stdarg.h",
  "stdatomic.h",
  "stdbool.h",
  "stddef.h",
  "stdnoreturn.h",
  "tgmath.h",
];

/** What is behind the public headers, and what belongs to C++. */
const INNER_FOLDERS = ["bits", "c++"];

/** Musl has none of what they declare, and they say so. */
const GLIBC_HEADERS = ["error.h", "execinfo.h", "fts.h", "gnu/libc-version.h"];

const ALL_HEADERS: readonly string[] = [...namesBelow(""), ...CLANG_HEADERS].sort();

/** All that a program for the target may include, in the order of their names. */
export function publicHeaders({ libc }: BuildTarget): readonly string[] {
  return ALL_HEADERS.filter((name) => libc === "glibc" || !GLIBC_HEADERS.includes(name));
}

function namesBelow(folder: string): readonly string[] {
  return readdirSync(`${ROOT}${folder}`, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}${entry.name}`;
    if (entry.isFile()) return path.endsWith(".h") ? [path] : [];
    return INNER_FOLDERS.includes(path) ? [] : namesBelow(`${path}/`);
  });
}

export function includeAll(headers: readonly string[]): string {
  return headers.map((header) => `#include <${header}>\n`).join("");
}

let loaded: ReturnType<typeof loadToolchain> | undefined;

export type Question = Pick<ClangRun, "language" | "output" | "flags"> & { readonly floor?: string };

export async function askClang(target: BuildTarget, text: string, question: Question): Promise<ClangResult> {
  if (loaded === undefined) {
    hurryWebAssembly(".", []);
    loaded = loadToolchain(ROOT);
  }
  const toolchain = await loaded;
  const output = new MemoryFolder();
  return runClang(toolchain, mountToolchain(toolchain, { project: new MemoryFolder(), output }), output, {
    target,
    floor: target.defaultFloor,
    source: "-",
    stdin: new TextEncoder().encode(text),
    workingDirectory: PLACES.project,
    timestamp: 0,
    ...question,
  });
}
