/** `packwheel pack`: an unpacked wheel as a file again. */
import { join, resolve } from "node:path";
import { repackDirectory } from "../../node/repack-wheel.ts";
import { sourceDateEpoch } from "../../node/source-date-epoch.ts";
import type { CommandContext, CommandResult, OptionValues } from "../context.ts";
import { engineOptions, text } from "../options.ts";
import { formatSize } from "../report.ts";

export async function run(
  [directory = "."]: readonly string[],
  options: OptionValues,
  context: CommandContext,
): Promise<CommandResult> {
  const outDir = text(options, "destDir") ?? ".";
  const { filename, kind, tags, size, sha256, findings } = await repackDirectory(resolve(context.cwd, directory), {
    ...(await engineOptions(options)),
    outDir: resolve(context.cwd, outDir),
    buildTag: text(options, "buildNumber"),
    localVersion: text(options, "localVersion"),
    timestamp: sourceDateEpoch({ variable: (name) => context.environment[name] }),
    reporter: context.reporter,
    signal: context.signal,
  });
  const path = join(outDir, filename);
  return {
    files: [{ path, kind, tags, size, sha256 }],
    findings,
    lines: [path],
    notes: [`Packed ${filename}, ${formatSize(size)}, sha256 ${sha256}`],
    exitCode: 0,
  };
}
