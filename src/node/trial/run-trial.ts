/** One wheel in one interpreter: a process of its own, in folders of its own, with a limit of time. */
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, delimiter, join } from "node:path";
import { performance } from "node:perf_hooks";
import process from "node:process";
import { PackwheelError } from "../../core/errors.ts";
import { throwIfAborted } from "../../core/ports/abort.ts";
import type { Wheel } from "../../core/wheel/read.ts";
import { runCommand } from "../run-command.ts";
import { forgetTemporary, rememberTemporary } from "../temporary-files.ts";
import { ISOLATED } from "./ask-python.ts";
import { type InstalledWheel, installWheel } from "./install-wheel.ts";
import type { Interpreter } from "./interpreter.ts";
import { PYODIDE_PROGRAM } from "./pyodide-program.ts";
import { TRIAL_PROGRAM } from "./trial-program.ts";

export interface TrialJob {
  /** Absolute path of the wheel. */
  readonly path: string;
  readonly wheel: Wheel;
  readonly modules: readonly string[];
  /** Python code to run when the modules are there. */
  readonly code: string | undefined;
  /** Absolute path of a test file, or of a folder with tests. */
  readonly file: string | undefined;
  /** Distributions to load before, where the interpreter is Pyodide. */
  readonly packages: readonly string[];
  readonly timeout: number;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal | undefined;
}

export interface TrialOutcome {
  readonly passed: boolean;
  /** What failed, in a few words; undefined when nothing did. */
  readonly reason: string | undefined;
  /** Tests that ran; undefined where none were asked for, or where a script is no list of tests. */
  readonly tests: number | undefined;
  /** All that was printed. */
  readonly output: string;
  readonly milliseconds: number;
}

/** How far the program came. */
interface Report {
  readonly stage: "start" | "import" | "code" | "file" | "done";
  readonly module?: string;
  readonly tests?: number | null;
}

/** @throws {PackwheelError} those of `installWheel`, `ABORTED` */
export async function runTrial(interpreter: Interpreter, job: TrialJob): Promise<TrialOutcome> {
  throwIfAborted(job.signal);
  const folder = await mkdtemp(join(tmpdir(), "packwheel-test-"));
  rememberTemporary(folder);
  try {
    const executable = interpreter.kind === "python" ? interpreter.path : undefined;
    const installed = await installWheel(job.path, job.wheel, join(folder, "wheel"), executable, job.signal);
    return await runProgram(interpreter, job, folder, installed);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    forgetTemporary(folder);
  }
}

async function runProgram(
  interpreter: Interpreter,
  job: TrialJob,
  folder: string,
  { site, scripts }: InstalledWheel,
): Promise<TrialOutcome> {
  const reports = join(folder, "report");
  const scratch = join(folder, "tmp");
  for (const each of [reports, scratch]) await mkdir(each);
  const isFolder = job.file !== undefined && (await stat(job.file)).isDirectory();
  const { modules, code = null, file = null } = job;
  const own = { site, report: join(reports, "report.json"), modules, code, file, isFolder };
  const command = await writeProgram(interpreter, job, folder, own);
  const limit = AbortSignal.timeout(job.timeout * 1000);
  let output = "";
  const start = performance.now();
  let state: string | undefined;
  try {
    const { exitCode } = await runCommand({
      purpose: `try "${job.wheel.filename}"`,
      command,
      cwd: scratch,
      env: {
        ...withoutPython(job.environment),
        // For Pythons that tests start.
        PYTHONPATH: site,
        PATH: `${scripts}${delimiter}${job.environment["PATH"] ?? ""}`,
        TMPDIR: scratch,
        TEMP: scratch,
        TMP: scratch,
      },
      onOutput: (text) => {
        output += text;
      },
      signal: job.signal === undefined ? limit : AbortSignal.any([job.signal, limit]),
    });
    if (exitCode !== 0) state = `exit code ${exitCode}`;
  } catch (error) {
    throwIfAborted(job.signal);
    if (limit.aborted) state = `it ran for more than ${job.timeout} s`;
    else if (error instanceof PackwheelError && error.code === "NATIVE_COMMAND_FAILED") {
      state = /ended by (\w+)/.exec(error.message)?.[0] ?? error.message;
    } else throw error;
  }
  const milliseconds = Math.round(performance.now() - start);
  const report = await readReport(own.report);
  // A program that ends without a word, as by os._exit(0), has not come to its end.
  if (state === undefined && report.stage !== "done") state = "it ended the interpreter";
  const reason = state === undefined ? undefined : `${describeStage(report, job)}: ${state}`;
  return { passed: state === undefined, reason, tests: report.tests ?? undefined, output, milliseconds };
}

async function writeProgram(
  interpreter: Interpreter,
  job: TrialJob,
  folder: string,
  own: object,
): Promise<readonly string[]> {
  const jobFile = join(folder, "job.json");
  if (interpreter.kind === "python") {
    const program = join(folder, "trial.py");
    await writeFile(program, TRIAL_PROGRAM);
    await writeFile(jobFile, JSON.stringify(own));
    return [interpreter.path, ...ISOLATED, program, jobFile];
  }
  const program = join(folder, "pyodide.mjs");
  await writeFile(program, PYODIDE_PROGRAM);
  const { path: pyodideFolder } = interpreter;
  await writeFile(jobFile, JSON.stringify({ pyodideFolder, packages: job.packages, program: TRIAL_PROGRAM, job: own }));
  return [process.execPath, program, jobFile];
}

async function readReport(path: string): Promise<Report> {
  const text = await readFile(path, "utf8").catch(() => "");
  if (text === "") return { stage: "start" };
  try {
    // The program is ours; a crash while it writes leaves a part.
    return JSON.parse(text) as Report;
  } catch {
    return { stage: "start" };
  }
}

function describeStage({ stage, module }: Report, { file }: TrialJob): string {
  switch (stage) {
    case "import":
      return `import ${module ?? ""}`;
    case "code":
      return "-c";
    case "file":
      return basename(file ?? "");
    default:
      return "start";
  }
}

/** Variables of the user's own Python, which would change what is tried. */
function withoutPython(environment: TrialJob["environment"]): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !/^PYTHON/i.test(name)));
}
