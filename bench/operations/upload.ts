/** Uploads over loopback: many large files, where bytes count, and many small ones, where requests do. */
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { repackDirectory } from "../../src/node/repack-wheel.ts";
import { startDiscardingServer } from "../discarding-server.ts";
import { onceMade, writeDistInfo, writeInput } from "../inputs.ts";
import type { BenchContext, Contest, Operation } from "../operation.ts";
import { isInstalled } from "../peers.ts";
import { SeededRandom } from "../random.ts";

/** Looks like one, and opens nothing. */
const TOKEN = "pypi-AgEIcHlwaS5vcmcBenchmark";

export const uploadLargeFiles: Operation = {
  name: "upload-2gb",
  prepare: (context) =>
    contest(context, { count: context.quick ? 20 : 200, size: 10_000_000, goal: 1, memoryGoal: 150e6 }),
};

export const uploadSmallFiles: Operation = {
  name: "upload-500-files",
  prepare: (context) => contest(context, { count: context.quick ? 50 : 500, size: 9_000, goal: 5 }),
};

interface Sizes {
  readonly count: number;
  readonly size: number;
  readonly goal: number;
  readonly memoryGoal?: number;
}

async function contest(context: BenchContext, { count, size, goal, memoryGoal }: Sizes): Promise<Contest> {
  const folder = await wheels(context, count, size);
  const files = readdirSync(folder).map((name) => join(folder, name));
  const url = await startDiscardingServer();
  const common = ["upload", "--repository-url", url, "-u", "__token__", "-p", TOKEN];
  return {
    input: `${count} wheels of ${size >= 1e6 ? `${size / 1e6} MB` : "10 KB"}`,
    runs: 2,
    memoryGoal,
    packwheel: {
      name: "packwheel upload",
      command: [...context.packwheel, ...common, ...files],
      cwd: context.folder,
    },
    peers: [
      {
        name: "twine upload",
        command: isInstalled("twine") ? ["twine", ...common, "--disable-progress-bar", ...files] : undefined,
        missing: "twine is not installed",
        cwd: context.folder,
        goal,
      },
    ],
  };
}

/** Wheels of one release, which differ in their build tags; their content is as good as random, as in most of them. */
async function wheels({ folder }: BenchContext, count: number, size: number): Promise<string> {
  const made = onceMade(join(folder, `wheels-${count}-${size}`), () => {});
  if (readdirSync(made).length !== count) {
    const tree = join(folder, `wheel-tree-${size}`);
    for (let index = 0; index < count; index++) {
      rmSync(tree, { recursive: true, force: true });
      writeDistInfo(tree, "large", "py3-none-any");
      writeInput(tree, "large/__init__.py", "");
      writeInput(tree, "large/data.bin", randomBytes(size, 1 + index));
      await repackDirectory(tree, { outDir: made, buildTag: String(index), level: 1 });
    }
    rmSync(tree, { recursive: true, force: true });
  }
  return made;
}

function randomBytes(size: number, seed: number): Uint8Array {
  const random = new SeededRandom(seed);
  const words = new Uint32Array(Math.ceil(size / 4));
  for (let index = 0; index < words.length; index++) words[index] = random.next();
  return new Uint8Array(words.buffer, 0, size);
}
