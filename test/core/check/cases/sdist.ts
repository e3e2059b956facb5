import { gzipSync } from "node:zlib";
import type { CheckOptions } from "../../../../src/core/check/check-options.ts";
import { type RawTarMember, writeRawTarGz } from "../raw-tar.ts";
import { writeRawZip } from "../raw-zip.ts";

export interface SdistCase {
  readonly name: string;
  readonly code: string;
  readonly message: string | RegExp;
  readonly filename?: string;
  readonly bytes: () => Uint8Array;
  readonly also?: readonly string[];
  readonly options?: Partial<CheckOptions>;
}

const PKG_INFO = [
  "Metadata-Version: 2.4",
  "Name: hello",
  "Version: 1.0",
  "License-File: LICENSE",
  "Requires-Python: >=3.9",
  "Description-Content-Type: text/plain",
  "",
  "Says hello",
  "",
].join("\n");

export const SDIST_FILENAME = "hello-1.0.tar.gz";

export function goodSdist(): RawTarMember[] {
  return [
    { path: "hello-1.0/PKG-INFO", content: PKG_INFO },
    { path: "hello-1.0/pyproject.toml", content: '[project]\nname = "hello"\nversion = "1.0"\n' },
    { path: "hello-1.0/LICENSE", content: "Do what you like.\n" },
    { path: "hello-1.0/hello.py", content: "" },
  ];
}

/** A good sdist with one more member. */
function add(member: RawTarMember): () => Uint8Array {
  return () => writeRawTarGz([...goodSdist(), member]);
}

function without(name: string): () => Uint8Array {
  return () => writeRawTarGz(goodSdist().filter(({ path }) => path !== `hello-1.0/${name}`));
}

function withMetadata(from: string, to: string): () => Uint8Array {
  return () => {
    const members = goodSdist().map((member) => {
      return member.path.endsWith("PKG-INFO") ? { ...member, content: PKG_INFO.replace(from, to) } : member;
    });
    return writeRawTarGz(members);
  };
}

