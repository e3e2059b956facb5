/**
 * The bytes of the WASM compiler: from the browser's cache where they are whole, else from the server, and kept. The
 * list of files is asked for each time, so that a new version is seen; without a network the last one holds.
 */
import { PackwheelError } from "../../core/errors.ts";
import type { Reporter } from "../../core/ports/reporter.ts";
import {
  parseToolchainManifest,
  TOOLCHAIN_FILES,
  type ToolchainFile,
  type ToolchainFileName,
  type ToolchainManifest,
} from "../../toolchain/toolchain-manifest.ts";
import { toolchainVersion } from "../../toolchain/toolchain-packages.ts";
import { ContentCache } from "./content-cache.ts";
import { sha256Hex } from "./sha256.ts";

export interface FetchToolchainOptions {
  /** Address of `toolchain.json`, relative to the page. */
  readonly manifest: string | URL;
  /** Name of the cache in the page's Cache Storage. Default `packwheel-toolchain`. */
  readonly cacheName?: string | undefined;
  readonly reporter?: Reporter | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Default: the browser's. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Default: the page's. */
  readonly caches?: CacheStorage | undefined;
}

export type ToolchainBytes = Readonly<Record<ToolchainFileName, Uint8Array<ArrayBuffer>>>;

/** @throws {PackwheelError} `TOOLCHAIN_FETCH_FAILED`, `TOOLCHAIN_MANIFEST_INVALID`; the signal's reason */
export async function fetchToolchain(options: FetchToolchainOptions): Promise<ToolchainBytes> {
  const { reporter, signal } = options;
  const cache = await ContentCache.open(options.cacheName ?? "packwheel-toolchain", options.caches);
  const source = new Source(options, cache);
  reporter?.report({ kind: "phase", text: "Loading the WASM compiler" });
  const manifest = await source.manifest();
  const progress = new FetchProgress(manifest, reporter);
  const fetchOne = (name: ToolchainFileName): Promise<Uint8Array<ArrayBuffer>> => {
    return source.file(manifest.files[name], (bytes) => progress.add(name, bytes));
  };
  const [clang, llc, headers, sysroot] = await Promise.all([
    fetchOne("clang"),
    fetchOne("llc"),
    fetchOne("headers"),
    fetchOne("sysroot"),
  ]);
  signal?.throwIfAborted();
  await cache.keepOnly(TOOLCHAIN_FILES.map((name) => manifest.files[name].sha256));
  return { clang, llc, headers, sysroot };
}

class Source {
  readonly #url: string;
  readonly #cache: ContentCache;
  readonly #fetch: typeof globalThis.fetch;
  readonly #signal: AbortSignal | undefined;

  constructor({ manifest, fetch, signal }: FetchToolchainOptions, cache: ContentCache) {
    this.#url = new URL(manifest, globalThis.location?.href).href;
    this.#cache = cache;
    // A browser's fetch wants no other `this` than the page.
    this.#fetch = fetch ?? ((...words) => globalThis.fetch(...words));
    this.#signal = signal;
  }

