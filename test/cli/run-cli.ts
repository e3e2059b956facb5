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
    ask,
    askHidden,
  }: {
    cwd?: string;
    environment?: Record<string, string>;
    isTTY?: boolean;
    ask?: (question: string) => Promise<string>;
    askHidden?: (question: string) => Promise<string>;
  } = {},
): Promise<CliRun> {
  let stdout = "";
  let stderr = "";
  const exitCode = await main(argv, {
    cwd,
    environment,
    stdout: { write: (text) => (stdout += typeof text === "string" ? text : new TextDecoder().decode(text)) },
    stderr: { write: (text) => (stderr += text), isTTY, columns: 100 },
    ask,
    askHidden,
  });
  return { exitCode, stdout, stderr };
}
