/** The Pythons of this machine: on PATH by their usual names, of pyenv, and those that the launcher of Windows lists. */
import { execFile } from "node:child_process";
import { existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import process from "node:process";
import { compareCodePoints } from "../../core/bytes/code-points.ts";
import { inParallel } from "../../toolchain/workers.ts";
import { askTrialPython } from "./ask-python.ts";
import type { Interpreter } from "./interpreter.ts";

/** `python`, `python3`, `python3.13`, `python3.13t`, `pypy3.11`; not `python3-config`. */
const NAME = /^(?:python|pypy|graalpy)(?:[23](?:\.\d+)?t?)?(?:\.exe)?$/;

/** Each takes a tenth of a second or two of a processor. */
const ASKED_AT_ONCE = 4;

export type Environment = Readonly<Record<string, string | undefined>>;

/** Each once, by version; what gives no answer is no Python that anybody asked for. */
export async function findPythons(environment: Environment, signal?: AbortSignal): Promise<readonly Interpreter[]> {
  const paths = new Map<string, string>();
  for (const path of [...onPath(environment), ...ofPyenv(environment), ...(await ofLauncher())]) {
    const real = realPath(path);
    if (real !== undefined && !paths.has(real)) paths.set(real, path);
  }
  const answers = await inParallel([...paths.values()], ASKED_AT_ONCE, async (path) => {
    try {
      return await askTrialPython(path, signal);
    } catch (error) {
      if (signal?.aborted === true) throw error;
      return undefined;
    }
  });
  const found = new Map<string, Interpreter>();
  for (const interpreter of answers) {
    const real = interpreter === undefined ? undefined : realPath(interpreter.path);
    if (interpreter !== undefined && real !== undefined && !found.has(real)) found.set(real, interpreter);
  }
  return [...found.values()].sort(
    (left, right) => left.major - right.major || left.minor - right.minor || compareCodePoints(left.path, right.path),
  );
}

function onPath(environment: Environment): readonly string[] {
  const folders = (environment["PATH"] ?? environment["Path"] ?? "").split(delimiter);
  // Shims of pyenv start what is chosen for a folder, or fail: its versions are looked at themselves.
  return folders
    .filter((folder) => folder !== "" && !/[\\/]shims$/.test(folder))
    .flatMap((folder) =>
      namesIn(folder)
        .filter((name) => NAME.test(name))
        .map((name) => join(folder, name)),
    );
}

function ofPyenv(environment: Environment): readonly string[] {
  const home = environment["HOME"] ?? environment["USERPROFILE"];
  const root = environment["PYENV_ROOT"] ?? (home === undefined ? undefined : join(home, ".pyenv"));
  if (root === undefined) return [];
  const versions = join(root, "versions");
  return namesIn(versions).map((name) => join(versions, name, "bin", "python"));
}

/** Lines of `py -0p`: ` -V:3.13 *        C:\\Python313\\python.exe` */
async function ofLauncher(): Promise<readonly string[]> {
  if (process.platform !== "win32") return [];
  const text = await new Promise<string>((resolve) => {
    execFile("py", ["-0p"], { windowsHide: true }, (_error, stdout) => resolve(stdout));
  });
  return [...text.matchAll(/\b[A-Za-z]:\\.*?\.exe\b/g)].map(([path]) => path);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort(compareCodePoints);
  } catch {
    return [];
  }
}

function realPath(path: string): string | undefined {
  try {
    if (!statSync(path).isFile()) return undefined;
    // A virtual environment is a link to its Python, with packages of its own.
    const isEnvironment = existsSync(join(dirname(dirname(path)), "pyvenv.cfg"));
    return isEnvironment ? path : realpathSync(path);
  } catch {
    return undefined;
  }
}
