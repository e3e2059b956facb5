import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { formatHash, parseRecord, type RecordEntry, writeRecord } from "../../../src/core/wheel/record.ts";
import { flipBytes } from "../flip-bytes.ts";

/** SHA-256 of nothing. */
const EMPTY_HASH = "sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU";

const DIGEST = parseRecord(`x,${EMPTY_HASH},0\n`).entries[0]?.hash?.digest ?? new Uint8Array();
const hash = { algorithm: "sha256", digest: DIGEST };

const ENTRIES: readonly RecordEntry[] = [
  { path: "hello/__init__.py", hash, size: 0 },
  { path: 'hello/a, "b".txt', hash, size: 12 },
  { path: "hello/größe 大.txt", hash, size: 123_456_789_012 },
  { path: " leading and trailing ", hash, size: 1 },
  { path: "hello-1.0.dist-info/RECORD" },
];

const TEXT = `hello/__init__.py,${EMPTY_HASH},0
"hello/a, ""b"".txt",${EMPTY_HASH},12
hello/größe 大.txt,${EMPTY_HASH},123456789012
 leading and trailing ,${EMPTY_HASH},1
hello-1.0.dist-info/RECORD,,
`;

describe("writeRecord()", () => {
  test("quotes commas and quotes, and nothing else", () => {
    assert.equal(writeRecord(ENTRIES), TEXT);
  });

  for (const path of ["", "a\nb", "a\rb", "a\0b", "\ud800"]) {
    test(`refuses the path ${JSON.stringify(path)}`, () => {
      assert.throws(() => writeRecord([{ path }]), {
        code: "RECORD_BAD_PATH",
        message: /^Cannot write RECORD: path ".*" is no path of a wheel$/,
      });
    });
  }
});

describe("parseRecord()", () => {
  for (const [name, text] of [
    ["LF", TEXT],
    ["CR LF", TEXT.replaceAll("\n", "\r\n")],
    ["CR", TEXT.replaceAll("\n", "\r")],
    ["no last line end", TEXT.slice(0, -1)],
    ["empty lines", TEXT.replaceAll("\n", "\n\n")],
  ] as const) {
    test(`reads rows with ${name}`, () => {
      const { entries, findings } = parseRecord(new TextEncoder().encode(text));
      assert.deepEqual(findings, []);
      assert.deepEqual(entries, ENTRIES);
    });
  }

  test("reads SHA-256 of nothing as Node computes it", async () => {
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new Uint8Array()));
    assert.deepEqual(DIGEST, digest);
    assert.equal(formatHash({ algorithm: "sha256", digest }), EMPTY_HASH);
  });

  test("reads a quoted line end, and text behind a closing quote", () => {
    const { entries, findings } = parseRecord('"a\r\nb"c,,\nd"e,,\n');
    assert.deepEqual(findings, []);
    assert.deepEqual(entries, [{ path: "a\r\nbc" }, { path: 'd"e' }]);
  });

  test("takes a padded hash, and an algorithm in upper case", () => {
    const { entries, findings } = parseRecord(`a,${EMPTY_HASH.replace("sha256", "SHA256")}=,0\n`);
    assert.deepEqual(findings, []);
    assert.deepEqual(entries, [{ path: "a", hash, size: 0 }]);
  });

  const bad = [
    {
      name: "two fields",
      text: "a,b\n",
      code: "RECORD_BAD_ROW",
      message: "Cannot parse RECORD row 1: expected 3 fields, found 2",
    },
    {
      name: "four fields",
      text: "x,,\na,b,c,d\n",
      code: "RECORD_BAD_ROW",
      message: "Cannot parse RECORD row 2: expected 3 fields, found 4",
    },
    {
      name: "no path",
      text: ",,\n",
      code: "RECORD_BAD_PATH",
      message: 'Cannot parse RECORD row 1: path "" is none',
    },
    {
      name: "NUL in a path",
      text: "a\0,,\n",
      code: "RECORD_BAD_PATH",
      message: 'Cannot parse RECORD row 1: path "a\\u0000" is none',
    },
    {
      name: "an unclosed quote",
      text: 'x,,\n"a,,\n',
      code: "RECORD_UNCLOSED_QUOTE",
      message: "Cannot parse RECORD row 2: its quote is never closed",
    },
    {
      name: "a hash without an algorithm",
      text: "a,abcd,1\n",
      code: "RECORD_BAD_HASH",
      message: 'Cannot parse RECORD row 1: hash "abcd" is not algorithm=digest',
    },
    {
      name: "a hash in the other base64 alphabet",
      text: "a,sha256=ab+/,1\n",
      code: "RECORD_BAD_HASH",
      message: 'Cannot parse RECORD row 1: hash "sha256=ab+/" is not algorithm=digest',
    },
    {
      name: "a negative size",
      text: `a,${EMPTY_HASH},-1\n`,
      code: "RECORD_BAD_SIZE",
      message: 'Cannot parse RECORD row 1: size "-1" is no number of bytes',
    },
    {
      name: "a size beyond counting",
      text: `a,${EMPTY_HASH},9999999999999999\n`,
      code: "RECORD_BAD_SIZE",
      message: 'Cannot parse RECORD row 1: size "9999999999999999" is no number of bytes',
    },
    {
      name: "a path that comes twice",
      text: "a,,\na,,\n",
      code: "RECORD_DUPLICATE_PATH",
      message: 'Path "a" in RECORD row 2 is there a second time',
    },
  ];
  for (const { name, text, code, message } of bad) {
    test(`tells of ${name}`, () => {
      const codes = parseRecord(text).findings.map((finding) => [finding.code, finding.message]);
      assert.deepEqual(codes.at(0), [code, message]);
    });
  }

  test("tells where bytes are no UTF-8", () => {
    assert.deepEqual(parseRecord(Uint8Array.of(0x61, 0xff, 0x2c, 0x2c)).findings, [
      {
        code: "RECORD_NOT_UTF8",
        severity: "error",
        message: "Cannot decode RECORD as UTF-8: byte 1 is invalid",
        path: "RECORD",
      },
    ]);
  });

  test("stops after 500,000 rows, and tells of 250 problems at most", () => {
    const { entries, findings } = parseRecord("a,,\n".repeat(500_001));
    assert.equal(entries.length, 500_000);
    assert.equal(findings.length, 250);
    assert.equal(findings[0]?.message, "Cannot parse RECORD beyond row 500000: it has too many");
  });

  test("reads a file cut at any byte", () => {
    const bytes = new TextEncoder().encode(TEXT);
    for (let length = 0; length <= bytes.length; length++) {
      assert.ok(parseRecord(bytes.subarray(0, length)).entries.length <= ENTRIES.length);
    }
  });

  test("reads 10,000 files with flipped bytes", () => {
    for (const bytes of flipBytes(new TextEncoder().encode(TEXT), 10_000)) {
      assert.ok(parseRecord(bytes).entries.length <= 20);
    }
  });

  test("gives back any entries that can be written", () => {
    const path = fc
      .string({ unit: "grapheme", minLength: 1 })
      .map((text) => text.replace(/[\0\r\n]/g, ""))
      .filter((text) => text !== "");
    const entry = fc.oneof(fc.record({ path, hash: fc.constant(hash), size: fc.maxSafeNat() }), fc.record({ path }));
    fc.assert(
      fc.property(fc.uniqueArray(entry, { selector: (one) => one.path }), (entries) => {
        const plain = entries.map((one) => ({ ...one }));
        assert.deepEqual(parseRecord(writeRecord(entries)), { entries: plain, findings: [] });
      }),
    );
  });
});
