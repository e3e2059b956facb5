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
  let at = { path, system: false };
  let line = 1;
  let written = { path, line: 1 };
  for (const ended of text.split("\n")) {
    const content = ended.endsWith("\r") ? ended.slice(0, -1) : ended;
    const marker = content.trimStart().startsWith("#") ? parseLineMarker(content) : undefined;
    if (marker !== undefined) {
      const file = marker.path ?? at.path;
      // What a macro of the system put into a file of the user has the flag of the system, too.
      if (!marker.system) own.add(file);
      at = { path: file, system: !own.has(file) || (file !== path && /^<.*>$/.test(file)) };
      line = marker.line;
      continue;
    }
    if (!at.system && content.trim() !== "") {
      const gap = line - written.line;
      if (written.path === at.path && gap >= 0 && gap <= MAX_EMPTY_LINES) {
        for (let empty = 0; empty < gap; empty++) lines.push("");
      } else {
        lines.push(formatLineMarker(line, at.path));
      }
      lines.push(content);
      written = { path: at.path, line: line + 1 };
    }
    line += 1;
  }
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}
