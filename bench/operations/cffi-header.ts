/** The module of a C header: packwheel with its own preprocessor and parser, cffi with those of cc and pycparser. */
import { join } from "node:path";
import { libraryHeader } from "../c-header.ts";
import { onceMade, writeInput } from "../inputs.ts";
import type { Operation } from "../operation.ts";
import { pythonProgram } from "../peers.ts";

const LINES = 3000;

export const cffiHeader: Operation = {
  name: "cffi-3000-lines",
  async prepare(context) {
    const folder = onceMade(join(context.folder, "header"), (made) => {
      writeInput(made, "library.h", libraryHeader(LINES, 1));
    });
    const outDir = join(context.folder, "out");
    const script = join(import.meta.dirname, "../programs/emit_cffi_module.py");
    return {
      input: "a header of 3,000 lines, whole process",
      runs: 7,
      packwheel: {
        name: "packwheel cffi",
        command: [...context.packwheel, "cffi", "--module", "pkg._native", "library.h"],
        cwd: folder,
      },
      peers: [
        {
          name: "cc -E and cffi",
          command: pythonProgram("cffi", [script, "library.h", join(outDir, "_native.py")]),
          missing: "the cffi package of Python is not installed",
          cwd: folder,
          outDir,
          goal: 5,
        },
        // No goal, but the floor: no program that Node runs ends before this.
        { name: "node -e 0", command: [process.execPath, "-e", "0"], cwd: folder },
      ],
    };
  },
};
