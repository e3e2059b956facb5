/** `packwheel tags`: wheels with other tags; only the new names go to stdout, as scripts expect of `wheel tags`. */
import { basename, dirname, join, resolve } from "node:path";
import type { TagEdits } from "../../core/wheel/retag.ts";
import { type PackedDiskWheel, retagFiles } from "../../node/repack-wheel.ts";
import type { CommandContext, CommandResult, OptionValues } from "../context.ts";
import { flag, text } from "../options.ts";

export async function run(
  args: readonly string[],
  options: OptionValues,
  context: CommandContext,
): Promise<CommandResult> {
  const edits: TagEdits = {
    python: text(options, "pythonTag"),
    abi: text(options, "abiTag"),
    platform: text(options, "platformTag"),
    build: text(options, "build"),
  };
  const wheels = await retagFiles(
    args.map((path) => resolve(context.cwd, path)),
    edits,
    { remove: flag(options, "remove"), signal: context.signal },
  );
  const names = args.map((path, index) => wheels[index]?.filename ?? basename(path));
  const files = args.map((path, index) => ({
    path: join(dirname(path), names[index] ?? ""),
    kind: "wheel",
    ...changed(wheels[index]),
  }));
  return { files, findings: [], lines: names, exitCode: 0 };
}

function changed(wheel: PackedDiskWheel | undefined): object {
  if (wheel === undefined) return { changed: false };
  return { tags: wheel.tags, size: wheel.size, sha256: wheel.sha256, changed: true };
}
