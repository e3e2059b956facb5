/** What starting costs: `--version` against a Node that does nothing. */
import type { Operation } from "../operation.ts";

export const version: Operation = {
  name: "version",
  async prepare(context) {
    return {
      input: "none",
      runs: 15,
      packwheel: { name: "packwheel --version", command: [...context.packwheel, "--version"], cwd: context.folder },
      // At most 1.5 times the time of the bare Node.
      peers: [{ name: "node -e 0", command: [process.execPath, "-e", "0"], cwd: context.folder, goal: 1 / 1.5 }],
    };
  },
};
