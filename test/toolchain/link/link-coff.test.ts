import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { archiveMembers } from "../../../src/core/object/archive-members.ts";
import { WINDOWS_TARGETS } from "../../../src/core/targets/windows.ts";
import { linkObjects } from "../../../src/toolchain/link/link-objects.ts";
import type { LinkRun } from "../../../src/toolchain/link/link-run.ts";
import { encode, FakeWorkers, fakePorts } from "../fake-workers.ts";
import { readSysrootFiles } from "../sysroot/sysroot-files.ts";

const SYSROOT = new Map([...readSysrootFiles("libc/"), ...readSysrootFiles("rt/")]);
const [AMD64, ARM64, X86] = WINDOWS_TARGETS;

const RUN: LinkRun = {
  target: AMD64!,
  floor: "10.0",
  output: "library",
  fileName: "hello.dll",
  items: [
    { kind: "object", name: "a.o", bytes: encode("object") },
    { kind: "word", word: "-lm" },
    { kind: "word", word: "-lstdc++" },
    { kind: "word", word: "/project/hello.def" },
  ],
  isStripped: true,
};

async function link(run: Partial<LinkRun>, said = "") {
  const workers = new FakeWorkers(undefined, () => (said === "" ? {} : { exitCode: 1, messages: said }));
  const result = await linkObjects({ ...RUN, ...run }, { ...fakePorts(workers), sysroot: SYSROOT });
  return { result, workers, tool: workers.tools[0] };
}

describe("linkObjects() for Windows", () => {
  test("links a DLL: its start, what is given, helpers, and the system's libraries", async () => {
    const { tool, workers } = await link({});
    assert.equal(tool?.tool, "ld.lld");
    assert.deepEqual(tool?.arguments, [
      "-m",
      "i386pep",
      "--no-insert-timestamp",
      "--gc-sections",
      "--disable-runtime-pseudo-reloc",
      "--kill-at",
      "-s",
      "-shared",
      "-o",
      "/.packwheel/output/hello.dll",
      "-L/.packwheel/input/lib",
      "/.packwheel/input/dllcrt2.o",
      "/.packwheel/input/0/a.o",
      "-lm",
      "/project/hello.def",
      "/.packwheel/input/libmingwex.a",
      "-lucrt",
      "-lkernel32",
      "-ladvapi32",
      "-lshell32",
      "-luser32",
    ]);
    assert.deepEqual(
      workers.sources.map(({ source }) => source),
      ["rt/windows/library-start.c"],
    );
  });

  test("links a program", async () => {
    const { tool, workers } = await link({ target: X86!, output: "program", fileName: "hello.exe", isStripped: false });
    const words = tool?.arguments.join(" ") ?? "";
    assert.match(words, /^-m i386pe .*\/crt2\.o/);
    assert.doesNotMatch(words, /-shared| -s /);
    assert.equal(workers.sources[0]?.source, "rt/windows/program-start.c");
  });

  test("leaves out start and libraries when told so", async () => {
    const { tool } = await link({ withoutStart: true, withoutLibraries: true });
    assert.deepEqual([...(tool?.input.keys() ?? [])], ["0/a.o"]);
  });

  for (const [target, symbol] of [
    [AMD64, "\0CreateFileA\0__imp_CreateFileA\0"],
    [ARM64, "\0CreateFileA\0__imp_CreateFileA\0"],
    [X86, "\0_CreateFileA@28\0__imp__CreateFileA@28\0"],
  ] as const) {
    test(`gives the linker of ${target?.name} libraries of what the system exports`, async () => {
      const { tool } = await link({ target: target! });
      const [index] = archiveMembers(tool?.input.get("lib/libkernel32.a") ?? new Uint8Array(0)) ?? [];
      assert.ok(new TextDecoder("latin1").decode(index).includes(symbol));
      const [names] = archiveMembers(tool?.input.get("lib/libucrt.a") ?? new Uint8Array(0)) ?? [];
      const listed = new TextDecoder("latin1").decode(names);
      for (const name of ["memcpy", "access", "time", "_time64"]) {
        assert.ok(listed.includes(target === X86 ? `\0_${name}\0` : `\0${name}\0`), name);
      }
    });
  }

  const hints = [
    { said: "undefined symbol: WSAStartup", hint: '`WSAStartup` is in ws2_32.dll: name "ws2_32" in `libraries`' },
    {
      said: "undefined symbol: __imp_BCryptGenRandom",
      hint: '`BCryptGenRandom` is in bcrypt.dll: name "bcrypt" in `libraries`',
    },
    {
      said: "unable to find library -lpthread",
      hint: 'Windows has no library "pthread": name it for other systems alone',
    },
    { said: "undefined symbol: nothing_of_the_system", hint: undefined },
  ];
  for (const { said, hint } of hints) {
    test(`explains "${said}"`, async () => {
      const { result } = await link({}, `ld.lld: error: ${said}\n`);
      assert.deepEqual([result.bytes, result.hint], [undefined, hint]);
    });
  }

  test("explains names of x86", async () => {
    const { result } = await link({ target: X86! }, "ld.lld: error: undefined symbol: _WSAStartup@8\n");
    assert.equal(result.hint, '`WSAStartup` is in ws2_32.dll: name "ws2_32" in `libraries`');
  });

  test("refuses to join objects", async () => {
    await assert.rejects(link({ output: "relocatable", fileName: "all.o" }), {
      code: "NATIVE_KIND_UNSUPPORTED",
      message: 'Cannot join objects to "all.o" for windows-amd64: the linker makes DLLs and programs alone',
    });
  });

  test("refuses another floor than Windows 10", async () => {
    await assert.rejects(link({ floor: "6.1" }), {
      code: "TARGET_FLOOR_INVALID",
      message: 'Cannot build windows-amd64 for Windows "6.1": the oldest that packwheel knows is 10.0',
    });
  });
});
