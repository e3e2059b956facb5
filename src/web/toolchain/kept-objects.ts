/**
 * Compiled objects that are kept between visits, in the browser's Cache Storage. What lies there may be damaged, and
 * is as if it were not there then.
 *
 * An entry is the hash of all that follows, the length of a header, the header as JSON, and the bytes of the object.
 */
import { concatBytes } from "../../core/bytes/concat.ts";
import type { StoredObject } from "../../toolchain/object-store.ts";
import { sha256Hex } from "./sha256.ts";

/** The names of entries must be web addresses. This one is never asked for. */
const PLACE = "https://packwheel.invalid/object/";

/** When a page opens it, the oldest go. */
const MAX_ENTRIES = 2048;

const HASH_SIZE = 64;
const LENGTH_SIZE = 4;

/** An object, and what it holds for. */
export interface ObjectEntry extends StoredObject {
  /** Path and hash of each file that was read. */
  readonly files: readonly (readonly [string, string])[];
}

type Header = Pick<ObjectEntry, "messages" | "files">;

/** Reading and writing never fail: what cannot be kept is compiled again. */
export class KeptObjects {
  readonly #cache: Cache;

  private constructor(cache: Cache) {
    this.#cache = cache;
  }

  /** @returns Undefined where the browser keeps nothing. */
  static async open(
    name: string,
    storage: CacheStorage | undefined = globalThis.caches,
  ): Promise<KeptObjects | undefined> {
    try {
      const cache = await storage?.open(name);
      if (cache === undefined) return undefined;
      const keys = await cache.keys();
      for (const { url } of keys.slice(0, Math.max(0, keys.length - MAX_ENTRIES))) await cache.delete(url);
      return new KeptObjects(cache);
    } catch {
      return undefined;
    }
  }

  async read(key: string): Promise<ObjectEntry | undefined> {
    try {
      const response = await this.#cache.match(await placeOf(key));
      return response && (await parseEntry(new Uint8Array(await response.arrayBuffer())));
    } catch {
      return undefined;
    }
  }

  async write(key: string, entry: ObjectEntry): Promise<void> {
    try {
      await this.#cache.put(await placeOf(key), new Response(await writeEntry(entry)));
    } catch {
      // The next visit does the work again.
    }
  }
}

async function placeOf(key: string): Promise<string> {
  return PLACE + (await sha256Hex(new TextEncoder().encode(key)));
}

async function writeEntry({ bytes, messages, files }: ObjectEntry): Promise<Uint8Array<ArrayBuffer>> {
  const header: Header = { messages, files };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const length = new Uint8Array(LENGTH_SIZE);
  new DataView(length.buffer).setUint32(0, text.length, true);
  const content = new Uint8Array(concatBytes([length, text, bytes]));
  const hash = new TextEncoder().encode(await sha256Hex(content));
  return new Uint8Array(concatBytes([hash, content]));
}

/** What is not as it was written has another hash. */
async function parseEntry(entry: Uint8Array<ArrayBuffer>): Promise<ObjectEntry | undefined> {
  const content = entry.slice(HASH_SIZE);
  if ((await sha256Hex(content)) !== new TextDecoder().decode(entry.subarray(0, HASH_SIZE))) return undefined;
  const end = LENGTH_SIZE + new DataView(content.buffer).getUint32(0, true);
  // Of this class, by the hash.
  const header = JSON.parse(new TextDecoder().decode(content.subarray(LENGTH_SIZE, end))) as Header;
  return { ...header, bytes: content.slice(end) };
}
