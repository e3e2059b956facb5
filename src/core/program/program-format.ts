/**
 * What kind of file a program is, and so where the system can run it: machine code, a script whose first line names
 * its interpreter, or a batch file for Windows. Anything else would be installed and then fail to start.
 */
import { PackwheelError } from "../errors.ts";
import { quote } from "../names/quote.ts";
import { fitsPlatform, type ObjectMachines, readMachines } from "../object/machine.ts";
import { parsePlatformTag } from "../tags/platform-tag.ts";

export type ProgramFormat =
  /** ELF, Mach-O or PE */
  | { readonly kind: "native"; readonly machines: ObjectMachines }
  /** `#!/usr/bin/env node` has the interpreter `["node"]` */
  | { readonly kind: "script"; readonly interpreter: readonly string[] }
  /** `hello.bat`, `hello.cmd` */
  | { readonly kind: "batch" };

const SYSTEM_NAMES: Readonly<Record<ObjectMachines["system"], string>> = {
  linux: "Linux",
  macos: "macOS",
  windows: "Windows",
  emscripten: "Pyodide",
};

/**
 * @param head The program's first bytes, `DETECT_LENGTH` or all there are.
 * @throws {PackwheelError} `PROGRAM_NOT_RUNNABLE`
 */
export function detectProgram(head: Uint8Array, path: string): ProgramFormat {
  const machines = machinesOf(head, path);
  if (machines !== undefined) return { kind: "native", machines };
  if (/\.(bat|cmd)$/i.test(path)) return { kind: "batch" };
  return { kind: "script", interpreter: parseShebang(head, path) };
}

/**
 * Compare a program with the platforms it is said to be for. A script runs wherever its interpreter does.
 *
 * @throws {PackwheelError} `PROGRAM_WRONG_PLATFORM`
 */
export function requirePlatforms(format: ProgramFormat, platformTags: readonly string[], path: string): void {
  if (format.kind === "script") return;
  const wrong = platformTags.find((tag) => {
    const parsed = parsePlatformTag(tag);
    return format.kind === "native" ? !fitsPlatform(format.machines, parsed) : parsed.kind !== "windows";
  });
  if (wrong === undefined) return;
  const target = format.kind === "native" ? describeMachines(format.machines) : "Windows";
  throw new PackwheelError(
    "PROGRAM_WRONG_PLATFORM",
    `Cannot tag ${quote(path, 200)} as ${wrong}: it is for ${target}`,
    {
      hint: "Give the platform that the program was built for",
      path,
    },
  );
}

function machinesOf(head: Uint8Array, path: string): ObjectMachines | undefined {
  try {
    return readMachines(head);
  } catch (cause) {
    if (!(cause instanceof PackwheelError)) throw cause;
    throw notRunnable(path, "its header is cut off", "Build it again", cause);
  }
}

/** `Linux on x86_64`, `macOS on arm64 and x86_64` */
function describeMachines({ system, machines }: ObjectMachines): string {
  return `${SYSTEM_NAMES[system]} on ${machines.join(" and ")}`;
}

/** The interpreter and its arguments, without folders: Windows has none of them, and `env` looks in PATH anyway. */
function parseShebang(head: Uint8Array, path: string): string[] {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(head);
  if (text.startsWith("\ufeff#!")) {
    throw notRunnable(path, "a byte order mark hides its #! line", "Save it as UTF-8 without a byte order mark");
  }
  if (!text.startsWith("#!")) {
    const state = head.length === 0 ? "it is empty" : "it is neither machine code nor a script with a #! line";
    throw notRunnable(path, state, "Give a program for the target system, or begin the script with #!/usr/bin/env");
  }
  const [line = ""] = text.slice(2).split("\n");
  if (line.endsWith("\r")) {
    throw notRunnable(
      path,
      "its #! line ends with CR LF, which systems take for a part of the name",
      "Save it with LF",
    );
  }
  const words = line.split(/[ \t]+/).filter((word) => word !== "");
  const isEnv = words[0] !== undefined && baseName(words[0]) === "env";
  const [interpreter, ...rest] = isEnv ? words.slice(words[1] === "-S" ? 2 : 1) : words;
  if (interpreter !== undefined && interpreter !== "") return [baseName(interpreter), ...rest];
  throw notRunnable(path, "its #! line names no interpreter", "Write #!/usr/bin/env and the interpreter's name");
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function notRunnable(path: string, state: string, hint: string, cause?: PackwheelError): PackwheelError {
  const message = `Cannot run ${quote(path, 200)} anywhere: ${state}`;
  return new PackwheelError("PROGRAM_NOT_RUNNABLE", message, { hint, path, cause });
}
