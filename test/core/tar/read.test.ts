import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { collectBytes } from "../../../src/core/bytes/concat.ts";
import { type Finding, PackwheelError } from "../../../src/core/errors.ts";
import type { TarEntryKind } from "../../../src/core/tar/entry.ts";
import { type ReadTarOptions, readTar } from "../../../src/core/tar/read.ts";
import { type TarMember, writeTar } from "../../../src/core/tar/write.ts";
import { flipBytes } from "../flip-bytes.ts";
import { chunksOf, textMember } from "../wheel/text-member.ts";
import { paxRecord, seal, tarArchive, tarBlock } from "./tar-bytes.ts";

interface Read {
  readonly path: string;
  readonly kind: TarEntryKind;
  readonly text: string;
  readonly fault: string | undefined;
}

async function read(bytes: Uint8Array, options: ReadTarOptions = {}, chunk = 1 << 16): Promise<Read[]> {
  const entries: Read[] = [];
  for await (const { path, kind, fault, content } of readTar(chunksOf(bytes, chunk), options)) {
    entries.push({ path, kind, fault: fault?.code, text: new TextDecoder().decode(await collectBytes(content())) });
  }
  return entries;
}

const file = (path: string, text = ""): Read => ({ path, kind: "file", text, fault: undefined });

const MEMBERS: readonly TarMember[] = [
  textMember("hello-1.0/PKG-INFO", "Name: hello\n"),
  textMember("hello-1.0/größe 大.py", "x".repeat(600), true),
  textMember(`hello-1.0/${"long/".repeat(60)}f`, ""),
];

