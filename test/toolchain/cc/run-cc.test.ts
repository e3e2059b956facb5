import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type CcResult, runCc } from "../../../src/toolchain/cc/run-cc.ts";
import { COMPILED, decode, encode, FakeWorkers, fakeDisk, fakePorts } from "../fake-workers.ts";

const DISK = {
  "/home/a.c": "int a;",
  "/home/src/b.c": "int b;",
  "/home/c.o": "object",
  "/home/words": "-DNAME=\"a b\" -c 'a.c' @more",
  "/home/more": "-Wall\\ x",
  "/home/loop": "@loop",
  "/home/a.h": "",
  "/home/exports.map": "{};",
  "/lib/libz.a": "!<arch>\n",
};

async function cc(
  line: string | readonly string[],
  workers = new FakeWorkers(),
  driver: "c" | "c++" = "c",
): Promise<CcResult> {
  const words = typeof line === "string" ? line.split(" ") : line;
  return runCc(words, driver, {
    workingDirectory: "/home",
    disk: fakeDisk(DISK),
    stdin: () => encode("int from_stdin;"),
    defaultTarget: "linux-x86_64",
    load: async () => fakePorts(workers),
    timestamp: 0,
    hasColors: false,
  });
}

const names = ({ files }: CcResult): string[] => files.map(({ path, isProgram }) => `${path}${isProgram ? "*" : ""}`);

