/**
 * Environment markers: the condition behind the `;` of a requirement.
 * Spec: https://packaging.python.org/en/latest/specifications/dependency-specifiers/#environment-markers
 */
import { closestMatch } from "./closest.ts";
import { normalizeName } from "./project-name.ts";
import { quote } from "./quote.ts";
import { TextCursor } from "./text-cursor.ts";

export type MarkerOperator = "<=" | "<" | "!=" | "==" | ">=" | ">" | "~=" | "===" | "in" | "not in";

export type MarkerOperand =
  /** `python_version` */
  | { readonly kind: "variable"; readonly name: MarkerVariable }
  /** `"3.9"` */
  | { readonly kind: "text"; readonly value: string };

export type Marker =
  /** `python_version < "3.9"` */
  | {
      readonly kind: "comparison";
      readonly left: MarkerOperand;
      readonly operator: MarkerOperator;
      readonly right: MarkerOperand;
    }
  /** `os_name == "nt" and extra == "gui"`; two operands or more */
  | { readonly kind: "and" | "or"; readonly operands: readonly Marker[] }
  /** Parentheses around an `and` or `or`, kept so that formatting gives back what was written. */
  | { readonly kind: "group"; readonly marker: Marker };

const VARIABLES = [
  "python_version",
  "python_full_version",
  "os_name",
  "sys_platform",
  "platform_release",
  "platform_system",
  "platform_version",
  "platform_machine",
  "platform_python_implementation",
  "implementation_name",
  "implementation_version",
  "extra",
] as const;

export type MarkerVariable = (typeof VARIABLES)[number];

/** Spellings of old setuptools, still read by every installer. */
const OLD_NAMES: ReadonlyMap<string, MarkerVariable> = new Map([
  ["os.name", "os_name"],
  ["sys.platform", "sys_platform"],
  ["platform.version", "platform_version"],
  ["platform.machine", "platform_machine"],
  ["platform.python_implementation", "platform_python_implementation"],
  ["python_implementation", "platform_python_implementation"],
]);

/** Deeper nesting is no marker that anybody wrote, and would exhaust the stack. */
const MAX_DEPTH = 100;

/**
 * Read a marker.
 *
 * @throws {PackwheelError} `MARKER_INVALID`, with the offset of what is wrong.
 */
export function parseMarker(text: string): Marker {
  const cursor = new TextCursor(text, "MARKER_INVALID", "marker");
  const marker = readMarker(cursor);
  if (!cursor.atEnd) cursor.fail("`and`, `or` or the end is expected");
  return marker;
}

/** Read the marker that begins at the cursor, and the spaces after it. */
export function readMarker(cursor: TextCursor): Marker {
  return unwrap(readAlternatives(cursor, 0));
}

/** The form that goes into METADATA: double quotes, single spaces, parentheses as written or where needed. */
export function formatMarker(marker: Marker): string {
  switch (marker.kind) {
    case "comparison":
      return `${formatOperand(marker.left)} ${marker.operator} ${formatOperand(marker.right)}`;
    case "group":
      return `(${formatMarker(marker.marker)})`;
    case "or":
      return marker.operands.map(formatMarker).join(" or ");
    case "and":
      return marker.operands
        .map((operand) => (operand.kind === "or" ? `(${formatMarker(operand)})` : formatMarker(operand)))
        .join(" and ");
  }
}

/** The condition of a requirement that only an extra brings in: `(marker) and extra == "gui"`. */
export function withExtra(marker: Marker | undefined, extra: string): Marker {
  const condition: Marker = {
    kind: "comparison",
    left: { kind: "variable", name: "extra" },
    operator: "==",
    right: { kind: "text", value: normalizeName(extra) },
  };
  if (marker === undefined) return condition;
  if (marker.kind === "and") return { kind: "and", operands: [...marker.operands, condition] };
  return { kind: "and", operands: [marker.kind === "or" ? { kind: "group", marker } : marker, condition] };
}

function readAlternatives(cursor: TextCursor, depth: number): Marker {
  return readJoined(cursor, "or", () => readJoined(cursor, "and", () => readTerm(cursor, depth)));
}

