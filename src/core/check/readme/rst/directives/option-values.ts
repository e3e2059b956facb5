/**
 * Values of directive options.
 * Spec: https://docutils.sourceforge.io/docs/ref/rst/directives.html
 */

/** What is wrong with a value, in docutils' words; the value is undefined when the option has none. */
export type CheckOption = (value: string | undefined, isModern: boolean) => string | undefined;

const REQUIRED = "argument required but none supplied";

export const anyValue: CheckOption = () => undefined;

export const someValue: CheckOption = (value) => (value === undefined ? REQUIRED : undefined);

export const noValue: CheckOption = (value) =>
  value === undefined || value.trim() === "" ? undefined : `no argument is allowed; "${value}" supplied`;

/** A whole number as Python reads one. */
export function parseInteger(text: string | undefined): number | undefined {
  const digits = text?.trim() ?? "";
  return /^[+-]?\d+(?:_\d+)*$/.test(digits) ? Number(digits.replaceAll("_", "")) : undefined;
}

export const integer: CheckOption = (value) =>
  parseInteger(value) === undefined ? `invalid literal for int(): "${value ?? ""}"` : undefined;

export const integerOrNone: CheckOption = (value) => (value === undefined ? undefined : integer(value, true));

export const nonNegativeInteger: CheckOption = (value, isModern) =>
  integer(value, isModern) ?? ((parseInteger(value) ?? 0) < 0 ? "negative value; must be positive or zero" : undefined);

const positiveInteger: CheckOption = (value, isModern) =>
  integer(value, isModern) ?? ((parseInteger(value) ?? 0) < 1 ? "negative or zero value; must be positive" : undefined);

export const percentage: CheckOption = (value, isModern) => nonNegativeInteger(value?.replace(/[ %]+$/, ""), isModern);

const LENGTHS_OF_2022 = ["em", "ex", "px", "in", "cm", "mm", "pt", "pc"];
const LENGTHS = [...LENGTHS_OF_2022, "ch", "rem", "vw", "vh", "vmin", "vmax", "Q"];

function measure(value: string | undefined, units: readonly string[]): string | undefined {
  const match = /^(-?[0-9.]+) *([a-zA-Zµ]*|%)$/.exec(value ?? "");
  const isNumber = match !== null && /^-?(?:\d+\.?\d*|\.\d+)$/.test(match[1] ?? "");
  if (isNumber && units.includes(match[2] ?? "") && !(match[1] ?? "").startsWith("-")) return undefined;
  return `not a positive measure of one of the following units: ${units.filter((unit) => unit !== "").join(" ")}`;
}

export const length: CheckOption = (value, isModern) => measure(value, [...(isModern ? LENGTHS : LENGTHS_OF_2022), ""]);

export const lengthOrPercentage: CheckOption = (value, isModern) =>
  measure(value, [...(isModern ? LENGTHS : LENGTHS_OF_2022), "%", ""]);

export const figureWidth: CheckOption = (value, isModern) =>
  value?.toLowerCase() === "image" ? undefined : lengthOrPercentage(value, isModern);

/** The identifier that HTML gets for a name. */
export function makeIdentifier(name: string): string {
  return name
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^\0-\x7f]/g, "")
    .trim()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[-0-9]+|-+$/g, "");
}

export const classNames: CheckOption = (value) => {
  if (value === undefined) return REQUIRED;
  const bad = value.split(/\s+/).find((name) => name !== "" && makeIdentifier(name) === "");
  return bad === undefined ? undefined : `cannot make "${bad}" into a class name`;
};

export function oneOf(...values: readonly string[]): CheckOption {
  const quoted = values.map((value) => `"${value}"`);
  const list = `${quoted.slice(0, -1).join(", ")}, or ${quoted.at(-1) ?? ""}`;
  return (value) => {
    if (value === undefined) return `must supply an argument; choose from ${list}`;
    return values.includes(value.toLowerCase().trim()) ? undefined : `"${value}" unknown; choose from ${list}`;
  };
}

/** Column widths: a word of the list, or positive numbers. */
export function widthsOr(...words: readonly string[]): CheckOption {
  return (value, isModern) => {
    if (value === undefined) return REQUIRED;
    if (words.includes(value)) return undefined;
    for (const entry of splitWidths(value)) {
      const fault = positiveInteger(entry, isModern);
      if (fault !== undefined) return fault;
    }
    return undefined;
  };
}

export function splitWidths(value: string): string[] {
  return value.includes(",") ? value.split(",") : value.split(/\s+/).filter((entry) => entry !== "");
}

/** The character of a code as `U+262E`, `0x262e`, `&#x262E;` or `9774`; other text as it is. */
export function decodeCharacter(code: string): string | undefined {
  const hexadecimal = /^(?:0x|x|\\x|U\+?|\\u)([0-9a-f]+)$|^&#x([0-9a-f]+);$/i.exec(code);
  let value: number | undefined;
  if (/^\d+$/.test(code)) value = Number(code);
  else if (hexadecimal !== null) value = Number.parseInt(hexadecimal[1] ?? hexadecimal[2] ?? "", 16);
  if (value === undefined) return code;
  return value <= 0x10ffff ? String.fromCodePoint(value) : undefined;
}

export const character: CheckOption = (value) => {
  const decoded = decodeCharacter(value ?? "");
  if (decoded === undefined) return "code too large";
  return [...decoded].length > 1 || value === undefined
    ? `"${decoded}" invalid; must be a single character or a Unicode code`
    : undefined;
};

export const characterOrSpace: CheckOption = (value, isModern) =>
  value === "tab" || value === "space" ? undefined : character(value, isModern);