  async manifest(): Promise<ToolchainManifest> {
    const text = await this.#manifestText();
    const manifest = parseToolchainManifest(text, this.#url);
    if (manifest.version !== toolchainVersion()) {
      throw new PackwheelError(
        "TOOLCHAIN_MANIFEST_INVALID",
        `Cannot load the WASM compiler of "${this.#url}": it is that of ${manifest.version}, not of ${toolchainVersion()}`,
        { hint: "Write the folder anew with the version of packwheel that the page has", path: this.#url },
      );
    }
    await this.#cache.writeList(this.#url, text);
    return manifest;
  }

  async #manifestText(): Promise<string> {
    try {
      const response = await this.#get(this.#url, "no-cache");
      return await response.text();
    } catch (error) {
      this.#signal?.throwIfAborted();
      const kept = await this.#cache.readList(this.#url);
      if (kept === undefined) throw error;
      return kept;
    }
  }

  /** @param onBytes Hears of the bytes as they come, and at the end of all that there are. */
  async file(file: ToolchainFile, onBytes: (bytes: number) => void): Promise<Uint8Array<ArrayBuffer>> {
    const kept = await this.#kept(file);
    this.#signal?.throwIfAborted();
    if (kept !== undefined) {
      onBytes(file.size);
      return kept;
    }
    const url = new URL(file.url, this.#url).href;
    // What an earlier deployment left in the browser's own cache of addresses is asked for once more.
    for (const cache of ["default", "reload"] as const) {
      const content = await this.#content(url, cache, onBytes);
      if ((await sha256Hex(content)) !== file.sha256) continue;
      onBytes(file.size);
      await this.#cache.write(file.sha256, content);
      return content;
    }
    throw fetchFailed(url, "its content is not what the list of files says", undefined);
  }

  async #kept({ sha256 }: ToolchainFile): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const response = await this.#cache.read(sha256);
    if (response === undefined) return undefined;
    try {
      const content = new Uint8Array(await response.arrayBuffer());
      return (await sha256Hex(content)) === sha256 ? content : undefined;
    } catch {
      return undefined;
    }
  }

  async #content(url: string, cache: RequestCache, onBytes: (bytes: number) => void): Promise<Uint8Array<ArrayBuffer>> {
    const response = await this.#get(url, cache);
    try {
      const fetched = await collect(response, onBytes);
      return await uncompressed(fetched);
    } catch (cause) {
      this.#signal?.throwIfAborted();
      throw fetchFailed(url, cause instanceof Error ? cause.message : String(cause), cause);
    }
  }

  async #get(url: string, cache: RequestCache): Promise<Response> {
    const signal = this.#signal ?? null;
    const response = await this.#fetch(url, { cache, signal }).catch((cause: unknown) => {
      this.#signal?.throwIfAborted();
      throw fetchFailed(url, cause instanceof Error ? cause.message : String(cause), cause);
    });
    if (!response.ok) throw fetchFailed(url, `the server answers ${response.status}`, undefined);
    return response;
  }
}

async function collect(response: Response, onBytes: (bytes: number) => void): Promise<Blob> {
  const reader = response.body?.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let done = 0;
  for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
    parts.push(part.value);
    done += part.value.length;
    onBytes(done);
  }
  return new Blob(parts);
}

/** Some servers say that a compressed file is compressed, and the browser has undone that then. */
async function uncompressed(fetched: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const [first, second] = new Uint8Array(await fetched.slice(0, 2).arrayBuffer());
  const isGzip = first === 0x1f && second === 0x8b;
  if (!isGzip) return new Uint8Array(await fetched.arrayBuffer());
  const stream = fetched.stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function fetchFailed(url: string, reason: string, cause: unknown): PackwheelError {
  return new PackwheelError("TOOLCHAIN_FETCH_FAILED", `Cannot fetch "${url}" of the WASM compiler: ${reason}`, {
    hint: "Check the connection, and that the server offers all files that the list names",
    path: url,
    cause,
  });
}

/** One bar for all files. */
class FetchProgress {
  readonly #total: number;
  readonly #sizes: ToolchainManifest["files"];
  readonly #reporter: Reporter | undefined;
  readonly #done = new Map<ToolchainFileName, number>();

  constructor({ files }: ToolchainManifest, reporter: Reporter | undefined) {
    this.#sizes = files;
    this.#total = TOOLCHAIN_FILES.reduce((sum, name) => sum + files[name].size, 0);
    this.#reporter = reporter;
  }

  /** @param bytes Of this file, since its beginning. A server that uncompresses gives more than was announced. */
  add(name: ToolchainFileName, bytes: number): void {
    this.#done.set(name, Math.min(bytes, this.#sizes[name].size));
    const done = [...this.#done.values()].reduce((sum, each) => sum + each, 0);
    this.#reporter?.report({ kind: "progress", done, total: this.#total, unit: "bytes" });
  }
}
