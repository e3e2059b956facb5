/**
 * Ordering of strings by Unicode code point, as Python, the wheel specification and `sort` with LC_ALL=C have it.
 * JavaScript's own `<` compares UTF-16 units, which puts U+1F600 before U+FB01.
 */

/** For `Array.prototype.sort`: negative, zero or positive. */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(i);
    if (left !== right) return rank(left) - rank(right);
  }
  return a.length - b.length;
}

/** Surrogates stand for code points above every other unit. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
