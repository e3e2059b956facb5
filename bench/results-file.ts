/**
 * `.bench/results.json`: what was measured last, for each operation. A run of one operation leaves the others as they
 * are, each with its own date and machine.
 */
import { readFileSync, writeFileSync } from "node:fs";
import type { BenchRow } from "./table.ts";

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  /** Bytes. */
  readonly memory: number;
  readonly system: string;
  readonly node: string;
}

export interface OperationResult {
  readonly date: string;
  readonly machine: Machine;
  readonly rows: readonly BenchRow[];
}

/** Raised when the file's shape changes; results of another shape are left behind. */
const VERSION = 2;

/** Put in the results of these operations. Those of the smaller inputs have a place of their own. */
export function mergeResults(path: string, quick: boolean, measured: Readonly<Record<string, OperationResult>>): void {
  const place = quick ? "quick" : "full";
  const before = readResults(path);
  const results = { version: VERSION, ...before, [place]: { ...before[place], ...measured } };
  writeFileSync(path, `${JSON.stringify(results, null, 2)}\n`);
}

function readResults(path: string): { readonly full?: object; readonly quick?: object } {
  try {
    const { version, full, quick } = JSON.parse(readFileSync(path, "utf8"));
    return version === VERSION ? { full, quick } : {};
  } catch {
    return {}; // the first run, or one that was killed while it wrote
  }
}
