/**
 * One text of C declarations and the places in it. Line markers, as preprocessors write them (`# 12 "header.h" 1 3`),
 * say where the lines after them came from.
 */
import { type ErrorCode, PackwheelError } from "../../errors.ts";

export interface SourcePlace {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units of the line. */
  readonly column: number;
  /** The line itself, as it is in the text. */
  readonly text: string;
}

/** `# 12 "header.h" 1 3` or `#line 12 "header.h"` */
const LINE_MARKER = /^[ \t]*#[ \t]*(?:line[ \t]+)?(\d{1,9})(?:[ \t]+"((?:[^"\\]|\\.)*)"((?:[ \t]+\d)*))?[ \t]*$/;

export interface LineMarker {
  /** Number of the line after the marker. */
  readonly line: number;
  readonly path: string | undefined;
  /** The lines after it come from a header of the system. */
  readonly system: boolean;
}

/** Undefined when the line is none. */
export function parseLineMarker(line: string): LineMarker | undefined {
  const [found, number, path, flags = ""] = LINE_MARKER.exec(line) ?? [];
  if (found === undefined) return undefined;
  return { line: Number(number), path: path?.replace(/\\(["\\])/g, "$1"), system: /\b3\b/.test(flags) };
}

export function formatLineMarker(line: number, path: string): string {
  return `# ${line} "${path.replace(/["\\]/g, "\\$&")}"`;
}

/** Longer lines are cut around the place that is shown. */
const SHOWN = 120;

export class CdefSource {
  readonly text: string;
  readonly path: string;

  constructor(text: string, path: string) {
    this.text = text;
    this.path = path;
  }

  /** Where a character is. Looks through the text anew each time: only errors ask. */
  place(offset: number): SourcePlace {
    let path = this.path;
    let line = 1;
    let start = 0;
    for (;;) {
      const newline = this.text.indexOf("\n", start);
      const end = newline === -1 ? this.text.length : newline;
      if (offset <= end || newline === -1) {
        const text = this.text.slice(start, end).replace(/\r$/, "");
        return { path, line, column: Math.min(offset, end) - start + 1, text };
      }
      line += 1;
      const here = this.text.slice(start, end);
      const marker = /^[ \t]*#/.test(here) ? parseLineMarker(here.replace(/\r$/, "")) : undefined;
      if (marker !== undefined) {
        line = marker.line;
        path = marker.path ?? path;
      }
      start = end + 1;
    }
  }

  /** Throw an error about one place, with the line and a caret under the character. */
  fail(code: ErrorCode, offset: number, problem: string, hint?: string): never {
    const { path, line, column, text } = this.place(offset);
    const from = column > SHOWN - 20 ? column - SHOWN / 2 : 0;
    const shown = text.slice(from, from + SHOWN);
    // Tabs stay tabs, so that the caret stands where the eye looks for it.
    const indent = shown.slice(0, column - 1 - from).replace(/[^\t]/g, " ");
    throw new PackwheelError(code, `Cannot read ${path}:${line}:${column}: ${problem}\n  ${shown}\n  ${indent}^`, {
      hint,
      path,
      offset,
    });
  }
}
