/** Progress on stderr: a bar on a terminal, plain phase lines with --verbose, nothing in logs. */
import type { ReportEvent, Reporter } from "../core/ports/reporter.ts";
import { formatFinding, formatSize, type Painter, visible } from "./report.ts";

/** A bar that is drawn more often than this only costs time. */
const REDRAW_MILLISECONDS = 80;
const BAR_WIDTH = 24;

export interface ProgressOptions {
  /** Draw a bar. */
  readonly enabled: boolean;
  /** Print each phase on a line of its own. */
  readonly phases: boolean;
  /** Print a line for each piece of work that is done. */
  readonly lines: boolean;
  readonly painter: Painter;
}

export class ProgressBar implements Reporter {
  readonly #stream: { write(text: string): unknown; readonly columns?: number };
  readonly #options: ProgressOptions;
  #phase = "";
  #drawnAt = 0;
  #drawn = false;

  constructor(stream: { write(text: string): unknown; readonly columns?: number }, options: ProgressOptions) {
    this.#stream = stream;
    this.#options = options;
  }

  report(event: ReportEvent): void {
    if (event.kind === "phase") {
      this.#phase = visible(event.text);
      if (this.#options.phases) {
        this.clear();
        this.#stream.write(`${this.#options.painter.dim(this.#phase)}\n`);
      }
    } else if (event.kind === "line") {
      if (this.#options.lines) {
        this.clear();
        this.#stream.write(`${visible(event.text)}\n`);
      }
    } else if (event.kind === "finding") {
      this.clear();
      this.#stream.write(formatFinding(event.finding, this.#options.painter));
    } else if (event.kind === "output") {
      if (this.#options.phases) {
        this.clear();
        this.#stream.write(visible(event.text));
      }
    } else if (this.#options.enabled) this.#draw(event);
  }

  /** Wipe the bar, so that other text begins on an empty line. */
  clear(): void {
    if (this.#drawn) this.#stream.write("\r\u001b[2K");
    this.#drawn = false;
  }

  #draw({ done, total, unit, about }: Extract<ReportEvent, { readonly kind: "progress" }>): void {
    const now = performance.now();
    if (now - this.#drawnAt < REDRAW_MILLISECONDS) return;
    this.#drawnAt = now;
    const share = total > 0 ? Math.min(1, done / total) : 0;
    const filled = Math.round(share * BAR_WIDTH);
    const count = unit === "bytes" ? `${formatSize(done)} of ${formatSize(total)}` : `${done} of ${total} ${unit}`;
    const bar = `${"█".repeat(filled)}${"░".repeat(BAR_WIDTH - filled)}`;
    const line = `${bar} ${String(Math.floor(share * 100)).padStart(3)} %  ${count}  ${about === undefined ? this.#phase : visible(about)}`;
    this.#stream.write(`\r\u001b[2K${line.slice(0, (this.#stream.columns ?? 80) - 1)}`);
    this.#drawn = true;
  }
}
