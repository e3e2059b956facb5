/** A member whose bytes are written by packwheel itself: METADATA, RECORD, PKG-INFO. */
import type { WheelMember } from "./wheel-member.ts";

export function memoryMember(path: string, content: string | Uint8Array): WheelMember {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return {
    path,
    size: bytes.length,
    executable: false,
    async *open(): AsyncGenerator<Uint8Array> {
      if (bytes.length > 0) yield bytes;
    },
  };
}
