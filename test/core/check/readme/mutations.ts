/** Descriptions with small faults, as an editor makes them; the same seed gives the same descriptions. */

/** Pieces that are easily inserted, lost or doubled. */
const PIECES = [
  "*",
  "**",
  "`",
  "``",
  "_",
  "__",
  "|",
  ":",
  "::",
  ".. ",
  "- ",
  "1. ",
  "\\",
  "<",
  "[1]_",
  "===",
  "  ",
  "漢",
];

/** Numbers from 0 to before 1. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A part of one of the sources, with one to three lines changed. */
export function mutate(sources: readonly string[], random: () => number): string {
  const below = (limit: number): number => Math.floor(random() * limit);
  let lines = (sources[below(sources.length)] ?? "").split("\n");
  if (lines.length > 30 && random() < 0.5) {
    const start = below(lines.length - 20);
    lines = lines.slice(start, start + 10 + below(30));
  }
  const count = 1 + below(3);
  for (let round = 0; round < count && lines.length > 0; round++) {
    const at = below(lines.length);
    const line = lines[at] ?? "";
    const column = below(line.length + 1);
    switch (below(9)) {
      case 0:
        lines.splice(at, 1);
        break;
      case 1:
        lines[at] = " ".repeat(1 + below(4)) + line;
        break;
      case 2:
        lines[at] = line.slice(1 + below(3));
        break;
      case 3:
        lines[at] = line.slice(0, -(1 + below(3)));
        break;
      case 4:
        lines.splice(at, 0, "");
        break;
      case 5:
        lines.splice(at, 0, lines[below(lines.length)] ?? "");
        break;
      case 6:
        lines[at] = line.slice(0, column) + (PIECES[below(PIECES.length)] ?? "") + line.slice(column);
        break;
      case 7:
        lines[at] = line.slice(0, column) + line.slice(column + 1);
        break;
      default:
        lines = lines.filter((other) => other !== "" || random() < 0.7);
    }
  }
  return lines.join("\n");
}
