/** The other tools of the benchmarks, where they are installed. */
import { spawnSync } from "node:child_process";

/** `python -m MODULE WORDS` with a Python that has the module (and `others`); undefined when none was found. */
export function pythonCommand(
  module: string,
  words: readonly string[],
  others: readonly string[] = [],
): readonly string[] | undefined {
  const found = pythonWith([module, ...others]);
  return found === undefined ? undefined : [found, "-m", module, ...words];
}

/** `python WORDS` with a Python that has the module; undefined when none was found. */
export function pythonProgram(module: string, words: readonly string[]): readonly string[] | undefined {
  const found = pythonWith([module]);
  return found === undefined ? undefined : [found, ...words];
}

/** The program itself: what stands in PATH may be a script that looks for it, and takes longer than a small run. */
function pythonWith(modules: readonly string[]): string | undefined {
  for (const python of ["python3", "/usr/bin/python3", "python"]) {
    const program = `import sys, ${modules.join(", ")}; print(sys.executable)`;
    const { status, stdout } = spawnSync(python, ["-c", program], { encoding: "utf8" });
    if (status === 0) return stdout.trim();
  }
  return undefined;
}

/** Whether a program can be started. */
export function isInstalled(program: string): boolean {
  return spawnSync(program, ["--version"], { stdio: "ignore" }).error === undefined;
}
