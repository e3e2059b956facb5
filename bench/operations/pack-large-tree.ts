/** A wheel of about 600 MB: native libraries of 100 MB each, and the many small files around them. */
import { join } from "node:path";
import { nativeLibrary, onceMade, sourceText, writeDistInfo, writeInput } from "../inputs.ts";
import type { BenchContext, Contestant, Operation } from "../operation.ts";
import { isInstalled, pythonCommand } from "../peers.ts";

const LIBRARIES = 5;
const LIBRARY_SIZE = 110 * 1000 * 1000;
const TEXT_FILES = 5000;

export const packLargeTree: Operation = {
  name: "pack-600mb",
  async prepare(context) {
    const tree = largeTree(context);
    const outDir = join(context.folder, "out");
    const peers: Contestant[] = [
      {
        name: "wheel pack",
        command: pythonCommand("wheel", ["pack", "-d", outDir, tree]),
        missing: "the wheel package of Python is not installed",
        cwd: context.folder,
        outDir,
        goal: 1.7,
      },
      {
        name: "zip -6 -r",
        command: isInstalled("zip") ? ["zip", "-6", "-q", "-r", join(outDir, "tree.zip"), "."] : undefined,
        missing: "zip is not installed",
        cwd: tree,
        outDir,
      },
      {
        name: "tar | pigz -6",
        command: isInstalled("pigz")
          ? ["sh", "-c", `tar -cf - . | pigz -6 > '${join(outDir, "tree.tar.gz")}'`]
          : undefined,
        missing: "pigz is not installed",
        cwd: tree,
        outDir,
      },
    ];
    return {
      input: context.quick ? "5 libraries of 11 MB, 500 text files" : "5 libraries of 110 MB, 5,000 text files",
      runs: 2,
      memoryGoal: 200e6,
      packwheel: {
        name: "packwheel pack",
        command: [...context.packwheel, "pack", "-d", outDir, tree],
        cwd: context.folder,
        outDir,
      },
      peers,
    };
  },
};

export function largeTree({ folder, quick }: BenchContext): string {
  const divisor = quick ? 10 : 1;
  return onceMade(join(folder, quick ? "large-tree-quick" : "large-tree"), (tree) => {
    writeDistInfo(tree, "large", "cp311-cp311-linux_x86_64");
    for (let index = 0; index < LIBRARIES; index++) {
      writeInput(tree, `large/lib/liblarge${index}.so`, nativeLibrary(LIBRARY_SIZE / divisor, 1 + index));
    }
    for (let index = 0; index < TEXT_FILES / divisor; index++) {
      const length = 500 + ((index * 7919) % 15_000);
      writeInput(tree, `large/part${index % 50}/module${index}.py`, sourceText(length, 1000 + index));
    }
  });
}
