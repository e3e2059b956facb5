/**
 * Bytes as text with one character a byte, and back. `TextDecoder` has no such encoding: its "latin1" is Windows-1252.
 */

/** Characters at a time: functions take only so many arguments. */
const CHUNK = 8192;

export function decodeLatin1(bytes: Uint8Array): string {
  // Where all is ASCII, UTF-8 says the same, and machines read it many times as fast.
  if (isAscii(bytes)) return new TextDecoder().decode(bytes);
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK)));
  }
  return parts.join("");
}

/** @param text Characters up to U+00FF; of others, the low byte is taken. */
export function encodeLatin1(text: string): Uint8Array {
  const ascii = new TextEncoder().encode(text);
  if (ascii.length === text.length) return ascii;
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

function isAscii(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++) if ((bytes[at] ?? 0) > 127) return false;
  return true;
}
