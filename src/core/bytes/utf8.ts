/** Bytes as UTF-8 text, without ever failing on foreign bytes: what is broken becomes U+FFFD, and the caller is told. */

export interface DecodedText {
  readonly text: string;
  /** Offset of the first byte that is no UTF-8; undefined when all of it is. */
  readonly invalidAt: number | undefined;
}

/** Decode bytes; a byte order mark stays in the text, as Python's `utf-8` leaves it. */
export function decodeUtf8(bytes: Uint8Array): DecodedText {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes), invalidAt: undefined };
  } catch {
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    return { text, invalidAt: firstInvalidByte(bytes) };
  }
}

/** UTF-8 needs two surrogates to make one character; one alone cannot be written. */
export function hasLoneSurrogate(text: string): boolean {
  return /\p{Surrogate}/u.test(text);
}

/** Walks the sequences of RFC 3629, section 4. */
function firstInvalidByte(bytes: Uint8Array): number {
  let index = 0;
  while (index < bytes.length) {
    const length = sequenceLength(bytes, index);
    if (length === 0) return index;
    index += length;
  }
  return bytes.length;
}

function sequenceLength(bytes: Uint8Array, index: number): number {
  const first = bytes[index] ?? 0;
  if (first < 0x80) return 1;
  const length =
    first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0;
  for (let i = 1; i < length; i++) {
    const byte = bytes[index + i] ?? 0;
    // The second byte shuts out over-long forms, surrogates and what lies beyond U+10FFFF.
    const low = i > 1 ? 0x80 : first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
    const high = i > 1 ? 0xbf : first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
    if (byte < low || byte > high) return 0;
  }
  return length;
}
