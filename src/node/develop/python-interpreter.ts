/**
 * What a Python says of itself: where its packages and scripts go, and what is installed.
 * It runs isolated (`-I`): neither the current folder nor the user's variables change the answer.
 */
import { execFile } from "node:child_process";
import { PackwheelError } from "../../core/errors.ts";

export interface PythonInterpreter {
  /** Absolute; in a virtual environment the link there, not the Python behind it. */
  readonly executable: string;
  /** `3.11.7` */
  readonly version: string;
  readonly prefix: string;
  readonly isVirtualEnvironment: boolean;
  /** Its owner, most often the system's package manager, wants no other installer (PEP 668). */
  readonly isExternallyManaged: boolean;
  readonly windows: boolean;
  readonly paths: {
    readonly purelib: string;
    readonly platlib: string;
    readonly scripts: string;
    readonly data: string;
    readonly headers: string;
  };
  /** Name and version of what is installed where it imports from. */
  readonly installed: ReadonlyMap<string, string>;
  /** Variables of environment markers. */
  readonly marker: Readonly<Record<string, string>>;
}

/** Python 3.4 and newer. */
const QUESTION = `
import json, os, platform, sys, sysconfig
installed = {}
for folder in reversed(sys.path):
    try:
        names = os.listdir(folder)
    except OSError:
        continue
    for name in names:
        stem, ending = os.path.splitext(name)
        if ending in (".dist-info", ".egg-info"):
            parts = stem.split("-")
            installed[parts[0]] = parts[1] if len(parts) > 1 else ""
def full(info):
    text = "%d.%d.%d" % tuple(info[:3])
    return text if info[3] == "final" else text + info[3][0] + str(info[4])
paths = sysconfig.get_paths()
virtual = sys.prefix != getattr(sys, "base_prefix", sys.prefix)
short = "python%d.%d" % sys.version_info[:2]
headers = os.path.join(sys.prefix, "include", "site", short) if virtual else paths["include"]
stdlib = sysconfig.get_path("stdlib")
print(json.dumps({
    "executable": sys.executable,
    "version": "%d.%d.%d" % sys.version_info[:3],
    "prefix": sys.prefix,
    "virtual": virtual,
    "managed": not virtual and os.path.isfile(os.path.join(stdlib, "EXTERNALLY-MANAGED")),
    "windows": os.name == "nt",
    "paths": {
        "purelib": paths["purelib"], "platlib": paths["platlib"], "scripts": paths["scripts"],
        "data": paths["data"], "headers": headers,
    },
    "installed": installed,
    "marker": {
        "python_version": ".".join(platform.python_version_tuple()[:2]),
        "python_full_version": platform.python_version(),
        "os_name": os.name,
        "sys_platform": sys.platform,
        "platform_release": platform.release(),
        "platform_system": platform.system(),
        "platform_version": platform.version(),
        "platform_machine": platform.machine(),
        "platform_python_implementation": platform.python_implementation(),
        "implementation_name": sys.implementation.name,
        "implementation_version": full(sys.implementation.version),
    },
}))
`;

const TIMEOUT_MS = 60_000;
/** Ten thousand installed distributions take less. */
const MAX_ANSWER = 4 * 1024 * 1024;

/**
 * @param command Path of a Python, or its name on PATH.
 * @throws {PackwheelError} `DEVELOP_PYTHON_FAILED`
 */
export async function askPython(command: string): Promise<PythonInterpreter> {
  const answer = await new Promise<string>((resolve, reject) => {
    const options = { encoding: "utf8" as const, maxBuffer: MAX_ANSWER, timeout: TIMEOUT_MS, windowsHide: true };
    // The answer is ASCII: JSON escapes the rest.
    execFile(command, ["-I", "-c", QUESTION], options, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else
        reject(
          failure(
            command,
            error.code === "ENOENT" ? "there is no such program" : (lastLine(stderr) ?? error.message),
            error,
          ),
        );
    });
  });
  const interpreter = parseAnswer(answer);
  if (interpreter === undefined) throw failure(command, "its answer is not the one of a Python", undefined);
  return interpreter;
}

function failure(command: string, state: string, cause: unknown): PackwheelError {
  return new PackwheelError("DEVELOP_PYTHON_FAILED", `Cannot ask the Python "${command}" for its paths: ${state}`, {
    path: command,
    hint: "Name a Python 3.4 or newer, or a virtual environment, with --python",
    cause,
  });
}

function lastLine(text: string): string | undefined {
  return text.trim().split(/\r?\n/).at(-1) || undefined;
}

function parseAnswer(text: string): PythonInterpreter | undefined {
  const answer = parseObject(text);
  const paths = readStrings(answer?.["paths"]);
  const { purelib, platlib, scripts, data, headers } = paths;
  const { executable, version, prefix } = readStrings(answer);
  if (!executable || !version || !prefix || !purelib || !platlib || !scripts || !data || !headers) return undefined;
  return {
    executable,
    version,
    prefix,
    isVirtualEnvironment: answer?.["virtual"] === true,
    isExternallyManaged: answer?.["managed"] === true,
    windows: answer?.["windows"] === true,
    paths: { purelib, platlib, scripts, data, headers },
    installed: new Map(Object.entries(readStrings(answer?.["installed"]))),
    marker: readStrings(answer?.["marker"]),
  };
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The entries of an object that are strings. */
function readStrings(value: unknown): Readonly<Record<string, string>> {
  if (!isRecord(value)) return {};
  const strings = Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return Object.fromEntries(strings);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
