/** A wheel of 20,000 small files: what counts is the cost of a file, not of a byte. */
import { join } from "node:path";
import { onceMade, sourceText, writeDistInfo, writeInput } from "../inputs.ts";
import type { Operation } from "../operation.ts";
import { isInstalled, pythonCommand } from "../peers.ts";

export const packSmallFiles: Operation = {
  name: "pack-20000-files",
  async prepare(context) {
    const count = context.quick ? 2000 : 20_000;
    const tree = onceMade(join(context.folder, `small-files-${count}`), (folder) => {
      writeDistInfo(folder, "small", "py3-none-any");
      for (let index = 0; index < count; index++) {
        const length = 100 + ((index * 7919) % 4000);
        writeInput(folder, `small/part${index % 200}/module${index}.py`, sourceText(length, 1 + index));
      }
    });
    const outDir = join(context.folder, "out");
    return {
      input: `${count.toLocaleString("en")} text files of 2 KB`,
      runs: 3,
      memoryGoal: 200e6,
      packwheel: {
        name: "packwheel pack",
        command: [...context.packwheel, "pack", "-d", outDir, tree],
        cwd: context.folder,
        outDir,
      },
      peers: [
        {
          name: "wheel pack",
          command: pythonCommand("wheel", ["pack", "-d", outDir, tree]),
          missing: "the wheel package of Python is not installed",
          cwd: context.folder,
          outDir,
          goal: 3,
        },
        {
          name: "zip -6 -r",
          command: isInstalled("zip") ? ["zip", "-6", "-q", "-r", join(outDir, "tree.zip"), "."] : undefined,
          missing: "zip is not installed",
          cwd: tree,
          outDir,
        },
      ],
    };
  },
};
