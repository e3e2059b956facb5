/** Bytes as lower-case hexadecimal digits, two a byte. */

const DIGITS: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** `[0x00, 0xff]` gives `00ff`. */
export function formatHex(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += DIGITS[byte];
  return text;
}

/** The inverse of `formatHex`; upper-case digits are taken too. Undefined for anything else than pairs of digits. */
export function parseHex(text: string): Uint8Array | undefined {
  if (text.length % 2 !== 0) return undefined;
  const bytes = new Uint8Array(text.length / 2);
  for (let index = 0; index < bytes.length; index++) {
    const high = digitValue(text.charCodeAt(2 * index));
    const low = digitValue(text.charCodeAt(2 * index + 1));
    if (high < 0 || low < 0) return undefined;
    bytes[index] = high * 16 + low;
  }
  return bytes;
}

function digitValue(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30; // 0-9
  if (unit >= 0x61 && unit <= 0x66) return unit - 0x61 + 10; // a-f
  if (unit >= 0x41 && unit <= 0x46) return unit - 0x41 + 10; // A-F
  return -1;
}
