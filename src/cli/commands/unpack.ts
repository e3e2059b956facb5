/** `packwheel unpack`: a verified wheel as a folder. */
import { join, resolve } from "node:path";
import { unpackWheel } from "../../node/unpack-wheel.ts";
import type { CommandContext, CommandResult, OptionValues } from "../context.ts";
import { text } from "../options.ts";

export async function run(
  [path = ""]: readonly string[],
  options: OptionValues,
  context: CommandContext,
): Promise<CommandResult> {
  const destination = text(options, "dest") ?? ".";
  const folder = await unpackWheel(resolve(context.cwd, path), {
    destination: resolve(context.cwd, destination),
    reporter: context.reporter,
    signal: context.signal,
  });
  const shown = join(destination, folder.slice(resolve(context.cwd, destination).length));
  return { files: [{ path: shown, kind: "folder" }], findings: [], lines: [shown], exitCode: 0 };
}
