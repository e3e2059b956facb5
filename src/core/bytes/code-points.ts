/**
 * The order of strings by Unicode code point, which is also the order of their UTF-8 bytes and of Python's `sorted`.
 * JavaScript's own `<` compares UTF-16 units, and so puts `U+1F600` (a surrogate pair, `0xD83D ...`) before `U+FB01`.
 */

/** Compare two strings by code point; for `Array.prototype.sort`. Lone surrogates sort among the characters beyond `U+FFFF`. */
export function compareCodePoints(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index++) {
    const a = left.charCodeAt(index);
    const b = right.charCodeAt(index);
    if (a !== b) return rank(a) - rank(b);
  }
  return left.length - right.length;
}

/** Lifts surrogates above the rest of the basic plane: a pair stands for a code point beyond it. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
