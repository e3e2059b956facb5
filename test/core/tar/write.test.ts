import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { collectBytes } from "../../../src/core/bytes/concat.ts";
import { memberHeaders, type TarMember, writeTar } from "../../../src/core/tar/write.ts";
import { chunksOf, largeMember, noise, textMember } from "../wheel/text-member.ts";

const tar = (members: readonly TarMember[], mtime = 1_580_601_600): Promise<Uint8Array> =>
  collectBytes(writeTar(members, { mtime }));

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

describe("memberHeaders()", () => {
  test("writes one ustar header for a plain path", () => {
    const header = latin1(memberHeaders("hello-1.0/a.py", 5, false, 1_580_601_600));
    const fields = [
      ["hello-1.0/a.py", 100],
      ["0000644", 8],
      ["0000000", 8],
      ["0000000", 8],
      ["00000000005", 12],
      ["13615410400", 12],
      ["011422\0 ", 8],
      ["0", 1],
      ["", 100],
      ["ustar\x0000", 8],
      ["", 32],
      ["", 32],
      ["0000000", 8],
      ["0000000", 8],
      ["", 155],
      ["", 12],
    ] as const;
    assert.equal(header, fields.map(([text, length]) => text.padEnd(length, "\0")).join(""));
  });

  test("writes mode 755 for a program", () => {
    assert.equal(latin1(memberHeaders("a", 0, true, 0)).slice(100, 108), "0000755\0");
  });

  const paths = [
    { name: "100 characters", path: "a".repeat(100), prefix: "", pax: false },
    {
      name: "a folder of 155 and a file of 100 characters",
      path: `${"d".repeat(155)}/${"f".repeat(100)}`,
      prefix: "d".repeat(155),
      pax: false,
    },
    {
      name: "nested folders beyond 100 characters",
      path: `${"d/".repeat(60)}f`,
      prefix: "d/".repeat(60).slice(0, -1),
      pax: false,
    },
    { name: "101 characters without a folder", path: "a".repeat(101), prefix: "", pax: true },
    { name: "a folder of 156 characters", path: `${"d".repeat(156)}/f`, prefix: "", pax: true },
    { name: "a file of 101 characters in a folder", path: `d/${"f".repeat(101)}`, prefix: "", pax: true },
    { name: "letters beyond ASCII", path: "größe 大.py", prefix: "", pax: true },
  ];
  for (const { name, path, prefix, pax } of paths) {
    test(`writes ${pax ? "a pax header" : "no pax header"} for ${name}`, () => {
      const bytes = memberHeaders(path, 0, false, 0);
      assert.equal(bytes.length, pax ? 1536 : 512);
      assert.equal(latin1(bytes.subarray(345, 500)).replace(/\0+$/, ""), prefix);
      if (!pax) return;
      assert.equal(latin1(bytes.subarray(0, 15)), "././@PaxHeader\0");
      assert.equal(latin1(bytes.subarray(156, 157)), "x");
      const record = new TextDecoder().decode(bytes.subarray(512, 1024)).replace(/\0+$/, "");
      assert.equal(record, `${new TextEncoder().encode(record).length} path=${path}\n`);
      assert.match(latin1(bytes.subarray(1024, 1124)), /^[a-z?. /]+\0*$/);
    });
  }

  test("writes the size of a member of 8 GiB into a pax header", () => {
    const bytes = memberHeaders("a", 8 * 2 ** 30, false, 0);
    assert.equal(latin1(bytes.subarray(512, 531)), "19 size=8589934592\n");
    assert.equal(latin1(bytes.subarray(1024 + 124, 1024 + 136)), "00000000000\0");
    assert.equal(memberHeaders("a", 8 * 2 ** 30 - 1, false, 0).length, 512);
  });
});

describe("writeTar()", () => {
  test("fills every member up to 512 bytes, and the archive to 10,240", async () => {
    const bytes = await tar([textMember("a", "x"), textMember("b", "y".repeat(512)), textMember("c")]);
    assert.equal(bytes.length, 10_240);
    assert.equal(latin1(bytes.subarray(512, 514)), "x\0");
    assert.equal(latin1(bytes.subarray(1024, 1026)), "b\0");
    assert.equal(latin1(bytes.subarray(2048, 2050)), "c\0");
    assert.ok(bytes.subarray(2560).every((byte) => byte === 0));
  });

  test("writes 10,240 bytes of zeros for no members", async () => {
    assert.deepEqual(await tar([]), new Uint8Array(10_240));
  });

  test("gives the two blocks at the end a record of their own when the last one is full", async () => {
    assert.equal((await tar([textMember("a", "x".repeat(10_240 - 1024))])).length, 20_480);
    assert.equal((await tar([textMember("a", "x".repeat(10_240 - 1536))])).length, 10_240);
  });

  test("writes the true size of a small member, whatever was announced", async () => {
    const bytes = await tar([{ ...textMember("a", "12345"), size: 3 }]);
    assert.equal(latin1(bytes.subarray(124, 135)), "00000000005");
  });

  test("streams a large member", async () => {
    const bytes = await tar([largeMember("a", 3_000_000)]);
    assert.equal(latin1(bytes.subarray(124, 135)), "00013343300");
    assert.deepEqual(bytes.subarray(512, 512 + 3_000_000), noise(3_000_000));
    assert.equal(bytes.length % 10_240, 0);
  });

  test("keeps bytes of sources that use one buffer for all chunks", async () => {
    const buffer = new Uint8Array(4);
    const member: TarMember = {
      ...textMember("a"),
      async *open() {
        for (const value of [1, 2, 3]) yield buffer.fill(value);
      },
    };
    assert.deepEqual((await tar([member])).subarray(512, 524), Uint8Array.of(1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3));
  });

  test("refuses a large member that is not as long as announced", async () => {
    const member = { ...largeMember("a", 3_000_000), size: 3_000_001 };
    await assert.rejects(tar([member]), {
      code: "TAR_SIZE_MISMATCH",
      message: 'Cannot pack "a": it has 3000000 bytes, and was announced with 3000001',
      path: "a",
    });
  });

  test("refuses an unsafe path", async () => {
    await assert.rejects(tar([textMember("a/../b")]), {
      code: "TAR_UNSAFE_PATH",
      message: 'Cannot pack "a/../b" into a tar archive: it has a ".." part',
    });
  });

  for (const mtime of [-1, 1.5, Number.NaN, 2 ** 33]) {
    test(`refuses the time ${mtime}`, async () => {
      await assert.rejects(tar([], mtime), {
        code: "TAR_BAD_NUMBER",
        message: `Cannot write the time ${mtime} into a tar archive: it is out of range`,
      });
    });
  }

  test("stops when it is cancelled", async () => {
    const controller = new AbortController();
    const member: TarMember = {
      ...textMember("a"),
      async *open() {
        controller.abort();
        yield* chunksOf(noise(100));
      },
    };
    await assert.rejects(collectBytes(writeTar([member], { mtime: 0, signal: controller.signal })), {
      code: "ABORTED",
    });
  });
});
