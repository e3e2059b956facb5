import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { formatBase64Url, parseBase64Url } from "../../../src/core/bytes/base64url.ts";
import { formatHex } from "../../../src/core/bytes/hex.ts";

describe("base64url", () => {
  // RFC 4648, section 10, without the padding.
  const vectors: [plain: string, coded: string][] = [
    ["", ""],
    ["f", "Zg"],
    ["fo", "Zm8"],
    ["foo", "Zm9v"],
    ["foob", "Zm9vYg"],
    ["fooba", "Zm9vYmE"],
    ["foobar", "Zm9vYmFy"],
    ["\u00fb\u00ff", "-_8"],
  ];
  for (const [plain, coded] of vectors) {
    test(`writes ${JSON.stringify(plain)} as "${coded}"`, () => {
      assert.equal(formatBase64Url(Buffer.from(plain, "latin1")), coded);
      assert.deepEqual(parseBase64Url(coded), Uint8Array.from(Buffer.from(plain, "latin1")));
    });
  }

  test("agrees with Node for any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        assert.equal(formatBase64Url(bytes), Buffer.from(bytes).toString("base64url"));
        assert.deepEqual(parseBase64Url(formatBase64Url(bytes)), bytes);
      }),
    );
  });

  for (const length of [3071, 3072, 3073, 10_000]) {
    test(`writes ${length} bytes, which are more than one piece`, () => {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 7919) >> 3);
      assert.equal(formatBase64Url(bytes), Buffer.from(bytes).toString("base64url"));
    });
  }

  for (const bad of ["Zg==", "Z", "Zm9vY", "a+b/", "Zh", "Zm9", "Zm 9v", "Zm9é", "Zm9v\n"]) {
    test(`does not read ${JSON.stringify(bad)}`, () => assert.equal(parseBase64Url(bad), undefined));
  }
});

describe("hex", () => {
  test("writes lower case, two digits a byte", () => {
    assert.equal(formatHex(new Uint8Array([0, 1, 0xab, 0xff])), "0001abff");
  });

  test("writes what Node does", () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => assert.equal(formatHex(bytes), Buffer.from(bytes).toString("hex"))),
    );
  });
});
