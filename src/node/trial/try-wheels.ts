/**
 * Trying wheels: each is installed into a folder of its own and imported in every interpreter here that takes it. No pip
 * and no network are used; distributions that a wheel requires come from the interpreter.
 */
import { basename, resolve } from "node:path";
import { missingRequirements } from "../../core/editable/missing-requirements.ts";
import { type Finding, PackwheelError } from "../../core/errors.ts";
import { parseRequirement } from "../../core/names/requirement.ts";
import { matchesSpecifier, parseSpecifierSet } from "../../core/names/specifier.ts";
import { tryParseVersion } from "../../core/names/version.ts";
import type { Reporter } from "../../core/ports/reporter.ts";
import { formatTriple } from "../../core/tags/tag-set.ts";
import { importableNames } from "../../core/trial/importable-names.ts";
import { fittingTag } from "../../core/trial/interpreter.ts";
import { parseWheelFilename } from "../../core/wheel/filename.ts";
import type { Wheel } from "../../core/wheel/read.ts";
import { inspectFile } from "../inspect-file.ts";
import type { Interpreter } from "./interpreter.ts";
import { runTrial, type TrialJob } from "./run-trial.ts";

export interface TrialOptions {
  /** Modules to import in the place of those that the wheel offers. */
  readonly modules?: readonly string[] | undefined;
  /** Python code to run after the imports. */
  readonly code?: string | undefined;
  /** A test file, or a folder with tests. */
  readonly file?: string | undefined;
  /** Seconds for each trial. Default 300. */
  readonly timeout?: number | undefined;
  /** Try a wheel although the interpreter lacks what it requires. */
  readonly ignoreRequirements?: boolean | undefined;
  /** A wheel that no interpreter here takes is no error. */
  readonly skipUnfit?: boolean | undefined;
  readonly environment?: Readonly<Record<string, string | undefined>> | undefined;
  readonly reporter?: Reporter | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Gets each trial as it ends. */
  readonly onTrial?: ((trial: Trial) => void) | undefined;
}

export interface Trial {
  /** As it was given. */
  readonly wheel: string;
  readonly status: "passed" | "failed" | "skipped";
  /** Undefined for a wheel that no interpreter takes. */
  readonly interpreter: Pick<Interpreter, "kind" | "label" | "path" | "version"> | undefined;
  /** The tag that made it fit: `py3-none-any`. */
  readonly tag: string | undefined;
  readonly modules: readonly string[];
  readonly tests: number | undefined;
  readonly milliseconds: number;
  /** Why it failed, or was left out. */
  readonly reason: string | undefined;
  /** What the interpreter printed. */
  readonly output: string;
}

export interface TrialResult {
  readonly trials: readonly Trial[];
  readonly findings: readonly Finding[];
}

/** Importing a library takes less than a second; its tests may take minutes. */
const DEFAULT_TIMEOUT = 300;

/**
 * @param paths Wheels.
 * @throws {PackwheelError} `FILE_MISSING`, `FILE_KIND_UNKNOWN`, `WHEEL_FILENAME_INVALID`, those of `runTrial`
 */
export async function tryWheels(
  paths: readonly string[],
  interpreters: readonly Interpreter[],
  options: TrialOptions = {},
): Promise<TrialResult> {
  const trials: Trial[] = [];
  const findings: Finding[] = [];
  const wheels = await Promise.all(paths.map((path) => readWheelFile(path, options)));
  for (const [index, path] of paths.entries()) {
    const wheel = wheels[index];
    if (wheel === undefined) continue;
    const ofWheel = await tryWheel(path, wheel, interpreters, options, (trial) => {
      trials.push(trial);
      options.onTrial?.(trial);
    });
    findings.push(...ofWheel);
  }
  return { trials, findings };
}

async function readWheelFile(path: string, { signal }: TrialOptions): Promise<Wheel> {
  const inspected = await inspectFile(path, { signal });
  if (inspected.kind === "wheel") return inspected.wheel;
  throw new PackwheelError("FILE_KIND_UNKNOWN", `Cannot try "${basename(path)}": it is no wheel`, {
    hint: "Build a wheel of it first",
    path,
  });
}

