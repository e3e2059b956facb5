/** `packwheel develop`: an editable install into a virtual environment, without pip. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { developDirectory } from "../../node/develop/develop-directory.ts";
import { nodeEnvironment } from "../../node/environment.ts";
import type { CommandContext, CommandResult, OptionValues } from "../context.ts";
import { configSettings, text } from "../options.ts";

export async function run(
  [folder = "."]: readonly string[],
  options: OptionValues,
  context: CommandContext,
): Promise<CommandResult> {
  const directory = resolve(context.cwd, folder);
  const python = text(options, "python");
  const developed = await developDirectory(directory, {
    python: python === undefined ? undefined : placeOf(python, context.cwd),
    setVersion: text(options, "setVersion"),
    overrides: configSettings(options),
    environment: { ...nodeEnvironment(directory), variable: (name) => context.environment[name] },
    reporter: context.reporter,
    signal: context.signal,
  });
  const { name, version, pythonVersion, scripts, replaced, findings } = developed;
  return {
    files: developed.files.map((path) => ({ path, kind: "installed" })),
    findings,
    lines: scripts,
    notes: [
      ...(replaced.length === 0 ? [] : [`Removed ${replaced.join(", ")}`]),
      `Installed ${name} ${version} for ${developed.python} (Python ${pythonVersion}); changes to ${directory} count at once`,
    ],
    exitCode: 0,
  };
}

/** A path, or a name to be looked for on PATH. */
function placeOf(python: string, cwd: string): string {
  return /[/\\]/.test(python) || existsSync(resolve(cwd, python)) ? resolve(cwd, python) : python;
}
