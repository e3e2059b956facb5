/**
 * Names within Python: identifiers, dotted module names, and references to objects.
 * Spec: https://docs.python.org/3/reference/lexical_analysis.html#identifiers
 *       https://packaging.python.org/en/latest/specifications/entry-points/#data-model
 */

/** Words that Python keeps for itself. `match`, `case`, `type` and `_` may be names. */
const KEYWORDS: ReadonlySet<string> = new Set(
  (
    "False None True and as assert async await break class continue def del elif else except finally for from " +
    "global if import in is lambda nonlocal not or pass raise return try while with yield"
  ).split(" "),
);

const IDENTIFIER = /^[\p{XID_Start}_]\p{XID_Continue}*$/u;

/**
 * Whether Python reads `text` as one identifier; keywords are identifiers too.
 * Python compares identifiers in NFKC, so `ﬁle` is the module `file`: callers that look for files must normalise.
 */
export function isIdentifier(text: string): boolean {
  return IDENTIFIER.test(text) && IDENTIFIER.test(text.normalize("NFKC"));
}

export function isKeyword(text: string): boolean {
  return KEYWORDS.has(text);
}

/** Whether `import <text>` is possible: identifiers joined by dots, none of them a keyword. */
export function isModuleName(text: string): boolean {
  return text.split(".").every((part) => isIdentifier(part) && !isKeyword(part));
}

/** `hello.cli:Main.run [color]`: a module, and what to take out of it. */
export interface ObjectReference {
  readonly module: string;
  /** Undefined when the module itself is meant. */
  readonly object: string | undefined;
  /** Deprecated: extras that must be installed for the entry point to work. */
  readonly extras: readonly string[];
}

const REFERENCE = /^[ \t]*([^\s:[\]]+)(?:[ \t]*:[ \t]*([^\s:[\]]+))?(?:[ \t]*\[([^[\]\p{Cc}\p{Zl}\p{Zp}]*)\])?[ \t]*$/u;
const EXTRA = /^(?:[a-z0-9]|[a-z0-9][a-z0-9._-]*[a-z0-9])$/i;

/** The value of an entry point, or undefined when it is none. */
export function parseObjectReference(text: string): ObjectReference | undefined {
  const match = REFERENCE.exec(text);
  const module = match?.[1];
  if (match === null || module === undefined || !isModuleName(module)) return undefined;
  const object = match[2];
  if (object !== undefined && !isModuleName(object)) return undefined;
  const extras = match[3]?.split(",").map((extra) => extra.trim()) ?? [];
  return extras.every((extra) => EXTRA.test(extra)) ? { module, object, extras } : undefined;
}
