import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { concatBytes } from "../../../src/core/bytes/concat.ts";
import { bytesAccess } from "../../../src/core/memory/bytes-access.ts";
import type { ZipErrorCode } from "../../../src/core/zip/error-codes.ts";
import { parseExtraFields } from "../../../src/core/zip/extra-field.ts";
import { inspectZip, readZip } from "../../../src/core/zip/read.ts";
import { processorTime } from "../../processor-time.ts";
import { extraField, type RawArchive, rawArchive, unicodePathField, zip64Field } from "./raw-archive.ts";

const encoder = new TextEncoder();
const a = { name: "a", data: "one" };
const b = { name: "b", data: "two" };

/** Every reader fault, the smallest archive that has it, and what is said. */
const faults: [code: ZipErrorCode, what: string, archive: RawArchive | Uint8Array, message: string][] = [
  ["ZIP_NOT_A_ZIP", "an empty file", new Uint8Array(0), "Cannot read the archive: it is not a zip file"],
  ["ZIP_NOT_A_ZIP", "a text", encoder.encode("hello ".repeat(20)), "Cannot read the archive: it is not a zip file"],
  [
    "ZIP_TRUNCATED",
    "an archive without its end",
    rawArchive({ members: [a, b] }).subarray(0, 60),
    "Cannot read the archive: its end is missing",
  ],
  [
    "ZIP_TRUNCATED",
    "a comment that goes on after the file",
    { members: [a], end: { commentLength: 5, comment: encoder.encode("abc") } },
    "Cannot read the archive: its comment has 5 bytes, and the file ends after 3",
  ],
  [
    "ZIP_MULTIPLE_DISKS",
    "the second disk of an archive",
    { members: [a], end: { disk: 1 } },
    "Cannot read the archive: it is one part of several",
  ],
  [
    "ZIP_MULTIPLE_DISKS",
    "an archive with entries on other disks",
    { members: [a], end: { diskEntryCount: 0 } },
    "Cannot read the archive: it is one part of several",
  ],
  [
    "ZIP_MULTIPLE_DISKS",
    "a ZIP64 locator of two disks",
    { members: [a], zip64: { diskCount: 2 } },
    "Cannot read the archive: it is one part of several",
  ],
  [
    "ZIP_MULTIPLE_DISKS",
    "a member on another disk",
    { members: [{ ...a, directory: { disk: 3 } }] },
    'Cannot read "a": it is on disk 3 of an archive',
  ],
  [
    "ZIP_INVALID",
    "a directory larger than what is before its end",
    { members: [a], end: { directorySize: 1000 } },
    "Cannot find the central directory: 1000 bytes at byte 34 do not fit before its end at byte 81",
  ],
  [
    "ZIP_INVALID",
    "a directory offset past its place",
    { members: [a], end: { directoryOffset: 35 } },
    "Cannot find the central directory: 47 bytes at byte 35 do not fit before its end at byte 81",
  ],
  [
    "ZIP_INVALID",
    "fewer entries than the end record says",
    { members: [a], end: { entryCount: 2 } },
    "Cannot read the central directory: there is no entry at byte 81",
  ],
  [
    "ZIP_INVALID",
    "more entries than the end record says",
    { members: [a, b], end: { entryCount: 1 } },
    "Cannot read the central directory: 47 bytes follow its 1 entries",
  ],
  [
    "ZIP_INVALID",
    "a directory entry without its signature",
    { members: [{ ...a, directory: { signature: 0x12345678 } }] },
    "Cannot read the central directory: there is no entry at byte 34",
  ],
  [
    "ZIP_INVALID",
    "a local header that should be within the directory",
    { members: [{ ...a, directory: { offset: 20 } }] },
    'Cannot read "a": its header at byte 20 lies beyond the members, which end at byte 34',
  ],
  [
    "ZIP_BAD_ZIP64",
    "a locator without a record",
    { members: [a], zip64: { signature: 0x01020304 } },
    "Cannot find the ZIP64 end record: it should be at byte 81",
  ],
  [
    "ZIP_BAD_ZIP64",
    "a locator that points elsewhere",
    { members: [a], zip64: { recordOffset: 80n } },
    "Cannot trust the ZIP64 end record: the plain records differ from it",
  ],
  [
    "ZIP_BAD_ZIP64",
    "two end records that count differently",
    { members: [a], zip64: {}, end: { entryCount: 2 } },
    "Cannot trust the ZIP64 end record: the plain records differ from it",
  ],
  [
    "ZIP_BAD_ZIP64",
    "a directory size past 2^53",
    { members: [a], zip64: { directorySize: 2n ** 60n } },
    `Cannot use the size of the central directory ${2n ** 60n}: it is out of range`,
  ],
  [
    "ZIP_BAD_ZIP64",
    "a size that should be in a ZIP64 field, without one",
    { members: [{ ...a, directory: { size: 0xffffffff } }] },
    'Cannot read "a": the ZIP64 field with its size is missing',
  ],
  [
    "ZIP_BAD_ZIP64",
    "a ZIP64 field that is too short",
    { members: [{ ...a, directory: { size: 0xffffffff, compressedSize: 0xffffffff, extra: zip64Field(3n) } }] },
    'Cannot read 8 bytes at byte 8 of the ZIP64 field of "a": it has 8 bytes',
  ],
  [
    "ZIP_BAD_ZIP64",
    "a ZIP64 size past 2^53",
    { members: [{ ...a, directory: { size: 0xffffffff, extra: zip64Field(2n ** 63n) } }] },
    `Cannot use the size of "a" ${2n ** 63n}: it is out of range`,
  ],
  [
    "ZIP_BAD_ZIP64",
    "a local header whose ZIP64 field is missing",
    { members: [{ ...a, local: { size: 0xffffffff } }] },
    'Cannot read "a": the ZIP64 field with its size is missing',
  ],
  [
    "ZIP_BAD_EXTRA",
    "an extra field that is longer than its header",
    { members: [{ ...a, directory: { extra: new Uint8Array([1, 0, 9, 0, 1]) } }] },
    'Cannot trust "a": an extra field is longer than its header',
  ],
  [
    "ZIP_BAD_EXTRA",
    "two ZIP64 fields in a local header",
    { members: [{ ...a, local: { extra: concatBytes([zip64Field(3n), zip64Field(4n)]) } }] },
    'Cannot trust "a": the extra field 0x0001 stands 2 times',
  ],
  [
    "ZIP_BAD_EXTRA",
    "a Unicode path field that names another file",
    { members: [{ ...a, fields: { extra: unicodePathField(encoder.encode("a"), "evil") } }] },
    'Cannot trust the name "a": an extra field gives it as "evil"',
  ],
  [
    "ZIP_TOO_MANY_ENTRIES",
    "more entries than allowed",
    { members: [a], end: { entryCount: 60_000 } },
    "Cannot read the archive: it has 60000 members, and 1000 are allowed",
  ],
  [
    "ZIP_TOO_LARGE",
    "members that are larger than allowed",
    { members: [{ ...a, fields: { method: 8, size: 2_000_000_000 } }] },
    "Cannot read the archive: its members have 2000000000 bytes, and 1000000000 are allowed",
  ],
  [
    "ZIP_RATIO",
    "a bomb",
    { members: [{ ...a, fields: { method: 8, size: 100_000_000 } }] },
    "Cannot read the archive: unpacked it is 970873 times as large, and 200 times are allowed",
  ],
  [
    "ZIP_BAD_NAME",
    "a name that is marked as UTF-8 and is not",
    { members: [{ ...a, fields: { flags: 0x800, name: new Uint8Array([0x61, 0xff]) } }] },
    'Cannot read the name "a\ufffd": its byte 1 is not UTF-8',
  ],
  ...(
    [
      ["../a", 'it has a ".." part'],
      ["/etc/passwd", "it is absolute"],
      ["C:a", "it begins with a drive letter"],
      ["a\\b", 'it has a backslash, where "/" parts folders'],
      ["a\0b", "it has a NUL"],
      ["a\nb", "it has the control character U+000a"],
      ["", "it is empty"],
      ["/", "it is empty"],
      ["a//", 'it has an empty part ("//" or a "/" at its end)'],
    ] as const
  ).map(([name, fault]): (typeof faults)[number] => [
    "ZIP_UNSAFE_PATH",
    `the path ${JSON.stringify(name)}`,
    { members: [{ name, mode: name.endsWith("/") ? 0o040755 : 0o100644 }] },
    `Cannot unpack "${name}": ${fault}`,
  ]),
  ["ZIP_DUPLICATE_NAME", "a name twice", { members: [a, b, a] }, 'Cannot unpack "a": the archive has it twice'],
  [
    "ZIP_CASE_COLLISION",
    "names that differ in case alone",
    {
      members: [{ name: "Pkg/É.py" }, { name: "pkg/é.py" }].map((member) => ({ ...member, fields: { flags: 0x800 } })),
    },
    'Cannot unpack "pkg/é.py": it meets "Pkg/É.py" where case is ignored',
  ],
  [
    "ZIP_PATH_CONFLICT",
    "a file that is a folder of another",
    { members: [{ name: "a/b/c" }, { name: "a-" }, { name: "a" }] },
    'Cannot unpack "a/b/c": "a" is a file',
  ],
  [
    "ZIP_PATH_CONFLICT",
    "a file and a folder of one name",
    { members: [{ name: "a/", mode: 0o040755 }, { name: "a" }] },
    'Cannot unpack "a": it is a file and a folder',
  ],
  [
    "ZIP_SYMLINK",
    "a symbolic link",
    { members: [{ name: "a", data: "/etc/passwd", mode: 0o120777 }] },
    'Cannot unpack "a": it is a symbolic link',
  ],
  [
    "ZIP_SPECIAL_FILE",
    "a device",
    { members: [{ name: "a", mode: 0o020666 }] },
    'Cannot unpack "a": it is no regular file but of the type 20000',
  ],
  [
    "ZIP_SPECIAL_FILE",
    "a folder that is named like a file",
    { members: [{ name: "a", mode: 0o040755 }] },
    'Cannot unpack "a": it is a folder without a closing slash',
  ],
  [
    "ZIP_SPECIAL_FILE",
    "a folder with content",
    { members: [{ name: "a/", data: "x", mode: 0o040755 }] },
    'Cannot unpack "a/": it is a folder that holds 1 bytes',
  ],
  [
    "ZIP_ENCRYPTED",
    "an encrypted member",
    { members: [{ ...a, fields: { flags: 1 } }] },
    'Cannot read "a": it is encrypted',
  ],
  [
    "ZIP_ENCRYPTED",
    "an encrypted directory",
    { members: [{ ...a, fields: { flags: 0x2000 } }] },
    'Cannot read "a": it is encrypted',
  ],
  [
    "ZIP_UNSUPPORTED_METHOD",
    "a member compressed by bzip2",
    { members: [{ ...a, fields: { method: 12 } }] },
    'Cannot read "a": it is compressed by bzip2 (method 12)',
  ],
  [
    "ZIP_UNSUPPORTED_METHOD",
    "a method without a name",
    { members: [{ ...a, fields: { method: 77 } }] },
    'Cannot read "a": it is compressed by method 77',
  ],
  [
    "ZIP_UNSUPPORTED_METHOD",
    "a patch",
    { members: [{ ...a, fields: { flags: 0x20 } }] },
    'Cannot read "a": it is compressed by a patch of another file',
  ],
  [
    "ZIP_SIZE_MISMATCH",
    "a stored member with two sizes",
    { members: [{ ...a, fields: { size: 4 } }] },
    'Cannot read "a": it stores 3 bytes as 4',
  ],
  [
    "ZIP_OVERLAP",
    "members over each other",
    { members: [{ ...a, fields: { size: 10, compressedSize: 10 } }, b] },
    'Cannot read "b": it begins within "a"',
  ],
  [
    "ZIP_OVERLAP",
    "two entries with one header",
    { members: [{ ...a }, { ...b, directory: { offset: 0, name: encoder.encode("a2") } }] },
    'Cannot read "a2": it begins within the header of another member',
  ],
  [
    "ZIP_OVERLAP",
    "a member over the directory",
    { members: [a, { ...b, fields: { size: 4, compressedSize: 4 } }] },
    'Cannot read "b": its data run into the central directory',
  ],
  [
    "ZIP_LOCAL_MISMATCH",
    "an offset that leads to no header",
    { members: [a, { ...b, directory: { offset: 33 } }] },
    'Cannot read "b": there is no local header at byte 33',
  ],
  [
    "ZIP_LOCAL_MISMATCH",
    "a local header that ends too early",
    { members: [{ ...a, local: { name: encoder.encode("a".repeat(50)) }, directory: { name: encoder.encode("a") } }] },
    'Cannot trust "a": its local header has another name',
  ],
  ...(
    [
      ["name", { name: encoder.encode("b") }, "another name"],
      ["method", { method: 8 }, "method 8, not 0"],
      ["flags", { flags: 1 }, "other flags"],
      ["CRC-32", { crc32: 7 }, "CRC-32 7, not 2053932785"],
      ["size", { size: 2 }, "size 2, not 3"],
      ["compressed size", { compressedSize: 2 }, "compressed size 2, not 3"],
    ] as const
  ).map(([what, local, difference]): (typeof faults)[number] => [
    "ZIP_LOCAL_MISMATCH",
    `a local header with another ${what}`,
    { members: [{ ...a, local }] },
    `Cannot trust "a": its local header has ${difference}`,
  ]),
];

