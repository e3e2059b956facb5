/**
 * A C compiler: one library or program from sources. The host's compilers are one kind; a compiler that runs as
 * WebAssembly is another. Paths are relative to the project, which the compiler knows by itself.
 */

export type BuildProfile = "release" | "debug";

export interface CompileJob {
  /** What messages call it. */
  readonly name: string;
  readonly output: "library" | "program";
  /** File name of the result: `_native__lib.so`, `hello.exe`. */
  readonly fileName: string;
  /** C and C++ files, sorted. */
  readonly sources: readonly string[];
  readonly includeDirs: readonly string[];
  /** `NAME` or `NAME=VALUE` */
  readonly defines: readonly string[];
  readonly flags: readonly string[];
  /** `m` for -lm */
  readonly libraries: readonly string[];
  /** `c11` */
  readonly std: string | undefined;
  /** Target triple. */
  readonly target: string;
  readonly profile: BuildProfile;
  /** Oldest macOS that it must run on. */
  readonly deploymentTarget: string | undefined;
  /** Seconds since 1970: what `__DATE__` and `__TIME__` tell. */
  readonly timestamp: number;
  readonly signal?: AbortSignal | undefined;
}

export interface CompilerDiagnostic {
  readonly severity: "error" | "warning" | "note";
  readonly message: string;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

export interface CompileResult {
  readonly bytes: Uint8Array;
  readonly diagnostics: readonly CompilerDiagnostic[];
  /** The compiler was not asked: nothing has changed since the last time. */
  readonly cached: boolean;
}

export interface CCompiler {
  /** @throws {PackwheelError} `NATIVE_COMPILE_FAILED`, `NATIVE_TOOL_MISSING`, `NATIVE_TARGET_UNSUPPORTED` */
  compile(job: CompileJob): Promise<CompileResult>;
}
