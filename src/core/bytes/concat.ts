/** Pieces of bytes made one. */

/** All parts in order, copied into one new array. */
export function concatBytes(parts: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const part of parts) length += part.length;
  const joined = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}

/** Everything a stream gives, as one array. For small files: the caller bounds what the stream may give. */
export async function collectBytes(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part);
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : concatBytes(parts);
}
