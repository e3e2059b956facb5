/** A hasher of hash-wasm behind the engine's `Hasher`. */
import type { IHasher } from "hash-wasm";
import type { Hasher } from "../ports/engine.ts";

/** It begins anew after each `digest`, so that one serves any number of members. */
export function wasmHasher(wasm: IHasher): Hasher {
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
