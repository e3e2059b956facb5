/** A Cache Storage in memory, which may refuse to work as those of private windows and full disks do. */

export class FakeCache {
  readonly entries: Map<string, Uint8Array<ArrayBuffer>> = new Map();
  refusesToWrite = false;

  async match(url: string): Promise<Response | undefined> {
    const bytes = this.entries.get(url);
    return bytes && new Response(bytes);
  }

  async put(url: string, response: Response): Promise<void> {
    if (this.refusesToWrite) throw new DOMException("Quota exceeded", "QuotaExceededError");
    this.entries.set(url, new Uint8Array(await response.arrayBuffer()));
  }

  async delete(url: string): Promise<boolean> {
    return this.entries.delete(url);
  }

  async keys(): Promise<readonly { readonly url: string }[]> {
    return [...this.entries.keys()].map((url) => ({ url }));
  }
}

export class FakeCaches {
  readonly byName: Map<string, FakeCache> = new Map();

  async open(name: string): Promise<FakeCache> {
    const cache = this.byName.get(name) ?? new FakeCache();
    this.byName.set(name, cache);
    return cache;
  }

  /** As the library takes it, which uses no more of it than this. */
  asCacheStorage(): CacheStorage {
    return this as unknown as CacheStorage;
  }
}
