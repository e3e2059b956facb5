/** A project with a C library that did not change, against one of Python alone: what native code costs daily. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { measure } from "../measure.ts";
import type { BenchContext, Operation } from "../operation.ts";

export const templateBuild: Operation = {
  name: "template-c-warm",
  async prepare(context) {
    const outDir = join(context.folder, "out");
    const [native, pure] = [await project(context, "c"), await project(context, "pure")];
    const build = (folder: string): readonly string[] => [
      ...context.packwheel,
      "build",
      "--wheel",
      "-o",
      outDir,
      folder,
    ];
    // Compiled here, and kept for the runs that count.
    await measure(build(native), context.folder);
    return {
      input: "init --template c, with what an earlier build kept",
      runs: 7,
      packwheel: { name: "packwheel build (c)", command: build(native), cwd: native, outDir },
      // Under twice the time of the project without native code.
      peers: [{ name: "packwheel build (pure)", command: build(pure), cwd: pure, outDir, goal: 1 / 2 }],
    };
  },
};

async function project(context: BenchContext, template: string): Promise<string> {
  const folder = join(context.folder, `template-${template}`);
  if (!existsSync(join(folder, "pyproject.toml"))) {
    const words = ["init", folder, "--template", template, "--name", "hello"];
    await measure([...context.packwheel, ...words], context.folder);
  }
  return folder;
}
