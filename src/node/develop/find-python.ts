/** Which Python a project is installed into. The system's own is never guessed: a slip there breaks other programs. */
import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { PackwheelError } from "../../core/errors.ts";
import { askPython, type PythonInterpreter } from "./python-interpreter.ts";

export interface PythonWish {
  /** The project's folder. */
  readonly directory: string;
  /** Path of a Python or of an environment, or a name on PATH. */
  readonly python?: string | undefined;
  /** The variable VIRTUAL_ENV. */
  readonly virtualEnvironment?: string | undefined;
}

/**
 * The Python that is named, else that of the active virtual environment, else that of `.venv` in the project.
 *
 * @throws {PackwheelError} `DEVELOP_NO_PYTHON`, `DEVELOP_PYTHON_UNFIT`, `DEVELOP_PYTHON_FAILED`
 */
export async function findPython({ directory, python, virtualEnvironment }: PythonWish): Promise<PythonInterpreter> {
  if (python !== undefined) {
    const isFolder = statSync(python, { throwIfNoEntry: false })?.isDirectory() === true;
    const interpreter = await askPython(isFolder ? pythonOf(resolve(python), "--python names") : python);
    if (interpreter.isExternallyManaged) throw managed(interpreter);
    return interpreter;
  }
  if (virtualEnvironment !== undefined && virtualEnvironment !== "") {
    return askEnvironment(virtualEnvironment, "VIRTUAL_ENV names");
  }
  const beside = join(directory, ".venv");
  if (existsSync(beside)) return askEnvironment(resolve(beside), "the project has");
  throw new PackwheelError(
    "DEVELOP_NO_PYTHON",
    `Cannot install "${directory}": no virtual environment is active, and the project has no .venv`,
    {
      path: directory,
      hint: "Make one with python3 -m venv .venv, or name a Python with --python",
    },
  );
}

/** A folder whose pyvenv.cfg is gone has a Python that takes itself for the system's. */
async function askEnvironment(folder: string, origin: string): Promise<PythonInterpreter> {
  const interpreter = await askPython(pythonOf(folder, origin));
  if (interpreter.isVirtualEnvironment) return interpreter;
  throw new PackwheelError(
    "DEVELOP_PYTHON_UNFIT",
    `Cannot install into "${folder}", which ${origin}: it is no virtual environment`,
    {
      path: folder,
      hint: "Make it anew with python3 -m venv, or name a Python with --python",
    },
  );
}

function pythonOf(folder: string, origin: string): string {
  const places = [join(folder, "bin", "python"), join(folder, "Scripts", "python.exe"), join(folder, "bin", "python3")];
  const found = places.find((place) => existsSync(place));
  if (found !== undefined) return found;
  throw new PackwheelError(
    "DEVELOP_NO_PYTHON",
    `Cannot install into "${folder}", which ${origin}: it holds no Python`,
    {
      path: folder,
      hint: "Make it anew with python3 -m venv, or name a Python with --python",
    },
  );
}

function managed({ executable }: PythonInterpreter): PackwheelError {
  return new PackwheelError(
    "DEVELOP_PYTHON_UNFIT",
    `Cannot install into "${executable}": the system manages it (EXTERNALLY-MANAGED)`,
    {
      path: executable,
      hint: "Make a virtual environment with python3 -m venv .venv",
    },
  );
}
