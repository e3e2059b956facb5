/** What a program printed: the last of it, when it is much. */
import { element, fill } from "../shell/element.ts";

const MAX_LENGTH = 200_000;

type Stream = "out" | "error" | "value";

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
  #length = 0;

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
    this.#length = 0;
    this.#showEmpty();
  }

  add(stream: Stream, text: string): void {
    if (this.#length === 0) fill(this.#log);
    const isAtEnd = this.#log.scrollTop + this.#log.clientHeight >= this.#log.scrollHeight - 4;
    const shown = text.length > MAX_LENGTH ? text.slice(-MAX_LENGTH) : text;
    this.#log.append(element("span", { class: `is-${stream}` }, shown));
    this.#length += shown.length;
    while (this.#length > MAX_LENGTH && this.#log.firstChild !== this.#log.lastChild) {
      this.#length -= this.#log.firstChild?.textContent?.length ?? 0;
      this.#log.firstChild?.remove();
    }
    if (isAtEnd) this.#log.scrollTop = this.#log.scrollHeight;
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
