/**
 * Broken copies of a file, for parsers that must end in a result or a `PackwheelError` whatever they are given.
 * The sequence is fixed: a failure names its seed by being there again in the next run.
 */

/** `count` copies, each with one to eight bytes changed, and every tenth one cut short as well. */
export function* flipBytes(bytes: Uint8Array, count: number, seed = 1): Generator<Uint8Array> {
  let state = seed;
  const next = (below: number): number => {
    // Lehmer's generator, 2^31 - 1.
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  for (let index = 0; index < count; index++) {
    const copy = Uint8Array.from(bytes);
    const changes = 1 + next(8);
    for (let change = 0; change < changes; change++) copy[next(copy.length)] = next(256);
    yield index % 10 === 9 ? copy.subarray(0, next(copy.length)) : copy;
  }
}
