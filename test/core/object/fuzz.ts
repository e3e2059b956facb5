/** Broken copies of one file must all end in a result or a `PackwheelError`, and in bounded time. */
import assert from "node:assert/strict";
import { PackwheelError } from "../../../src/core/errors.ts";
import { processorTime } from "../../processor-time.ts";
import { flipBytes } from "../flip-bytes.ts";

/** Longest time for one small input; real ones take microseconds, but the machine may be busy. */
const MAX_MILLISECONDS = 2000;

export function fuzz(bytes: Uint8Array, count: number, parse: (bytes: Uint8Array) => unknown): void {
  let results = 0;
  let errors = 0;
  for (const copy of flipBytes(bytes, count)) {
    const start = processorTime();
    if (endsWell(copy, parse)) results++;
    else errors++;
    assert.ok(processorTime() - start < MAX_MILLISECONDS, "took too long");
  }
  assert.equal(results + errors, count);
  assert.ok(results > 0 && errors > 0, `${results} results and ${errors} errors: the copies test one outcome alone`);
}

/** Every beginning of the file. */
export function truncate(bytes: Uint8Array, parse: (bytes: Uint8Array) => unknown): void {
  for (let length = 0; length < bytes.length; length++) endsWell(bytes.subarray(0, length), parse);
}

function endsWell(bytes: Uint8Array, parse: (bytes: Uint8Array) => unknown): boolean {
  try {
    parse(bytes);
    return true;
  } catch (error) {
    if (error instanceof PackwheelError) return false;
    throw error;
  }
}