const limits = { maxEntries: 1000, maxTotalSize: 1_000_000_000 };

describe("readZip() refuses", () => {
  for (const [code, what, archive, message] of faults) {
    test(`${what}: ${code}`, async () => {
      const bytes = archive instanceof Uint8Array ? archive : rawArchive(archive);
      await assert.rejects(readZip(bytesAccess(bytes), { limits }), { name: "PackwheelError", code, message });
    });
  }

  test("an archive that was cut at any byte", async () => {
    const bytes = rawArchive({ members: [a, b], zip64: {} });
    for (let length = 0; length < bytes.length; length++) {
      const code = length < 4 ? "ZIP_NOT_A_ZIP" : "ZIP_TRUNCATED";
      await assert.rejects(readZip(bytesAccess(bytes.subarray(0, length))), { code }, `cut at ${length}`);
    }
    assert.equal((await readZip(bytesAccess(bytes))).entries.length, 2);
  });

  test("a directory that is too large to hold, before reading it", async () => {
    const end = { entryCount: 1, directorySize: 200_000_000, directoryOffset: 100_000_000 };
    const bytes = rawArchive({ members: [], end });
    const file = { size: 300_000_000 + bytes.length, read: readAfterHole(bytes, 300_000_000) };
    await assert.rejects(readZip(file), {
      code: "ZIP_TOO_LARGE",
      message: "Cannot read the archive: its directory has 200000000 bytes, and 67108864 are allowed",
    });
  });

  test("local headers that are too large to hold", async () => {
    const extra = extraField(0x9999, new Uint8Array(65_000));
    const members = Array.from({ length: 1040 }, (_, index) => ({ name: `m${index}`, local: { extra } }));
    await assert.rejects(readZip(bytesAccess(rawArchive({ members }))), {
      code: "ZIP_TOO_LARGE",
      message: "Cannot read the archive: its local headers have over 67108864 bytes",
    });
  });

  test("thousands of headers that share one extra field, without reading it thousands of times", async () => {
    const extra = extraField(0x9999, new Uint8Array(60_000));
    const members = Array.from({ length: 5000 }, (_, index) => ({ name: `m${index}`, directory: { offset: 0 } }));
    const bytes = rawArchive({ members: [{ ...a, local: { extra } }, ...members] });
    let read = 0;
    const file = bytesAccess(bytes);
    const counted = {
      size: file.size,
      read(offset: number, length: number): Promise<Uint8Array> {
        read += length;
        return file.read(offset, length);
      },
    };
    await assert.rejects(readZip(counted), { code: "ZIP_OVERLAP" });
    assert.ok(read < 2_000_000, `${read} bytes read`);
  });

  test("nothing more when the job is cancelled", async () => {
    const file = bytesAccess(rawArchive({ members: [a] }));
    await assert.rejects(readZip(file, { signal: AbortSignal.abort() }), { code: "ABORTED" });
  });
});

