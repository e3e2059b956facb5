/** The speed of what `packwheel cc` makes: kernels against the same built by clang and gcc, all with -O2. */
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { BenchContext, Contestant, Operation } from "../operation.ts";
import { isInstalled } from "../peers.ts";

/** Kernels in `bench/kernels`. */
const KERNELS = ["hashing", "checksums", "compression", "parsing", "floats", "sorting", "interpreter", "text-search"];

/** Beginning of the names; the table's reader gets the geometric mean of them. */
export const CODE_PREFIX = "code-";

export const compiledCode: readonly Operation[] = KERNELS.map((kernel) => ({
  name: `${CODE_PREFIX}${kernel}`,
  async prepare(context) {
    const source = join(import.meta.dirname, "../kernels", `${kernel}.c`);
    return {
      input: `kernels/${kernel}.c`,
      runs: context.quick ? 1 : 7,
      packwheel: { name: "packwheel cc -O2", ...built(context, kernel, [...context.packwheel, "cc"], source) },
      // No kernel may take more than one and a half times as long.
      peers: ["clang", "gcc"].map((compiler) => ({
        name: `${compiler} -O2`,
        missing: `${compiler} is not installed`,
        goal: 1 / 1.5,
        ...(isInstalled(compiler)
          ? built(context, kernel, [compiler], source)
          : { command: undefined, cwd: context.folder }),
      })),
    };
  },
}));

function built(
  { folder }: BenchContext,
  kernel: string,
  compiler: readonly string[],
  source: string,
): Pick<Contestant, "command" | "cwd"> {
  const place = join(folder, "kernels");
  mkdirSync(place, { recursive: true });
  const program = join(place, `${kernel}-${compiler.length === 1 ? compiler[0] : "packwheel"}`);
  const [command = "", ...words] = [...compiler, "-O2", source, "-o", program, "-lm"];
  const { status, stderr } = spawnSync(command, words, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${words.join(" ")}: ${stderr}`);
  return { command: [program], cwd: place };
}
