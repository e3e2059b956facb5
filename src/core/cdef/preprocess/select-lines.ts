/**
 * The lines of preprocessed text that are the user's own: those of system headers, of the compiler and of the command
 * line go. Line markers keep saying where the rest came from.
 */
import { formatLineMarker, parseLineMarker } from "../syntax/source.ts";

/** Up to so many empty lines are written as such; more as a line marker. */
const MAX_EMPTY_LINES = 8;

/** @param path File that the text counts as before its first marker. */
export function selectLines(text: string, path: string): string {
  const lines: string[] = [];
  const own = new Set([path]);
  let at = { path, line: 1, system: false };
  let written: { path: string; line: number } | undefined = { path, line: 1 };
  for (const line of text.split(/\r?\n/)) {
    const marker = /^[ \t]*#/.test(line) ? parseLineMarker(line) : undefined;
    if (marker !== undefined) {
      const file = marker.path ?? at.path;
      // What a macro of the system put into a file of the user has the flag of the system, too.
      if (!marker.system) own.add(file);
      at = { path: file, line: marker.line, system: !own.has(file) || (file !== path && /^<.*>$/.test(file)) };
      continue;
    }
    if (!at.system && line.trim() !== "") {
      const gap = at.line - (written?.line ?? 0);
      if (written?.path === at.path && gap >= 0 && gap <= MAX_EMPTY_LINES) {
        for (let empty = 0; empty < gap; empty++) lines.push("");
      } else {
        lines.push(formatLineMarker(at.line, at.path));
      }
      lines.push(line);
      written = { path: at.path, line: at.line + 1 };
    }
    at = { ...at, line: at.line + 1 };
  }
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}
