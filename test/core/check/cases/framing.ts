import { concat, type RawMember, u16, u32, u64 } from "../raw-zip.ts";
import type { WheelDraft } from "../wheel-draft.ts";
import type { WheelCase } from "./wheel-case.ts";

const CLI = "hello/cli.py";

/** Changes the one member that is not empty. */
function member(change: (member: RawMember) => RawMember): (draft: WheelDraft) => void {
  return (draft) => {
    draft.members = (members) => members.map((each) => (each.path === CLI ? change(each) : each));
  };
}

function bytes(change: (bytes: Uint8Array) => Uint8Array): (draft: WheelDraft) => void {
  return (draft) => {
    draft.bytes = change;
  };
}

function extraField(id: number, data: Uint8Array): Uint8Array {
  return concat([u16(id), u16(data.length), data]);
}

/** A tar header of no name whose checksum is right. */
function tarHeader(): Uint8Array {
  const block = new Uint8Array(512).fill(0);
  block.set(new TextEncoder().encode("        "), 148);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.set(new TextEncoder().encode(`${sum.toString(8).padStart(6, "0")}\0 `), 148);
  return block;
}

export const FRAMING_CASES: readonly WheelCase[] = [
  {
    name: "a text",
    code: "ZIP_NOT_A_ZIP",
    message: /zip/,
    change: bytes(() => new TextEncoder().encode("hello\n".repeat(100))),
  },
  {
    name: "half an archive",
    code: "ZIP_TRUNCATED",
    message: /end/,
    change: bytes((all) => concat([all.subarray(0, all.length - 22), u32(0x06054b50), u16(0), u16(0)])),
  },
  {
    name: "a directory with fewer entries than told",
    code: "ZIP_INVALID",
    message: /central directory/,
    change: bytes((all) => concat([all.subarray(0, all.length - 14), u16(99), u16(99), all.subarray(all.length - 10)])),
  },
  {
    name: "two members in the same bytes",
    code: "ZIP_OVERLAP",
    message: /hello\/cli\.py.*central directory/,
    change: member((each) => ({ ...each, both: { size: 5000, compressedSize: 5000 } })),
  },
  {
    name: "one disk of several",
    code: "ZIP_MULTIPLE_DISKS",
    message: /one part of several/,
    change: (draft) => {
      draft.archive = { disk: 1 };
    },
  },
  {
    name: "64-bit sizes that are missing",
    code: "ZIP_BAD_ZIP64",
    message: /hello\/cli\.py.*ZIP64/,
    change: member((each) => ({ ...each, central: { size: 0xffffffff } })),
  },
  {
    name: "an extra field that ends too late",
    code: "ZIP_BAD_EXTRA",
    message: /hello\/cli\.py.*extra field/,
    change: member((each) => ({ ...each, local: { extra: concat([u16(0x5455), u16(9)]) } })),
  },
  {
    name: "64-bit sizes of an odd length",
    code: "ZIP_ZIP64_EXTRA_LENGTH",
    message: 'Member "hello/cli.py" has an extra field of 18 bytes for 64-bit sizes',
    change: member((each) => ({
      ...each,
      local: {
        size: 0xffffffff,
        compressedSize: 0xffffffff,
        extra: extraField(1, concat([u64(each.bytes.length), u64(each.bytes.length), u16(0)])),
      },
    })),
  },
  {
    name: "an end record with data of nobody's",
    code: "ZIP_ZIP64_EXTENSIBLE_DATA",
    message: "End record of the archive holds 8 bytes that nobody defines",
    change: (draft) => {
      draft.archive = { zip64Extension: 8 };
    },
  },
  {
    name: "a count of members beyond all wheels",
    code: "ZIP_TOO_MANY_ENTRIES",
    message: /1000000 members/,
    change: (draft) => {
      draft.archive = { zip64Extension: 0, entryCount: 1_000_000 };
    },
  },
  {
    name: "more content than a disk holds",
    code: "ZIP_TOO_LARGE",
    message: /1099511628857 bytes/,
    change: member((each) => {
      const extra = extraField(1, concat([u64(2 ** 40), u64(each.bytes.length)]));
      return {
        ...each,
        deflate: true,
        data: each.bytes,
        both: { size: 0xffffffff, compressedSize: 0xffffffff, extra },
      };
    }),
    also: ["ZIP_RATIO", "INDEX_COMPRESSION_RATIO"],
  },
  {
    name: "a bomb",
    code: "ZIP_RATIO",
    message: /1001 times/,
    change: (draft) => {
      draft.files["hello/zeros.bin"] = new Uint8Array(80 * 1024 * 1024);
      draft.members = (members) => members.map((each) => ({ ...each, deflate: each.bytes.length > 1000 }));
    },
    also: ["INDEX_COMPRESSION_RATIO"],
  },
  {
    name: "a name that is no UTF-8, though it says so",
    code: "ZIP_BAD_NAME",
    message: /byte 8 is not UTF-8/,
    change: member((each) => ({ ...each, both: { name: Buffer.from("hello/cl\xff.txt", "latin1"), flags: 0x0800 } })),
    also: ["ENTRY_POINTS_MODULE_MISSING", "RECORD_FILE_ABSENT", "RECORD_FILE_UNLISTED"],
  },
  {
    name: "a name with an accent and without the flag",
    code: "ZIP_NAME_NOT_UTF8",
    message: 'Name "hello/caf├⌐.py" is not marked as UTF-8',
    change: (draft) => {
      draft.files["hello/caf\u00e9.py"] = "";
      draft.members = (members) => {
        return members.map((each) => (each.path.includes("caf") ? { ...each, both: { flags: 0 } } : each));
      };
    },
    also: ["RECORD_FILE_ABSENT", "RECORD_FILE_UNLISTED", "CONTENT_NOT_IMPORTABLE"],
  },
  {
    name: "a path that leads out of the folder",
    code: "ZIP_UNSAFE_PATH",
    message: /\.\.\/evil\.py/,
    change: ({ files }) => {
      files["../evil.py"] = "";
    },
    also: ["RECORD_BAD_PATH"],
  },
  {
    name: "a member twice",
    code: "ZIP_DUPLICATE_NAME",
    message: /hello\/cli\.py.*twice/,
    change: (draft) => {
      draft.members = (members) => [...members, { path: CLI, bytes: new TextEncoder().encode("") }];
    },
    also: ["RECORD_HASH_MISMATCH", "RECORD_SIZE_MISMATCH"],
  },
  {
    name: "a file below a file",
    code: "ZIP_PATH_CONFLICT",
    message: /hello\/cli\.py\/more\.txt/,
    change: ({ files }) => {
      files[`${CLI}/more.txt`] = "";
    },
  },
  {
    name: "a symbolic link",
    code: "ZIP_SYMLINK",
    message: /hello\/cli\.py.*symbolic link/,
    change: member((each) => ({ ...each, mode: 0o120777 })),
  },
  {
    name: "a pipe",
    code: "ZIP_SPECIAL_FILE",
    message: /hello\/cli\.py.*type/,
    change: member((each) => ({ ...each, mode: 0o010644 })),
  },
  {
    name: "an encrypted member",
    code: "ZIP_ENCRYPTED",
    message: /hello\/cli\.py.*encrypted/,
    change: member((each) => ({ ...each, both: { flags: 1 } })),
  },
  {
    name: "a member in bzip2",
    code: "ZIP_UNSUPPORTED_METHOD",
    message: /hello\/cli\.py.*bzip2/,
    change: member((each) => ({ ...each, both: { method: 12 } })),
  },
  {
    name: "a local header of another size",
    code: "ZIP_LOCAL_MISMATCH",
    message: /hello\/cli\.py.*size 1/,
    change: member((each) => ({ ...each, local: { size: 1 } })),
  },
  {
    name: "a version of the format to come",
    code: "ZIP_VERSION_NEEDED",
    message: 'Member "hello/cli.py" asks for version 9.9 of the zip format',
    change: member((each) => ({ ...each, both: { version: 99 } })),
  },
  {
    name: "a data descriptor",
    code: "ZIP_DATA_DESCRIPTOR",
    message: 'Sizes of "hello/cli.py" stand behind its data',
    change: member((each) => ({
      ...each,
      both: { flags: 8 },
      after: concat([u32(0x08074b50), u32(0), u32(each.bytes.length), u32(each.bytes.length)]),
    })),
  },
  {
    name: "a comment on a member",
    code: "ZIP_MEMBER_COMMENT",
    message: 'Member "hello/cli.py" has a comment of 4 bytes',
    change: member((each) => ({ ...each, comment: "nice" })),
  },
  {
    name: "a comment on the archive",
    code: "ZIP_ARCHIVE_COMMENT",
    message: "Archive has a comment of 4 bytes",
    change: (draft) => {
      draft.archive = { comment: "nice" };
    },
  },
  {
    name: "a program before the archive",
    code: "ZIP_PREFIX_DATA",
    message: "File has 10 bytes before the archive, at offset 0",
    change: bytes((all) => concat([new TextEncoder().encode("#!/bin/sh\n"), all])),
  },
  {
    name: "bytes between two members",
    code: "ZIP_GAP",
    message: "File has 7 bytes that belong to no member, at offset 120",
    change: member((each) => ({ ...each, after: new Uint8Array(7) })),
  },
  {
    name: "bytes after the archive",
    code: "ZIP_TRAILING_DATA",
    message: "File has 3 bytes after the archive, at offset 2026",
    change: bytes((all) => concat([all, new Uint8Array(3)])),
  },
  {
    name: "an archive of two formats",
    code: "ZIP_AND_TAR",
    message: "File begins as a tar archive and ends as a zip archive",
    change: bytes((all) => concat([tarHeader(), all])),
    also: ["ZIP_PREFIX_DATA"],
  },
  {
    name: "broken deflate data",
    code: "ZIP_BAD_DEFLATE",
    message: /hello\/cli\.py/,
    change: member((each) => ({ ...each, deflate: true, data: new Uint8Array([7, 1, 2, 3]) })),
  },
  {
    name: "less content than told",
    code: "ZIP_SIZE_MISMATCH",
    message: /hello\/cli\.py.*32 bytes.*31/,
    change: member((each) => ({ ...each, deflate: true, both: { size: each.bytes.length + 1 } })),
    also: ["RECORD_SIZE_MISMATCH"],
  },
  {
    name: "other content than was packed",
    code: "ZIP_CRC_MISMATCH",
    message: /hello\/cli\.py.*CRC-32/,
    change: member((each) => ({ ...each, both: { crc32: 1 } })),
  },
];
