/** The functions that preprocessed headers declare, and the symbols by which programs reach them. */

/** Name in C -> symbol: `sscanf` -> `__isoc99_sscanf`. Functions that are defined in the headers are left out. */
export function declaredFunctions(text: string): ReadonlyMap<string, string> {
  const functions = new Map<string, string>();
  for (const statement of statements(text)) {
    const symbol = /__asm__\s*\(((?:\s*"[^"]*")+)\s*\)/.exec(statement)?.[1]?.replaceAll(/["\s]/g, "");
    const plain = statement
      .replaceAll(/__attribute__\s*\(\((?:[^()]|\([^()]*\))*\)\)|__asm__\s*\([^)]*\)|__extension__/g, "")
      .trim();
    if (/^(?:typedef|static|extern|_Static_assert)\b|=/.test(plain)) continue;
    // A function that gives a function has its name in the first pair: `void (*signal(int, ...))(int)`.
    const name = /^[\w\s*]+?\(\s*\*\s*(\w+)\s*\(/.exec(plain)?.[1] ?? /^[\w\s*]+?(\w+)\s*\(/.exec(plain)?.[1];
    if (name !== undefined) functions.set(name, symbol ?? name);
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
