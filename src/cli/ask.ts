/** Asking the person at the terminal for one line. */
import process from "node:process";
import { UsageError } from "./context.ts";

/** @throws {UsageError} when the input ends (Ctrl-D), and the signal's reason on Ctrl-C. */
export async function askAtTerminal(question: string, signal: AbortSignal): Promise<string> {
  const { createInterface } = await import("node:readline/promises");
  // With `terminal`, readline would take Ctrl-C for itself; so it stays a signal, which `main` answers.
  const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: false });
  const ended = new Promise<never>((_, fail) => {
    lines.once("close", () => fail(new UsageError("The input ended before the question was answered")));
  });
  try {
    return await Promise.race([lines.question(question, { signal }), ended]);
  } finally {
    lines.close();
  }
}
