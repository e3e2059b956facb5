import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import type { ReportEvent } from "../../src/core/ports/reporter.ts";
import type { ToolchainManifest } from "../../src/toolchain/toolchain-manifest.ts";
import { toolchainVersion } from "../../src/toolchain/toolchain-packages.ts";
import { fetchToolchain } from "../../src/web/toolchain/fetch-toolchain.ts";
import { FakeCaches } from "./fake-caches.ts";

const MANIFEST = "https://example.org/page/toolchain/toolchain.json";
const CONTENTS = { clang: "the front end", llc: "the code generators", headers: "an archive", sysroot: "another" };
type Name = keyof typeof CONTENTS;
const NAMES: readonly Name[] = ["clang", "llc", "headers", "sysroot"];

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const hash = (text: string): string => createHash("sha256").update(text).digest("hex");

/** A web server: address -> body, or a status. What it is asked for is remembered. */
class FakeServer {
  readonly files = new Map<string, Uint8Array | number>();
  readonly asked: string[] = [];
  isOffline = false;

  constructor(contents: Readonly<Record<Name, string>> = CONTENTS, version: string = toolchainVersion()) {
    const file = (name: Name): ToolchainManifest["files"][Name] => {
      const compressed = gzipSync(contents[name]);
      this.files.set(new URL(`${name}.gz`, MANIFEST).href, compressed);
      return { url: `${name}.gz`, size: compressed.length, sha256: hash(contents[name]) };
    };
    const manifest: ToolchainManifest = {
      version,
      files: { clang: file("clang"), llc: file("llc"), headers: file("headers"), sysroot: file("sysroot") },
    };
    this.files.set(MANIFEST, encode(JSON.stringify(manifest)));
  }

  put(name: Name, body: Uint8Array | number): void {
    this.files.set(new URL(`${name}.gz`, MANIFEST).href, body);
  }

  fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const url = String(input);
    this.asked.push(`${url.slice(url.lastIndexOf("/") + 1)} ${init?.cache}`);
    init?.signal?.throwIfAborted();
    if (this.isOffline) throw new TypeError("Failed to fetch");
    const body = this.files.get(url) ?? 404;
    return typeof body === "number" ? new Response(null, { status: body }) : new Response(new Uint8Array(body));
  };
}

const load = (server: FakeServer, caches: FakeCaches, more: object = {}) =>
  fetchToolchain({ manifest: MANIFEST, fetch: server.fetch, caches: caches.asCacheStorage(), ...more });

const EVERYTHING = ["toolchain.json no-cache", ...NAMES.map((name) => `${name}.gz default`)];

