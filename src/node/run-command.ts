/** Running a program of somebody else's: what it prints is kept whole, and told when it fails. */
import { spawn } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, isAbsolute, join, resolve } from "node:path";
import process from "node:process";
import { PackwheelError } from "../core/errors.ts";
import { throwIfAborted } from "../core/ports/abort.ts";

export interface CommandRun {
  /** What it is run for, after "Cannot": `build native "hello"`. */
  readonly purpose: string;
  /** A string goes through the shell. */
  readonly command: string | readonly string[];
  /** Absolute. */
  readonly cwd: string;
  /** All variables; they are in no message. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Standard output is data for the caller, and is not among what is shown. */
  readonly stdoutIsData?: boolean | undefined;
  /** Gets what is shown, as it comes. */
  readonly onOutput?: ((text: string) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface CommandOutput {
  readonly exitCode: number;
  readonly stdout: string;
  /** Both streams as they came, or standard error alone where standard output is data. */
  readonly shown: string;
}

/** Characters of output that are kept; of more, the end counts. */
const MAX_OUTPUT = 16 * 1024 * 1024;

/** Time that a cancelled command has to clean up. */
const GRACE_MILLISECONDS = 2000;

/** What a shell answers for a program that is not there. */
const NOT_FOUND = 127;

/**
 * @throws {PackwheelError} `NATIVE_TOOL_MISSING` when the program is not there, `NATIVE_COMMAND_FAILED` when it cannot
 *   be started or a signal ended it, `ABORTED`. An exit code other than 0 is the caller's to judge.
 */
export async function runCommand(run: CommandRun): Promise<CommandOutput> {
  throwIfAborted(run.signal);
  if (statSync(run.cwd, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new PackwheelError("NATIVE_COMMAND_FAILED", `Cannot ${run.purpose}: there is no folder "${run.cwd}"`, {
      hint: "Correct `cwd`",
    });
  }
  const output = await spawnAndWait(run);
  throwIfAborted(run.signal);
  if (output.exitCode === NOT_FOUND && typeof run.command === "string") {
    const missing = /(?:^|: )([^\s:]+): (?:command )?not found/m.exec(output.shown)?.[1];
    if (missing !== undefined) throw toolMissing(run.purpose, missing);
  }
  return output;
}

/** The error for a command that ended badly, with its command line and all that it printed. */
export function commandFailed(run: CommandRun, { exitCode, shown }: CommandOutput): PackwheelError {
  const line = formatCommand(run.command);
  return new PackwheelError(
    "NATIVE_COMMAND_FAILED",
    withOutput(`Cannot ${run.purpose}: the command exited with ${exitCode}`, line, shown),
  );
}

/** First the failure, then the command line as a shell would show it, then the output. */
export function withOutput(message: string, line: string, shown: string): string {
  const text = shown.replaceAll("\r\n", "\n").replace(/\n+$/, "");
  return [message, `$ ${line}`, ...(text === "" ? [] : [text])].join("\n");
}

/** The command line as a shell takes it: for people to read and to try. */
export function formatCommand(command: string | readonly string[]): string {
  if (typeof command === "string") return command;
  return command
    .map((word) => (/^[\w@%+=:,./\\-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`))
    .join(" ");
}

export function toolMissing(purpose: string, tool: string): PackwheelError {
  return new PackwheelError("NATIVE_TOOL_MISSING", `Cannot ${purpose}: "${tool}" is not installed`, {
    hint: installAdvice(tool),
  });
}

const INSTALL: Readonly<Record<string, string>> = {
  cargo: "Install Rust from https://rustup.rs",
  rustc: "Install Rust from https://rustup.rs",
  make: "Install make: apt-get install make, dnf install make, or xcode-select --install",
  cmake: "Install CMake: apt-get install cmake, brew install cmake, or https://cmake.org/download",
  ninja: "Install Ninja: apt-get install ninja-build, brew install ninja, or https://ninja-build.org",
  meson: "Install Meson: apt-get install meson, brew install meson, or https://mesonbuild.com",
  go: "Install Go from https://go.dev/dl",
  zig: "Install Zig from https://ziglang.org/download",
  bazel: "Install Bazelisk from https://github.com/bazelbuild/bazelisk",
};

function installAdvice(tool: string): string {
  const name = (tool.split(/[\\/]/).at(-1) ?? tool).replace(/\.exe$/i, "");
  const known = Object.hasOwn(INSTALL, name) ? INSTALL[name] : undefined;
  return known ?? `Install ${name}, or put its folder on PATH`;
}

function spawnAndWait(run: CommandRun): Promise<CommandOutput> {
  const shell = typeof run.command === "string";
  const [program = "", ...words] = shell ? [run.command] : run.command;
  // A group of its own: whatever the command starts ends with it.
  const ownGroup = process.platform !== "win32";
  return new Promise((done, fail) => {
    const child = spawn(program, words, {
      cwd: run.cwd,
      env: run.env,
      shell,
      detached: ownGroup,
      windowsHide: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const stdout = new KeptText();
    const shown = new KeptText();
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout.add(text);
      if (run.stdoutIsData !== true) show(text);
    });
    child.stderr.setEncoding("utf8").on("data", show);
    function show(text: string): void {
      shown.add(text);
      run.onOutput?.(text);
    }
    const kill = (signal: NodeJS.Signals): void => {
      try {
        if (ownGroup && child.pid !== undefined) process.kill(-child.pid, signal);
        else child.kill(signal);
      } catch {
        // It has ended by itself.
      }
    };
    let grace: NodeJS.Timeout | undefined;
    const stop = (): void => {
      kill("SIGTERM");
      grace = setTimeout(() => kill("SIGKILL"), GRACE_MILLISECONDS);
    };
    const end = (): void => {
      clearTimeout(grace);
      run.signal?.removeEventListener("abort", stop);
    };
    run.signal?.addEventListener("abort", stop, { once: true });
    child.on("error", (cause: NodeJS.ErrnoException) => {
      end();
      if (cause.code === "ENOENT") fail(toolMissing(run.purpose, program));
      else {
        const message = `Cannot ${run.purpose}: "${program}" cannot be started: ${cause.message}`;
        fail(new PackwheelError("NATIVE_COMMAND_FAILED", message, { cause }));
      }
    });
    child.on("close", (code, signal) => {
      end();
      if (code !== null || run.signal?.aborted === true) {
        done({ exitCode: code ?? 1, stdout: stdout.text(), shown: shown.text() });
        return;
      }
      const message = `Cannot ${run.purpose}: the command was ended by ${signal ?? "a signal"}`;
      fail(new PackwheelError("NATIVE_COMMAND_FAILED", withOutput(message, formatCommand(run.command), shown.text())));
    });
  });
}

/** Text that grows; of too much, the end is kept. */
class KeptText {
  readonly #pieces: string[] = [];
  #length = 0;

  add(text: string): void {
    this.#pieces.push(text);
    this.#length += text.length;
    while (this.#length > MAX_OUTPUT && this.#pieces.length > 1) this.#length -= this.#pieces.shift()?.length ?? 0;
  }

  text(): string {
    return this.#pieces.join("");
  }
}

/** The absolute path of a program, found as a shell would find it. */
export function findOnPath(
  program: string,
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
): string | undefined {
  const endings = process.platform === "win32" ? ["", ...(env["PATHEXT"] ?? ".EXE;.CMD;.BAT").split(";")] : [""];
  const folders = /[\\/]/.test(program) || isAbsolute(program) ? [""] : (env["PATH"] ?? "").split(delimiter);
  for (const folder of folders) {
    for (const ending of endings) {
      const path = resolve(cwd, folder === "" ? program + ending : join(folder, program + ending));
      if (isProgram(path)) return path;
    }
  }
  return undefined;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
