import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { createSha256 } from "../../../../src/core/engine/sha256.ts";
import { findSignatureFault } from "../../../../src/core/object/macho/code-signature.ts";
import { mergeMachO } from "../../../../src/core/object/macho/merge.ts";
import { parseMachO } from "../../../../src/core/object/macho/parse.ts";
import type { Hasher } from "../../../../src/core/ports/engine.ts";
import { ARM64, makeMachO, X86_64 } from "./macho-bytes.ts";
import { type SignatureDraft, signMachO } from "./signed-bytes.ts";

/** A blob without requirements: magic, length, count. */
const REQUIREMENTS = Uint8Array.of(0xfa, 0xde, 0x0c, 0x01, 0, 0, 0, 12, 0, 0, 0, 0);

describe("findSignatureFault()", () => {
  let hasher: Hasher;
  before(async () => {
    hasher = await createSha256();
  });
  const faults = (bytes: Uint8Array): readonly (string | undefined)[] => {
    return parseMachO(bytes).slices.map((slice) => findSignatureFault(bytes, slice, hasher));
  };

  const good: readonly { readonly name: string; readonly draft: SignatureDraft }[] = [
    { name: "pages of 4 KB", draft: {} },
    { name: "pages of 16 KB", draft: { pageBits: 14, code: 40_000 } },
    { name: "one page for all", draft: { pageBits: 0 } },
    { name: "shortened hashes", draft: { hash: { size: 20, type: 3 } } },
    { name: "requirements", draft: { requirements: REQUIREMENTS } },
    { name: "hashes of SHA-1, which it does not know", draft: { hash: { size: 20, type: 1 } } },
  ];
  for (const { name, draft } of good) {
    test(`accepts a signature with ${name}`, () => assert.deepEqual(faults(signMachO({}, draft)), [undefined]));
  }

  test("has nothing to say of a file without a signature", () => assert.deepEqual(faults(makeMachO()), [undefined]));

  test("accepts both halves of a universal file, each with its own signature", () => {
    const halves = [signMachO({ cpuType: X86_64, cpuSubtype: 3 }), signMachO({ cpuType: ARM64 })];
    assert.deepEqual(faults(mergeMachO(halves)), [undefined, undefined]);
  });

  test("finds a byte that was changed, wherever it is", () => {
    const bytes = signMachO({});
    const [place] = parseMachO(bytes).slices;
    assert.ok(place !== undefined);
    for (const at of [24, 5000, 9000]) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      assert.deepEqual(faults(changed), [`page ${Math.floor(at / 4096)} of the file is another`]);
    }
  });

  test("finds requirements that were changed", () => {
    const bytes = signMachO({}, { requirements: REQUIREMENTS });
    bytes[bytes.length - 1] = 1;
    assert.deepEqual(faults(bytes), ["its part 2 is another"]);
  });

  const bad: readonly { readonly draft: SignatureDraft; readonly fault: RegExp }[] = [
    { draft: { magic: 0xfade0c01 }, fault: /^it has no code directory$/ },
    { draft: { directoryMagic: 1 }, fault: /^its code directory is none$/ },
    { draft: { codeLimit: 7 }, fault: /^it covers 7 bytes, and lies at \d+$/ },
    { draft: { pageCount: 9 }, fault: /^it has hashes of 9 pages for \d+ bytes$/ },
    { draft: { hash: { size: 31, type: 2 } }, fault: /^its code directory contradicts itself$/ },
  ];
  for (const { draft, fault } of bad) {
    test(`refuses ${JSON.stringify(draft)}`, () => {
      const [found] = faults(signMachO({}, draft));
      assert.match(found ?? "", fault);
    });
  }

  test("says so of a file that ends within its signature", () => {
    const bytes = signMachO({});
    for (let length = bytes.length - 1; length > bytes.length - 200; length--) {
      assert.deepEqual(faults(bytes.slice(0, length)), ["it reaches past the end of the file"]);
    }
  });

  test("survives any byte of the signature being another", () => {
    const bytes = signMachO({}, { requirements: REQUIREMENTS });
    for (let at = bytes.length - 300; at < bytes.length; at++) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      assert.doesNotThrow(() => faults(changed));
    }
  });
});
