/**
 * Files that are kept between visits in the browser's Cache Storage, by the hash of their content. What lies there may
 * have been damaged or cleared at any time: whoever reads checks the hash.
 * Spec: https://w3c.github.io/ServiceWorker/#cache-interface
 */

/** The names of entries must be web addresses. This one is never asked for. */
const PLACE = "https://packwheel.invalid/sha256/";

/** A cache that may fail: private windows and full disks refuse, and everything works without. */
export class ContentCache {
  readonly #cache: Cache | undefined;

  private constructor(cache: Cache | undefined) {
    this.#cache = cache;
  }

  /** @param storage Default: the page's. Pages of origins that are not secure have none. */
  static async open(name: string, storage: CacheStorage | undefined = globalThis.caches): Promise<ContentCache> {
    try {
      return new ContentCache(await storage?.open(name));
    } catch {
      return new ContentCache(undefined);
    }
  }

  async read(sha256: string): Promise<Response | undefined> {
    return this.#match(PLACE + sha256);
  }

  /** @returns Whether it was kept. */
  async write(sha256: string, content: Uint8Array<ArrayBuffer>): Promise<boolean> {
    return this.#put(PLACE + sha256, new Response(content));
  }

  /** A list of files, by its own address: the last one that was seen. */
  async readList(url: string): Promise<string | undefined> {
    return (await this.#match(url))?.text();
  }

  async writeList(url: string, text: string): Promise<boolean> {
    return this.#put(url, new Response(text));
  }

  /** Take away the contents of earlier versions. */
  async keepOnly(hashes: Iterable<string>): Promise<void> {
    const kept = new Set([...hashes].map((sha256) => PLACE + sha256));
    try {
      for (const { url } of (await this.#cache?.keys()) ?? []) {
        if (url.startsWith(PLACE) && !kept.has(url)) await this.#cache?.delete(url);
      }
    } catch {
      // They stay until the browser needs the room.
    }
  }

  async #match(url: string): Promise<Response | undefined> {
    try {
      return await this.#cache?.match(url);
    } catch {
      return undefined;
    }
  }

  async #put(url: string, response: Response): Promise<boolean> {
    try {
      await this.#cache?.put(url, response);
      return this.#cache !== undefined;
    } catch {
      return false;
    }
  }
}
