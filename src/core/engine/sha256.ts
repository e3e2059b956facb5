/** SHA-256 by hash-wasm, behind the engine's `Hasher`. */
import { createSHA256 as createWasmHasher } from "hash-wasm";
import type { Hasher } from "../ports/engine.ts";
import { wasmHasher } from "./wasm-hasher.ts";

export async function createSha256(): Promise<Hasher> {
  return wasmHasher(await createWasmHasher());
}