function readJoined(cursor: TextCursor, kind: "and" | "or", readOperand: () => Marker): Marker {
  const first = readOperand();
  const operands = [first];
  while (cursor.take(kind === "or" ? /or\b/y : /and\b/y) !== undefined) operands.push(readOperand());
  return operands.length === 1 ? first : { kind, operands };
}

/** A comparison or a parenthesis, with the spaces around it. */
function readTerm(cursor: TextCursor, depth: number): Marker {
  cursor.skipSpaces();
  if (cursor.take(/\(/y) === undefined) return readComparison(cursor);
  if (depth === MAX_DEPTH) cursor.fail(`parentheses are nested more than ${MAX_DEPTH} deep`);
  const inner = unwrap(readAlternatives(cursor, depth + 1));
  if (cursor.take(/\)/y) === undefined) cursor.fail("`and`, `or` or `)` is expected");
  cursor.skipSpaces();
  return inner.kind === "comparison" ? inner : { kind: "group", marker: inner };
}

/** Parentheses around everything say nothing. */
function unwrap(marker: Marker): Marker {
  return marker.kind === "group" ? marker.marker : marker;
}

function readComparison(cursor: TextCursor): Marker {
  const left = readOperand(cursor);
  cursor.skipSpaces();
  const operator = readOperator(cursor);
  cursor.skipSpaces();
  const right = readOperand(cursor);
  cursor.skipSpaces();
  return { kind: "comparison", operator, ...withNormalizedExtra(left, right) };
}

function readOperand(cursor: TextCursor): MarkerOperand {
  const quoted = cursor.take(/"[^"]*"|'[^']*'/y);
  if (quoted !== undefined) {
    const value = quoted.slice(1, -1);
    const stranger = /[^\t -~]|\\/u.exec(value);
    if (stranger !== null) {
      cursor.fail(`a quoted text may not hold ${quote(stranger[0])}`, { back: quoted.length });
    }
    return { kind: "text", value };
  }
  const word = cursor.take(/[a-zA-Z_][a-zA-Z0-9_.]*/y);
  if (word === undefined) {
    const isOpen = cursor.peek(/["']/y) !== undefined;
    return cursor.fail(isOpen ? "the closing quote is missing" : "a variable or a quoted text is expected");
  }
  const name = VARIABLES.find((variable) => variable === word) ?? OLD_NAMES.get(word);
  if (name !== undefined) return { kind: "variable", name };
  if (word === "extras" || word === "dependency_groups") {
    return cursor.fail(`\`${word}\` may be used in lock files alone`, {
      back: word.length,
      hint: word === "extras" ? 'Write `extra == "..."`' : undefined,
    });
  }
  const nearest = closestMatch(word, VARIABLES);
  return cursor.fail(`\`${word.slice(0, 60)}\` is not a marker variable`, {
    back: word.length,
    hint: nearest === undefined ? "Put a text in quotes" : `Write \`${nearest}\``,
  });
}

function readOperator(cursor: TextCursor): MarkerOperator {
  const operator = cursor.take(/===|==|~=|!=|<=|>=|<|>|in\b|not[ \t]+in\b/y);
  if (operator === undefined) {
    const hint = cursor.peek(/=/y) !== undefined ? "Write `==`" : undefined;
    return cursor.fail("one of <=, <, !=, ==, >=, >, ~=, ===, in, not in is expected", { hint });
  }
  // The pattern matches the operators alone, save for the spaces within `not in`.
  return (operator.startsWith("not") ? "not in" : operator) as MarkerOperator;
}

/** Names of extras are compared in their normal form, so they are written in it. */
function withNormalizedExtra(
  left: MarkerOperand,
  right: MarkerOperand,
): { readonly left: MarkerOperand; readonly right: MarkerOperand } {
  const isExtra = (operand: MarkerOperand) => operand.kind === "variable" && operand.name === "extra";
  const normalized = (operand: MarkerOperand): MarkerOperand =>
    operand.kind === "text" ? { kind: "text", value: normalizeName(operand.value) } : operand;
  return {
    left: isExtra(right) ? normalized(left) : left,
    right: isExtra(left) ? normalized(right) : right,
  };
}

function formatOperand(operand: MarkerOperand): string {
  if (operand.kind === "variable") return operand.name;
  return operand.value.includes('"') ? `'${operand.value}'` : `"${operand.value}"`;
}
