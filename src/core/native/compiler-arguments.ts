/**
 * What gcc, clang and cl are told. The same sources give the same bytes in every folder: no absolute path, no time and
 * no build id reaches an object or a library.
 * Specs: https://gcc.gnu.org/onlinedocs/gcc/Option-Summary.html,
 *        https://learn.microsoft.com/en-us/cpp/build/reference/compiler-options
 */
import type { CompileJob } from "../ports/compiler.ts";
import type { Target } from "../tags/target.ts";

export type CompilerFamily =
  /** gcc, clang and their kin */
  | "gnu"
  /** cl.exe */
  | "msvc";

/** Words of `$CPPFLAGS`, `$CFLAGS` or `$CXXFLAGS`, and `$LDFLAGS`. */
export interface HostFlags {
  readonly compile: readonly string[];
  readonly link: readonly string[];
}

export interface CompileStep {
  /** Relative to the project, in which the compiler runs. */
  readonly source: string;
  /** Absolute. */
  readonly object: string;
  /** Where the list of headers goes; absolute. */
  readonly dependencies: string;
}

/**
 * @param root Absolute paths that must not be seen in the object: the project, and the folder of objects.
 */
export function compileArguments(
  job: CompileJob,
  target: Target,
  family: CompilerFamily,
  step: CompileStep,
  roots: readonly string[],
  host: readonly string[],
): readonly string[] {
  const defines = [...(job.profile === "release" ? ["NDEBUG"] : []), ...job.defines];
  const includes = job.includeDirs.map((folder) => (folder === "" ? "." : folder));
  if (family === "msvc") {
    return [
      "/nologo",
      "/c",
      "/Brepro",
      "/showIncludes",
      ...(job.profile === "release" ? ["/O2", "/MD"] : ["/Od", "/Z7", "/MDd"]),
      ...(job.std === undefined ? [] : [`/std:${job.std}`]),
      ...defines.map((define) => `/D${define}`),
      ...includes.map((folder) => `/I${folder}`),
      ...host,
      ...job.flags,
      `/Fo${step.object}`,
      step.source,
    ];
  }
  return [
    "-c",
    ...(job.profile === "release" ? ["-O2"] : ["-Og", "-g"]),
    ...(target.system === "windows" ? [] : ["-fPIC"]),
    ...(job.std === undefined ? [] : [`-std=${job.std}`]),
    ...defines.map((define) => `-D${define}`),
    ...includes.map((folder) => `-I${folder}`),
    ...roots.map((root) => `-ffile-prefix-map=${root}=.`),
    // gcc takes a random number for names of C++'s anonymous things, unless it is given a seed.
    `-frandom-seed=${step.source}`,
    "-MD",
    "-MF",
    step.dependencies,
    ...architecture(target),
    ...host,
    ...job.flags,
    "-o",
    step.object,
    step.source,
  ];
}

export function linkArguments(
  job: CompileJob,
  target: Target,
  family: CompilerFamily,
  objects: readonly string[],
  output: string,
  host: readonly string[],
): readonly string[] {
  const isLibrary = job.output === "library";
  if (family === "msvc") {
    return [
      "/nologo",
      ...(isLibrary ? ["/LD"] : []),
      `/Fe${output}`,
      ...objects,
      ...job.flags,
      ...job.libraries.map((library) => `${library}.lib`),
      "/link",
      "/Brepro",
      "/INCREMENTAL:NO",
      ...host,
    ];
  }
  return [
    ...(isLibrary ? (target.system === "macos" ? ["-dynamiclib"] : ["-shared"]) : []),
    ...linkerFlags(job, target),
    ...architecture(target),
    ...objects,
    ...host,
    ...job.flags,
    ...job.libraries.map((library) => `-l${library}`),
    "-o",
    output,
  ];
}

function linkerFlags(job: CompileJob, { system }: Target): readonly string[] {
  const isLibrary = job.output === "library";
  switch (system) {
    case "macos":
      // The name that others would find it by; without one, the absolute path of the output is written.
      return isLibrary ? [`-Wl,-install_name,@rpath/${job.fileName}`] : [];
    case "windows":
      return ["-Wl,--no-insert-timestamp", "-static-libgcc"];
    default:
      return [
        "-Wl,--build-id=none",
        // A symbol that is nowhere is told now, and not when somebody imports the module.
        ...(isLibrary ? ["-Wl,--no-undefined", `-Wl,-soname,${job.fileName}`] : []),
        ...(job.profile === "release" ? ["-Wl,--strip-all"] : []),
      ];
  }
}

/** Apple's compilers build for each processor of a Mac. */
function architecture({ system, machine }: Target): readonly string[] {
  return system === "macos" ? ["-arch", machine] : [];
}
