import assert from "node:assert/strict";
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, beforeEach, describe, test } from "node:test";
import { PackwheelError } from "../../src/core/errors.ts";
import { atomicWriteFile, diskFolder } from "../../src/node/disk-output.ts";

const windows = process.platform === "win32";
const scratch = mkdtempSync(join(tmpdir(), "packwheel-output-"));
after(() => rmSync(scratch, { recursive: true, force: true }));

let folder = "";
let folders = 0;
beforeEach(() => {
  folder = join(scratch, `dist-${folders++}`);
});

/** Bytes that tell their place. */
function pattern(length: number, seed = 1): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let index = 0; index < length; index++) bytes[index] = (index * 31 + (index >>> 8) * seed) & 255;
  return bytes;
}

describe("diskFolder()", () => {
  test("shows a file under its name only after commit", async () => {
    const output = await diskFolder(folder).create("a.whl");
    await output.write(Buffer.from("hello "));
    await output.write(Buffer.from("world"));
    assert.deepEqual(
      readdirSync(folder).filter((name) => !/^\.a\.whl\.packwheel-\d+-[0-9a-f]{12}\.tmp$/.test(name)),
      [],
    );
    await output.commit();
    assert.deepEqual(readdirSync(folder), ["a.whl"]);
    assert.equal(readFileSync(join(folder, "a.whl"), "utf8"), "hello world");
  });

  test("replaces a file that is there", async () => {
    await atomicWriteFile(join(folder, "a.whl"), "old");
    await atomicWriteFile(join(folder, "a.whl"), "new");
    assert.equal(readFileSync(join(folder, "a.whl"), "utf8"), "new");
  });

  test("keeps the old file and leaves nothing behind after discard", async () => {
    await atomicWriteFile(join(folder, "a.whl"), "old");
    const output = await diskFolder(folder).create("a.whl");
    await output.write(pattern(3_000_000));
    await output.discard();
    await output.discard();
    assert.deepEqual(readdirSync(folder), ["a.whl"]);
    assert.equal(readFileSync(join(folder, "a.whl"), "utf8"), "old");
  });

  test("writes pieces of every size in order, and lets the caller reuse their memory", async () => {
    const sizes = [1, 70_000, 65_536, 3, 1_048_576, 5, 1_048_575, 2_500_000, 300_000, 900_000, 17];
    const expected: Uint8Array[] = [];
    const output = await diskFolder(folder).create("a.bin");
    for (const [index, size] of sizes.entries()) {
      const piece = pattern(size, index + 1);
      expected.push(piece.slice());
      await output.write(piece);
      piece.fill(0xee);
    }
    await output.commit();
    assert.ok(readFileSync(join(folder, "a.bin")).equals(Buffer.concat(expected)));
  });

  test("patches and reads back bytes in the buffer, on the disk, and across both", async () => {
    const output = await diskFolder(folder).create("a.bin");
    const expected = pattern(2_200_000);
    for (let offset = 0; offset < expected.length; offset += 10_000) {
      await output.write(expected.subarray(offset, offset + 10_000));
    }
    for (const [offset, length] of [
      [0, 4],
      [65_530, 12],
      [1_114_100, 20],
      [2_199_990, 10],
      [100, 2_199_900],
    ] as const) {
      const patch = pattern(length, 7);
      expected.set(patch, offset);
      await output.patch(offset, patch);
      assert.ok(Buffer.from((await output.read?.(offset, length)) ?? []).equals(patch));
    }
    await output.write(Buffer.from("end"));
    await output.commit();
    assert.ok(readFileSync(join(folder, "a.bin")).equals(Buffer.concat([expected, Buffer.from("end")])));
  });

  test("refuses to patch or read what was not written", async () => {
    const output = await diskFolder(folder).create("a.bin");
    await output.write(pattern(10));
    const message = `Cannot patch 4 bytes at byte 8 of "${join(folder, "a.bin")}": only 10 bytes were written`;
    await assert.rejects(output.patch(8, pattern(4)), { code: "OUTPUT_FAILED", message });
    await assert.rejects(output.patch(-1, pattern(1)), { code: "OUTPUT_FAILED" });
    await assert.rejects(async () => output.read?.(0, 11), { code: "OUTPUT_FAILED" });
    await output.discard();
  });

  test("refuses to write after the end", async () => {
    const output = await diskFolder(folder).create("a.bin");
    await output.commit();
    assert.throws(() => output.write(pattern(1)), { code: "OUTPUT_FAILED", message: /the file is closed$/ });
    await assert.rejects(output.commit(), { code: "OUTPUT_FAILED" });
    await output.discard();
    assert.deepEqual(readdirSync(folder), ["a.bin"]);
  });

  for (const name of ["", ".", "..", "a/b", "a\\b", "/a", "a\0"]) {
    test(`refuses the name ${JSON.stringify(name)}`, async () => {
      await assert.rejects(diskFolder(folder).create(name), {
        code: "OUTPUT_FAILED",
        message: /not a bare file name$/,
      });
    });
  }

  test("takes names of 255 bytes", async () => {
    const name = `${"é".repeat(125)}.whl`;
    await atomicWriteFile(join(folder, name), "x");
    assert.equal(readdirSync(folder).length, 1);
  });

  test("says that a part of the path is a file", async () => {
    await atomicWriteFile(folder, "a file");
    await assert.rejects(diskFolder(join(folder, "dist")).create("a.whl"), {
      code: "OUTPUT_FAILED",
      message: `Cannot write "${join(folder, "dist", "a.whl")}": a part of the path is a file, not a folder`,
    });
  });

  test("makes the folders on the way", async () => {
    const deep = join(folder, "a", "b", "c");
    await atomicWriteFile(join(deep, "x.txt"), "x");
    assert.deepEqual(readdirSync(deep), ["x.txt"]);
  });

  test("ends where a file system takes no new folders", { skip: !existsSync("/proc/self") && "no /proc" }, async () => {
    await assert.rejects(diskFolder("/proc/packwheel/a").create("x"), { code: "OUTPUT_FAILED" });
  });

  test("says that a folder has the name, and leaves no temporary file", {
    skip: windows && "another error",
  }, async () => {
    mkdirSync(join(folder, "a.whl"), { recursive: true });
    await assert.rejects(atomicWriteFile(join(folder, "a.whl"), "x"), {
      code: "OUTPUT_FAILED",
      message: `Cannot write "${join(folder, "a.whl")}": a folder has that name`,
    });
    assert.deepEqual(readdirSync(folder), ["a.whl"]);
  });

  test("removes what dead processes left an hour ago, and nothing else", {
    skip: windows && "process ids differ",
  }, async () => {
    const dead = execFileSync(process.execPath, ["-p", "process.pid"], { encoding: "utf8" }).trim();
    const names = {
      stale: `.a.whl.packwheel-${dead}-0123456789ab.tmp`,
      young: `.b.whl.packwheel-${dead}-0123456789ab.tmp`,
      alive: `.c.whl.packwheel-${process.pid}-0123456789ab.tmp`,
      foreign: `.d.whl.${dead}-0123456789ab.tmp`,
    };
    mkdirSync(folder, { recursive: true });
    for (const [kind, name] of Object.entries(names)) {
      writeFileSync(join(folder, name), "");
      const hours = kind === "young" ? 0.5 : 2;
      const time = Date.now() / 1000 - hours * 3600;
      utimesSync(join(folder, name), time, time);
    }
    await atomicWriteFile(join(folder, "z.whl"), "x");
    assert.deepEqual(readdirSync(folder).sort(), [names.young, names.alive, names.foreign, "z.whl"].sort());
  });
});

