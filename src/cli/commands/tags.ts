/** `packwheel tags`: wheels with other tags; only the new names go to stdout, as scripts expect of `wheel tags`. */
import { basename, dirname, join, resolve } from "node:path";
import type { TagEdits } from "../../core/wheel/retag.ts";
import { retagFile } from "../../node/repack-wheel.ts";
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
  const files: object[] = [];
  const lines: string[] = [];
  for (const path of args) {
    const wheel = await retagFile(resolve(context.cwd, path), edits, {
      remove: flag(options, "remove"),
      signal: context.signal,
    });
    const name = wheel?.filename ?? basename(path);
    lines.push(name);
    files.push({ path: join(dirname(path), name), kind: "wheel", ...changed(wheel) });
  }
  return { files, findings: [], lines, exitCode: 0 };
}

function changed(wheel: Awaited<ReturnType<typeof retagFile>>): object {
  if (wheel === undefined) return { changed: false };
  return { tags: wheel.tags, size: wheel.size, sha256: wheel.sha256, changed: true };
}