export const SDIST_CASES: readonly SdistCase[] = [
  {
    name: "a name with a dash",
    code: "SDIST_FILENAME_NOT_NORMALIZED",
    message: 'Sdist name "Hello-1.0.tar.gz" is not normalised',
    filename: "Hello-1.0.tar.gz",
    bytes: () => writeRawTarGz(goodSdist()),
  },
  {
    name: "a name without a version",
    code: "FILENAME_INVALID",
    message: 'Sdist name "hello.tar.gz" is not a name, a dash and a version',
    filename: "hello.tar.gz",
    bytes: () => writeRawTarGz(goodSdist()),
  },
  {
    name: "two top-level folders",
    code: "SDIST_TOP_FOLDER_SEVERAL",
    message: "Sdist does not hold exactly one top-level folder",
    bytes: add({ path: "other/README", content: "" }),
  },
  {
    name: "a top-level folder of another name",
    code: "SDIST_TOP_FOLDER_NAME",
    message: 'Folder "Hello-1.0" is not called "hello-1.0"',
    bytes: () => {
      const members = goodSdist().map((member) => ({ ...member, path: member.path.replace("hello-1.0", "Hello-1.0") }));
      return writeRawTarGz(members);
    },
  },
  {
    name: "no PKG-INFO",
    code: "SDIST_PKG_INFO_MISSING",
    message: 'Folder "hello-1.0" holds no PKG-INFO',
    bytes: without("PKG-INFO"),
  },
  {
    name: "metadata 2.1",
    code: "SDIST_METADATA_VERSION",
    message: "Metadata-Version 2.1 is older than 2.2, and cannot tell what is dynamic",
    bytes: withMetadata("Metadata-Version: 2.4", "Metadata-Version: 2.1"),
    also: ["METADATA_LICENSE_FILE_TOO_NEW"],
  },
  {
    name: "the metadata of another project",
    code: "NAME_MISMATCH",
    message: 'Name "goodbye" is not the "hello" of the file name',
    bytes: withMetadata("Name: hello", "Name: goodbye"),
  },
  {
    name: "no pyproject.toml",
    code: "SDIST_PYPROJECT_MISSING",
    message: 'Folder "hello-1.0" holds no pyproject.toml',
    bytes: without("pyproject.toml"),
  },
  {
    name: "a license file that is not there",
    code: "METADATA_LICENSE_FILE_MISSING",
    message: 'License-File "LICENSE" is not there',
    bytes: without("LICENSE"),
  },
  {
    name: "a link out of the folder",
    code: "SDIST_LINK_ESCAPES",
    message: 'Link "hello-1.0/passwd" points to "../../etc/passwd", outside of the sdist',
    bytes: add({ path: "hello-1.0/passwd", type: "2", link: "../../etc/passwd" }),
    also: ["TAR_SYMLINK"],
  },
  {
    name: "a hard link to an absolute path",
    code: "SDIST_LINK_ESCAPES",
    message: 'Link "hello-1.0/passwd" points to "/etc/passwd", outside of the sdist',
    bytes: add({ path: "hello-1.0/passwd", type: "1", link: "/etc/passwd" }),
    also: ["TAR_HARD_LINK"],
  },
  {
    name: "a text",
    code: "GZIP_INVALID",
    message: /gzip/,
    bytes: () => new TextEncoder().encode("hello\n"),
  },
  {
    name: "a text in gzip",
    code: "TAR_NOT_A_TAR",
    message: /tar/,
    bytes: () => gzipSync("hello\n".repeat(200)),
  },
  {
    name: "an archive that breaks off",
    code: "TAR_TRUNCATED",
    message: /tar/,
    bytes: () =>
      writeRawTarGz([...goodSdist(), { path: "hello-1.0/a.py", size: "00000100000" }], { end: Buffer.alloc(0) }),
  },
  {
    name: "a header with a wrong checksum",
    code: "TAR_BAD_CHECKSUM",
    message: /checksum/,
    bytes: add({ path: "hello-1.0/a.py", checksumError: 1 }),
  },
  {
    name: "a size that is no number",
    code: "TAR_BAD_NUMBER",
    message: /size/,
    bytes: add({ path: "hello-1.0/a.py", size: "0000000000x" }),
  },
  {
    name: "a pax header that cannot be read",
    code: "TAR_BAD_PAX",
    message: /pax/,
    bytes: add({ path: "pax", type: "x", content: "nonsense" }),
  },
  {
    name: "an archive without its end",
    code: "TAR_MISSING_END",
    message: /end/,
    bytes: () => writeRawTarGz(goodSdist(), { end: Buffer.alloc(0) }),
  },
  {
    name: "data after the end",
    code: "TAR_TRAILING_DATA",
    message: /end/,
    bytes: () => writeRawTarGz(goodSdist(), { end: Buffer.concat([Buffer.alloc(1024), Buffer.from("more")]) }),
  },
  {
    name: "a pax header of more than a MiB",
    code: "TAR_HEADER_TOO_LARGE",
    message: /header/,
    bytes: add({ path: "pax", type: "x", content: "x".repeat(1_100_000) }),
  },
  {
    name: "a zip archive that lies open at the end",
    code: "ZIP_AND_TAR",
    message: "File can be read as a zip archive, too",
    bytes: () => {
      const zip = writeRawZip([{ path: "a.txt", bytes: new TextEncoder().encode("a") }]);
      return writeRawTarGz([...goodSdist(), { path: "hello-1.0/a.zip", content: zip }], { level: 0 });
    },
  },
  {
    name: "more members than are read",
    code: "TAR_TOO_MANY_ENTRIES",
    message: /more than 2 entries/,
    bytes: () => writeRawTarGz([...goodSdist(), ...goodSdist()]),
    options: { limits: { maxMembers: 2 } },
  },
  {
    name: "a member larger than is read",
    code: "TAR_TOO_LARGE",
    message: /more than 17179869184 bytes/,
    bytes: () => {
      return writeRawTarGz([{ path: "pax", type: "x", content: "20 size=99999999999\n" }, ...goodSdist()]);
    },
  },
  {
    name: "more content than is read",
    code: "GZIP_TOO_LARGE",
    message: /larger than/,
    bytes: () => writeRawTarGz(goodSdist(), { end: Buffer.alloc(100_000) }),
    options: { limits: { maxMembers: 10, maxTotalSize: 10_000 } },
  },
  {
    name: "a name in Latin-1",
    code: "TAR_BAD_NAME",
    message: /UTF-8/,
    bytes: add({ path: "hello-1.0/caf\u00e9.txt" }),
  },
  {
    name: "a path that leads out of the folder",
    code: "TAR_UNSAFE_PATH",
    message: /\.\./,
    bytes: add({ path: "hello-1.0/../../evil.txt" }),
  },
  {
    name: "a file twice",
    code: "TAR_DUPLICATE_PATH",
    message: 'Path "hello-1.0/hello.py" is in the archive twice',
    bytes: add({ path: "hello-1.0/hello.py" }),
  },
  {
    name: "a symbolic link",
    code: "TAR_SYMLINK",
    message: /symbolic link/,
    bytes: add({ path: "hello-1.0/README", type: "2", link: "LICENSE" }),
  },
  {
    name: "a hard link",
    code: "TAR_HARD_LINK",
    message: /hard link/,
    bytes: add({ path: "hello-1.0/README", type: "1", link: "hello-1.0/LICENSE" }),
  },
  {
    name: "a device",
    code: "TAR_DEVICE",
    message: /device/,
    bytes: add({ path: "hello-1.0/null", type: "3" }),
  },
  {
    name: "a sparse file",
    code: "TAR_SPARSE",
    message: /sparse/,
    bytes: add({ path: "hello-1.0/image", type: "S" }),
  },
  {
    name: "a member of an unknown kind",
    code: "TAR_UNKNOWN_TYPE",
    message: /type/,
    bytes: add({ path: "hello-1.0/thing", type: "Z" }),
  },
  {
    name: "a file of passwords",
    code: "CONTENT_SECRET",
    message: 'File ".pypirc" has a name under which passwords or keys are kept',
    bytes: add({ path: "hello-1.0/.pypirc" }),
  },
];
