/**
 * One text at a time, with numbered lines, and marks at those that a compiler complains of. Tab indents; after Escape it
 * leads on, as everywhere else.
 */
import { element, fill } from "../shell/element.ts";
import { type IconName, icon } from "../shell/icon.ts";
import { highlight, type Language } from "./highlight.ts";
import type { Mark } from "./mark.ts";

export interface EditorOptions {
  readonly label: string;
  readonly onInput: (text: string) => void;
  /** Ctrl+Enter. */
  readonly onGo: () => void;
  readonly id?: string;
}

const ICONS: Readonly<Record<Mark["severity"], IconName>> = { error: "cross", warning: "warning", note: "note" };

export class Editor {
  readonly element: HTMLElement;
  readonly #area: HTMLTextAreaElement;
  readonly #gutter = element("div", { class: "gutter", "aria-hidden": "true" });
  /** The text again, in colours, behind the one that is written. */
  readonly #colours = element("pre", { class: "colours", "aria-hidden": "true" });
  readonly #lines = element("div", { class: "marked-lines", "aria-hidden": "true" });
  readonly #marks = element("ul", { class: "marks" });
  #lineCount = 0;
  #language: Language | undefined;
  #tabLeaves = false;

  constructor({ label, onInput, onGo, id }: EditorOptions) {
    const area = element("textarea", {
      id,
      spellcheck: "false",
      autocapitalize: "off",
      autocomplete: "off",
      wrap: "off",
      "aria-label": label,
    });
    this.#area = area;
    area.addEventListener("input", () => {
      this.#number();
      this.#paint();
      onInput(area.value);
    });
    area.addEventListener("scroll", () => this.#follow());
    area.addEventListener("blur", () => {
      this.#tabLeaves = false;
    });
    area.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        onGo();
      } else this.#onKey(event);
    });
    this.element = element(
      "div",
      { class: "editor" },
      element(
        "div",
        { class: "editor-area" },
        this.#lines,
        this.#gutter,
        element("div", { class: "editor-text" }, this.#colours, area),
      ),
      this.#marks,
    );
  }

  get text(): string {
    return this.#area.value;
  }

  /** Show another text, from its beginning. */
  open(text: string, label: string, language?: Language): void {
    this.#area.value = text;
    this.#language = language;
    this.#area.setAttribute("aria-label", label);
    this.#area.setSelectionRange(0, 0);
    this.#area.scrollTo(0, 0);
    this.#number();
    this.#paint();
    this.#follow();
  }

  focus(): void {
    this.#area.focus();
  }

  /** What a compiler says of this text. */
  mark(marks: readonly Mark[]): void {
    fill(
      this.#lines,
      ...marks.flatMap(({ line, severity }) => {
        if (line === undefined) return [];
        const band = element("div", { class: `marked-line is-${severity}` });
        band.style.setProperty("--line", String(line - 1));
        return [band];
      }),
    );
    fill(this.#marks, ...marks.map((mark) => this.#markItem(mark)));
    if (marks.length > 0) this.#area.setAttribute("aria-invalid", "true");
    else this.#area.removeAttribute("aria-invalid");
    this.#follow();
  }

  /** Lead to a line. */
  goTo(line: number, column: number): void {
    const lines = this.#area.value.split("\n");
    const before = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
    const place = before + Math.min(column - 1, lines[line - 1]?.length ?? 0);
    this.#area.focus();
    this.#area.setSelectionRange(place, place);
    const height = Number.parseFloat(getComputedStyle(this.#area).lineHeight);
    this.#area.scrollTop = Math.max(0, (line - 4) * height);
  }

  #markItem({ severity, message, line, column }: Mark): HTMLElement {
    const place = line === undefined ? undefined : column === undefined ? `${line}` : `${line}:${column}`;
    return element(
      "li",
      { class: `mark is-${severity}` },
      element("span", { class: "finding-mark" }, icon(ICONS[severity])),
      element("span", { class: "unseen" }, `${severity}: `),
      place !== undefined &&
        element(
          "button",
          { type: "button", class: "link", onclick: () => this.goTo(line ?? 1, column ?? 1) },
          element("span", { class: "unseen" }, "line "),
          place,
        ),
      element("span", { class: "mark-text" }, message),
    );
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === "Escape") {
      this.#tabLeaves = true;
      return;
    }
    if (event.key !== "Tab" || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
    if (this.#tabLeaves) return;
    event.preventDefault();
    // The one way to insert text that can be undone.
    document.execCommand("insertText", false, "    ");
  }

  #number(): void {
    const count = this.#area.value.split("\n").length;
    if (count === this.#lineCount) return;
    this.#lineCount = count;
    this.#gutter.textContent = Array.from({ length: count }, (_, index) => index + 1).join("\n");
  }

  #paint(): void {
    const tokens = highlight(this.#area.value, this.#language);
    fill(
      this.#colours,
      ...tokens.map(({ kind, text }) => (kind === "plain" ? text : element("span", { class: `is-${kind}` }, text))),
    );
  }

  #follow(): void {
    const { scrollLeft, scrollTop } = this.#area;
    this.#colours.style.setProperty("transform", `translate(${-scrollLeft}px, ${-scrollTop}px)`);
    const shift = `translateY(${-scrollTop}px)`;
    this.#gutter.style.setProperty("transform", shift);
    this.#lines.style.setProperty("transform", shift);
  }
}
