import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { wasi } from "@bjorn3/browser_wasi_shim";
import { MAX_FILE_SIZE } from "../../../src/toolchain/wasi/memory-file.ts";
import { MemoryFolder, mountFiles } from "../../../src/toolchain/wasi/memory-folder.ts";
import type { FolderNode } from "../../../src/toolchain/wasi/node.ts";
import { OpenFile } from "../../../src/toolchain/wasi/open-file.ts";
import { OpenFolder } from "../../../src/toolchain/wasi/open-folder.ts";
import { type OutsideFiles, OutsideFolder } from "../../../src/toolchain/wasi/outside-folder.ts";
import { OverlayFolder } from "../../../src/toolchain/wasi/overlay-folder.ts";
import { mountTar } from "../../../src/toolchain/wasi/tar-folder.ts";
import { tarArchive, tarBlock } from "../../core/tar/tar-bytes.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const READ = BigInt(wasi.RIGHTS_FD_READ);
const WRITE = BigInt(wasi.RIGHTS_FD_WRITE);
const { OFLAGS_CREAT: CREATE, OFLAGS_EXCL: EXCLUSIVE, OFLAGS_TRUNC: TRUNCATE, OFLAGS_DIRECTORY: DIRECTORY } = wasi;

const errnoNames = new Map(
  Object.entries(wasi)
    .filter(([name]) => name.startsWith("ERRNO_"))
    .map(([name, value]) => [value, name.slice(6)]),
);
const named = (ret: number): string => errnoNames.get(ret as never) ?? String(ret);

function open(
  folder: FolderNode,
  path: string,
  oflags = 0,
  rights = READ,
): { ret: string; file: OpenFile | undefined } {
  const { ret, fd_obj } = new OpenFolder(folder).path_open(0, path, oflags, rights, 0n, 0);
  return { ret: named(ret), file: fd_obj instanceof OpenFile ? fd_obj : undefined };
}

function write(folder: FolderNode, path: string, text: string): string {
  const { ret, file } = open(folder, path, CREATE | TRUNCATE, WRITE);
  file?.fd_write(encode(text));
  return ret;
}

function read(folder: FolderNode, path: string): string {
  const { ret, file } = open(folder, path);
  return file === undefined ? ret : decode(file.fd_read(1000).data);
}

function list(folder: FolderNode): string[] {
  const opened = new OpenFolder(folder);
  const names: string[] = [];
  for (let cookie = 0n; ; cookie++) {
    const { dirent } = opened.fd_readdir_single(cookie);
    if (dirent === null) return names;
    names.push(`${decode(dirent.dir_name)}${dirent.d_type === wasi.FILETYPE_DIRECTORY ? "/" : ""}`);
  }
}

const sample = (): MemoryFolder => {
  const folder = new MemoryFolder({
    fixed: mountFiles([
      ["a.h", encode("int a;")],
      ["sys/b.h", encode("int b;")],
    ]),
  });
  write(folder, "out.o", "bytes");
  new OpenFolder(folder).path_create_directory("empty");
  return folder;
};

