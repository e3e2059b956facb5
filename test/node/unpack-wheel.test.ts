import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { PackwheelError } from "../../src/core/errors.ts";
import { unpackWheel } from "../../src/node/unpack-wheel.ts";
import {
  FILES,
  hashField,
  INFO,
  member,
  type SampleWheel,
  sampleWheel,
  WHEEL_TEXT,
} from "../core/wheel/sample-wheel.ts";

const NAME = "hello-1.0-py2.py3-none-any.whl";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "packwheel-unpack-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function writeWheel(sample: SampleWheel = {}, name = NAME): string {
  const path = join(folder, name);
  writeFileSync(path, sampleWheel(sample));
  return path;
}

function destination(): string {
  return join(folder, "out");
}

function unpack(path: string): Promise<string> {
  return unpackWheel(path, { destination: destination() });
}

/** Every file below a folder -> its text. */
function read(root: string): Record<string, string> {
  const found = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    found
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((path) => [path.slice(root.length + 1).replaceAll("\\", "/"), readFileSync(path, "utf8")]),
  );
}

describe("unpackWheel()", () => {
  test("writes every member into NAME-VERSION", async () => {
    const unpacked = await unpack(writeWheel());
    assert.equal(unpacked, join(destination(), "hello-1.0"));
    const { [`${INFO}/RECORD`]: record, ...rest } = read(unpacked);
    assert.deepEqual(rest, { ...FILES, [`${INFO}/WHEEL`]: WHEEL_TEXT });
    assert.match(record ?? "", /\/RECORD,,\n$/);
    assert.deepEqual(readdirSync(destination()), ["hello-1.0"]);
  });

  test("keeps permission bits whatever the umask, and gives nobody more", {
    skip: process.platform === "win32" && "Windows has no permission bits",
  }, async () => {
    const modes = {
      "hello/__init__.py": 0o100664,
      "hello/run.sh": 0o104777,
      "hello/big.txt": 0o100444,
      "hello/empty": 0o100000,
    };
    const old = process.umask(0o077);
    try {
      const unpacked = await unpack(writeWheel({ modes }));
      const mode = (path: string): number => statSync(join(unpacked, path)).mode & 0o7777;
      assert.equal(mode("hello/__init__.py"), 0o664);
      assert.equal(mode("hello/run.sh"), 0o777);
      assert.equal(mode("hello/big.txt"), 0o444);
      assert.equal(mode("hello/empty"), 0o400);
    } finally {
      process.umask(old);
    }
  });

  test("takes SHA-384 and SHA-512, and a signature without a row", async () => {
    const record = (text: string): string =>
      text
        .replace(/^hello\/__init__.py,.*$/m, `hello/__init__.py,${hashField("sha512", "x = 1\n")},6`)
        .replace(/^hello\/run.sh,.*$/m, `hello/run.sh,${hashField("sha384", "#!/bin/sh\n")},10`)
        .replace(/^.*RECORD\.jws.*\n/m, "");
    const unpacked = await unpack(writeWheel({ record, files: { ...FILES, [`${INFO}/RECORD.jws`]: "{}" } }));
    assert.equal(readFileSync(join(unpacked, INFO, "RECORD.jws"), "utf8"), "{}");
  });

  test("leaves other files of a folder that is there, and replaces those of the wheel", async () => {
    mkdirSync(join(destination(), "hello-1.0", "hello"), { recursive: true });
    writeFileSync(join(destination(), "hello-1.0", "hello", "__init__.py"), "old");
    writeFileSync(join(destination(), "hello-1.0", "mine.txt"), "mine");
    const found = read(await unpack(writeWheel()));
    assert.equal(found["hello/__init__.py"], "x = 1\n");
    assert.equal(found["mine.txt"], "mine");
  });

  test("changes nothing of a folder in which a file stands where a folder must be", async () => {
    mkdirSync(join(destination(), "hello-1.0"), { recursive: true });
    writeFileSync(join(destination(), "hello-1.0", INFO), "a file");
    const target = join(destination(), "hello-1.0", INFO);
    await assert.rejects(unpack(writeWheel()), {
      code: "WHEEL_UNPACK_CLASH",
      message: `Cannot unpack to "${target}": something else stands there`,
    });
    assert.deepEqual(read(destination()), { [`hello-1.0/${INFO}`]: "a file" });
    assert.deepEqual(readdirSync(destination()), ["hello-1.0"]);
  });

  test("changes nothing of a folder in which a folder stands where a file must be", async () => {
    const target = join(destination(), "hello-1.0", "hello", "__init__.py");
    mkdirSync(target, { recursive: true });
    await assert.rejects(unpack(writeWheel()), { code: "WHEEL_UNPACK_CLASH" });
    assert.deepEqual(read(destination()), {});
  });

  test("a file in the place of the folder is an error", async () => {
    mkdirSync(destination());
    writeFileSync(join(destination(), "hello-1.0"), "");
    await assert.rejects(unpack(writeWheel()), {
      code: "WHEEL_UNPACK_CLASH",
      message: `Cannot unpack to "${join(destination(), "hello-1.0")}": something else stands there`,
    });
  });

  test("a destination that cannot be made is an error that names it", async () => {
    writeFileSync(destination(), "");
    await assert.rejects(unpack(writeWheel()), {
      code: "OUTPUT_FAILED",
      message: `Cannot write "${join(destination(), "hello-1.0")}": a part of the path is a file, not a folder`,
    });
  });

  const evil = (name: string, mode = 0o100644): SampleWheel => ({
    members: (members) => [member(name, "x = 1\n", mode), ...members],
    record: (text) => `"${name}",${hashField("sha256", "x = 1\n")},6\n${text}`,
  });
  const bad: readonly [what: string, sample: SampleWheel, code: string, message: string | RegExp][] = [
    [
      "a member that is not what RECORD says",
      { record: (text) => text.replace(hashField("sha256", "groß\n"), hashField("sha256", "x")) },
      "WHEEL_HASH_MISMATCH",
      `"hello/größe 😀.txt" in "${NAME}" is not what RECORD says: ` +
        `found ${hashField("sha256", "groß\n")}, expected ${hashField("sha256", "x")}`,
    ],
    [
      "a member without a row",
      { record: (text) => text.replace(/^hello\/run.sh.*\n/m, "") },
      "WHEEL_HASH_MISSING",
      `Cannot verify "hello/run.sh" in "${NAME}": RECORD has no hash of it`,
    ],
    [
      "a row of two fields",
      { record: (text) => text.replace(/^hello\/run.sh.*\n/m, "hello/run.sh,10\n") },
      "WHEEL_HASH_MISSING",
      `Cannot verify "hello/run.sh" in "${NAME}": RECORD has no hash of it`,
    ],
    [
      "MD5",
      { record: (text) => text.replace(/^hello\/run.sh.*$/m, `hello/run.sh,${hashField("md5", "#!/bin/sh\n")},10`) },
      "WHEEL_HASH_MISSING",
      `Cannot verify "hello/run.sh" in "${NAME}": RECORD has only its md5`,
    ],
    ["no RECORD", { record: () => "" }, "WHEEL_INVALID", `Cannot unpack "${NAME}": it has no ${INFO}/RECORD`],
    ["a way out by ..", evil("../evil.py"), "ZIP_UNSAFE_PATH", /evil\.py/],
    ["an absolute path", evil("/tmp/evil.py"), "ZIP_UNSAFE_PATH", /evil\.py/],
    ["a drive letter", evil("C:/evil.py"), "ZIP_UNSAFE_PATH", /evil\.py/],
    ["a backslash", evil("..\\evil.py"), "ZIP_UNSAFE_PATH", /evil\.py/],
    ["a link", evil("hello/link", 0o120777), "ZIP_SYMLINK", /link/],
    ["a file that is a folder for another", evil("hello/__init__.py/x"), "ZIP_PATH_CONFLICT", /__init__\.py/],
    ["a name that comes twice", evil("hello/__init__.py"), "ZIP_DUPLICATE_NAME", /__init__\.py/],
  ];
  for (const [what, sample, code, message] of bad) {
    test(`refuses ${what}, and leaves nothing`, async () => {
      const path = writeWheel(sample);
      await assert.rejects(unpack(path), (error: unknown) => {
        assert.ok(error instanceof PackwheelError, String(error));
        assert.equal(error.code, code);
        if (typeof message === "string") assert.equal(error.message, message);
        else assert.match(error.message, message);
        return true;
      });
      assert.deepEqual(existsSync(destination()) ? readdirSync(destination()) : [], []);
      assert.deepEqual(
        readdirSync(folder).filter((name) => name !== "out"),
        [NAME],
      );
    });
  }

  test("a name that is none of a wheel's, and a file that is not there", async () => {
    await assert.rejects(unpack(writeWheel({}, "hello.whl")), {
      code: "WHEEL_FILENAME_INVALID",
      message: 'Cannot read the wheel name "hello.whl": it has 1 parts between dashes, not five or six',
    });
    const path = join(folder, NAME);
    await assert.rejects(unpack(path), {
      code: "FILE_MISSING",
      message: `Cannot read "${path}": there is no such file`,
    });
  });

  test("an abort leaves nothing", async () => {
    const path = writeWheel();
    await assert.rejects(unpackWheel(path, { destination: destination(), signal: AbortSignal.abort() }));
    assert.equal(existsSync(destination()) ? readdirSync(destination()).length : 0, 0);
  });
});

