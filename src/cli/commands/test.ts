/** `packwheel test`: wheels, imported and tried in the interpreters that are here. */
import { existsSync, statSync } from "node:fs";
import { basename, resolve } from "node:path";
import { askTrialPython } from "../../node/trial/ask-python.ts";
import { findPyodide, isPyodide, readPyodide } from "../../node/trial/find-pyodide.ts";
import { findPythons } from "../../node/trial/find-pythons.ts";
import type { Interpreter } from "../../node/trial/interpreter.ts";
import { type Trial, tryWheels } from "../../node/trial/try-wheels.ts";
import { type CommandContext, type CommandResult, type OptionValues, UsageError } from "../context.ts";
import { flag, list, text } from "../options.ts";
import { visible } from "../report.ts";

export async function run(
  args: readonly string[],
  options: OptionValues,
  context: CommandContext,
): Promise<CommandResult> {
  if (args.length === 0) throw new UsageError("Which wheels are to be tried?", "Write packwheel test dist/*.whl");
  const { cwd, environment, reporter, signal } = context;
  const modules = list(options, "import");
  const timeout = secondsOf(text(options, "timeout"));
  const file = testFile(text(options, "file"), cwd);
  reporter.report({ kind: "phase", text: "Looking for interpreters" });
  const interpreters = await chooseInterpreters(list(options, "python"), context);
  const paths = args.map((path) => resolve(cwd, path));
  const { trials, findings } = await tryWheels(paths, interpreters, {
    modules: modules.length === 0 ? undefined : modules,
    code: text(options, "code"),
    file,
    timeout,
    ignoreRequirements: flag(options, "ignoreRequirements"),
    skipUnfit: flag(options, "skipUnfit"),
    environment,
    reporter,
    signal,
  });
  const given = new Map(paths.map((path, index) => [path, args[index] ?? path]));
  const nameOf = (path: string | undefined): string => given.get(path ?? "") ?? path ?? "";
  return {
    files: trials.map(({ wheel, ...trial }) => ({ path: nameOf(wheel), ...trial })),
    findings: findings.map((finding) => ({ ...finding, path: nameOf(finding.path) })),
    lines: trials.flatMap((trial) => describe(trial, context)),
    exitCode: findings.some(({ severity }) => severity === "error") ? 1 : 0,
  };
}

/** Those that are named; else every Python that is found, and Pyodide. */
async function chooseInterpreters(
  named: readonly string[],
  { cwd, environment, signal }: CommandContext,
): Promise<readonly Interpreter[]> {
  if (named.length > 0) return Promise.all(named.map((name) => interpreterOf(name, cwd, signal)));
  const pyodide = findPyodide(cwd);
  return [...(await findPythons(environment, signal)), ...(pyodide === undefined ? [] : [pyodide])];
}

/** A program, a virtual environment, a folder of Pyodide, or a name on PATH. */
async function interpreterOf(name: string, cwd: string, signal: AbortSignal): Promise<Interpreter> {
  const path = resolve(cwd, name);
  if (isPyodide(path)) return readPyodide(path);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) {
    const places = ["bin/python", "Scripts/python.exe", "bin/python3"].map((place) => resolve(path, place));
    return askTrialPython(places.find((place) => existsSync(place)) ?? path, signal);
  }
  return askTrialPython(existsSync(path) ? path : name, signal);
}

function testFile(file: string | undefined, cwd: string): string | undefined {
  if (file === undefined) return undefined;
  const path = resolve(cwd, file);
  if (!existsSync(path)) throw new UsageError(`Option "--file" needs a file or a folder, and there is no "${file}"`);
  return path;
}

function secondsOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const seconds = Number(value);
  if (Number.isFinite(seconds) && seconds > 0) return seconds;
  throw new UsageError(`Option "--timeout" needs a number of seconds, not "${value}"`);
}

/** `passed   CPython 3.13.1  hello-1.0-py3-none-any.whl  0.2 s, 12 tests`; below a failure what was printed. */
function describe(trial: Trial, { verbose }: CommandContext): readonly string[] {
  const { status, interpreter, tests, milliseconds, reason, output } = trial;
  const facts = [
    ...(status === "skipped" ? [] : [`${(milliseconds / 1000).toFixed(1)} s`]),
    ...(tests === undefined ? [] : [`${tests} test${tests === 1 ? "" : "s"}`]),
    ...(reason === undefined ? [] : [visible(reason)]),
  ];
  const line = [status, basename(trial.wheel), interpreter?.label ?? "-", facts.join(", ")].join("  ");
  const isShown = output.trim() !== "" && (status === "failed" || verbose);
  return [
    line,
    ...(isShown
      ? visible(output)
          .trimEnd()
          .split(/\r?\n/)
          .map((text) => `    ${text}`)
      : []),
  ];
}
