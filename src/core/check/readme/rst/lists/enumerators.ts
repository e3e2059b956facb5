/**
 * Markers of enumerated lists: `1.`, `(a)`, `iv)`, `#.`.
 * Spec: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#enumerated-lists
 */

type Sequence = "arabic" | "loweralpha" | "upperalpha" | "lowerroman" | "upperroman" | "#";

export interface Enumerator {
  readonly format: "parentheses" | "right parenthesis" | "period";
  readonly sequence: Sequence;
  /** None for letters that are no Roman number. */
  readonly ordinal: number | undefined;
  /** With the spaces behind it. */
  readonly markerLength: number;
  /** A `#` is among the items so far. */
  readonly isAutomatic: boolean;
}

const TEXT = "(?:[0-9]+|[a-z]|[A-Z]|[ivxlcdm]+|[IVXLCDM]+|#)";
const MARKER = new RegExp(`^(?:\\((${TEXT})\\)|(${TEXT})\\)|(${TEXT})\\.)(?: +|$)`);

/** In the order in which they are tried. */
const SEQUENCES: readonly [Sequence, RegExp][] = [
  ["arabic", /^[0-9]+$/],
  ["loweralpha", /^[a-z]$/],
  ["upperalpha", /^[A-Z]$/],
  ["lowerroman", /^[ivxlcdm]+$/],
  ["upperroman", /^[IVXLCDM]+$/],
];

/** The enumerator that a line starts with; `last` is the item before, whose sequence is tried first. */
export function parseEnumerator(line: string, last: Enumerator | undefined): Enumerator | undefined {
  const match = MARKER.exec(line);
  if (match === null) return undefined;
  const [marker, inParentheses, beforeParenthesis, beforePeriod = ""] = match;
  const text = inParentheses ?? beforeParenthesis ?? beforePeriod;
  const sequence = sequenceOf(text, last);
  return {
    format:
      inParentheses !== undefined ? "parentheses" : beforeParenthesis !== undefined ? "right parenthesis" : "period",
    sequence,
    ordinal: ordinalOf(text, sequence),
    markerLength: marker.length,
    isAutomatic: sequence === "#",
  };
}

function sequenceOf(text: string, last: Enumerator | undefined): Sequence {
  if (text === "#") return "#";
  if (last !== undefined) {
    const expected = last.sequence === "#" ? "arabic" : last.sequence;
    if (SEQUENCES.some(([name, pattern]) => name === expected && pattern.test(text))) return expected;
  } else if (text === "i") {
    return "lowerroman";
  } else if (text === "I") {
    return "upperroman";
  }
  return SEQUENCES.find(([, pattern]) => pattern.test(text))?.[0] ?? "arabic";
}

function ordinalOf(text: string, sequence: Sequence): number | undefined {
  switch (sequence) {
    case "#":
      return 1;
    case "arabic":
      return Number(text);
    case "loweralpha":
    case "upperalpha":
      return text.toLowerCase().charCodeAt(0) - 96;
    default:
      return parseRoman(text.toUpperCase());
  }
}

/**
 * Whether the enumerator starts or continues a list: it follows the one before, and the next line is blank,
 * indented, or the next item.
 */
export function continuesList(item: Enumerator, last: Enumerator | undefined, nextLine: string | undefined): boolean {
  if (item.ordinal === undefined) return false;
  if (last !== undefined) {
    if (item.format !== last.format) return false;
    if (item.sequence !== "#") {
      if (item.sequence !== last.sequence || last.isAutomatic || item.ordinal !== (last.ordinal ?? 0) + 1) return false;
    }
  }
  if (nextLine === undefined || nextLine.slice(0, 1).trim() === "") return true;
  const next = enumeratorText(item.ordinal + 1, item.sequence);
  if (next === undefined) return false;
  return nextLine.startsWith(formatMarker(next, item)) || nextLine.startsWith(formatMarker("#", item));
}

function formatMarker(text: string, { format }: Enumerator): string {
  if (format === "parentheses") return `(${text}) `;
  return format === "period" ? `${text}. ` : `${text}) `;
}

function enumeratorText(ordinal: number, sequence: Sequence): string | undefined {
  switch (sequence) {
    case "#":
      return "#";
    case "arabic":
      return String(ordinal);
    case "loweralpha":
    case "upperalpha": {
      if (ordinal > 26) return undefined;
      const letter = String.fromCharCode(96 + ordinal);
      return sequence === "upperalpha" ? letter.toUpperCase() : letter;
    }
    default: {
      if (ordinal > 4999) return undefined;
      const roman = formatRoman(ordinal);
      return sequence === "lowerroman" ? roman.toLowerCase() : roman;
    }
  }
}

const ROMAN: readonly [string, number][] = [
  ["M", 1000],
  ["CM", 900],
  ["D", 500],
  ["CD", 400],
  ["C", 100],
  ["XC", 90],
  ["L", 50],
  ["XL", 40],
  ["X", 10],
  ["IX", 9],
  ["V", 5],
  ["IV", 4],
  ["I", 1],
];

function formatRoman(value: number): string {
  let rest = value;
  let text = "";
  for (const [letters, worth] of ROMAN) {
    while (rest >= worth) {
      text += letters;
      rest -= worth;
    }
  }
  return text;
}

function parseRoman(text: string): number | undefined {
  if (!/^M{0,4}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(text)) return undefined;
  let rest = text;
  let value = 0;
  for (const [letters, worth] of ROMAN) {
    while (rest.startsWith(letters)) {
      value += worth;
      rest = rest.slice(letters.length);
    }
  }
  return value;
}
