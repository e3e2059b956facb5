/** Running the command line inside the test's process, with its output caught. */
import { main } from "../../src/cli/main.ts";

export interface CliRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export async function runCli(
  argv: readonly string[],
  {
    cwd = ".",
    environment = {},
    isTTY = false,
  }: { cwd?: string; environment?: Record<string, string>; isTTY?: boolean } = {},
): Promise<CliRun> {
  let stdout = "";
  let stderr = "";
  const exitCode = await main(argv, {
    cwd,
    environment,
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text), isTTY, columns: 100 },
  });
  return { exitCode, stdout, stderr };
}
