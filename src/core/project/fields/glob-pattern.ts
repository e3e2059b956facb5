/**
 * The glob patterns of `license-files`, matched as Python's `glob` does: names that begin with a dot are met only
 * by a pattern that begins with one.
 * Spec: https://packaging.python.org/en/latest/specifications/glob-patterns/
 */

/** Parts of `licenses/LICENSE*`, split at `/`. */
export type GlobPattern = readonly GlobPart[];

type GlobPart =
  /** `**`: any number of folders, none included */
  | { readonly kind: "folders" }
  /** `LICEN[CS]E*` */
  | { readonly kind: "name"; readonly text: string; readonly tokens: readonly GlobToken[] };

type GlobToken =
  /** `*` */
  | { readonly kind: "any" }
  /** `?` */
  | { readonly kind: "one" }
  /** `[A-Z]` */
  | { readonly kind: "range"; readonly ranges: readonly (readonly [string, string])[] }
  /** `L` */
  | { readonly kind: "literal"; readonly character: string };

/** Whether it names one file without any wildcard. */
export function isLiteralGlob(pattern: string): boolean {
  return !/[*?[]/.test(pattern);
}

/** @param pattern One that `assertLicenseGlob` lets pass. */
export function parseGlob(pattern: string): GlobPattern {
  const parts = pattern.split("/").filter((part) => part !== "" && part !== ".");
  // At the end, `**` stands for every file below, as `**/*` does.
  if (parts.at(-1) === "**") parts.push("*");
  return parts.map((text) => (text === "**" ? { kind: "folders" } : { kind: "name", text, tokens: tokenize(text) }));
}

export function matchesGlob(pattern: GlobPattern, path: string): boolean {
  return matchParts(pattern, path.split("/"), false);
}

/** Whether some file below this folder may match. */
export function mayMatchBelow(pattern: GlobPattern, folder: string): boolean {
  return matchParts(pattern, folder.split("/"), true);
}

/**
 * The set of pattern positions that can be reached after each name: linear in names times parts, whatever the
 * number of `**`.
 */
function matchParts(pattern: GlobPattern, names: readonly string[], isFolder: boolean): boolean {
  let reached = new Set([0]);
  skipFolders(pattern, reached);
  for (const name of names) {
    const next = new Set<number>();
    for (const position of reached) {
      const part = pattern[position];
      if (part === undefined) continue;
      if (part.kind === "folders") {
        if (!name.startsWith(".")) next.add(position);
      } else if (matchName(part, name)) next.add(position + 1);
    }
    reached = next;
    skipFolders(pattern, reached);
  }
  if (isFolder) return [...reached].some((position) => position < pattern.length);
  return [...reached].some((position) => position === pattern.length);
}

/** `**` may stand for no folder at all. */
function skipFolders(pattern: GlobPattern, reached: Set<number>): void {
  // A set can grow while it is walked: positions added are walked too.
  for (const position of reached) {
    if (pattern[position]?.kind === "folders") reached.add(position + 1);
  }
}

function matchName(
  { text, tokens }: { readonly text: string; readonly tokens: readonly GlobToken[] },
  name: string,
): boolean {
  if (name.startsWith(".") && !text.startsWith(".")) return false;
  const characters = [...name];
  let token = 0;
  let character = 0;
  let lastAny = -1;
  let resume = 0;
  // On a mismatch only the last `*` has to give way, so the work is bounded by tokens times characters.
  while (character < characters.length) {
    const current = tokens[token];
    if (current?.kind === "any") {
      lastAny = token;
      resume = character;
      token += 1;
    } else if (current !== undefined && matchToken(current, characters[character] ?? "")) {
      token += 1;
      character += 1;
    } else if (lastAny >= 0) {
      token = lastAny + 1;
      resume += 1;
      character = resume;
    } else return false;
  }
  return tokens.slice(token).every(({ kind }) => kind === "any");
}

function matchToken(token: GlobToken, character: string): boolean {
  switch (token.kind) {
    case "any":
    case "one":
      return true;
    case "literal":
      return token.character === character;
    case "range": {
      const code = character.codePointAt(0) ?? 0;
      return token.ranges.some(([from, to]) => code >= (from.codePointAt(0) ?? 0) && code <= (to.codePointAt(0) ?? 0));
    }
  }
}

function tokenize(text: string): readonly GlobToken[] {
  const characters = [...text];
  const tokens: GlobToken[] = [];
  let position = 0;
  while (position < characters.length) {
    const character = characters[position] ?? "";
    const close = character === "[" ? characters.indexOf("]", position) : -1;
    if (close !== -1) {
      tokens.push(parseRange(characters.slice(position + 1, close)));
      position = close + 1;
      continue;
    }
    if (character === "*") tokens.push({ kind: "any" });
    else if (character === "?") tokens.push({ kind: "one" });
    else tokens.push({ kind: "literal", character });
    position += 1;
  }
  return tokens;
}

/** A hyphen at either end stands for itself. */
function parseRange(members: readonly string[]): GlobToken {
  const ranges: [string, string][] = [];
  let position = 0;
  while (position < members.length) {
    const from = members[position] ?? "";
    const to = members[position + 2];
    if (members[position + 1] === "-" && to !== undefined) {
      ranges.push([from, to]);
      position += 3;
    } else {
      ranges.push([from, from]);
      position += 1;
    }
  }
  return { kind: "range", ranges };
}