describe("OpenFolder", () => {
  const opened: readonly { path: string; oflags?: number; rights?: bigint; ret: string }[] = [
    { path: "out.o", ret: "SUCCESS" },
    { path: "./empty/../out.o", ret: "SUCCESS" },
    { path: "empty", ret: "SUCCESS" },
    { path: ".", ret: "SUCCESS" },
    { path: "", ret: "SUCCESS" },
    { path: "fixed/sys/b.h", ret: "SUCCESS" },
    { path: "missing", ret: "NOENT" },
    { path: "missing/a", ret: "NOENT" },
    { path: "missing/a", oflags: CREATE, rights: WRITE, ret: "NOENT" },
    { path: "out.o/a", ret: "NOTDIR" },
    { path: "out.o/", ret: "NOTDIR" },
    { path: "out.o", oflags: DIRECTORY, ret: "NOTDIR" },
    { path: "out.o", oflags: CREATE | EXCLUSIVE, rights: WRITE, ret: "EXIST" },
    { path: "new.o", oflags: CREATE | EXCLUSIVE, rights: WRITE, ret: "SUCCESS" },
    { path: "fixed/a.h", rights: READ | WRITE, ret: "ROFS" },
    { path: "fixed/a.h", oflags: TRUNCATE, ret: "ROFS" },
    { path: "fixed/new.h", oflags: CREATE, rights: WRITE, ret: "ROFS" },
    { path: "../out.o", ret: "NOTCAPABLE" },
    { path: "empty/../../out.o", ret: "NOTCAPABLE" },
    { path: "/out.o", ret: "NOTCAPABLE" },
    { path: "out.o\0", ret: "INVAL" },
  ];
  for (const { path, oflags, rights, ret } of opened) {
    test(`opens ${JSON.stringify(path)} (flags ${oflags ?? 0}): ${ret}`, () => {
      assert.equal(open(sample(), path, oflags, rights).ret, ret);
    });
  }

  const changes: readonly { name: string; change: (folder: OpenFolder) => number; ret: string; names: string[] }[] = [
    { name: "makes a folder", change: (f) => f.path_create_directory("new"), ret: "SUCCESS", names: ["new/"] },
    { name: "makes no folder twice", change: (f) => f.path_create_directory("empty"), ret: "EXIST", names: [] },
    {
      name: "makes no folder in place of itself",
      change: (f) => f.path_create_directory("."),
      ret: "EXIST",
      names: [],
    },
    { name: "takes a file away", change: (f) => f.path_unlink_file("out.o"), ret: "SUCCESS", names: ["-out.o"] },
    { name: "takes no folder away as a file", change: (f) => f.path_unlink_file("empty"), ret: "ISDIR", names: [] },
    { name: "takes nothing away that is not there", change: (f) => f.path_unlink_file("no"), ret: "NOENT", names: [] },
    {
      name: "takes an empty folder away",
      change: (f) => f.path_remove_directory("empty"),
      ret: "SUCCESS",
      names: ["-empty/"],
    },
    { name: "keeps a folder with files", change: (f) => f.path_remove_directory("fixed"), ret: "NOTEMPTY", names: [] },
    { name: "keeps what is fixed", change: (f) => f.path_unlink_file("fixed/a.h"), ret: "ROFS", names: [] },
    { name: "renames a file", change: (f) => rename(f, "out.o", "b.o"), ret: "SUCCESS", names: ["-out.o", "b.o"] },
    { name: "renames no file to a folder", change: (f) => rename(f, "out.o", "empty"), ret: "ISDIR", names: [] },
    { name: "renames nothing that is not there", change: (f) => rename(f, "no", "b.o"), ret: "NOENT", names: [] },
    {
      name: "renames a folder to an empty one",
      change: (f) => rename(f, "fixed", "empty"),
      ret: "SUCCESS",
      names: ["-fixed/"],
    },
    { name: "renames no folder to a file", change: (f) => rename(f, "empty", "out.o"), ret: "NOTDIR", names: [] },
  ];
  /** As the shim does it: the second half failing, the name is given back. */
  function rename(folder: OpenFolder, from: string, to: string): number {
    const { ret, inode_obj } = folder.path_unlink(from);
    if (inode_obj === null) return ret;
    const linked = folder.path_link(to, inode_obj, true);
    if (linked !== wasi.ERRNO_SUCCESS) assert.equal(folder.path_link(from, inode_obj, true), wasi.ERRNO_SUCCESS);
    return linked;
  }
  for (const { name, change, ret, names } of changes) {
    test(name, () => {
      const folder = sample();
      const before = new Set(list(folder));
      assert.equal(named(change(new OpenFolder(folder))), ret);
      const after = new Set(list(folder));
      const gone = [...before].filter((each) => !after.has(each)).map((each) => `-${each}`);
      assert.deepEqual([...gone, ...[...after].filter((each) => !before.has(each))].sort(), names);
    });
  }

  test("lists a folder as it was when the listing began", () => {
    const folder = sample();
    const opened = new OpenFolder(folder);
    opened.fd_readdir_single(0n);
    folder.remove("fixed");
    const third = opened.fd_readdir_single(2n).dirent;
    assert.equal(third && decode(third.dir_name), "fixed");
    assert.deepEqual(list(folder), ["./", "../", "out.o", "empty/"]);
  });

  test("tells sizes and kinds, and gives a file the same number every time", () => {
    const opened = new OpenFolder(sample());
    const stat = opened.path_filestat_get(0, "fixed/a.h").filestat;
    assert.deepEqual([stat?.filetype, stat?.size], [wasi.FILETYPE_REGULAR_FILE, 6n]);
    assert.equal(opened.path_filestat_get(0, "fixed/../fixed/a.h").filestat?.ino, stat?.ino);
    assert.equal(opened.path_filestat_get(0, "fixed").filestat?.filetype, wasi.FILETYPE_DIRECTORY);
    assert.equal(named(opened.path_filestat_get(0, "no").ret), "NOENT");
    assert.equal(named(opened.path_readlink("out.o").ret), "INVAL");
    assert.equal(named(opened.path_readlink("no").ret), "NOENT");
  });
});

