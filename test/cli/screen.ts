/** What a terminal shows of a text: as much of one as packwheel makes use of. */

/** Lines as they stand at the end; unknown control sequences stay visible. */
export function screenOf(text: string): string[] {
  const lines = [""];
  let row = 0;
  let column = 0;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what steers a terminal is what is looked for
  for (const [part] of text.matchAll(/\u001b\[2K|\u001b\[(\d+)A|\r|\n|[^\r\n\u001b]+|\u001b/g)) {
    if (part === "\r") column = 0;
    else if (part === "\n") {
      row += 1;
      column = 0;
      if (lines[row] === undefined) lines.push("");
    } else if (part === "\u001b[2K") lines[row] = "";
    else if (part === "\u001b[1A") row = Math.max(0, row - 1);
    else {
      const line = (lines[row] ?? "").padEnd(column);
      lines[row] = line.slice(0, column) + part + line.slice(column + part.length);
      column += part.length;
    }
  }
  return lines;
}
