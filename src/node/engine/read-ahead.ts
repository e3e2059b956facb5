/** Looking at the begin of a stream without losing it. */

export interface StreamStart {
  /** All bytes, when there are at most as many as were asked for. */
  readonly whole: Uint8Array | undefined;
  /** All bytes again from the first, when there are more. Must be read or returned. */
  readonly all: AsyncIterable<Uint8Array>;
}

export async function readAhead(stream: AsyncIterable<Uint8Array>, limit: number): Promise<StreamStart> {
  const iterator = stream[Symbol.asyncIterator]();
  const held: Uint8Array[] = [];
  let length = 0;
  while (length <= limit) {
    const next = await iterator.next();
    if (next.done) return { whole: joinOne(held), all: replay(held, undefined) };
    held.push(next.value);
    length += next.value.length;
  }
  return { whole: undefined, all: replay(held, iterator) };
}

async function* replay(
  held: Uint8Array[],
  rest: AsyncIterator<Uint8Array> | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    for (let first = held.shift(); first !== undefined; first = held.shift()) yield first;
    while (rest !== undefined) {
      const next = await rest.next();
      if (next.done) return;
      yield next.value;
    }
  } finally {
    await rest?.return?.();
  }
}

function joinOne(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : Buffer.concat(parts);
}