describe("OpenFile", () => {
  test("grows with what is written, byte by byte", () => {
    const folder = new MemoryFolder();
    const { file } = open(folder, "a", CREATE, WRITE);
    for (let index = 0; index < 100_000; index++) file?.fd_write(Uint8Array.of(index & 0xff));
    const bytes = folder.read("a");
    assert.equal(bytes?.length, 100_000);
    assert.ok(bytes?.every((byte, index) => byte === (index & 0xff)));
  });

  test("seeks, leaves zeros in holes, cuts and grows again", () => {
    const folder = new MemoryFolder();
    const file = open(folder, "a", CREATE, READ | WRITE).file;
    assert.ok(file);
    file.fd_write(encode("abcdef"));
    assert.equal(file.fd_seek(-2n, wasi.WHENCE_CUR).offset, 4n);
    file.fd_write(encode("X"));
    assert.equal(file.fd_seek(2n, wasi.WHENCE_END).offset, 8n);
    file.fd_write(encode("Y"));
    assert.equal(decode(folder.read("a") ?? encode("")), "abcdXf\0\0Y");
    file.fd_filestat_set_size(2n);
    file.fd_filestat_set_size(4n);
    assert.equal(decode(folder.read("a") ?? encode("")), "ab\0\0");
    assert.equal(decode(file.fd_pread(10, 1n).data), "b\0\0");
    assert.equal(file.fd_pread(10, 100n).data.length, 0);
    file.fd_pwrite(encode("Z"), 0n);
    assert.equal(file.fd_tell().offset, 9n);
    assert.equal(read(folder, "a"), "Zb\0\0");
  });

  const refused: readonly { name: string; ret: (file: OpenFile) => number; errno: string }[] = [
    { name: "a place before the start", ret: (f) => f.fd_seek(-1n, wasi.WHENCE_SET).ret, errno: "INVAL" },
    { name: "an unknown whence", ret: (f) => f.fd_seek(0n, 9).ret, errno: "INVAL" },
    {
      name: "more than a file may hold",
      ret: (f) => f.fd_pwrite(encode("a"), BigInt(MAX_FILE_SIZE)).ret,
      errno: "FBIG",
    },
    { name: "a size beyond that", ret: (f) => f.fd_filestat_set_size(1n << 40n), errno: "FBIG" },
    { name: "a negative place", ret: (f) => f.fd_pwrite(encode("a"), -1n).ret, errno: "INVAL" },
  ];
  for (const { name, ret, errno } of refused) {
    test(`refuses ${name}`, () => {
      const file = open(new MemoryFolder(), "a", CREATE, READ | WRITE).file;
      assert.ok(file);
      assert.equal(named(ret(file)), errno);
    });
  }

  test("writes only where it was opened to write, and leaves the bytes that it was given alone", () => {
    const folder = new MemoryFolder();
    write(folder, "a", "abc");
    assert.equal(named(open(folder, "a").file?.fd_write(encode("x")).ret ?? -1), "BADF");
    assert.equal(read(folder, "a"), "abc");
  });
});

