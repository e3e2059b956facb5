/**
 * The engine that Node brings: zlib and OpenSSL, on as many threads as the machine has.
 * Hashes and contents equal those of the portable engine. The deflated bytes are the same for one version of Node on
 * one kind of processor, whatever the number of threads, and may differ between versions.
 */
import { createHash, type Hash } from "node:crypto";
import { toDeflateLevel } from "../core/engine/level.ts";
import type { Engine, Hasher } from "../core/ports/engine.ts";
import { decodeMembers } from "./engine/decode.ts";
import { encodeMembers } from "./engine/encode.ts";
import { gunzipStream, gzipStream } from "./engine/gzip.ts";
import { planThreads } from "./engine/threads.ts";

export interface NativeEngineOptions {
  /** Threads at work at once. Default: as many as the system has for this process. */
  readonly threads?: number | undefined;
}

export function nativeEngine(options: NativeEngineOptions = {}): Engine {
  const threads = planThreads(options.threads);
  return {
    name: "native",
    createSha256: async () => new NativeSha256(),
    encode: (sources, { level, signal } = {}) => encodeMembers(sources, toDeflateLevel(level), threads, signal),
    decode: (members, { signal } = {}) => decodeMembers(members, threads, signal),
    gzip: (plain, { level, mtime, signal }) =>
      gzipStream(plain, { level: toDeflateLevel(level), mtime, threads }, signal),
    gunzip: (compressed, { limit, signal }) => gunzipStream(compressed, limit, signal),
  };
}

/** Begins anew after each `digest`, as the portable one does. */
class NativeSha256 implements Hasher {
  #hash: Hash = createHash("sha256");

  update(bytes: Uint8Array): void {
    this.#hash.update(bytes);
  }

  digest(): Uint8Array {
    const digest = this.#hash.digest();
    this.#hash = createHash("sha256");
    return digest;
  }
}
