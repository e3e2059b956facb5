/** The functions that preprocessed headers declare, and the symbols by which programs reach them. */

/** Name in C -> symbol: `sscanf` -> `__isoc99_sscanf`. Functions that are defined in the headers are left out. */
export function declaredFunctions(text: string): ReadonlyMap<string, string> {
  const functions = new Map<string, string>();
  for (const statement of statements(text)) {
    const symbol = /__asm__\s*\(((?:\s*"[^"]*")+)\s*\)/.exec(statement)?.[1]?.replaceAll(/["\s]/g, "");
    const plain = withoutGroups(statement.replaceAll(/__(?:asm|attribute)__\s*(?=\()/g, "")).trim();
    if (/\b(?:typedef|static|_Static_assert)\b|=/.test(plain) || /^(?:struct|union|enum)\s+\w+$/.test(plain)) continue;
    // `int puts()`; and `()( )` is what is left of a function that gives a function: its name is in the first pair.
    const name = /(\w+)\s*\(\)$/.exec(plain)?.[1] ?? /\(\s*\*\s*(\w+)\s*\(/.exec(statement)?.[1];
    if (name !== undefined && plain.includes("(")) functions.set(name, symbol ?? name);
  }
  return functions;
}

/** Cut at semicolons outside of braces; what stands in braces is dropped, and a body ends its function. */
function statements(text: string): readonly string[] {
  const found: string[] = [];
  let current = "";
  let depth = 0;
  for (const character of text.replaceAll(/^#.*$/gm, "")) {
    if (character === "{") {
      depth++;
    } else if (character === "}") {
      depth--;
      if (depth === 0 && /\)\s*$/.test(current)) current = "";
    } else if (depth === 0 && character === ";") {
      found.push(current);
      current = "";
    } else if (depth === 0) {
      current += character;
    }
  }
  return found;
}

/** `int puts(const char *)` -> `int puts()`; a group of attributes that has lost its word vanishes. */
function withoutGroups(text: string): string {
  let plain = "";
  let depth = 0;
  for (const character of text) {
    if (character === "(") {
      if (depth === 0 && /\w\s*$/.test(plain)) plain = `${plain.trimEnd()}(`;
      depth++;
    } else if (character === ")") {
      depth--;
      if (depth === 0 && plain.endsWith("(")) plain += ")";
    } else if (depth === 0) {
      plain += character;
    }
  }
  return plain;
}
