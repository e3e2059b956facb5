/** `packwheel backend`: the build backend beside pyproject.toml, and the lines that name it. */
import { join, resolve } from "node:path";
import { BUILD_SYSTEM, writeBackend } from "../../node/write-backend.ts";
import type { CommandContext, CommandResult, OptionValues } from "../context.ts";
import { flag } from "../options.ts";

export async function run(
  [directory = "."]: readonly string[],
  options: OptionValues,
  context: CommandContext,
): Promise<CommandResult> {
  const written = await writeBackend(resolve(context.cwd, directory), { force: flag(options, "force") });
  const path = join(directory, "packwheel_backend.py");
  const wrote = written.changed ? `Wrote ${path}` : `${path} is up to date`;
  return {
    files: [{ path, kind: "backend", changed: written.changed }],
    findings: [],
    lines: written.named ? [] : [BUILD_SYSTEM.trimEnd()],
    notes: [`${wrote}; pyproject.toml ${written.named ? "names it already" : "needs these lines:"}`],
    exitCode: 0,
  };
}
