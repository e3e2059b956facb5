/**
 * Bytes as text with one character a byte, and back. `TextDecoder` has no such encoding: its "latin1" is Windows-1252.
 */

/** Characters at a time: functions take only so many arguments. */
const CHUNK = 8192;

export function decodeLatin1(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK)));
  }
  return parts.join("");
}

/** @param text Characters up to U+00FF; of others, the low byte is taken. */
export function encodeLatin1(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}
