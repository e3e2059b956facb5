/** BLAKE2b with digests of 32 bytes by hash-wasm, behind the engine's `Hasher`: Node's OpenSSL has only those of 64. */
import { createBLAKE2b } from "hash-wasm";
import type { Hasher } from "../ports/engine.ts";

/** A hasher that begins anew after each `digest`. */
export async function createBlake2b256(): Promise<Hasher> {
  const wasm = await createBLAKE2b(256);
  wasm.init();
  return {
    update(bytes: Uint8Array): void {
      wasm.update(bytes);
    },
    digest(): Uint8Array {
      const digest = wasm.digest("binary");
      wasm.init();
      return digest;
    },
  };
}
