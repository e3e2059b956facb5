/** Asking the person at the terminal for one line, shown or hidden. */
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

const CTRL_C = "\u0003";
const CTRL_D = "\u0004";
const CTRL_U = "\u0015";
const BACKSPACES: readonly string[] = ["\b", "\u007f"];

/** The same without echo. @throws as `askAtTerminal` */
export async function askHiddenAtTerminal(question: string, signal: AbortSignal): Promise<string> {
  const { stdin, stderr } = process;
  stderr.write(question);
  stdin.setRawMode(true);
  stdin.setEncoding("utf8");
  stdin.resume();
  let stop = (): void => {};
  try {
    return await new Promise<string>((answer, fail) => {
      let line = "";
      const onData = (text: string): void => {
        for (const char of text) {
          if (char === "\r" || char === "\n") answer(line);
          else if (char === CTRL_D) fail(new UsageError("The input ended before the question was answered"));
          // In raw mode it is a character like others; `main` answers the signal.
          else if (char === CTRL_C) process.kill(process.pid, "SIGINT");
          else if (char === CTRL_U) line = "";
          else if (BACKSPACES.includes(char)) line = [...line].slice(0, -1).join("");
          else line += char;
        }
      };
      const onAbort = (): void => fail(signal.reason);
      stdin.on("data", onData);
      signal.addEventListener("abort", onAbort, { once: true });
      stop = () => {
        stdin.off("data", onData);
        signal.removeEventListener("abort", onAbort);
      };
    });
  } finally {
    stop();
    stdin.setRawMode(false);
    stdin.pause();
    stderr.write("\n");
  }
}
