/**
 * The URL-safe base64 alphabet without `=` padding, as RECORD writes its hashes.
 * Spec: RFC 4648, section 5.
 */

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** A multiple of 3, so that pieces join; as characters few enough for the arguments of one call. */
const PIECE_LENGTH = 3 * 1024;

/** 32 bytes of a SHA-256 digest give 43 characters. */
export function formatBase64Url(bytes: Uint8Array): string {
  let text = "";
  // A string that grows by characters takes memory for each; RECORD has millions.
  for (let offset = 0; offset < bytes.length; offset += PIECE_LENGTH) {
    text += formatPiece(bytes.subarray(offset, offset + PIECE_LENGTH));
  }
  return text;
}

function formatPiece(bytes: Uint8Array): string {
  const units = new Array<number>(Math.ceil((bytes.length * 4) / 3));
  let length = 0;
  for (let index = 0; index < bytes.length; index += 3) {
    const first = bytes[index] ?? 0;
    const second = bytes[index + 1] ?? 0;
    const third = bytes[index + 2] ?? 0;
    units[length++] = ALPHABET.charCodeAt(first >> 2);
    units[length++] = ALPHABET.charCodeAt(((first & 3) << 4) | (second >> 4));
    if (index + 1 < bytes.length) units[length++] = ALPHABET.charCodeAt(((second & 15) << 2) | (third >> 6));
    if (index + 2 < bytes.length) units[length++] = ALPHABET.charCodeAt(third & 63);
  }
  return String.fromCharCode(...units);
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
