/** Pyodide as an npm package: beside the project, or beside packwheel. Its lock file tells what it is. */
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { PackwheelError } from "../../core/errors.ts";
import { packageFolders } from "../toolchain/find-packages.ts";
import type { Interpreter } from "./interpreter.ts";

/** The parts of `pyodide-lock.json` that are read. */
interface LockFile {
  readonly info?: { readonly abi_version?: unknown; readonly platform?: unknown; readonly python?: unknown };
  readonly packages?: Readonly<Record<string, { readonly version?: unknown; readonly file_name?: unknown }>>;
}

/** @returns Undefined when the package is not installed. @throws {PackwheelError} `TRIAL_PYTHON_FAILED` */
export function findPyodide(directory: string): Interpreter | undefined {
  const folder = packageFolders("pyodide", directory).find((each) => isPyodide(each));
  return folder === undefined ? undefined : readPyodide(folder);
}

/** Whether a folder holds the files of Pyodide. */
export function isPyodide(folder: string): boolean {
  return existsSync(join(folder, "pyodide.mjs"));
}

/** @throws {PackwheelError} `TRIAL_PYTHON_FAILED` */
export function readPyodide(folder: string): Interpreter {
  const { info, packages = {} } = readJson<LockFile>(folder, "pyodide-lock.json");
  const { version: release } = readJson<{ readonly version?: unknown }>(folder, "package.json");
  const { abi_version: abi, platform, python } = info ?? {};
  const [major, minor] = String(python).split(".").map(Number);
  if (typeof abi !== "string" || typeof python !== "string" || major === undefined || minor === undefined) {
    throw failure(folder, "its lock file names no Python and no ABI; versions from 0.26 on do");
  }
  const short = `${major}.${minor}`;
  return {
    kind: "pyodide",
    path: resolve(folder),
    label: `Pyodide ${String(release)} (CPython ${short})`,
    implementation: "cpython",
    version: python,
    major,
    minor,
    abis: [`cp${major}${minor}`],
    freeThreaded: false,
    platform: { kind: "emscripten", abi, compiler: String(platform).replace(/^emscripten_/, "") },
    installed: new Map(
      Object.entries(packages)
        // The npm package has the lock file of a whole distribution, and none of its wheels.
        .filter(([, { file_name: file }]) => typeof file === "string" && existsSync(join(folder, file)))
        .map(([name, { version }]) => [name, String(version)]),
    ),
    marker: {
      python_version: short,
      python_full_version: python,
      os_name: "posix",
      sys_platform: "emscripten",
      platform_release: "",
      platform_system: "Emscripten",
      platform_version: "",
      platform_machine: "wasm32",
      platform_python_implementation: "CPython",
      implementation_name: "cpython",
      implementation_version: python,
    },
  };
}

function readJson<Content>(folder: string, name: string): Content {
  try {
    // Each field is looked at before it is used.
    return JSON.parse(readFileSync(join(folder, name), "utf8")) as Content;
  } catch (cause) {
    throw failure(folder, `${name} cannot be read`, cause);
  }
}

function failure(folder: string, state: string, cause?: unknown): PackwheelError {
  return new PackwheelError("TRIAL_PYTHON_FAILED", `Cannot try wheels in the Pyodide of "${folder}": ${state}`, {
    path: folder,
    hint: "Install it anew: npm install --save-dev pyodide",
    cause,
  });
}
