import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ObjectMemory } from "../../src/web/toolchain/object-memory.ts";

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
