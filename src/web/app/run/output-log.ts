/** What a program printed: the last of it, when it is much. */
import { element, fill } from "../shell/element.ts";

/** Characters. A program may print megabytes in a second, and each change of a long text takes its time to draw. */
const MAX_LENGTH = 50_000;

/** It is drawn at most so often, */
const PAUSE_MILLISECONDS = 60;
/** and drawing takes at most this part of the page's time. */
const SHARE = 1 / 5;

type Stream = "out" | "error" | "value";

interface Piece {
  readonly stream: Stream;
  readonly text: string;
}

export class OutputLog {
  readonly element: HTMLElement;
  readonly #title = element("span", { class: "count" });
  readonly #log = element("pre", {
    class: "output",
    id: "run-output",
    role: "log",
    tabindex: 0,
    "aria-label": "Output",
  });
  /** What the log shows. */
  #pieces: readonly Piece[] = [];
  #timer: number | undefined;
  #pause = PAUSE_MILLISECONDS;

  constructor() {
    const clear = element("button", { type: "button", class: "small", onclick: () => this.clear() }, "Clear");
    this.element = element(
      "section",
      { class: "card run-output" },
      element(
        "div",
        { class: "card-head" },
        element("h2", {}, "Output"),
        this.#title,
        element("span", { class: "grow" }),
        clear,
      ),
      this.#log,
    );
    this.#showEmpty();
  }

  title(text: string): void {
    this.#title.textContent = text;
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#pieces = [];
    this.#showEmpty();
  }

  add(stream: Stream, text: string): void {
    const last = this.#pieces.at(-1);
    const others = last?.stream === stream ? this.#pieces.slice(0, -1) : this.#pieces;
    const joined = last?.stream === stream ? last.text + text : text;
    this.#pieces = lastOf([...others, { stream, text: joined }]);
    this.#timer ??= setTimeout(() => this.#draw(), this.#pause);
  }

  /** The program has ended: what is held back is shown now. */
  finish(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#draw();
  }

  #draw(): void {
    this.#timer = undefined;
    const start = performance.now();
    const isAtEnd = this.#log.scrollTop + this.#log.clientHeight >= this.#log.scrollHeight - 4;
    fill(this.#log, ...this.#pieces.map(({ stream, text }) => element("span", { class: `is-${stream}` }, text)));
    // Asking for the height makes the browser lay it out now, so that the time is known.
    if (isAtEnd) this.#log.scrollTop = this.#log.scrollHeight;
    this.#pause = Math.max(PAUSE_MILLISECONDS, (performance.now() - start) / SHARE);
  }

  #showEmpty(): void {
    fill(
      this.#log,
      element(
        "span",
        { class: "faint" },
        "Nothing printed yet. The first run loads Python itself, which takes a few seconds.",
      ),
    );
  }
}

/** The pieces at the end that are within the limit. */
function lastOf(pieces: readonly Piece[]): readonly Piece[] {
  let room = MAX_LENGTH;
  const kept: Piece[] = [];
  for (const { stream, text } of pieces.toReversed()) {
    if (room <= 0) break;
    kept.push({ stream, text: text.slice(-room) });
    room -= text.length;
  }
  return kept.reverse();
}
