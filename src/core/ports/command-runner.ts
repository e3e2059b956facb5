/** Build commands of a project: cargo, make, cmake, meson, go, zig, or whatever else makes a file. */
import type { BuildProfile } from "./compiler.ts";

export interface CommandJob {
  /** What messages call it. */
  readonly name: string;
  /** A string goes through the shell. */
  readonly command: string | readonly string[];
  /** Folder below the project; empty for the project itself. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Glob of the file that is wanted. */
  readonly artifact: string | undefined;
  readonly output: "library" | "program" | "extension";
  /** Globs of what the command reads; undefined when nobody said so, and the command must run. */
  readonly inputs: readonly string[] | undefined;
  /** Target triple. */
  readonly target: string;
  readonly profile: BuildProfile;
  readonly deploymentTarget: string | undefined;
  /** Seconds since 1970. */
  readonly timestamp: number;
  readonly signal?: AbortSignal | undefined;
}

export interface CommandResult {
  /** `libhello.so`, `hello.cpython-313-x86_64-linux-gnu.so` */
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly cached: boolean;
}

export interface CommandRunner {
  /**
   * @throws {PackwheelError} `NATIVE_COMMAND_FAILED`, `NATIVE_TOOL_MISSING`, `NATIVE_ARTIFACT_MISSING`,
   *   `NATIVE_ARTIFACT_AMBIGUOUS`
   */
  run(job: CommandJob): Promise<CommandResult>;
}