describe("readTar()", () => {
  for (const chunk of [1, 511, 512, 513, 1 << 16]) {
    test(`reads back what writeTar wrote, in chunks of ${chunk} bytes`, async () => {
      const bytes = await collectBytes(writeTar(MEMBERS, { mtime: 1_580_601_600 }));
      const entries: unknown[] = [];
      for await (const { path, kind, size, mode, mtime, fault } of readTar(chunksOf(bytes, chunk))) {
        entries.push({ path, kind, size, mode, mtime, fault });
      }
      const common = { kind: "file", mtime: 1_580_601_600, fault: undefined };
      assert.deepEqual(entries, [
        { path: "hello-1.0/PKG-INFO", size: 12, mode: 0o644, ...common },
        { path: "hello-1.0/größe 大.py", size: 600, mode: 0o755, ...common },
        { path: `hello-1.0/${"long/".repeat(60)}f`, size: 0, mode: 0o644, ...common },
      ]);
    });
  }

  const good: readonly { name: string; bytes: Uint8Array; entries: readonly Read[] }[] = [
    { name: "a prefix", bytes: tarBlock({ name: "b", prefix: "a" }), entries: [file("a/b")] },
    {
      name: "GNU's header, which has no prefix",
      bytes: tarBlock({ name: "b", prefix: "a", fields: { 257: "ustar  \0" } }),
      entries: [file("b")],
    },
    { name: "a leading ./", bytes: tarBlock({ name: "./a/b" }), entries: [file("a/b")] },
    {
      name: "a folder",
      bytes: tarBlock({ name: "a/b/", typeFlag: "5" }),
      entries: [{ ...file("a/b"), kind: "directory" }],
    },
    {
      name: "the archive's root",
      bytes: tarBlock({ name: "./", typeFlag: "5" }),
      entries: [{ ...file(""), kind: "directory" }],
    },
    {
      name: "a folder from before POSIX",
      bytes: tarBlock({ name: "a/", typeFlag: "\0" }),
      entries: [{ ...file("a"), kind: "directory" }],
    },
    {
      name: "a GNU long name",
      bytes: tarArchive(
        tarBlock({ name: "././@LongLink", typeFlag: "L", content: `${"n".repeat(300)}\0` }),
        tarBlock({ name: "n", content: "x" }),
      ),
      entries: [file("n".repeat(300), "x")],
    },
    {
      name: "a pax path and size",
      bytes: tarArchive(
        tarBlock({ name: "x", typeFlag: "x", content: paxRecord("path", "größe") + paxRecord("size", "3") }),
        tarBlock({ name: "y", content: "abc", fields: { 124: "00000000000" } }),
      ),
      entries: [file("größe", "abc")],
    },
    {
      name: "a global pax header, which a member's own wins over",
      bytes: tarArchive(
        tarBlock({ typeFlag: "g", content: paxRecord("comment", "c") + paxRecord("path", "all") }),
        tarBlock({ typeFlag: "x", content: paxRecord("path", "one") }),
        tarBlock({}),
        tarBlock({}),
      ),
      entries: [file("one"), file("all")],
    },
    {
      name: "a size in base 256",
      bytes: tarBlock({ content: "abc", fields: { 124: "\x80\0\0\0\0\0\0\0\0\0\0\x03" } }),
      entries: [file("a.txt", "abc")],
    },
    {
      name: "numbers with blanks before and after",
      bytes: tarBlock({ content: "abc", fields: { 124: "         3 \0" } }),
      entries: [file("a.txt", "abc")],
    },
  ];
  for (const { name, bytes, entries } of good) {
    test(`reads ${name}`, async () => assert.deepEqual(await read(tarArchive(bytes)), entries));
  }

  test("reads a checksum that was made with signed bytes", async () => {
    const header = tarBlock({ name: "größe" });
    let sum = 8 * 32;
    header.forEach((byte, index) => {
      if (index < 148 || index >= 156) sum += byte > 127 ? byte - 256 : byte;
    });
    header.set(new TextEncoder().encode(`${sum.toString(8).padStart(6, "0")}\0 `), 148);
    assert.deepEqual(await read(tarArchive(header)), [file("größe")]);
  });

  const faults: readonly { name: string; bytes: Uint8Array; kind: TarEntryKind; code: string; message: string }[] = [
    {
      name: "a symbolic link",
      bytes: tarBlock({ typeFlag: "2", link: "/etc/passwd" }),
      kind: "symlink",
      code: "TAR_SYMLINK",
      message: 'Tar entry "a.txt" is a symbolic link to "/etc/passwd"',
    },
    {
      name: "a hard link",
      bytes: tarBlock({ typeFlag: "1", link: "b" }),
      kind: "hard-link",
      code: "TAR_HARD_LINK",
      message: 'Tar entry "a.txt" is a hard link to "b"',
    },
    {
      name: "a device",
      bytes: tarBlock({ typeFlag: "3" }),
      kind: "device",
      code: "TAR_DEVICE",
      message: 'Tar entry "a.txt" is a device or a pipe',
    },
    {
      name: "a pipe",
      bytes: tarBlock({ typeFlag: "6" }),
      kind: "device",
      code: "TAR_DEVICE",
      message: 'Tar entry "a.txt" is a device or a pipe',
    },
    {
      name: "a GNU sparse file",
      bytes: tarBlock({ typeFlag: "S" }),
      kind: "sparse",
      code: "TAR_SPARSE",
      message: 'Tar entry "a.txt" is a sparse file, which PyPI refuses',
    },
    {
      name: "a GNU sparse file with a long map",
      bytes: sparseWithMap(),
      kind: "sparse",
      code: "TAR_SPARSE",
      message: 'Tar entry "a.txt" is a sparse file, which PyPI refuses',
    },
    {
      name: "a pax sparse file",
      bytes: tarArchive(tarBlock({ typeFlag: "x", content: paxRecord("GNU.sparse.major", "1") }), tarBlock({})),
      kind: "sparse",
      code: "TAR_SPARSE",
      message: 'Tar entry "a.txt" is a sparse file, which PyPI refuses',
    },
    {
      name: "an unknown type",
      bytes: tarBlock({ typeFlag: "Z" }),
      kind: "unknown",
      code: "TAR_UNKNOWN_TYPE",
      message: 'Tar entry "a.txt" has the unknown type "Z"',
    },
    {
      name: "a path that leaves the folder",
      bytes: tarBlock({ name: "a/../../b" }),
      kind: "file",
      code: "TAR_UNSAFE_PATH",
      message: 'Tar entry "a/../../b" has an unsafe path: it has a ".." part',
    },
    {
      name: "an absolute path",
      bytes: tarBlock({ name: "/etc/passwd" }),
      kind: "file",
      code: "TAR_UNSAFE_PATH",
      message: 'Tar entry "/etc/passwd" has an unsafe path: it is absolute',
    },
    {
      name: "a path that leaves the folder in a pax header",
      bytes: tarArchive(tarBlock({ typeFlag: "x", content: paxRecord("path", "../b") }), tarBlock({})),
      kind: "file",
      code: "TAR_UNSAFE_PATH",
      message: 'Tar entry "../b" has an unsafe path: it has a ".." part',
    },
    {
      name: "a NUL in a pax path",
      bytes: tarArchive(tarBlock({ typeFlag: "x", content: paxRecord("path", "a\0b") }), tarBlock({})),
      kind: "file",
      code: "TAR_UNSAFE_PATH",
      message: 'Tar entry "a\\u0000b" has an unsafe path: it has a NUL',
    },
    {
      name: "a file whose name ends with a slash",
      bytes: tarBlock({ name: "a/" }),
      kind: "file",
      code: "TAR_UNSAFE_PATH",
      message: 'Tar entry "a/" has an unsafe path: it has an empty part ("//" or a "/" at its end)',
    },
    {
      name: "a name that is no UTF-8",
      bytes: tarBlock({ name: "", fields: { 0: "gr\xf6sse" } }),
      kind: "file",
      code: "TAR_BAD_NAME",
      message: 'The name of tar entry "\ufffd" is no UTF-8',
    },
  ];
  for (const { name, bytes, kind, code, message } of faults) {
    test(`flags ${name}, and reads on`, async () => {
      const entries: unknown[] = [];
      for await (const entry of readTar(
        chunksOf(tarArchive(bytes.subarray(0, contentEnd(bytes)), tarBlock({ name: "next" }))),
      )) {
        entries.push([entry.kind, entry.fault?.code, entry.fault?.message]);
      }
      assert.deepEqual(entries, [
        [kind, code, message],
        ["file", undefined, undefined],
      ]);
    });
  }

  const broken: readonly {
    name: string;
    bytes: Uint8Array;
    options?: ReadTarOptions;
    code: string;
    message: string;
  }[] = [
    {
      name: "nothing at all",
      bytes: new Uint8Array(0),
      code: "TAR_NOT_A_TAR",
      message: "Cannot read the tar archive: it is shorter than a header",
    },
    {
      name: "something else",
      bytes: new Uint8Array(1024).fill(0x41),
      code: "TAR_NOT_A_TAR",
      message: "Cannot read the tar archive: it does not begin with a header",
    },
    {
      name: "a second header with a wrong checksum",
      bytes: tarArchive(tarBlock({}), tarBlock({}).fill(0x42, 0, 1)),
      code: "TAR_BAD_CHECKSUM",
      message: "Cannot read the tar header at byte 512: its checksum is wrong",
    },
    {
      name: "a size that is no number",
      bytes: tarBlock({ fields: { 124: "0000000009x" } }),
      code: "TAR_BAD_NUMBER",
      message: "Cannot read the tar header at byte 0: its size is no number",
    },
    {
      name: "a negative size",
      bytes: tarBlock({ fields: { 124: "\xff".repeat(12) } }),
      code: "TAR_BAD_NUMBER",
      message: "Cannot read the tar header at byte 0: its size is no number",
    },
    {
      name: "a size beyond counting",
      bytes: tarBlock({ fields: { 124: `\x80${"\xff".repeat(11)}` } }),
      code: "TAR_BAD_NUMBER",
      message: "Cannot read the tar header at byte 0: its size is no number",
    },
    {
      name: "a pax size that is no number",
      bytes: tarArchive(tarBlock({ typeFlag: "x", content: paxRecord("size", "-1") }), tarBlock({})),
      code: "TAR_BAD_NUMBER",
      message: "Cannot read the pax header before byte 1024: its size is no number of bytes",
    },
    ...["5 a=b\n", "6 a=b", "6 a=bc\n", "7  =b\n", "x a=b\n", "99 a=b\n", "06 a=b\n", "3 \n", "4 =\n"].map(
      (content) => ({
        name: `the pax record ${JSON.stringify(content)}`,
        bytes: tarArchive(tarBlock({ typeFlag: "x", content }), tarBlock({})),
        code: "TAR_BAD_PAX",
        message: "Cannot read the pax header: its record at byte 512 is malformed",
      }),
    ),
    {
      name: "a header in a header that is longer than a mebibyte",
      bytes: tarBlock({ typeFlag: "x", fields: { 124: "00004000001" } }),
      code: "TAR_HEADER_TOO_LARGE",
      message: "Cannot read the tar header before byte 512: it is longer than 1048576 bytes",
    },
    {
      name: "headers without an end before one entry",
      bytes: tarArchive(...Array.from({ length: 17 }, () => tarBlock({ typeFlag: "L", content: "a" }))),
      code: "TAR_HEADER_TOO_LARGE",
      message: "Cannot read the tar header at byte 16384: more than 16 headers stand before one entry",
    },
    {
      name: "more entries than allowed",
      bytes: tarArchive(...Array.from({ length: 5 }, () => tarBlock({}))),
      options: { maxEntries: 2 },
      code: "TAR_TOO_MANY_ENTRIES",
      message: "Cannot read the tar archive: it has more than 2 entries",
    },
    {
      name: "more bytes than allowed",
      bytes: tarArchive(tarBlock({ content: "abc" }), tarBlock({ content: "abc" })),
      options: { maxTotalSize: 5 },
      code: "TAR_TOO_LARGE",
      message: "Cannot read the tar archive: it unpacks to more than 5 bytes",
    },
    {
      name: "names that fill the memory",
      bytes: tarArchive(
        tarBlock({ typeFlag: "g", content: paxRecord("path", "n".repeat(1_048_000)) }),
        ...Array.from({ length: 65 }, () => tarBlock({})),
      ),
      code: "TAR_TOO_LARGE",
      message: "Cannot read the tar archive: its names have more than 67108864 characters",
    },
    {
      name: "a size far beyond its end",
      bytes: tarBlock({ fields: { 124: "00100000000" } }),
      code: "TAR_TRUNCATED",
      message: "Cannot read the tar archive: it ends at byte 1536, in an entry",
    },
  ];
  for (const { name, bytes, options, code, message } of broken) {
    test(`refuses ${name}`, async () => {
      const whole = code === "TAR_NOT_A_TAR" ? bytes : tarArchive(bytes);
      await assert.rejects(read(whole, options), { name: "PackwheelError", code, message });
    });
  }

  test("tells of a missing end and of data behind the end", async () => {
    const findings: Finding[] = [];
    const report = (finding: Finding) => void findings.push(finding);
    await read(tarBlock({}), { report });
    await read(tarArchive(tarArchive(tarBlock({})), tarBlock({})), { report });
    assert.deepEqual(findings, [
      {
        code: "TAR_MISSING_END",
        severity: "warning",
        message: "Cannot find the end of the tar archive: its two blocks of zeros are missing",
      },
      {
        code: "TAR_TRAILING_DATA",
        severity: "error",
        message: "Cannot trust the tar archive: after its end, at byte 1536, there is more data",
      },
    ]);
  });

  test("skips content that nobody reads, and closes its source", async () => {
    let closed = false;
    async function* source(): AsyncGenerator<Uint8Array> {
      try {
        yield* chunksOf(tarArchive(tarBlock({ content: "x".repeat(2000) }), tarBlock({ name: "b" })), 100);
      } finally {
        closed = true;
      }
    }
    const paths: string[] = [];
    for await (const { path, content } of readTar(source())) {
      paths.push(path);
      for await (const _ of content()) break;
    }
    assert.deepEqual(paths, ["a.txt", "b"]);
    for await (const _ of readTar(source())) break;
    assert.equal(closed, true);
  });

  test("stops when it is cancelled", async () => {
    await assert.rejects(read(tarArchive(tarBlock({})), { signal: AbortSignal.abort() }), { code: "ABORTED" });
  });

  test("reads an archive cut at any byte, or says where it ends", async () => {
    const bytes = await collectBytes(writeTar(MEMBERS.slice(0, 2), { mtime: 1 }));
    const end = 512 * 2 + 512 * 2 + 512 + 1024;
    for (let length = 0; length < end; length += 7) {
      await read(bytes.subarray(0, length)).catch((error: unknown) => {
        assert.ok(error instanceof PackwheelError);
        assert.ok(error.code === "TAR_TRUNCATED" || (error.code === "TAR_NOT_A_TAR" && length < 512));
        assert.ok(error.offset !== undefined && error.offset <= length);
      });
    }
  });

  test("reads 10,000 archives with flipped bytes", async () => {
    const bytes = tarArchive(
      tarBlock({ typeFlag: "x", content: paxRecord("path", "größe") + paxRecord("size", "3") }),
      tarBlock({ content: "abc" }),
      tarBlock({ name: "././@LongLink", typeFlag: "L", content: "a/long/name" }),
      tarBlock({ name: "b", content: "abc" }),
    );
    for (const flipped of flipBytes(bytes, 10_000)) {
      // Half of them with right checksums, or nothing behind the checksum would ever be reached.
      if (flipped.length % 2 === 0)
        for (let at = 0; at + 512 <= flipped.length; at += 1024) seal(flipped.subarray(at, at + 512));
      await read(flipped).catch((error: unknown) => {
        assert.ok(error instanceof PackwheelError, String(error));
      });
    }
  });

  test("gives back any members that can be written", async () => {
    const part = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 120 })
      .map((text) => `n${text.replace(/[\p{Cc}/\\\ufffd]/gu, "")}n`);
    const members = fc.uniqueArray(
      fc.record({
        parts: fc.array(part, { minLength: 1, maxLength: 4 }),
        text: fc.string({ maxLength: 1500 }),
        executable: fc.boolean(),
      }),
      { selector: ({ parts }) => parts.join("/"), maxLength: 5 },
    );
    await fc.assert(
      fc.asyncProperty(members, async (list) => {
        const bytes = await collectBytes(
          writeTar(
            list.map(({ parts, text, executable }) => textMember(parts.join("/"), text, executable)),
            { mtime: 7 },
          ),
        );
        const expected = list.map(({ parts, text }) => file(parts.join("/"), text));
        assert.deepEqual(await read(bytes), expected);
      }),
    );
  });
});

/** Two blocks with holes between the header and the content. */
function sparseWithMap(): Uint8Array {
  const bytes = new Uint8Array(4 * 512);
  bytes.set(tarBlock({ typeFlag: "S", fields: { 124: "00000000001", 482: "\x01" } }));
  bytes.fill(0x31, 512, 3 * 512);
  bytes[512 + 504] = 1;
  bytes[2 * 512 + 504] = 0;
  bytes.set(new TextEncoder().encode("x"), 3 * 512);
  return tarArchive(bytes);
}

/** Archives within archives end where their zeros begin. */
function contentEnd(bytes: Uint8Array): number {
  return bytes.length > 1024 && bytes.length % 512 === 0 ? bytes.length - 1024 : bytes.length;
}
