/**
 * Rewrites `src/core/check/readme/rst/inline/character-width-data.ts` from the Unicode character database:
 *
 *   node --import tsx .ci/refresh/character-width.ts path/to/EastAsianWidth.txt path/to/DerivedCombiningClass.txt 15.1.0
 *
 * Both files are in https://www.unicode.org/Public/UCD/latest/ucd/ (the second below `extracted/`); the last
 * argument is the version of Unicode, which goes into the head of the result.
 */
import { readFileSync, writeFileSync } from "node:fs";

const [widthFile, classFile, version] = process.argv.slice(2);
if (widthFile === undefined || classFile === undefined || version === undefined) {
  console.error("usage: character-width.ts EastAsianWidth.txt DerivedCombiningClass.txt VERSION");
  process.exit(2);
}

const wide = rangesOf(widthFile, (value) => value === "W" || value === "F");
const combining = rangesOf(classFile, (value) => value !== "0");
if (wide.length < 50 || combining.length < 100) throw new Error("Cannot find the ranges in the two files");

writeFileSync(
  new URL("../../src/core/check/readme/rst/inline/character-width-data.ts", import.meta.url),
  `/**
 * Characters that take two columns, and characters that take none.
 * Origin: the Unicode character database, version ${version} (EastAsianWidth W and F, Canonical_Combining_Class not 0).
 * Written by \`.ci/refresh/character-width.ts\`; not edited by hand.
 *
 * Ranges in hexadecimal: \`a-b\` is the distance of the first character from the end of the range before, then
 * the length of the range less one.
 */
export const WIDE_RANGES: string = \`
${wrapped(wide)}\`;

export const COMBINING_RANGES: string = \`
${wrapped(combining)}\`;
`,
);

/** Sorted and joined ranges of the characters whose property passes `isWanted`. */
function rangesOf(path: string, isWanted: (value: string) => boolean): [number, number][] {
  const rows: [number, number][] = [];
  for (const line of readFileSync(path, "utf8").split("\n")) {
    const match = /^([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;\s*(\w+)/.exec(line);
    if (match === null || !isWanted(match[3] ?? "")) continue;
    rows.push([parseInt(match[1] ?? "", 16), parseInt(match[2] ?? match[1] ?? "", 16)]);
  }
  rows.sort((left, right) => left[0] - right[0]);
  const joined: [number, number][] = [];
  for (const [first, last] of rows) {
    const before = joined.at(-1);
    if (before !== undefined && first === before[1] + 1) before[1] = last;
    else joined.push([first, last]);
  }
  return joined;
}

function wrapped(ranges: readonly [number, number][]): string {
  let end = 0;
  const words = ranges.map(([first, last]) => {
    const word = (first - end).toString(16) + (last > first ? `-${(last - first).toString(16)}` : "");
    end = last;
    return word;
  });
  const lines: string[] = [""];
  for (const word of words) {
    const line = lines[lines.length - 1] ?? "";
    if (line.length + word.length > 110) lines.push(word);
    else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
  }
  return lines.join("\n");
}
