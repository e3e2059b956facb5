/** BLAKE2b with digests of 32 bytes by hash-wasm, behind the engine's `Hasher`: Node's OpenSSL has only those of 64. */
import { createBLAKE2b } from "hash-wasm";
import type { Hasher } from "../ports/engine.ts";
import { wasmHasher } from "./wasm-hasher.ts";

export async function createBlake2b256(): Promise<Hasher> {
  return wasmHasher(await createBLAKE2b(256));
}