/** A process of its own that writes without end, and says when the first megabytes are on the disk. */
const ENDLESS = `
import { diskFolder } from "./src/node/disk-output.ts";
const output = await diskFolder(process.argv[1]).create("big.whl");
const piece = new Uint8Array(300_000).fill(65);
for (let turn = 0; ; turn++) {
  await output.write(piece);
  if (turn === 20) console.log("written");
  if (turn > 20) await new Promise((done) => setTimeout(done, 5));
}`;

function startEndless(program = ENDLESS): ChildProcess {
  return spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program, folder], {
    cwd: join(import.meta.dirname, "../.."),
    stdio: ["ignore", "pipe", "inherit"],
  });
}

async function untilWritten(child: ChildProcess): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once("data", () => resolve());
    child.once("exit", () => reject(new Error("the process ended too early")));
  });
}

function ended(child: ChildProcess): Promise<NodeJS.Signals | number | null> {
  return new Promise((resolve) => child.once("exit", (code, signal) => resolve(signal ?? code)));
}

describe("diskFolder(), when the process is ended in the middle of a write", { skip: windows && "no signals" }, () => {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    test(`${signal} ends it as ever, and removes the temporary file`, async () => {
      await atomicWriteFile(join(folder, "big.whl"), "old");
      const child = startEndless();
      await untilWritten(child);
      assert.equal(readdirSync(folder).length, 2);
      const end = ended(child);
      child.kill(signal);
      assert.equal(await end, signal);
      assert.deepEqual(readdirSync(folder), ["big.whl"]);
      assert.equal(readFileSync(join(folder, "big.whl"), "utf8"), "old");
    });
  }

  test("process.exit removes the temporary file", async () => {
    const child = startEndless(ENDLESS.replace('console.log("written")', "process.exit(3)"));
    assert.equal(await ended(child), 3);
    assert.deepEqual(readdirSync(folder), []);
  });

  test("SIGKILL leaves the old file as it was, and a later run removes the rest", async () => {
    await atomicWriteFile(join(folder, "big.whl"), "old");
    const child = startEndless();
    await untilWritten(child);
    const end = ended(child);
    child.kill("SIGKILL");
    assert.equal(await end, "SIGKILL");
    assert.equal(readFileSync(join(folder, "big.whl"), "utf8"), "old");
    const left = readdirSync(folder).filter((name) => name !== "big.whl");
    assert.equal(left.length, 1);
    const old = Date.now() / 1000 - 2 * 3600;
    utimesSync(join(folder, left[0] ?? ""), old, old);
    await atomicWriteFile(join(folder, "other.whl"), "x");
    assert.deepEqual(readdirSync(folder), ["big.whl", "other.whl"]);
  });

  test("a program that listens to SIGINT itself decides what happens", async () => {
    // The write that is under way when the output is discarded fails, before or after the program has ended.
    const child = startEndless(`
      process.on("uncaughtException", () => {});
      process.on("SIGINT", async () => { await output.discard(); process.exit(130); });
      ${ENDLESS}`);
    await untilWritten(child);
    const end = ended(child);
    child.kill("SIGINT");
    assert.equal(await end, 130);
    assert.deepEqual(readdirSync(folder), []);
  });
});