describe("fetchToolchain()", () => {
  test("gives the contents, and asks the server for none of them a second time", async () => {
    const [server, caches] = [new FakeServer(), new FakeCaches()];
    const first = await load(server, caches);
    assert.deepEqual(Object.fromEntries(NAMES.map((name) => [name, decode(first[name])])), CONTENTS);
    assert.deepEqual(server.asked, EVERYTHING);
    assert.deepEqual(await load(server, caches), first);
    assert.deepEqual(server.asked, [...EVERYTHING, "toolchain.json no-cache"]);
  });

  test("takes what a server, or the browser, has uncompressed on the way", async () => {
    const server = new FakeServer();
    for (const name of NAMES) server.put(name, encode(CONTENTS[name]));
    const bytes = await load(server, new FakeCaches());
    assert.deepEqual(decode(bytes.headers), CONTENTS.headers);
  });

  test("tells how many bytes have come, of all files together", async () => {
    const server = new FakeServer();
    const events: ReportEvent[] = [];
    await load(server, new FakeCaches(), { reporter: { report: (event: ReportEvent) => events.push(event) } });
    const total = NAMES.reduce((sum, name) => sum + gzipSync(CONTENTS[name]).length, 0);
    assert.deepEqual(events[0], { kind: "phase", text: "Loading the WASM compiler" });
    assert.deepEqual(events.at(-1), { kind: "progress", done: total, total, unit: "bytes" });
    const steps = events.flatMap((event) => (event.kind === "progress" ? [event.done] : []));
    assert.deepEqual(
      steps,
      steps.toSorted((left, right) => left - right),
    );
  });

  test("fetches again what was damaged in the cache", async () => {
    const [server, caches] = [new FakeServer(), new FakeCaches()];
    await load(server, caches);
    const cache = await caches.open("packwheel-toolchain");
    cache.entries.set(`https://packwheel.invalid/sha256/${hash(CONTENTS.llc)}`, encode("the code gene"));
    server.asked.length = 0;
    assert.equal(decode((await load(server, caches)).llc), CONTENTS.llc);
    assert.deepEqual(server.asked, ["toolchain.json no-cache", "llc.gz default"]);
  });

  test("asks past the browser's own cache when that gives another version", async () => {
    const server = new FakeServer();
    const [, right] = [...server.files].find(([url]) => url.endsWith("/llc.gz"))!;
    const fetch = server.fetch;
    server.put("llc", gzipSync("an older one"));
    server.fetch = (input, init) => {
      if (init?.cache === "reload") server.put("llc", right);
      return fetch(input, init);
    };
    assert.equal(decode((await load(server, new FakeCaches())).llc), CONTENTS.llc);
    assert.deepEqual(server.asked.slice(-1), ["llc.gz reload"]);
  });

  test("takes the new files of a new version, and lets go of the old ones", async () => {
    const caches = new FakeCaches();
    await load(new FakeServer(), caches);
    const server = new FakeServer({ ...CONTENTS, sysroot: "new headers" });
    assert.equal(decode((await load(server, caches)).sysroot), "new headers");
    assert.deepEqual(server.asked, ["toolchain.json no-cache", "sysroot.gz default"]);
    const { entries } = await caches.open("packwheel-toolchain");
    const hashes = [...Object.values(CONTENTS).slice(0, 3), "new headers"].map(hash);
    assert.deepEqual(
      [...entries.keys()].filter((url) => url !== MANIFEST).sort(),
      hashes.map((sha256) => `https://packwheel.invalid/sha256/${sha256}`).sort(),
    );
  });

  test("needs no network for what it has", async () => {
    const [server, caches] = [new FakeServer(), new FakeCaches()];
    const first = await load(server, caches);
    server.isOffline = true;
    assert.deepEqual(await load(server, caches), first);
  });

  test("works where the browser keeps nothing", async () => {
    const server = new FakeServer();
    const caches = new FakeCaches();
    (await caches.open("packwheel-toolchain")).refusesToWrite = true;
    assert.equal(decode((await load(server, caches)).clang), CONTENTS.clang);
    const without = await fetchToolchain({ manifest: MANIFEST, fetch: server.fetch, caches: undefined });
    assert.equal(decode(without.clang), CONTENTS.clang);
  });

  const failures: readonly {
    readonly name: string;
    readonly spoil: (server: FakeServer) => void;
    readonly code: string;
    readonly message: string;
  }[] = [
    {
      name: "a server that cannot be reached",
      spoil: (server) => {
        server.isOffline = true;
      },
      code: "TOOLCHAIN_FETCH_FAILED",
      message: `Cannot fetch "${MANIFEST}" of the WASM compiler: Failed to fetch`,
    },
    {
      name: "a folder that is not there",
      spoil: (server) => server.files.delete(MANIFEST),
      code: "TOOLCHAIN_FETCH_FAILED",
      message: `Cannot fetch "${MANIFEST}" of the WASM compiler: the server answers 404`,
    },
    {
      name: "a file that the server refuses",
      spoil: (server) => server.put("llc", 503),
      code: "TOOLCHAIN_FETCH_FAILED",
      message: `Cannot fetch "${new URL("llc.gz", MANIFEST)}" of the WASM compiler: the server answers 503`,
    },
    {
      name: "a file with another content, also past the browser's cache",
      spoil: (server) => server.put("llc", gzipSync("something else")),
      code: "TOOLCHAIN_FETCH_FAILED",
      message: `Cannot fetch "${new URL("llc.gz", MANIFEST)}" of the WASM compiler: its content is not what the list of files says`,
    },
    {
      name: "a page in the place of the list, as some servers answer",
      spoil: (server) => server.files.set(MANIFEST, encode("<!doctype html>")),
      code: "TOOLCHAIN_MANIFEST_INVALID",
      message: `Cannot load the WASM compiler of "${MANIFEST}": it is no JSON`,
    },
    {
      name: "the compiler of another version of packwheel",
      spoil: (server) => server.files.set(MANIFEST, new FakeServer(CONTENTS, "packwheel 0.0.1").files.get(MANIFEST)!),
      code: "TOOLCHAIN_MANIFEST_INVALID",
      message: `Cannot load the WASM compiler of "${MANIFEST}": it is that of packwheel 0.0.1, not of ${toolchainVersion()}`,
    },
  ];
  for (const { name, spoil, code, message } of failures) {
    test(`refuses ${name}`, async () => {
      const server = new FakeServer();
      spoil(server);
      await assert.rejects(load(server, new FakeCaches()), { code, message });
    });
  }

  test("refuses a compressed file that is cut off", async () => {
    const server = new FakeServer();
    server.put("llc", gzipSync(CONTENTS.llc).subarray(0, -6));
    await assert.rejects(load(server, new FakeCaches()), { code: "TOOLCHAIN_FETCH_FAILED", message: /llc\.gz/ });
  });

  test("stops with the signal's reason", async () => {
    const stop = new AbortController();
    const server = new FakeServer();
    const fetch = server.fetch;
    server.fetch = (input, init) => {
      if (String(input).endsWith("clang.gz")) stop.abort(new Error("enough"));
      return fetch(input, init);
    };
    await assert.rejects(load(server, new FakeCaches(), { signal: stop.signal }), { message: "enough" });
  });
});
