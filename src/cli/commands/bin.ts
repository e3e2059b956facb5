/** `packwheel bin`: wheels of prebuilt programs. */
import { basename, join, resolve } from "node:path";
import { commonCommand } from "../../core/program/program-wheel.ts";
import { type PackProgramsOptions, type ProgramFile, packPrograms } from "../../node/pack-programs.ts";
import { sourceDateEpoch } from "../../node/source-date-epoch.ts";
import { type CommandContext, type CommandResult, type OptionValues, UsageError } from "../context.ts";
import { engineOptions, list, text } from "../options.ts";
import { formatSize } from "../report.ts";

export async function run(
  args: readonly string[],
  options: OptionValues,
  context: CommandContext,
): Promise<CommandResult> {
  const outDir = text(options, "outDir") ?? "dist";
  const programs = args.map((word) => programFile(word, args.length, text(options, "platformTag"), context.cwd));
  const { files, findings } = await packPrograms({
    ...(await engineOptions(options)),
    ...metadataOptions(programs, options, context),
    programs,
    command: text(options, "command"),
    outDir: resolve(context.cwd, outDir),
    timestamp: sourceDateEpoch({ variable: (name) => context.environment[name] }),
    reporter: context.reporter,
    signal: context.signal,
  });
  const paths = files.map(({ filename }) => join(outDir, filename));
  return {
    files: files.map(({ kind, tags, size, sha256 }, index) => ({ path: paths[index], kind, tags, size, sha256 })),
    findings,
    lines: paths,
    notes: files.map(({ filename, size, sha256 }) => `Built wheel ${filename}, ${formatSize(size)}, sha256 ${sha256}`),
    exitCode: 0,
  };
}

/** `linux-x86_64=out/hello`, or `out/hello` with `--platform-tag`. */
function programFile(word: string, count: number, platformTag: string | undefined, cwd: string): ProgramFile {
  const equals = word.indexOf("=");
  if (equals > 0) return { platform: word.slice(0, equals), path: resolve(cwd, word.slice(equals + 1)) };
  if (platformTag === undefined) {
    throw new UsageError(`Which platform is "${word}" for?`, `Write linux-x86_64=${word}, or give --platform-tag`);
  }
  if (count > 1) {
    throw new UsageError(
      "Option --platform-tag is for one program",
      `Write PLATFORM=PROGRAM, as in linux-x86_64=${word}`,
    );
  }
  return { platform: platformTag, path: resolve(cwd, word) };
}

/** What a pyproject.toml says otherwise. */
const DESCRIPTION_OPTIONS = ["name", "summary", "readme", "license", "licenseFile", "url", "requiresPython"] as const;

function metadataOptions(
  programs: readonly ProgramFile[],
  options: OptionValues,
  context: CommandContext,
): Pick<PackProgramsOptions, "project" | "setVersion" | "description"> {
  const project = text(options, "project");
  const setVersion = text(options, "setVersion");
  if (project !== undefined) {
    const given = DESCRIPTION_OPTIONS.find((name) => options[name] !== undefined);
    if (given !== undefined) {
      const option = `--${given.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
      throw new UsageError(`Option "${option}" cannot go with --project`, "Set it in that pyproject.toml");
    }
    return { project: resolve(context.cwd, project), setVersion };
  }
  if (setVersion === undefined) {
    throw new UsageError("Which version do the wheels have?", "Give --set-version, or --project with a pyproject.toml");
  }
  const readme = text(options, "readme");
  const name = text(options, "name") ?? commonCommand(programs.map(({ path }) => basename(path)));
  if (name === undefined) {
    throw new UsageError("Which name do the wheels have? The programs have several", "Give --name");
  }
  return {
    description: {
      name,
      version: setVersion,
      summary: text(options, "summary"),
      readme: readme === undefined ? undefined : resolve(context.cwd, readme),
      license: text(options, "license"),
      licenseFiles: list(options, "licenseFile").map((path) => resolve(context.cwd, path)),
      urls: links(list(options, "url")),
      requiresPython: text(options, "requiresPython"),
    },
  };
}

/** `Homepage=https://…` */
function links(values: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    values.map((value) => {
      const equals = value.indexOf("=");
      if (equals < 1)
        throw new UsageError(`Option "--url" needs label=url, not "${value}"`, "Write --url Homepage=https://…");
      return [value.slice(0, equals), value.slice(equals + 1)];
    }),
  );
}
