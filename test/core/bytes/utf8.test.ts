import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { decodeUtf8, hasLoneSurrogate } from "../../../src/core/bytes/utf8.ts";
import { flipBytes } from "../flip-bytes.ts";

describe("decodeUtf8()", () => {
  const vectors = [
    { name: "nothing", bytes: [], text: "", invalidAt: undefined },
    { name: "a byte order mark, which stays", bytes: [0xef, 0xbb, 0xbf, 0x61], text: "\ufeffa", invalidAt: undefined },
    {
      name: "one to four bytes",
      bytes: [0x61, 0xc3, 0x9f, 0xe5, 0xa4, 0xa7, 0xf0, 0x9f, 0x98, 0x80],
      text: "aß大😀",
      invalidAt: undefined,
    },
    { name: "a byte that begins nothing", bytes: [0x61, 0x80], text: "a\ufffd", invalidAt: 1 },
    { name: "an over-long form", bytes: [0xc0, 0xaf], text: "\ufffd\ufffd", invalidAt: 0 },
    { name: "a surrogate", bytes: [0x61, 0x62, 0xed, 0xa0, 0x80], text: "ab\ufffd\ufffd\ufffd", invalidAt: 2 },
    { name: "a cut character", bytes: [0xe5, 0xa4], text: "\ufffd", invalidAt: 0 },
    {
      name: "a code point beyond the last",
      bytes: [0xf4, 0x90, 0x80, 0x80],
      text: "\ufffd\ufffd\ufffd\ufffd",
      invalidAt: 0,
    },
  ];
  for (const { name, bytes, text, invalidAt } of vectors) {
    test(`reads ${name}`, () => assert.deepEqual(decodeUtf8(Uint8Array.from(bytes)), { text, invalidAt }));
  }

  test("finds the first invalid byte of 10,000 broken texts where TextDecoder gives up", () => {
    const strict = new TextDecoder("utf-8", { fatal: true });
    const isValid = (bytes: Uint8Array): boolean => {
      try {
        strict.decode(bytes);
        return true;
      } catch {
        return false;
      }
    };
    for (const bytes of flipBytes(new TextEncoder().encode("aßb大c😀dé\u07ff\ufffdе"), 10_000)) {
      const { invalidAt } = decodeUtf8(bytes);
      assert.equal(invalidAt === undefined, isValid(bytes));
      if (invalidAt !== undefined) assert.ok(isValid(bytes.subarray(0, invalidAt)));
    }
  });
});

describe("hasLoneSurrogate()", () => {
  test("tells half a pair from a whole one", () => {
    assert.equal(hasLoneSurrogate("a😀ß"), false);
    assert.equal(hasLoneSurrogate("a\ud83d"), true);
    assert.equal(hasLoneSurrogate("\ude00\ud83d"), true);
  });
});
