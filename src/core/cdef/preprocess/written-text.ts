/** Preprocessed text as it is written: every token on the line it came from, and in its column where that is known. */
import { formatLineMarker } from "../syntax/source.ts";
import type { MacroToken } from "./macro.ts";

/** Up to so many empty lines are written as such; more as a line marker. */
const MAX_EMPTY_LINES = 8;

export class WrittenText {
  readonly #parts: string[] = [];
  #path: string | undefined;
  #line = 0;
  #column = 0;
  #last = "";

  /** Begin a line, so that the next text counts as this line of this file. */
  startLine(path: string, line: number): void {
    const gap = line - this.#line;
    if (path === this.#path && gap >= 0 && gap <= MAX_EMPTY_LINES) {
      // Text that is wider than in its file may already stand on a line of its own.
      if (gap > 0) this.#parts.push("\n".repeat(gap));
      else if (this.#column > 0) this.#parts.push(`\n${formatLineMarker(line, path)}\n`);
    } else {
      if (this.#column > 0) this.#parts.push("\n");
      this.#parts.push(`${formatLineMarker(line, path)}\n`);
    }
    this.#path = path;
    this.#line = line;
    this.#column = 0;
    this.#last = "";
  }

  isAt(path: string, line: number): boolean {
    return this.#path === path && this.#line === line && this.#column > 0;
  }

  /** @param column From 0; undefined for what a macro made. */
  token({ text, spaced }: MacroToken, column: number | undefined): void {
    if (column !== undefined && column > this.#column) {
      this.#append(" ".repeat(column - this.#column));
    } else if (this.#column > 0 && (spaced || mayMerge(this.#last, text))) {
      this.#append(" ");
    }
    this.#append(text);
    this.#last = text;
  }

  line(text: string): void {
    this.#append(text);
  }

  #append(text: string): void {
    this.#parts.push(text);
    this.#column += text.length;
  }

  toString(): string {
    return `${this.#parts.join("")}\n`;
  }
}

/** Whether two tokens could be read as another one without a space between them. */
function mayMerge(left: string, right: string): boolean {
  if (/[\w$]$/.test(left)) return /^[\w$."']/.test(right);
  return /[-+<>&|=*/%!^#.:]$/.test(left) && /^[-+<>&|=*/%!^#.:\d]/.test(right);
}