describe("diskFolder(), when the disk refuses", {
  skip: process.platform !== "linux" && "needs /dev/full or tmpfs",
}, () => {
  test("a full disk is an error with a hint, and leaves nothing", async (t) => {
    mkdirSync(folder);
    try {
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=4m", "tmpfs", folder], { stdio: "ignore" });
    } catch {
      t.skip("may not mount a small file system");
      return;
    }
    try {
      const output = await diskFolder(folder).create("big.whl");
      const writing = (async () => {
        for (let turn = 0; turn < 100; turn++) await output.write(pattern(200_000));
        await output.commit();
      })();
      await assert.rejects(writing, {
        code: "OUTPUT_FAILED",
        message: `Cannot write "${join(folder, "big.whl")}": the disk is full`,
        hint: "Free some space, or write to another disk",
      });
      await output.discard();
      assert.deepEqual(readdirSync(folder), []);
    } finally {
      execFileSync("umount", [folder]);
    }
  });

  test("a disk that fills at the very end fails the commit", async (t) => {
    mkdirSync(folder);
    try {
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", folder], { stdio: "ignore" });
    } catch {
      t.skip("may not mount a small file system");
      return;
    }
    try {
      await assert.rejects(atomicWriteFile(join(folder, "a.whl"), pattern(65_537)), { code: "OUTPUT_FAILED" });
      assert.deepEqual(readdirSync(folder), []);
    } finally {
      execFileSync("umount", [folder]);
    }
  });

  test("a limit on the size of files is an error, not the end of the process", () => {
    const program = `
      import { atomicWriteFile } from "./src/node/disk-output.ts";
      process.on("SIGXFSZ", () => {});
      await atomicWriteFile(process.argv[1] + "/big.whl", new Uint8Array(3_000_000)).catch((error) =>
        console.log(error.code, error.message));`;
    const command = `ulimit -f 1024; exec "$0" --import tsx --input-type=module -e "$1" "$2"`;
    const said = execFileSync("bash", ["-c", command, process.execPath, program, folder], {
      cwd: join(import.meta.dirname, "../.."),
      encoding: "utf8",
    });
    assert.equal(
      said,
      `OUTPUT_FAILED Cannot write "${join(folder, "big.whl")}": the file is larger than the system allows\n`,
    );
    assert.deepEqual(readdirSync(folder), []);
  });

  test("a folder that may not be written is an error with a hint", async (t) => {
    if (process.getuid?.() === 0) {
      t.skip("root may write anywhere");
      return;
    }
    mkdirSync(folder, { mode: 0o555 });
    const error = await atomicWriteFile(join(folder, "a.whl"), "x").catch((thrown: unknown) => thrown);
    assert.ok(error instanceof PackwheelError);
    assert.equal(error.code, "OUTPUT_FAILED");
    assert.ok(!existsSync(join(folder, "a.whl")));
  });
});
