/**
 * Requirements: `requests[socks] >=2.8.1, ==2.8.* ; python_version < "3.9"`.
 * Spec: https://packaging.python.org/en/latest/specifications/dependency-specifiers/
 */
import { compareCodePoints } from "../bytes/code-points.ts";
import { formatMarker, type Marker, readMarker, withExtra } from "./marker.ts";
import { formatSpecifierSet, readSpecifier, type Specifier, type SpecifierSet } from "./specifier.ts";
import { TextCursor } from "./text-cursor.ts";

export interface Requirement {
  /** As written: `Friendly.Bard`. */
  readonly name: string;
  /** As written, sorted, each once. */
  readonly extras: readonly string[];
  /** Empty for a requirement with a URL, and for one that any version meets. */
  readonly specifiers: SpecifierSet;
  /** `https://example.org/a.whl` of `a @ https://example.org/a.whl`. Public indexes take none. */
  readonly url: string | undefined;
  readonly marker: Marker | undefined;
}

/**
 * Read a requirement.
 *
 * @throws {PackwheelError} `REQUIREMENT_INVALID`, with the offset of what is wrong.
 */
export function parseRequirement(text: string): Requirement {
  const cursor = new TextCursor(text, "REQUIREMENT_INVALID", "requirement");
  const stranger = /(?!\t)[\p{Cc}\p{Zl}\p{Zp}]/u.exec(text);
  if (stranger !== null) {
    cursor.offset = stranger.index;
    cursor.fail("a requirement is one line without control characters");
  }

  cursor.skipSpaces();
  const name = readName(cursor, "a package name is expected");
  cursor.skipSpaces();
  const extras = readExtras(cursor);
  cursor.skipSpaces();
  const url = readUrl(cursor);
  const specifiers = url === undefined ? readSpecifiers(cursor) : [];
  const marker = readTrailingMarker(cursor, url !== undefined);
  return { name, extras, specifiers, url, marker };
}

/** The form that goes into METADATA: `name[a,b]<2,>=1; marker`, `name @ url ; marker`. */
export function formatRequirement({ name, extras, specifiers, url, marker }: Requirement): string {
  let text = name;
  if (extras.length > 0) text += `[${extras.join(",")}]`;
  text += formatSpecifierSet(specifiers);
  if (url !== undefined) text += ` @ ${url}`;
  if (marker !== undefined) {
    // Without the space, the semicolon would be a part of the URL.
    text += `${url === undefined ? "" : " "}; ${formatMarker(marker)}`;
  }
  return text;
}

/** The same requirement for those who ask for the extra alone. */
export function requirementOfExtra(requirement: Requirement, extra: string): Requirement {
  return { ...requirement, marker: withExtra(requirement.marker, extra) };
}

function readName(cursor: TextCursor, problem: string): string {
  const name = cursor.take(/[a-zA-Z0-9](?:[a-zA-Z0-9._-]*[a-zA-Z0-9])?/y);
  if (name === undefined) return cursor.fail(problem);
  if (cursor.peek(/[._-]/y) !== undefined) cursor.fail("a name must end with a letter or a digit");
  return name;
}

/** `[fred,bar]` */
function readExtras(cursor: TextCursor): string[] {
  if (cursor.take(/\[/y) === undefined) return [];
  const extras = new Set<string>();
  cursor.skipSpaces();
  if (cursor.peek(/\]/y) === undefined) {
    do {
      cursor.skipSpaces();
      extras.add(readName(cursor, "the name of an extra is expected"));
      cursor.skipSpaces();
    } while (cursor.take(/,/y) !== undefined);
  }
  if (cursor.take(/\]/y) === undefined) cursor.fail("`,` or `]` is expected");
  return [...extras].sort(compareCodePoints);
}

/** `@ https://…`, which ends at the first space. */
function readUrl(cursor: TextCursor): string | undefined {
  if (cursor.take(/@[ \t]*/y) === undefined) return undefined;
  return cursor.take(/[^ \t]+/y) ?? cursor.fail("a URL is expected after `@`");
}

/** `>=1,<2`, with or without parentheses around it. */
function readSpecifiers(cursor: TextCursor): Specifier[] {
  const isParenthesized = cursor.take(/\([ \t]*/y) !== undefined;
  const specifiers: Specifier[] = [];
  while (cursor.peek(/[=<>~!]/y) !== undefined) {
    specifiers.push(readNextSpecifier(cursor));
    if (cursor.take(/,[ \t]*/y) === undefined) break;
  }
  if (isParenthesized) {
    if (cursor.take(/\)/y) === undefined) {
      cursor.fail(specifiers.length === 0 ? "a version specifier or `)` is expected" : "`,` or `)` is expected");
    }
    cursor.skipSpaces();
  }
  return specifiers;
}

/** One specifier, and the spaces after it. */
function readNextSpecifier(cursor: TextCursor): Specifier {
  const start = cursor.offset;
  const text = cursor.take(/[=<>~!]+[ \t]*[^ \t,;()]*/y) ?? "";
  cursor.skipSpaces();
  const result = readSpecifier(text);
  return "operator" in result
    ? result
    : cursor.fail(result.problem, { back: cursor.offset - start, hint: result.hint });
}

function readTrailingMarker(cursor: TextCursor, hasUrl: boolean): Marker | undefined {
  cursor.skipSpaces();
  if (cursor.atEnd) return undefined;
  if (cursor.take(/;/y) === undefined) {
    if (hasUrl) return cursor.fail("`;` or the end is expected after the URL");
    return cursor.fail("`;` or the end is expected", { hint: hintForRest(cursor) });
  }
  const marker = readMarker(cursor);
  if (!cursor.atEnd) cursor.fail("`and`, `or` or the end is expected");
  return marker;
}

function hintForRest(cursor: TextCursor): string | undefined {
  if (cursor.peek(/[=<>~!]/y) !== undefined) return "Put a comma between version specifiers";
  if (cursor.peek(/#/y) !== undefined) return "Leave the comment out";
  const version = cursor.peek(/\^?v?[0-9][^ \t,;]*/y);
  if (version !== undefined) {
    const result = readSpecifier(version);
    return "hint" in result ? result.hint : undefined;
  }
  if (cursor.peek(/if\b|python_|sys_|os_|platform_|extra\b/y) !== undefined) return "Put a semicolon before the marker";
  return undefined;
}
