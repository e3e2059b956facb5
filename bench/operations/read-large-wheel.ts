/** The wheel of the large tree read back: checked, and unpacked. */
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { INPUTS_VERSION } from "../inputs.ts";
import { measure } from "../measure.ts";
import type { BenchContext, Contestant, Operation } from "../operation.ts";
import { pythonCommand } from "../peers.ts";
import { largeTree } from "./pack-large-tree.ts";

export const checkLargeWheel: Operation = {
  name: "check-600mb",
  async prepare(context) {
    const wheel = await largeWheel(context);
    return {
      input: inputWords(context),
      runs: 2,
      packwheel: {
        name: "packwheel check",
        // The size and the platform are not what the index takes; that is no failure here.
        command: [...context.packwheel, "check", "--ignore", "INDEX_", wheel],
        cwd: context.folder,
      },
      peers: [wheelUnpack(context, wheel)],
    };
  },
};

export const unpackLargeWheel: Operation = {
  name: "unpack-600mb",
  async prepare(context) {
    const wheel = await largeWheel(context);
    const outDir = join(context.folder, "out");
    return {
      input: inputWords(context),
      runs: 2,
      packwheel: {
        name: "packwheel unpack",
        command: [...context.packwheel, "unpack", "-d", outDir, wheel],
        cwd: context.folder,
        outDir,
      },
      peers: [wheelUnpack(context, wheel)],
    };
  },
};

function wheelUnpack(context: BenchContext, wheel: string): Contestant {
  const outDir = join(context.folder, "out");
  return {
    name: "wheel unpack",
    command: pythonCommand("wheel", ["unpack", "-d", outDir, wheel]),
    missing: "the wheel package of Python is not installed",
    cwd: context.folder,
    outDir,
    goal: 1,
  };
}

async function largeWheel(context: BenchContext): Promise<string> {
  const folder = join(context.folder, `wheel-${context.quick ? "quick-" : ""}${INPUTS_VERSION}`);
  const find = (): string | undefined =>
    existsSync(folder) ? readdirSync(folder).find((name) => name.endsWith(".whl")) : undefined;
  if (find() === undefined) {
    mkdirSync(folder, { recursive: true });
    await measure([...context.packwheel, "pack", "-d", folder, largeTree(context)], context.folder);
  }
  return join(folder, find() ?? "missing.whl");
}

function inputWords({ quick }: BenchContext): string {
  return quick ? "a wheel of 60 MB, unpacked" : "a wheel of 600 MB, unpacked";
}
