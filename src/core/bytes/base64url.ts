/**
 * The URL-safe base64 alphabet without `=` padding, as RECORD writes its hashes.
 * Spec: RFC 4648, section 5.
 */

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** 32 bytes of a SHA-256 digest give 43 characters. */
export function formatBase64Url(bytes: Uint8Array): string {
  let text = "";
  for (let index = 0; index < bytes.length; index += 3) {
    const first = bytes[index] ?? 0;
    const second = bytes[index + 1];
    const third = bytes[index + 2];
    text += ALPHABET.charAt(first >> 2) + ALPHABET.charAt(((first & 3) << 4) | ((second ?? 0) >> 4));
    if (second !== undefined) text += ALPHABET.charAt(((second & 15) << 2) | ((third ?? 0) >> 6));
    if (third !== undefined) text += ALPHABET.charAt(third & 63);
  }
  return text;
}

/**
 * The inverse of `formatBase64Url`. Undefined for padding, foreign characters, an impossible length, and left-over
 * bits that are not zero, so that every value has one spelling only.
 */
export function parseBase64Url(text: string): Uint8Array | undefined {
  if (text.length % 4 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let bitCount = 0;
  let length = 0;
  for (let index = 0; index < text.length; index++) {
    const value = characterValue(text.charCodeAt(index));
    if (value < 0) return undefined;
    bits = ((bits << 6) | value) & 0xffff;
    bitCount += 6;
    if (bitCount >= 8) {
      bitCount -= 8;
      bytes[length++] = bits >> bitCount;
    }
  }
  return (bits & ((1 << bitCount) - 1)) === 0 ? bytes : undefined;
}

function characterValue(unit: number): number {
  if (unit >= 0x41 && unit <= 0x5a) return unit - 0x41; // A-Z
  if (unit >= 0x61 && unit <= 0x7a) return unit - 0x61 + 26; // a-z
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30 + 52; // 0-9
  if (unit === 0x2d) return 62; // -
  if (unit === 0x5f) return 63; // _
  return -1;
}
