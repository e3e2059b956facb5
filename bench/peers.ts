/** The other tools of the benchmarks, where they are installed. */
import { spawnSync } from "node:child_process";

/** `python -m MODULE WORDS` with a Python that has the module (and `others`); undefined when none was found. */
export function pythonCommand(
  module: string,
  words: readonly string[],
  others: readonly string[] = [],
): readonly string[] | undefined {
  const found = ["python3", "/usr/bin/python3", "python"].find((python) => {
    const program = `import ${[module, ...others].join(", ")}`;
    return spawnSync(python, ["-c", program], { stdio: "ignore" }).status === 0;
  });
  return found === undefined ? undefined : [found, "-m", module, ...words];
}

/** Whether a program can be started. */
export function isInstalled(program: string): boolean {
  return spawnSync(program, ["--version"], { stdio: "ignore" }).error === undefined;
}
