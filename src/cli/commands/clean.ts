/** `packwheel clean`: without what earlier builds of native code left. */
import { resolve } from "node:path";
import { cleanDirectory } from "../../node/build-cache.ts";
import type { CommandContext, CommandResult, OptionValues } from "../context.ts";
import { shortPath } from "../short-path.ts";

export async function run(
  [folder = "."]: readonly string[],
  _options: OptionValues,
  context: CommandContext,
): Promise<CommandResult> {
  const removed = await cleanDirectory(resolve(context.cwd, folder));
  const paths = removed === undefined ? [] : [shortPath(removed, context.cwd)];
  return {
    files: paths.map((path) => ({ path, kind: "folder" })),
    findings: [],
    lines: paths,
    notes: paths.length === 0 ? ["Nothing to remove"] : [],
    exitCode: 0,
  };
}
