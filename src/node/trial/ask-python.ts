/** What a Python of this machine says of itself: its tags, and what it has installed. */
import { execFile } from "node:child_process";
import { PackwheelError } from "../../core/errors.ts";
import { normalizePlatform } from "../../core/tags/platform-tag.ts";
import type { InterpreterPlatform } from "../../core/trial/interpreter.ts";
import type { Interpreter } from "./interpreter.ts";
import { PYTHON_QUESTION } from "./python-question.ts";

const TIMEOUT_MS = 60_000;
/** Ten thousand installed distributions take less. */
const MAX_ANSWER = 4 * 1024 * 1024;

/** Neither the variables of the user nor his own packages count. Python 2.7 has no `-I`. */
export const ISOLATED: readonly string[] = ["-E", "-s", "-B"];

/** @throws {PackwheelError} `TRIAL_PYTHON_FAILED` */
export async function askTrialPython(command: string, signal?: AbortSignal): Promise<Interpreter> {
  const answer = await new Promise<string>((resolve, reject) => {
    const options = {
      encoding: "utf8" as const,
      maxBuffer: MAX_ANSWER,
      timeout: TIMEOUT_MS,
      windowsHide: true,
      ...(signal === undefined ? {} : { signal }),
    };
    execFile(command, [...ISOLATED, "-c", PYTHON_QUESTION], options, (error, stdout, stderr) => {
      if (error === null) return resolve(stdout);
      if (signal?.aborted === true) return reject(signal.reason);
      const missing = error.code === "ENOENT" ? "there is no such program" : undefined;
      reject(failure(command, missing ?? stderr.trim().split(/\r?\n/).at(-1) ?? error.message, error));
    });
  });
  const interpreter = parseAnswer(answer);
  if (interpreter === undefined) throw failure(command, "its answer is not the one of a Python", undefined);
  return interpreter;
}

function failure(command: string, state: string, cause: unknown): PackwheelError {
  return new PackwheelError("TRIAL_PYTHON_FAILED", `Cannot try wheels in "${command}": ${state}`, {
    path: command,
    hint: "Name a Python 2.7, a Python 3, or a folder of Pyodide with --python",
    cause,
  });
}

interface Answer {
  readonly executable: string;
  readonly implementation: string;
  readonly version: string;
  readonly abis: readonly string[];
  readonly freeThreaded: boolean;
  readonly platform: string;
  readonly bits: number;
  readonly libc: string;
  readonly libcVersion: string;
  readonly macVersion: string;
  readonly installed: Readonly<Record<string, string>>;
  readonly marker: Readonly<Record<string, string>>;
}

function parseAnswer(text: string): Interpreter | undefined {
  const answer = readAnswer(text);
  if (answer === undefined || answer.executable === "") return undefined;
  const [major, minor] = numbers(answer.version);
  const { executable, implementation, version, abis, freeThreaded, installed, marker } = answer;
  return {
    kind: "python",
    path: executable,
    label: `${marker["platform_python_implementation"] ?? implementation} ${version}${freeThreaded ? "t" : ""}`,
    implementation,
    version,
    major,
    minor,
    abis,
    freeThreaded,
    platform: readPlatform(answer),
    installed: new Map(Object.entries(installed)),
    marker,
  };
}

/** The question is ours, so an answer that is JSON has its form. */
function readAnswer(text: string): Answer | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && "executable" in value ? (value as Answer) : undefined;
  } catch {
    return undefined;
  }
}

/** `linux-x86_64`, `macosx-10.13-universal2`, `win-amd64` */
function readPlatform({ platform, bits, libc, libcVersion, macVersion, marker }: Answer): InterpreterPlatform {
  const machine = /^(?:linux|win|macosx-[\d.]+)-(.+)$/.exec(platform)?.[1] ?? "";
  if (platform.startsWith("linux-")) {
    const [major, minor] = numbers(libcVersion);
    const known = libc === "glibc" || libc === "musl" ? libc : undefined;
    return { kind: "linux", machine: narrow(machine, bits), libc: known, major, minor };
  }
  if (platform.startsWith("macosx-")) {
    const [major, minor] = numbers(macVersion);
    // A universal Python says so; what it runs as is the machine.
    return { kind: "macos", machine: marker["platform_machine"] ?? machine, major, minor };
  }
  if (platform === "win32") return { kind: "windows", machine: "x86" };
  if (platform.startsWith("win-")) return { kind: "windows", machine };
  return { kind: "other", tag: normalizePlatform(platform) };
}

/** Programs of 32 bits on a kernel of 64. */
function narrow(machine: string, bits: number): string {
  if (bits !== 32) return machine;
  return { x86_64: "i686", aarch64: "armv8l" }[machine] ?? machine;
}

function numbers(version: string): readonly [number, number] {
  const [major = 0, minor = 0] = version.split(".").map((part) => Number.parseInt(part, 10) || 0);
  return [major, minor];
}
