/** Objects of the WASM compiler, kept in the cache of the project. */
import type { ObjectStore } from "../../toolchain/object-store.ts";
import type { BuildCache } from "../build-cache.ts";

export function cachedObjects(cache: BuildCache): ObjectStore {
  return {
    async read(parts) {
      const kept = await cache.read(cache.key(parts));
      return kept === undefined ? undefined : { bytes: kept.bytes, messages: kept.fileName };
    },
    async write(parts, { bytes, messages }, files) {
      await cache.write(cache.key(parts), { fileName: messages, bytes, diagnostics: [] }, files);
    },
  };
}