describe("unpackWheel(), when the process is ended in the middle", {
  skip: process.platform === "win32" && "needs signals",
}, () => {
  const SOURCE = fileURLToPath(new URL("../../src/node/unpack-wheel.ts", import.meta.url));

  /** A process that stops within the first member, its temporary folder on the disk. */
  async function startUnpacking(): Promise<{ readonly child: ChildProcess; readonly end: Promise<unknown> }> {
    const script = `
      import { unpackWheel } from ${JSON.stringify(SOURCE)};
      const reporter = { report: ({ kind }) => {
        if (kind !== "progress") return;
        console.log("writing");
        setInterval(() => {}, 1000);
      } };
      const { nativeEngine } = await import(${JSON.stringify(SOURCE.replace("unpack-wheel", "native-engine"))});
      const real = nativeEngine();
      const engine = { ...real, name: real.name, createSha256: () => real.createSha256(),
        async *decode(members, options) {
          let count = 0;
          for await (const part of real.decode(members, options)) {
            yield part;
            if (members[0]?.path.endsWith("RECORD")) continue;
            if (++count === 2) await new Promise(() => {});
          }
        } };
      await unpackWheel(${JSON.stringify(writeWheel())}, { destination: ${JSON.stringify(destination())}, reporter, engine });
    `;
    const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
      cwd: fileURLToPath(new URL("../..", import.meta.url)),
      stdio: ["ignore", "pipe", "inherit"],
    });
    const end = new Promise((done) => child.on("exit", (code, signal) => done(signal ?? code)));
    await new Promise<void>((done, fail) => {
      child.stdout?.once("data", () => done());
      child.on("exit", () => fail(new Error("it ended before it began to write")));
    });
    return { child, end };
  }

  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    test(`${signal} removes what was written`, async () => {
      const { child, end } = await startUnpacking();
      assert.equal(readdirSync(destination()).length, 1);
      child.kill(signal);
      assert.equal(await end, signal);
      assert.deepEqual(readdirSync(destination()), []);
    });
  }

  test("SIGKILL leaves no NAME-VERSION, and a later run removes the rest", async () => {
    const { child, end } = await startUnpacking();
    child.kill("SIGKILL");
    assert.equal(await end, "SIGKILL");
    const [left = "", ...others] = readdirSync(destination());
    assert.deepEqual(others, []);
    assert.match(left, /^\.hello-1\.0\.packwheel-\d+-[0-9a-f]{12}\.tmp$/);
    const old = Date.now() / 1000 - 2 * 3600;
    utimesSync(join(destination(), left), old, old);
    await unpack(writeWheel());
    assert.deepEqual(readdirSync(destination()), ["hello-1.0"]);
  });
});
