/** `packwheel build`: the project's wheel and sdist, or the list of what would go into them. */
import { resolve } from "node:path";
import type { BuildOptions, BuildPlan, DistributionKind } from "../../core/build/build-project.ts";
import type { Finding } from "../../core/errors.ts";
import {
  type BuildDirectoryOptions,
  type BuiltDiskFile,
  buildDirectory,
  planDirectory,
} from "../../node/build-directory.ts";
import type { BuildTargetsResult, TargetBuild } from "../../node/build-targets.ts";
import type { NativeOptions } from "../../node/native-build.ts";
import { alignColumns } from "../align-columns.ts";
import { type CommandContext, type CommandResult, type OptionValues, UsageError } from "../context.ts";
import { configSettings, engineOptions, flag, text } from "../options.ts";
import { errorFindings, formatSize, visibleLine } from "../report.ts";
import { shortPath } from "../short-path.ts";

export async function run(
  args: readonly string[],
  options: OptionValues,
  context: CommandContext,
): Promise<CommandResult> {
  const directory = resolve(context.cwd, args[0] ?? ".");
  const outDir = text(options, "outDir");
  const build: BuildDirectoryOptions = {
    ...buildOptions(options),
    ...(await engineOptions(options)),
    outDir: outDir === undefined ? undefined : resolve(context.cwd, outDir),
    native: nativeOptions(options),
    reporter: context.reporter,
    signal: context.signal,
  };
  const why = text(options, "why");
  if (flag(options, "list") || why !== undefined) return listFiles(await planDirectory(directory, build), why);
  if (flag(options, "editable") || flag(options, "metadataOnly"))
    return buildForFrontend(directory, build, options, context);
  if (flag(options, "verifyReproducible")) {
    const { verifyReproducible } = await import("../../node/verify-reproducible.ts");
    return described(await verifyReproducible(directory, build), context);
  }
  const targets = targetWords(options);
  if (targets !== undefined) {
    const { buildTargets } = await import("../../node/build-targets.ts");
    const keepGoing = flag(options, "keepGoing");
    return describedTargets(await buildTargets(directory, targets, { ...build, keepGoing }), context);
  }
  if (flag(options, "keepGoing")) {
    throw new UsageError("Option --keep-going is for several targets", "Name them with --target, or leave it out");
  }
  return described(await buildDirectory(directory, build), context);
}

/** Several targets, or one by its name; undefined for a triple that other tools than packwheel's know better. */
function targetWords(options: OptionValues): readonly string[] | undefined {
  const wanted = text(options, "target");
  if (wanted === undefined) return undefined;
  const isTriple = !wanted.includes(",") && wanted.split("-").length >= 3;
  return isTriple ? undefined : [wanted];
}

/** `--editable` and `--metadata-only`: what the hooks of the build backend ask for. */
async function buildForFrontend(
  directory: string,
  build: BuildDirectoryOptions,
  options: OptionValues,
  context: CommandContext,
): Promise<CommandResult> {
  const asked = ["editable", "metadataOnly", "wheel", "sdist", "verifyReproducible"].filter((name) =>
    flag(options, name),
  );
  if (asked.length > 1) {
    throw new UsageError(
      "Options --editable and --metadata-only ask for one thing alone",
      "Give no other kind with them",
    );
  }
  const { buildEditableDirectory, writeMetadataDirectory } = await import("../../node/build-editable.ts");
  if (flag(options, "editable")) return described(await buildEditableDirectory(directory, build), context);
  const { path, name, version, findings } = await writeMetadataDirectory(directory, build);
  const shown = shortPath(path, context.cwd);
  return {
    files: [{ path: shown, kind: "metadata", name, version }],
    findings,
    lines: [shown],
    exitCode: 0,
  };
}

/** @throws {UsageError} */
function nativeOptions(options: OptionValues): NativeOptions {
  const profile = text(options, "profile");
  if (profile !== undefined && profile !== "release" && profile !== "debug") {
    throw new UsageError(`Option "--profile" needs "release" or "debug", not "${profile}"`);
  }
  const target = targetWords(options) === undefined ? text(options, "target") : undefined;
  return {
    target,
    profile,
    cache: options["cache"] !== false,
    compiler: text(options, "compiler"),
    wholeProcess: true,
  };
}

