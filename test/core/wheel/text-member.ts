/** Members written as text, for packing tests. */
import type { WheelMember } from "../../../src/core/wheel/wheel-member.ts";

export function textMember(path: string, text = "", executable = false): WheelMember {
  const bytes = new TextEncoder().encode(text);
  return { path, size: bytes.length, executable, open: () => chunksOf(bytes) };
}

/** A member of `size` bytes that deflate badly, in pieces of 64 KiB. */
export function largeMember(path: string, size: number): WheelMember {
  return { path, size, executable: false, open: () => chunksOf(noise(size)) };
}

export function noise(size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let state = 1;
  for (let index = 0; index < size; index++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    bytes[index] = state >> 16;
  }
  return bytes;
}

export async function* chunksOf(bytes: Uint8Array, length: number = 1 << 16): AsyncGenerator<Uint8Array> {
  for (let offset = 0; offset < bytes.length; offset += length) yield bytes.subarray(offset, offset + length);
}
