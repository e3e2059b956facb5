/** One upload against a warehouse, with everything that it let out into the world. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inspect } from "node:util";
import { formatError, formatFinding, Painter } from "../../src/cli/report.ts";
import { PackwheelError } from "../../src/core/errors.ts";
import type { Clock } from "../../src/core/ports/clock.ts";
import type { ReportEvent } from "../../src/core/ports/reporter.ts";
import { type UploadFilesOptions, type UploadResult, uploadFiles } from "../../src/node/upload/upload-files.ts";

export interface UploadRun {
  readonly result: UploadResult | undefined;
  readonly error: PackwheelError | undefined;
  /** Milliseconds that were waited before a request was sent again. */
  readonly waits: readonly number[];
  /** Everything that a person, a log or a file could have got to see. */
  readonly output: string;
}

/** The real clock, except that waiting takes no time. */
export class PatientClock implements Clock {
  readonly waits: number[] = [];
  #ahead = 0;

  now(): number {
    return Date.now() + this.#ahead;
  }

  async sleep(milliseconds: number): Promise<void> {
    this.waits.push(milliseconds);
    this.#ahead += milliseconds;
  }

  /** Let time pass. */
  skip(milliseconds: number): void {
    this.#ahead += milliseconds;
  }
}

const painter = new Painter(false);

export async function runUpload(
  options: UploadFilesOptions & { readonly cwd: string },
  clock: PatientClock = new PatientClock(),
): Promise<UploadRun> {
  const events: ReportEvent[] = [];
  let result: UploadResult | undefined;
  let error: PackwheelError | undefined;
  try {
    result = await uploadFiles({
      clock,
      random: () => 0.5,
      environment: {},
      reporter: { report: (event) => events.push(event) },
      ...options,
    });
  } catch (caught) {
    if (!(caught instanceof PackwheelError)) throw caught;
    error = caught;
  }
  const journal = join(options.cwd, "dist", ".packwheel-upload.jsonl");
  const output = [
    inspect(events, { depth: 9 }),
    inspect(result, { depth: 9, showHidden: true }),
    JSON.stringify(result),
    ...(result?.findings ?? []).map((finding) => formatFinding(finding, painter)),
    inspect(error, { depth: 9, showHidden: true }),
    error === undefined ? "" : formatError(error, painter, true),
    existsSync(journal) ? readFileSync(journal, "utf8") : "",
  ];
  return { result, error, waits: clock.waits, output: output.join("\n") };
}