describe("readZip()", () => {
  test("lets a fault pass when asked to", async () => {
    const file = bytesAccess(rawArchive({ members: [{ name: "A" }, { name: "a" }, { name: "b", mode: 0o120777 }] }));
    await assert.rejects(readZip(file, { tolerate: ["ZIP_CASE_COLLISION"] }), { code: "ZIP_SYMLINK" });
    const archive = await readZip(file, { tolerate: ["ZIP_CASE_COLLISION", "ZIP_SYMLINK"] });
    assert.equal(archive.entries.length, 3);
  });

  test("names the place of the first fault, and tells the others with it", async () => {
    const file = bytesAccess(rawArchive({ members: [a, { name: "../x" }, { name: "y", fields: { method: 99 } }] }));
    await assert.rejects(readZip(file), {
      code: "ZIP_UNSAFE_PATH",
      path: "../x",
      offset: 34,
      findings: [
        {
          code: "ZIP_UNSAFE_PATH",
          severity: "error",
          message: 'Cannot unpack "../x": it has a ".." part',
          path: "../x",
        },
        {
          code: "ZIP_UNSUPPORTED_METHOD",
          severity: "error",
          message: 'Cannot read "y": it is compressed by method 99',
          path: "y",
        },
      ],
    });
  });

  test("reads an empty archive", async () => {
    const archive = await readZip(bytesAccess(rawArchive({ members: [] })));
    assert.deepEqual([archive.entries, archive.totalSize, archive.directorySize], [[], 0, 0]);
  });

  test("gives the entries in the order of the directory, with every field", async () => {
    const bytes = rawArchive({
      members: [
        { name: "dir/", mode: 0o040755 },
        { name: "dir/run", data: "abc", mode: 0o100755, directory: { comment: encoder.encode("note") } },
      ],
    });
    const { entries, ...archive } = await readZip(bytesAccess(bytes));
    assert.deepEqual(archive, {
      fileSize: bytes.length,
      totalSize: 3,
      directoryOffset: 74,
      directorySize: 107,
      offsetShift: 0,
      comment: new Uint8Array(0),
      zip64: undefined,
      strays: [],
      faults: [],
    });
    assert.deepEqual(
      entries.map(({ path, isDirectory }) => [path, isDirectory]),
      [
        ["dir/", true],
        ["dir/run", false],
      ],
    );
    assert.deepEqual(entries[1], {
      path: "dir/run",
      nameEncoding: "ascii",
      isDirectory: false,
      isSymlink: false,
      mode: 0o100755,
      method: 0,
      flags: 0,
      crc32: 0x352441c2,
      size: 3,
      compressedSize: 3,
      modified: { year: 1980, month: 1, day: 1, hour: 0, minute: 0, second: 0 },
      hostSystem: 3,
      versionNeeded: 20,
      externalAttributes: 0o100755 * 65536,
      extra: new Uint8Array(0),
      comment: encoder.encode("note"),
      usesZip64: false,
      localHeaderOffset: 34,
      local: {
        flags: 0,
        method: 0,
        crc32: 0x352441c2,
        size: 3,
        compressedSize: 3,
        name: encoder.encode("dir/run"),
        extra: new Uint8Array(0),
        dataOffset: 71,
      },
    });
  });

  test("reads ZIP64 sizes, offsets and end records, also where they are not needed", async () => {
    const wide = { size: 0xffffffff, compressedSize: 0xffffffff };
    const bytes = rawArchive({
      members: [
        a,
        {
          ...b,
          local: { ...wide, extra: zip64Field(3n, 3n) },
          directory: { ...wide, offset: 0xffffffff, extra: zip64Field(3n, 3n, 34n) },
        },
      ],
      zip64: {},
      end: { entryCount: 0xffff, directoryOffset: 0xffffffff, directorySize: 0xffffffff },
    });
    const { entries, zip64 } = await readZip(bytesAccess(bytes));
    assert.deepEqual(zip64, { extensibleLength: 0 });
    assert.deepEqual(
      entries.map(({ size, compressedSize, localHeaderOffset, usesZip64 }) => [
        size,
        compressedSize,
        localHeaderOffset,
        usesZip64,
      ]),
      [
        [3, 3, 0, false],
        [3, 3, 34, true],
      ],
    );
  });

  test("tells of data in the ZIP64 end record that no one defines", async () => {
    const bytes = rawArchive({ members: [a], zip64: { extensible: new Uint8Array(10) } });
    assert.deepEqual((await readZip(bytesAccess(bytes))).zip64, { extensibleLength: 10 });
  });

  test("takes 65,535 entries without ZIP64 for a count, not for a mark", async () => {
    const members = Array.from({ length: 65_535 }, (_, index) => ({ name: index.toString(36) }));
    assert.equal((await readZip(bytesAccess(rawArchive({ members })))).entries.length, 65_535);
  });

  const names: [what: string, name: Uint8Array, flags: number, extra: Uint8Array, path: string, encoding: string][] = [
    ["UTF-8 by flag bit 11", encoder.encode("é日"), 0x800, new Uint8Array(0), "é日", "utf-8"],
    ["code page 437 without it", new Uint8Array([0x82, 0x9b, 0xfe]), 0, new Uint8Array(0), "é¢■", "cp437"],
    ["UTF-8 without the flag as code page 437", encoder.encode("é"), 0, new Uint8Array(0), "├⌐", "cp437"],
    [
      "the Unicode path field, where there is one",
      new Uint8Array([0x82]),
      0,
      unicodePathField(new Uint8Array([0x82]), "é"),
      "é",
      "unicode-path-extra",
    ],
    [
      "no Unicode path field that belongs to another name",
      new Uint8Array([0x82]),
      0,
      unicodePathField(new Uint8Array([0x83]), "evil"),
      "é",
      "cp437",
    ],
    ["ASCII", encoder.encode("a b"), 0, new Uint8Array(0), "a b", "ascii"],
  ];
  for (const [what, name, flags, extra, path, encoding] of names) {
    test(`reads names in ${what}`, async () => {
      const file = bytesAccess(rawArchive({ members: [{ name: "", fields: { name, flags, extra } }] }));
      const [entry] = (await readZip(file)).entries;
      assert.deepEqual([entry?.path, entry?.nameEncoding], [path, encoding]);
    });
  }

  test("reads local headers with long extra fields, and headers far apart", async () => {
    const extra = extraField(0x9999, new Uint8Array(50_000));
    const members = [
      { ...a, local: { extra } },
      { ...b, data: new Uint8Array(100_000) },
      { name: "c", data: new Uint8Array(30_000) },
      { name: "d", local: { extra } },
      { name: "e" },
    ];
    const { entries } = await readZip(bytesAccess(rawArchive({ members })));
    assert.deepEqual(
      entries.map(({ local, localHeaderOffset }) => (local?.dataOffset ?? 0) - localHeaderOffset),
      [50_035, 31, 31, 50_035, 31],
    );
  });

  test("tolerates flags that differ where they change nothing", async () => {
    const members = [
      { ...a, local: { flags: 0x800 } },
      { ...b, local: { flags: 8, size: 0, compressedSize: 0, crc32: 0 }, after: new Uint8Array(16) },
    ];
    const { faults, strays } = await readZip(bytesAccess(rawArchive({ members })));
    assert.deepEqual([faults, strays], [[], []]);
  });

  test("does not tolerate two readings of one name", async () => {
    const file = bytesAccess(rawArchive({ members: [{ name: "é", local: { flags: 0x800 } }] }));
    await assert.rejects(readZip(file), { code: "ZIP_LOCAL_MISMATCH" });
  });

  test("tolerates padding after extra fields, as archives aligned for Android have", async () => {
    const file = bytesAccess(rawArchive({ members: [{ ...a, local: { extra: new Uint8Array(3) } }] }));
    assert.deepEqual((await readZip(file)).faults, []);
  });
});

