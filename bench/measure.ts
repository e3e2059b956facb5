/** One run of a program: how long it took, and how much memory it had at its peak. */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

export interface Measurement {
  readonly milliseconds: number;
  /** Peak resident memory of the program and its children, in bytes; undefined where /proc is missing. */
  readonly peakMemory: number | undefined;
}

const SAMPLE_EVERY_MS = 20;
const KEPT_OUTPUT = 2000;

/** @throws {Error} when the program fails, with the end of what it said. */
export function measure(command: readonly string[], cwd: string): Promise<Measurement> {
  const [program = "", ...words] = command;
  return new Promise((resolve, reject) => {
    const begin = performance.now();
    const child = spawn(program, words, { cwd, stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    child.stderr.on("data", (text) => {
      said = (said + text).slice(-KEPT_OUTPUT);
    });
    const peaks = new Map<number, number>();
    const sample = (): void => {
      if (child.pid !== undefined) samplePeaks(child.pid, peaks);
    };
    const timer = setInterval(sample, SAMPLE_EVERY_MS);
    let milliseconds = 0;
    child.once("exit", () => {
      milliseconds = performance.now() - begin;
      clearInterval(timer);
    });
    child.once("error", (error) => {
      clearInterval(timer);
      reject(error);
    });
    child.once("close", (code, signal) => {
      const peakMemory = peaks.size === 0 ? undefined : [...peaks.values()].reduce((sum, peak) => sum + peak, 0);
      if (code === 0) resolve({ milliseconds, peakMemory });
      else reject(new Error(`${program} ended with ${signal ?? code}: ${lastLine(said)}`));
    });
  });
}

/** The system itself keeps each process's peak (`VmHWM`), so that sampling misses only what the last moment added. */
function samplePeaks(pid: number, peaks: Map<number, number>): void {
  try {
    const peak = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "latin1"))?.[1];
    if (peak === undefined) return;
    peaks.set(pid, Number(peak) * 1024);
    for (const task of readdirSync(`/proc/${pid}/task`)) {
      const children = readFileSync(`/proc/${pid}/task/${task}/children`, "latin1").trim();
      if (children !== "") for (const child of children.split(" ")) samplePeaks(Number(child), peaks);
    }
  } catch {
    // The process has ended, or this system has no /proc.
  }
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "";
}
