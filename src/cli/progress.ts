/** Progress on stderr: a bar on a terminal and a line for each file under way, phases with --verbose, nothing in logs. */
import type { ReportEvent, Reporter } from "../core/ports/reporter.ts";
import { barLine, type Transfer, transferLine } from "./progress-lines.ts";
import { formatFinding, type Painter, visible } from "./report.ts";

/** What is drawn more often than this only costs time. */
const REDRAW_MILLISECONDS = 80;
/** Also while nothing moves, time goes on. */
const TICK_MILLISECONDS = 500;
const DEFAULT_SIZE = { columns: 80, rows: 24 } as const;

export interface ProgressOptions {
  /** Draw what changes. */
  readonly enabled: boolean;
  /** Print each phase on a line of its own. */
  readonly phases: boolean;
  /** Print a line for each piece of work that is done. */
  readonly lines: boolean;
  readonly painter: Painter;
}

export interface ProgressStream {
  write(text: string): unknown;
  readonly columns?: number;
  readonly rows?: number;
}

export class ProgressBar implements Reporter {
  readonly #stream: ProgressStream;
  readonly #options: ProgressOptions;
  readonly #transfers = new Map<string, Transfer>();
  #phase = "";
  #bar: Extract<ReportEvent, { readonly kind: "progress" }> | undefined;
  #drawnAt = 0;
  #drawnLines = 0;
  #tick: ReturnType<typeof setInterval> | undefined;

  constructor(stream: ProgressStream, options: ProgressOptions) {
    this.#stream = stream;
    this.#options = options;
  }

  report(event: ReportEvent): void {
    switch (event.kind) {
      case "phase":
        this.#phase = visible(event.text);
        if (this.#options.phases) this.#print(`${this.#options.painter.dim(this.#phase)}\n`);
        break;
      case "line":
        if (this.#options.lines) this.#print(`${visible(event.text)}\n`);
        break;
      case "finding":
        this.#print(formatFinding(event.finding, this.#options.painter));
        break;
      case "output":
        if (this.#options.phases) this.#print(visible(event.text));
        break;
      case "progress":
        this.#bar = event;
        this.#draw();
        break;
      case "transfer":
        this.#follow(event);
        this.#draw();
        break;
    }
  }

  /** Wipe what is drawn, so that other text begins on an empty line. Whoever is done calls this last. */
  clear(): void {
    clearInterval(this.#tick);
    this.#tick = undefined;
    if (this.#drawnLines > 0) this.#stream.write(this.#wipe());
  }

  #print(text: string): void {
    this.#stream.write(this.#wipe() + text);
  }

  #follow({ name, done, total, isOver }: Extract<ReportEvent, { readonly kind: "transfer" }>): void {
    if (!this.#options.enabled) return;
    const before = this.#transfers.get(name);
    if (isOver) this.#transfers.delete(name);
    // Sent again from its beginning, it is begun anew.
    else if (before !== undefined && done > 0) this.#transfers.set(name, { ...before, done });
    else this.#transfers.set(name, { name: visible(name), done, total, since: performance.now() });
    if (this.#transfers.size === 0) {
      clearInterval(this.#tick);
      this.#tick = undefined;
    } else this.#tick ??= setInterval(() => this.#draw(), TICK_MILLISECONDS).unref();
  }

  #draw(): void {
    const now = performance.now();
    if (!this.#options.enabled || now - this.#drawnAt < REDRAW_MILLISECONDS) return;
    this.#drawnAt = now;
    // Terminals that do not know their size say 0.
    const width = (this.#stream.columns || DEFAULT_SIZE.columns) - 1;
    // Lines above the top of the terminal could not be wiped.
    const room = (this.#stream.rows || DEFAULT_SIZE.rows) - 2;
    const lines = [...this.#transfers.values()].slice(0, room).map((transfer) => transferLine(transfer, now, width));
    if (this.#bar !== undefined) lines.push(barLine(this.#bar, this.#phase, width));
    this.#stream.write(this.#wipe() + lines.join("\n"));
    this.#drawnLines = lines.length;
  }

  /** The cursor is at the end of the last drawn line. */
  #wipe(): string {
    if (this.#drawnLines === 0) return "";
    const text = `\r\u001b[2K${"\u001b[1A\u001b[2K".repeat(this.#drawnLines - 1)}`;
    this.#drawnLines = 0;
    return text;
  }
}
