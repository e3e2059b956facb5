/** What the lines of progress say: a bar for all of the work, and how far a single file is. */
import type { ReportEvent } from "../core/ports/reporter.ts";
import { formatSize, visible } from "./report.ts";

const BAR_WIDTH = 24;

/** A file under way. */
export interface Transfer {
  readonly name: string;
  /** Bytes. */
  readonly done: number;
  readonly total: number;
  /** Milliseconds of the clock that `now` is of. */
  readonly since: number;
}

/** `████████████░░░░░░░░░░░░  50 %  1.0 MB of 2.0 MB  Packing hello-1.0-py3-none-any.whl` */
export function barLine(
  { done, total, unit, about }: Extract<ReportEvent, { readonly kind: "progress" }>,
  phase: string,
  width: number,
): string {
  const share = shareOf(done, total);
  const filled = Math.round(share * BAR_WIDTH);
  const count = unit === "bytes" ? `${formatSize(done)} of ${formatSize(total)}` : `${done} of ${total} ${unit}`;
  const bar = `${"█".repeat(filled)}${"░".repeat(BAR_WIDTH - filled)}`;
  return `${bar} ${percent(share)}  ${count}  ${about === undefined ? phase : visible(about)}`.slice(0, width);
}

/** `hello-1.0-py3-none-any.whl   50 %  1.0 MB of 2.0 MB  512.0 kB/s  0:02` */
export function transferLine({ name, done, total, since }: Transfer, now: number, width: number): string {
  const seconds = (now - since) / 1000;
  const measure = `  ${percent(shareOf(done, total))}  ${formatSize(done)} of ${formatSize(total)}`;
  const pace = `  ${formatRate(done, seconds)}  ${formatTime(seconds)}`;
  const room = width - measure.length - pace.length;
  return `${shorten(name, room)}${measure}${pace}`.slice(0, width);
}

/** `1.5 MB/s` */
export function formatRate(bytes: number, seconds: number): string {
  const rate = seconds > 0 ? bytes / seconds : 0;
  // Below a kilobyte `formatSize` writes bytes as they are, and a rate has fractions.
  return `${formatSize(rate < 999.95 ? Math.trunc(rate) : rate)}/s`;
}

/** `0:07`, `12:30` */
function formatTime(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
}

/** Of file names, beginning and end tell most. */
function shorten(name: string, room: number): string {
  if (name.length <= room || room < 3) return name.slice(0, Math.max(0, room));
  const end = Math.floor((room - 1) / 2);
  return `${name.slice(0, room - 1 - end)}…${name.slice(name.length - end)}`;
}

function percent(share: number): string {
  return `${String(Math.floor(share * 100)).padStart(3)} %`;
}

function shareOf(done: number, total: number): number {
  return total > 0 ? Math.min(1, done / total) : 0;
}
