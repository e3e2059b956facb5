import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { KeptObjects } from "../../src/web/toolchain/kept-objects.ts";
import { ObjectMemory } from "../../src/web/toolchain/object-memory.ts";
import { FakeCaches } from "./fake-caches.ts";

const project = (files: Readonly<Record<string, string>>): ReadonlyMap<string, Blob> =>
  new Map(Object.entries(files).map(([path, text]) => [path, new Blob([text])]));

const FILES = { "native/a.c": '#include "../include/a.h"', "include/a.h": "int a;" };
const OBJECT = { bytes: new Uint8Array([1, 2, 3]), messages: "a warning" };
const KEY = ["object", { target: "linux-x86_64" }];

describe("ObjectMemory", () => {
  test("gives what was kept, to any build of the same files", async () => {
    const memory = new ObjectMemory();
    await memory.of(project(FILES)).write(KEY, OBJECT, ["native/a.c", "native/../include/./a.h"]);
    const { bytes, messages } = (await memory.of(project(FILES)).read(KEY)) ?? {};
    assert.deepEqual({ bytes, messages }, OBJECT);
  });

  const changes: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ["the source", { ...FILES, "native/a.c": "int b;" }],
    ["a header, by whatever path it was named", { ...FILES, "include/a.h": "int b;" }],
    ["a header that is gone", { "native/a.c": FILES["native/a.c"] }],
  ];
  for (const [what, files] of changes) {
    test(`gives nothing when ${what} has changed`, async () => {
      const memory = new ObjectMemory();
      await memory.of(project(FILES)).write(KEY, OBJECT, ["native/a.c", "native/../include/a.h"]);
      assert.equal(await memory.of(project(files)).read(KEY), undefined);
    });
  }

  test("gives nothing for another job", async () => {
    const memory = new ObjectMemory();
    const store = memory.of(project(FILES));
    await store.write(KEY, OBJECT, []);
    assert.equal(await store.read(["object", { target: "musl-x86_64" }]), undefined);
  });

  test("lets go of what was not used for longest when it is full", async () => {
    const memory = new ObjectMemory();
    const store = memory.of(project({}));
    const large = { bytes: new Uint8Array(24 << 20), messages: "" };
    for (const key of ["first", "second"]) await store.write(key, large, []);
    assert.ok(await store.read("first"));
    await store.write("third", large, []);
    assert.equal(await store.read("second"), undefined);
    assert.ok(await store.read("first"));
    assert.ok(await store.read("third"));
  });
});

describe("KeptObjects", () => {
  /** A visit of a page, with what earlier ones left. */
  async function visit(caches: FakeCaches): Promise<ObjectMemory> {
    return new ObjectMemory(await KeptObjects.open("objects", caches.asCacheStorage()));
  }

  async function afterFirstVisit(): Promise<FakeCaches> {
    const caches = new FakeCaches();
    const memory = await visit(caches);
    await memory.of(project(FILES)).write(KEY, OBJECT, ["native/a.c"]);
    return caches;
  }

  test("give at the next visit what was kept at the last", async () => {
    const memory = await visit(await afterFirstVisit());
    const { bytes, messages } = (await memory.of(project(FILES)).read(KEY)) ?? {};
    assert.deepEqual({ bytes, messages }, OBJECT);
    assert.equal(await memory.of(project({ ...FILES, "native/a.c": "int b;" })).read(KEY), undefined);
  });

  test("give nothing that was damaged, whichever byte it is", async () => {
    const caches = await afterFirstVisit();
    const { entries } = await caches.open("objects");
    const [[url, whole] = ["", new Uint8Array(0)]] = entries;
    for (let index = 0; index < whole.length; index++) {
      const damaged = whole.slice();
      damaged[index] = ~(damaged[index] ?? 0);
      entries.set(url, damaged);
      assert.equal(await (await visit(caches)).of(project(FILES)).read(KEY), undefined, `byte ${index}`);
      entries.set(url, whole.subarray(0, index));
      assert.equal(await (await visit(caches)).of(project(FILES)).read(KEY), undefined, `${index} bytes`);
    }
  });

  test("do without a cache that fails", async () => {
    const caches = new FakeCaches();
    (await caches.open("objects")).refusesToWrite = true;
    const memory = await visit(caches);
    const store = memory.of(project(FILES));
    await store.write(KEY, OBJECT, []);
    assert.ok(await store.read(KEY));
    assert.equal(await KeptObjects.open("objects", undefined), undefined);
  });

  test("let go of the oldest when there are too many", async () => {
    const caches = await afterFirstVisit();
    const { entries } = await caches.open("objects");
    const [first] = entries.keys();
    for (let index = 0; index < 2048; index++)
      entries.set(`https://packwheel.invalid/object/${index}`, new Uint8Array(1));
    await visit(caches);
    assert.equal(entries.size, 2048);
    assert.equal(entries.has(first ?? ""), false);
  });
});