describe("inspectZip()", () => {
  test("tells every fault, in the order of the file", async () => {
    const bytes = rawArchive({
      members: [
        { ...a, local: { crc32: 1 } },
        { name: "x/../y", fields: { flags: 1 } },
        { name: "a", mode: 0o120777 },
        { name: "z", directory: { offset: 1000 } },
      ],
    });
    const { faults, entries } = await inspectZip(bytesAccess(bytes));
    assert.deepEqual(
      faults.map(({ code, path }) => `${code} ${path}`),
      [
        "ZIP_LOCAL_MISMATCH a",
        "ZIP_UNSAFE_PATH x/../y",
        "ZIP_DUPLICATE_NAME a",
        "ZIP_ENCRYPTED x/../y",
        "ZIP_SYMLINK a",
        "ZIP_INVALID z",
      ],
    );
    assert.equal(entries[3]?.local, undefined);
  });

  test("tells bytes before, between and behind the members, and after the archive", async () => {
    const bytes = rawArchive({
      members: [
        { ...a, before: new Uint8Array(5) },
        { ...b, before: new Uint8Array(7), after: new Uint8Array(9) },
      ],
      trailing: new Uint8Array(11),
    });
    const { strays, faults, offsetShift } = await inspectZip(bytesAccess(bytes));
    assert.deepEqual(faults, []);
    assert.equal(offsetShift, 0);
    assert.deepEqual(strays, [
      { kind: "prefix", offset: 0, length: 5 },
      { kind: "gap", offset: 39, length: 7 },
      { kind: "gap", offset: 80, length: 9 },
      { kind: "trailing", offset: bytes.length - 11, length: 11 },
    ]);
  });

  test("reads an archive that a program was put before, and tells how far it was moved", async () => {
    const bytes = concatBytes([encoder.encode("#!/bin/sh\n"), rawArchive({ members: [a, b], zip64: {} })]);
    const { strays, faults, offsetShift, entries } = await inspectZip(bytesAccess(bytes));
    assert.deepEqual(faults, []);
    assert.equal(offsetShift, 10);
    assert.deepEqual(strays, [{ kind: "prefix", offset: 0, length: 10 }]);
    assert.deepEqual(
      entries.map(({ localHeaderOffset }) => localHeaderOffset),
      [10, 44],
    );
  });

  test("takes data descriptors for part of their members", async () => {
    const silent = { crc32: 0, size: 0, compressedSize: 0 };
    const bytes = rawArchive({
      members: [12, 16, 20, 24].map((length) => ({
        name: `d${length}`,
        data: "abc",
        fields: { flags: 8 },
        local: silent,
        after: new Uint8Array(length),
      })),
    });
    const { strays, faults, entries } = await inspectZip(bytesAccess(bytes));
    assert.deepEqual([strays, faults], [[], []]);
    assert.ok(entries.every(({ flags, size }) => (flags & 8) !== 0 && size === 3));
  });

  test("keeps comments and extra fields for those who judge them", async () => {
    const extra = extraField(0x5455, [1, 2, 3]);
    const bytes = rawArchive({
      members: [{ ...a, fields: { extra }, directory: { comment: encoder.encode("hi") } }],
      end: { comment: encoder.encode("archive") },
    });
    const { comment, entries } = await inspectZip(bytesAccess(bytes));
    assert.deepEqual(comment, encoder.encode("archive"));
    assert.deepEqual(entries[0]?.comment, encoder.encode("hi"));
    assert.deepEqual(entries[0]?.local?.extra, extra);
  });

  test("does not drown in faults, nor let many of one kind hide another", async () => {
    const members = [
      ...Array.from({ length: 5000 }, () => ({ name: "A", before: new Uint8Array(1) })),
      { name: "a" },
      { name: "../x" },
    ];
    const file = bytesAccess(rawArchive({ members }));
    const { faults, strays } = await inspectZip(file);
    const counts: Record<string, number> = {};
    for (const { code } of faults) counts[code] = (counts[code] ?? 0) + 1;
    assert.deepEqual(counts, { ZIP_DUPLICATE_NAME: 50, ZIP_CASE_COLLISION: 1, ZIP_UNSAFE_PATH: 1 });
    assert.equal(strays.length, 50);
    await assert.rejects(readZip(file, { tolerate: ["ZIP_DUPLICATE_NAME", "ZIP_CASE_COLLISION"] }), {
      code: "ZIP_UNSAFE_PATH",
    });
  });

  test("judges deep paths in time that grows with their length", async () => {
    const members = Array.from({ length: 3000 }, (_, index) => ({ name: `${index}${"/a".repeat(2000)}` }));
    const start = processorTime();
    assert.deepEqual((await inspectZip(bytesAccess(rawArchive({ members })))).faults, []);
    assert.ok(processorTime() - start < 5000);
  });
});

describe("parseExtraFields()", () => {
  test("reads fields in order, and leaves what is none", () => {
    const bytes = concatBytes([extraField(1, [9]), extraField(2, []), new Uint8Array([3, 0, 200, 0, 1])]);
    assert.deepEqual(parseExtraFields(bytes), {
      fields: [
        { id: 1, data: new Uint8Array([9]) },
        { id: 2, data: new Uint8Array(0) },
      ],
      rest: new Uint8Array([3, 0, 200, 0, 1]),
    });
  });
});

/** Reads a file that is a hole of zeros, then `bytes`. */
function readAfterHole(bytes: Uint8Array, hole: number): (offset: number, length: number) => Promise<Uint8Array> {
  return async (offset, length) => {
    const result = new Uint8Array(length);
    for (let index = Math.max(0, hole - offset); index < length; index++) {
      result[index] = bytes[offset + index - hole] ?? 0;
    }
    return result;
  };
}
