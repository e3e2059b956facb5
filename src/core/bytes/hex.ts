/** Bytes as lower-case hexadecimal digits, two a byte. */

const DIGITS: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** `[0x00, 0xff]` gives `00ff`. */
export function formatHex(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += DIGITS[byte];
  return text;
}