describe("runCc()", () => {
  const outputs: readonly { line: string; files: readonly string[] }[] = [
    { line: "-c a.c", files: ["a.o"] },
    { line: "-c src/b.c", files: ["b.o"] },
    { line: "-c a.c src/b.c", files: ["a.o", "b.o"] },
    { line: "-c -o out/x.o a.c", files: ["out/x.o"] },
    { line: "-S a.c", files: ["a.s"] },
    { line: "-E a.c", files: [] },
    { line: "-E -o a.i a.c", files: ["a.i"] },
    { line: "-fsyntax-only a.c", files: [] },
    { line: "a.c", files: ["a.out*"] },
    { line: "-shared -o lib/libx.so a.c c.o", files: ["lib/libx.so*"] },
    { line: "-r -o all.o c.o", files: ["all.o"] },
    { line: "-c -MD src/b.c", files: ["b.d", "b.o"] },
    { line: "-c -MD -o out/x.o src/b.c", files: ["out/x.d", "out/x.o"] },
    { line: "-c -MMD -MF y.d a.c", files: ["y.d", "a.o"] },
    { line: "-M -o z.d a.c", files: ["z.d"] },
  ];
  for (const { line, files } of outputs) {
    test(`writes ${files.join(", ") || "nothing"} for ${line}`, async () => {
      const result = await cc(line);
      assert.deepEqual([result.exitCode, names(result), result.stderr], [0, files, ""]);
    });
  }

  test("hands clang what is for clang, and paths as they were written", async () => {
    const workers = new FakeWorkers();
    await cc("-O2 -Iinclude -DX=1 -Wall -c -x c++ a.c --target=aarch64-linux-gnu -Lq -Wl,-s", workers);
    const [run] = workers.sources;
    assert.deepEqual(
      [run?.source, run?.workingDirectory, run?.language, run?.target.name, run?.level, run?.output, run?.flags],
      ["a.c", "/home", "c++", "linux-aarch64", "2", "object", ["-O2", "-I", "include", "-D", "X=1", "-Wall"]],
    );
  });

  test("takes the oldest version of the C library from the target", async () => {
    const workers = new FakeWorkers();
    await cc("-c a.c --target=aarch64-linux-gnu.2.28", workers);
    assert.deepEqual([workers.sources[0]?.target.name, workers.sources[0]?.floor], ["linux-aarch64", "2.28"]);
    await assert.rejects(cc("-c a.c --target=linux-aarch64.2.5"), {
      code: "TARGET_FLOOR_INVALID",
      message: 'Cannot build linux-aarch64 for glibc "2.5": the oldest is 2.17',
    });
  });

  test("hands the linker files and words in their order, paths made absolute", async () => {
    const workers = new FakeWorkers();
    await cc(
      "-shared a.c -L. -lz c.o ../lib/libz.a -Wl,--version-script=exports.map,-Map=out.map,--as-needed -o x.so",
      workers,
    );
    const words = workers.tools[0]?.arguments ?? [];
    const own = words.slice(words.findIndex((word) => word.endsWith("/0/a.o")));
    assert.deepEqual(own.slice(1, own.indexOf("-lc")), [
      ...["-L/home", "-lz", "/home/c.o", "/lib/libz.a", "--version-script=/home/exports.map"],
      ...["-Map=/.packwheel/output/other-0", "--as-needed", "--as-needed"],
    ]);
    assert.ok(!words.includes("defs"), "a library that is not told so may leave symbols to the loader");
  });

  test("links programs with their start, and -nostartfiles without", async () => {
    const workers = new FakeWorkers();
    await cc("a.c", workers);
    await cc("a.c -nostartfiles", workers);
    const starts = workers.tools.map((run) => run.arguments.includes("/.packwheel/input/rt/start.o"));
    assert.deepEqual(starts, [true, false]);
  });

  test("reads words of files, and standard input", async () => {
    const workers = new FakeWorkers();
    await cc("@words", workers);
    await cc("-x c -E -", workers);
    assert.deepEqual(workers.sources[0]?.flags, ["-D", "NAME=a b", "-Wall x"]);
    assert.equal(decode(workers.sources[1]?.stdin), "int from_stdin;");
  });

  test("writes rules for make", async () => {
    const workers = new FakeWorkers(() => ({ dependencies: ["src/a b.h", "x$.h", "a.c"] }));
    const result = await cc("-c -MD -MP a.c", workers);
    assert.equal(decode(result.files[0]?.bytes), "a.o: a.c \\\n  src/a\\ b.h \\\n  x$$.h\n\nsrc/a\\ b.h:\n\nx$$.h:\n");
    const printed = await cc(["-MM", "-MT", "x y", "a.c"], workers);
    assert.equal(decode(printed.stdout), "x y: a.c \\\n  src/a\\ b.h \\\n  x$$.h\n");
  });

  test("prints what was preprocessed", async () => {
    const result = await cc("-E a.c", new FakeWorkers(() => ({ bytes: encode("int a;\n") })));
    assert.equal(decode(result.stdout), "int a;\n");
  });

  test("writes nothing when a source is refused, and says all that clang said", async () => {
    const workers = new FakeWorkers(({ source }) => {
      const messages = `${source}: said\n`;
      return source === "a.c" ? { exitCode: 1, bytes: undefined, messages } : { messages };
    });
    const result = await cc("-c a.c src/b.c", workers);
    assert.deepEqual([result.exitCode, names(result), result.stderr], [1, [], "a.c: said\nsrc/b.c: said\n"]);
  });

  test("says what is missing when linking, and what can be done", async () => {
    const messages = "ld.lld: error: undefined symbol: strlcpy\n>>> referenced by /.packwheel/input/0/a.o:(f)\n";
    const workers = new FakeWorkers(undefined, () => ({ exitCode: 1, messages }));
    const result = await cc("a.c", workers);
    assert.equal(result.exitCode, 1);
    assert.equal(
      result.stderr,
      "ld.lld: error: undefined symbol: strlcpy\n>>> referenced by a.o:(f)\n" +
        "hint: `strlcpy` needs glibc 2.38, and linux-x86_64 is built for 2.17 and newer: " +
        "give the wheel the platform tag manylinux_2_38_x86_64, or do without `strlcpy`\n",
    );
  });

  test("tells findings and missing debug information with -v", async () => {
    const finding = { code: "X", severity: "warning", message: "something is left out" } as const;
    const workers = new FakeWorkers(() => ({ ...COMPILED, findings: [finding] }));
    assert.equal((await cc("-g -c a.c", workers)).stderr, "");
    const { stderr } = await cc("-v -g -c a.c", workers);
    assert.equal(stderr, "a.c: warning: something is left out\na.c: warning: debug information is not made\n");
  });

  const answers = [
    { line: "-dumpmachine", text: "x86_64-unknown-linux-gnu\n" },
    { line: "--target=musl-s390x -print-target-triple", text: "s390x-unknown-linux-musl\n" },
    { line: "-dumpversion", text: "22.1.0\n" },
    { line: "-print-file-name=libc.so", text: "libc.so\n" },
    { line: "-print-search-dirs", text: "programs: =\nlibraries: =\n" },
  ];
  for (const { line, text } of answers) {
    test(`answers ${line}`, async () => assert.equal(decode((await cc(line)).stdout), text));
  }

  test("calls itself clang, for build systems that look", async () => {
    assert.match(
      decode((await cc("--version")).stdout),
      /^clang version 22\.1\.0 .*\nTarget: x86_64-unknown-linux-gnu\n/,
    );
  });

  const refused = [
    { line: "-c", code: "CC_INVALID", message: "Cannot compile: no input files" },
    { line: "-c c.o", code: "CC_INVALID", message: "Cannot compile: no input files" },
    { line: "missing.c", code: "CC_INVALID", message: 'Cannot read "missing.c": there is no such file' },
    { line: "-c a.c src/b.c -o x.o", code: "CC_INVALID", message: 'Cannot write "x.o": 2 files would go there' },
    { line: "-c a.h", code: "CC_INVALID", message: 'Cannot compile "a.h": precompiled headers are not supported' },
    {
      line: "-static a.c",
      code: "CC_INVALID",
      message: "Cannot link statically: packwheel's C libraries hold no code",
    },
    { line: "@loop", code: "CC_INVALID", message: 'Cannot read "@loop": files of words name each other' },
    { line: "--target=linux a.c", code: "TARGET_UNKNOWN", message: 'Cannot compile for "linux": one target is needed' },
    { line: "--target=vax a.c", code: "TARGET_UNKNOWN", message: 'Cannot build for "vax": there is no such target' },
  ];
  for (const { line, code, message } of refused) {
    test(`refuses ${line}`, () => assert.rejects(cc(line), { code, message }));
  }
});
