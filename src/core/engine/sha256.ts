/** SHA-256 by hash-wasm, behind the engine's `Hasher`. */
import { createSHA256 as createWasmHasher } from "hash-wasm";
import type { Hasher } from "../ports/engine.ts";

/** A hasher that begins anew after each `digest`, so that one serves any number of members. */
export async function createSha256(): Promise<Hasher> {
  const wasm = await createWasmHasher();
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