describe("mountTar()", () => {
  const archive = tarArchive(
    tarBlock({ name: "include", typeFlag: "5" }),
    tarBlock({ name: "include/a.h", content: "int a;" }),
    tarBlock({ name: "b.h", prefix: "include/sys", content: "int b;" }),
  );

  test("shows files and folders, without a copy of the content", () => {
    const folder = mountTar(archive);
    assert.deepEqual(
      [list(folder), list(folder.find("include") as FolderNode)],
      [
        ["./", "../", "include/"],
        ["./", "../", "a.h", "sys/"],
      ],
    );
    assert.equal(read(folder, "include/sys/b.h"), "int b;");
    assert.equal(open(folder, "include/a.h").file?.fd_read(3).data.buffer, archive.buffer);
    assert.equal(write(folder, "include/a.h", ""), "ROFS");
  });

  const bad: readonly { name: string; bytes: Uint8Array; code: string; message: string }[] = [
    {
      name: "a link",
      bytes: tarArchive(tarBlock({ name: "a", typeFlag: "2" })),
      code: "WASI_TAR_INVALID",
      message: 'Cannot mount the tar archive, byte 0: entries of type "2" are not known',
    },
    {
      name: "a path that leaves the folder",
      bytes: tarArchive(tarBlock({ name: "a/../../b" })),
      code: "WASI_TAR_INVALID",
      message: 'Cannot mount the tar archive, byte 0: "a/../../b" leaves the folder',
    },
    {
      name: "an archive that ends too early",
      bytes: archive.subarray(0, 1024),
      code: "WASI_TAR_INVALID",
      message: "Cannot mount the tar archive, byte 512: an entry is longer than the archive",
    },
    {
      name: "an archive without its end mark",
      bytes: archive.subarray(0, 512),
      code: "WASI_TAR_INVALID",
      message: "Cannot mount the tar archive, byte 512: it ends before its end mark",
    },
  ];
  for (const { name, bytes, code, message } of bad) {
    test(`refuses ${name}`, () => assert.throws(() => mountTar(bytes), { code, message }));
  }
});

describe("OverlayFolder", () => {
  const overlay = (): { top: MemoryFolder; folder: OverlayFolder } => {
    const top = new MemoryFolder();
    write(top, "own.c", "own");
    const project = mountFiles([
      ["src/a.c", encode("a")],
      ["own.c", encode("hidden")],
    ]);
    const generated = mountFiles([
      ["src/gen.c", encode("gen")],
      ["src/a.c", encode("not seen")],
      ["lib/l.c", encode("l")],
    ]);
    return { top, folder: new OverlayFolder(top, project, generated) };
  };

  test("shows all layers, the first that has a name first", () => {
    const { folder } = overlay();
    assert.deepEqual(list(folder), ["./", "../", "own.c", "src/", "lib/"]);
    assert.deepEqual(list(folder.find("src") as FolderNode), ["./", "../", "a.c", "gen.c"]);
    assert.deepEqual(
      ["own.c", "src/a.c", "src/gen.c", "lib/l.c"].map((path) => read(folder, path)),
      ["own", "a", "gen", "l"],
    );
  });

  test("writes to the first layer alone", () => {
    const { top, folder } = overlay();
    assert.equal(write(folder, "src/new.o", "new"), "SUCCESS");
    assert.equal(read(folder, "src/new.o"), "new");
    assert.equal(decode(top.read("src/new.o") ?? encode("none")), "new");
    assert.equal(write(folder, "src/a.c", "changed"), "ROFS");
    assert.equal(named(new OpenFolder(folder).path_unlink_file("src/a.c")), "ROFS");
    assert.equal(named(new OpenFolder(folder).path_unlink_file("src/new.o")), "SUCCESS");
    assert.deepEqual(list(folder.find("src") as FolderNode), ["./", "../", "a.c", "gen.c"]);
  });

  test("gives a file the same number every time", () => {
    const opened = new OpenFolder(overlay().folder);
    const numbers = ["src", "src/gen.c"].map((path) =>
      [1, 2].map(() => opened.path_filestat_get(0, path).filestat?.ino),
    );
    for (const [first, second] of numbers) assert.equal(first, second);
  });
});

describe("OutsideFolder", () => {
  const files: Readonly<Record<string, string>> = { "/home/a.c": "int a;" };

  test("looks only where the module looks, and once", () => {
    const asked: string[] = [];
    const disk: OutsideFiles = {
      find(path) {
        asked.push(`find ${path}`);
        if (path === "/home") return { kind: "folder" };
        return path in files ? { kind: "file", size: files[path]?.length ?? 0 } : undefined;
      },
      names: (path) => (path === "/home" ? ["a.c"] : ["home"]),
      read(path) {
        asked.push(`read ${path}`);
        return encode(files[path] ?? "");
      },
    };
    const folder = new OutsideFolder(disk, "");
    assert.deepEqual(asked, []);
    assert.equal(read(folder, "home/a.c"), "int a;");
    assert.equal(read(folder, "home/a.c"), "int a;");
    assert.equal(read(folder, "home/b.c"), "NOENT");
    assert.deepEqual(asked, ["find /home", "find /home/a.c", "read /home/a.c", "find /home/b.c"]);
    assert.deepEqual(list(folder), ["./", "../", "home/"]);
  });
});