function buildOptions(options: OptionValues): BuildOptions {
  const kinds: DistributionKind[] = [];
  if (flag(options, "sdist")) kinds.push("sdist");
  if (flag(options, "wheel")) kinds.push("wheel");
  return {
    kinds: kinds.length === 0 ? undefined : kinds,
    setVersion: text(options, "setVersion"),
    pythonTag: text(options, "pythonTag")?.split("."),
    abiTag: text(options, "abiTag")?.split("."),
    platformTag: text(options, "platformTag")?.split("."),
    buildTag: text(options, "buildTag"),
    overrides: configSettings(options),
  };
}

function described(
  result: { readonly files: readonly BuiltDiskFile[]; readonly findings: CommandResult["findings"] },
  context: CommandContext,
): CommandResult {
  const paths = result.files.map((file) => shortPath(file.path, context.cwd));
  return {
    files: result.files.map(({ kind, tags, size, sha256 }, index) => ({
      path: paths[index],
      kind,
      tags,
      size,
      sha256,
    })),
    findings: result.findings,
    lines: paths,
    notes: result.files.map((file) => {
      return `Built ${file.kind} ${file.filename}, ${formatSize(file.size)}, sha256 ${file.sha256}`;
    }),
    exitCode: 0,
  };
}

/** A row for each target: its wheel, or the target whose wheel is for it too, or that it failed. */
function describedTargets({ sdist, targets, findings }: BuildTargetsResult, context: CommandContext): CommandResult {
  const wheels = targets.flatMap(({ wheel, ...rest }) => (wheel === undefined ? [] : [{ ...rest, wheel }]));
  const failures = targets.flatMap(({ failure }) => (failure === undefined ? [] : errorFindings(failure)));
  const built = described(
    {
      files: [...(sdist === undefined ? [] : [sdist]), ...wheels.map(({ wheel }) => wheel)],
      findings: [...findings, ...targets.flatMap(leftOutNote), ...failures],
    },
    context,
  );
  const rows = targets.map(({ target, wheel, coveredBy, failure, leftOut, milliseconds }) => {
    const time = `${(milliseconds / 1000).toFixed(1)} s`;
    if (failure !== undefined) return [target.name, `failed: ${failure.code}`, "", time, ""];
    if (leftOut !== undefined) return [target.name, "left out", "", "", ""];
    if (wheel === undefined) return [target.name, `same wheel as ${coveredBy ?? ""}`, "", "", target.proof];
    const platforms = [...new Set(wheel.tags.map((tag) => tag.split("-").at(-1) ?? ""))].join(".");
    return [target.name, platforms, formatSize(wheel.size), time, target.proof];
  });
  return {
    ...built,
    files: built.files.map((file, index) => {
      const found = wheels[sdist === undefined ? index : index - 1];
      if (found === undefined) return file;
      const { target, milliseconds } = found;
      return { ...file, target: target.name, milliseconds, proof: target.proof };
    }),
    notes: alignColumns([["target", "tags", "size", "time", "proved by"], ...rows]),
    exitCode: failures.length > 0 ? 1 : 0,
  };
}

function leftOutNote({ target, leftOut }: TargetBuild): readonly Finding[] {
  if (leftOut === undefined) return [];
  const message = `Nothing is built for ${target.name}, which is part of "all": ${leftOut.message}`;
  return [{ code: "TARGET_LEFT_OUT", severity: "note", message }];
}

/** What would go in, what stays out, and why. With a path: that file alone. */
function listFiles(plan: BuildPlan, why: string | undefined): CommandResult {
  const wanted = why?.replaceAll("\\", "/").replace(/^\.\//, "");
  const decisions = plan.selection.decisions.filter((decision) => {
    return wanted === undefined || decision.path === wanted || decision.wheel?.includes(wanted);
  });
  if (wanted !== undefined && decisions.length === 0) {
    return {
      files: [],
      findings: [
        {
          code: "LIST_NO_SUCH_FILE",
          severity: "error",
          message: "This file was not looked at: it does not exist, or lies in a folder that is never packed",
          path: wanted,
        },
      ],
      lines: [],
      exitCode: 1,
    };
  }
  return {
    files: decisions,
    findings: plan.findings,
    lines: decisions.map((decision) => {
      const places = `${decision.wheel === undefined ? "-----" : "wheel"} ${decision.sdist ? "sdist" : "-----"}`;
      const moved = decision.wheel === undefined || decision.wheel === decision.path ? "" : ` -> ${decision.wheel}`;
      return visibleLine(`${places}  ${decision.path}${moved}  (${decision.reason})`);
    }),
    exitCode: 0,
  };
}