async function tryWheel(
  path: string,
  wheel: Wheel,
  interpreters: readonly Interpreter[],
  options: TrialOptions,
  add: (trial: Trial) => void,
): Promise<readonly Finding[]> {
  const { tags } = parseWheelFilename(wheel.filename);
  const findings: Finding[] = [];
  const modules = options.modules ?? importableNames(wheel.metadata?.importName ?? [], installedPaths(wheel));
  const empty = { wheel: path, modules, tests: undefined, milliseconds: 0, output: "" };
  let hasRun = false;
  let obstacle: string | undefined;
  for (const interpreter of interpreters) {
    const triple = fittingTag(tags, interpreter);
    if (triple === undefined || !fitsRequiresPython(wheel, interpreter)) continue;
    const { kind, label, version } = interpreter;
    const common = {
      ...empty,
      interpreter: { kind, label, path: interpreter.path, version },
      tag: formatTriple(triple),
    };
    const requires = wheel.metadata?.requiresDist ?? [];
    const missing = missingRequirements(requires, interpreter.installed, interpreter.marker);
    if (missing.length > 0 && options.ignoreRequirements !== true) {
      obstacle ??= `${label} lacks ${missing.join(", ")}`;
      add({ ...common, status: "skipped", reason: `lacks ${missing.join(", ")}` });
      continue;
    }
    hasRun = true;
    options.reporter?.report({ kind: "phase", text: `Trying ${wheel.filename} in ${label}` });
    const outcome = await runTrial(interpreter, trialJob(path, wheel, modules, interpreter, options));
    const { passed, reason, tests, output, milliseconds } = outcome;
    add({ ...common, status: passed ? "passed" : "failed", tests, milliseconds, reason, output });
    if (!passed) findings.push(failed(path, label, reason ?? ""));
  }
  if (!hasRun) {
    if (obstacle === undefined) {
      add({
        ...empty,
        status: "skipped",
        interpreter: undefined,
        tag: undefined,
        reason: "no interpreter here takes it",
      });
    }
    if (options.skipUnfit !== true) findings.push(notTried(path, obstacle, interpreters));
  }
  return findings;
}

function trialJob(
  path: string,
  wheel: Wheel,
  modules: readonly string[],
  interpreter: Interpreter,
  options: TrialOptions,
): TrialJob {
  const has = new Set([...interpreter.installed.keys()].map((name) => name.toLowerCase()));
  const required = (wheel.metadata?.requiresDist ?? []).map((text) => parseRequirement(text).name.toLowerCase());
  return {
    path: resolve(path),
    wheel,
    modules,
    code: options.code,
    file: options.file === undefined ? undefined : resolve(options.file),
    packages: interpreter.kind === "pyodide" ? required.filter((name) => has.has(name)) : [],
    timeout: options.timeout ?? DEFAULT_TIMEOUT,
    environment: options.environment ?? {},
    signal: options.signal,
  };
}

/** Members as they are installed, without those of schemes that nothing is imported from. */
function installedPaths({ members }: Wheel): readonly string[] {
  return members.flatMap(({ path }) => {
    const found = /^[^/]+\.data\/([^/]+)\/(.*)$/.exec(path);
    if (found === null) return [path];
    return found[1] === "purelib" || found[1] === "platlib" ? [found[2] ?? ""] : [];
  });
}

function fitsRequiresPython({ metadata }: Wheel, { version }: Interpreter): boolean {
  const parsed = tryParseVersion(version);
  if (metadata?.requiresPython === undefined || parsed === undefined) return true;
  return matchesSpecifier(parseSpecifierSet(metadata.requiresPython), parsed);
}

function failed(path: string, label: string, reason: string): Finding {
  return { code: "TRIAL_FAILED", severity: "error", message: `Wheel fails in ${label}: ${reason}`, path };
}

function notTried(path: string, obstacle: string | undefined, interpreters: readonly Interpreter[]): Finding {
  if (obstacle !== undefined) {
    const hint = "Install that there, name another Python with --python, or pass --ignore-requirements";
    return { code: "TRIAL_NOT_TRIED", severity: "error", message: `Wheel was not tried: ${obstacle}`, path, hint };
  }
  const labels = interpreters.map(({ label }) => label).join(", ");
  const state = labels === "" ? "there is no Python here" : `none of ${labels} takes it`;
  const hint = "Name a Python with --python, install Pyodide (npm install --save-dev pyodide), or pass --skip-unfit";
  return { code: "TRIAL_NOT_TRIED", severity: "error", message: `Wheel was not tried: ${state}`, path, hint };
}
