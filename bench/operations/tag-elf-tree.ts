/** The platform tags of 200 MB of ELF libraries: what they need and import is read, as auditwheel reads it. */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { INPUTS_VERSION, onceMade, writeInput } from "../inputs.ts";
import type { BenchContext, Operation } from "../operation.ts";
import { isInstalled, pythonProgram } from "../peers.ts";

const LIBRARIES = 20;
const LIBRARY_SIZE = 10_000_000;
const EXPORTS = 3000;
const IMPORTS = 500;

export const tagElfTree: Operation = {
  name: "tag-elf-200mb",
  async prepare(context) {
    if (!isInstalled("cc")) throw new Error("cc is not installed");
    const folder = libraries(context);
    const program = (name: string): string => join(import.meta.dirname, "../programs", name);
    return {
      input: `${LIBRARIES} libraries of ${context.quick ? 1 : 10} MB`,
      runs: 3,
      packwheel: {
        name: "packwheel's readers",
        command: [process.execPath, program("tag-elf-tree.js"), folder],
        cwd: context.folder,
      },
      peers: [
        {
          name: "pyelftools",
          command: pythonProgram("elftools", [program("tag_elf_tree.py"), folder]),
          missing: "the pyelftools package of Python is not installed",
          cwd: context.folder,
          goal: 10,
        },
      ],
    };
  },
};

/** One library, linked once: its code is small, its tables and its data are as large as those of real ones. */
function libraries({ folder, quick }: BenchContext): string {
  const size = quick ? LIBRARY_SIZE / 10 : LIBRARY_SIZE;
  return onceMade(join(folder, quick ? "elf-tree-quick" : "elf-tree"), (tree) => {
    const work = join(folder, `elf-work-${INPUTS_VERSION}`);
    mkdirSync(work, { recursive: true });
    writeInput(work, "library.c", librarySource(size));
    const words = ["-shared", "-fPIC", "-O0", "-o", "library.so", "library.c"];
    const { status, stderr } = spawnSync("cc", words, { cwd: work, encoding: "utf8" });
    if (status !== 0) throw new Error(`cc failed: ${stderr}`);
    for (let index = 0; index < LIBRARIES; index++) {
      copyFileSync(join(work, "library.so"), join(tree, `library${index}.so`));
    }
    rmSync(work, { recursive: true });
  });
}

/** Exports, imports of another library, and functions of the C library of different ages. */
function librarySource(size: number): string {
  const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
  return [
    "#include <math.h>",
    "#include <pthread.h>",
    "#include <stdio.h>",
    "#include <stdlib.h>",
    "#include <string.h>",
    `const unsigned char library_data[${size}] = { 1 };`,
    ...numbers(IMPORTS).map((index) => `int other_library_function_${index}(int value);`),
    ...numbers(EXPORTS).map((index) => {
      return `int library_function_${index}(int value) { return other_library_function_${index % IMPORTS}(value); }`;
    }),
    "void library_run(void *(*start)(void *), char *text) {",
    "  pthread_t thread;",
    "  pthread_create(&thread, NULL, start, malloc(strlen(text)));",
    "  memcpy(text, library_data, (size_t)atoi(text));",
    "  printf(text, qsort, getenv(text));",
    "}",
    "",
  ].join("\n");
}
