/**
 * Libraries and programs of the WASM compiler for every Linux target: which versions of which libraries they need, by
 * readelf, and whether they run. glibc and musl are Debian's for each machine, by qemu where needed.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { parseElf } from "../../src/core/object/elf/parse.ts";
import { type BuildTarget, findTargets } from "../../src/core/targets/build-target.ts";
import { LINUX_TARGETS } from "../../src/core/targets/linux.ts";
import { linkObjects } from "../../src/toolchain/link/link-objects.ts";
import type { LinkPorts, LinkResult } from "../../src/toolchain/link/link-run.ts";
import { PLACES } from "../../src/toolchain/toolchain.ts";
import { findMuslLoader, MUSL_LOADERS } from "./chain/musl-loaders.ts";
import { CROSS_TOOLS } from "./cross-tools.ts";
import { findProgram, findPythons, requireJudge } from "./judge.ts";
import { READELF_OPTIONS, readReport, summarize } from "./readelf-report.ts";
import { loadToolchain } from "./toolchain.ts";

const SOURCE = readFileSync(new URL("runtime/whole-program.c", import.meta.url));
const MUSL_LOADER = "/usr/lib/x86_64-linux-musl/libc.so";

/** What the library needs at the floor of its target. */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  "linux-x86_64": [
    "ld-linux-x86-64.so.2 GLIBC_2.3",
    "libc.so.6 GLIBC_2.2.5",
    "libdl.so.2 GLIBC_2.2.5",
    "libm.so.6 GLIBC_2.2.5",
    "libpthread.so.0 GLIBC_2.2.5",
    "librt.so.1 GLIBC_2.2.5",
    "libutil.so.1 GLIBC_2.2.5",
  ],
  "linux-aarch64": [
    "libc.so.6 GLIBC_2.17",
    "libdl.so.2 GLIBC_2.17",
    "libm.so.6 GLIBC_2.17",
    "libpthread.so.0 GLIBC_2.17",
    "librt.so.1 GLIBC_2.17",
    "libutil.so.1 GLIBC_2.17",
  ],
  "linux-i686": [
    "ld-linux.so.2 GLIBC_2.3",
    "libc.so.6 GLIBC_2.0 GLIBC_2.1.3",
    "libdl.so.2 GLIBC_2.0",
    "libm.so.6 GLIBC_2.0",
    "libpthread.so.0 GLIBC_2.0 GLIBC_2.1",
    "librt.so.1 GLIBC_2.2",
    "libutil.so.1 GLIBC_2.0",
  ],
  "linux-armv7l": [
    "ld-linux-armhf.so.3 GLIBC_2.4",
    "libc.so.6 GLIBC_2.4",
    "libdl.so.2 GLIBC_2.4",
    "libm.so.6 GLIBC_2.4",
    "libpthread.so.0 GLIBC_2.4",
    "librt.so.1 GLIBC_2.4",
    "libutil.so.1 GLIBC_2.4",
  ],
  "linux-ppc64le": [
    "ld64.so.2 GLIBC_2.17",
    "libc.so.6 GLIBC_2.17",
    "libdl.so.2 GLIBC_2.17",
    "libm.so.6 GLIBC_2.17",
    "libpthread.so.0 GLIBC_2.17",
    "librt.so.1 GLIBC_2.17",
    "libutil.so.1 GLIBC_2.17",
  ],
  "linux-s390x": [
    "ld64.so.1 GLIBC_2.3",
    "libc.so.6 GLIBC_2.2 GLIBC_2.4",
    "libdl.so.2 GLIBC_2.2",
    "libm.so.6 GLIBC_2.2",
    "libpthread.so.0 GLIBC_2.2",
    "librt.so.1 GLIBC_2.2",
    "libutil.so.1 GLIBC_2.2",
  ],
  "linux-riscv64": [
    "ld-linux-riscv64-lp64d.so.1 GLIBC_2.27",
    "libc.so.6 GLIBC_2.27",
    "libdl.so.2 GLIBC_2.27",
    "libm.so.6 GLIBC_2.27",
    "libpthread.so.0 GLIBC_2.27",
    "librt.so.1 GLIBC_2.27",
    "libutil.so.1 GLIBC_2.27",
  ],
};
const MUSL_NAMES: Readonly<Record<string, string>> = { i686: "x86", armv7l: "armv7" };
const OUTPUT = "7 5 1 125000000000 3160320 7.389 7 0 last\nthe end\n";

const folder = mkdtempSync(join(tmpdir(), "packwheel-link-"));
after(() => rmSync(folder, { recursive: true, force: true }));

let ports: LinkPorts;
before(async () => {
  ports = await loadToolchain([["whole-program.c", SOURCE]]);
});

async function link(
  target: BuildTarget,
  output: "library" | "program",
  floor = target.defaultFloor,
  source = "whole-program.c",
): Promise<LinkResult> {
  const flags = ["-O2", ...(output === "program" ? ["-DPROGRAM"] : [])];
  const workingDirectory = PLACES.project;
  const compiled = await ports.workers.compile({
    target,
    floor,
    language: "c",
    source,
    workingDirectory,
    output: "object",
    flags,
    level: "2",
    timestamp: 0,
  });
  assert.ok(compiled.bytes !== undefined, compiled.messages);
  const items = [
    { kind: "object", name: "whole-program.o", bytes: compiled.bytes },
    ...["-lm", "-lpthread", "-ldl", "-lrt", "-lutil"].map((word) => ({ kind: "word", word }) as const),
  ] as const;
  const words = { kind: "word", word: "--as-needed" } as const;
  return linkObjects({ target, floor, output, fileName: "result", items: [words, ...items], isStripped: false }, ports);
}

async function linked(target: BuildTarget, output: "library" | "program", floor?: string): Promise<string> {
  const { bytes, messages } = await link(target, output, floor);
  assert.equal(messages, "");
  assert.ok(bytes !== undefined);
  const path = join(folder, `${target.name}-${output}-${floor ?? ""}`);
  writeFileSync(path, bytes, { mode: 0o755 });
  return path;
}

function runProgram(words: readonly string[]): string {
  const [program = "", ...others] = words;
  const result = spawnSync(program, others, { encoding: "utf8", timeout: 60_000 });
  assert.equal(result.status, 0, `${words.join(" ")}: ${result.error?.message ?? result.signal ?? ""}${result.stderr}`);
  return result.stdout;
}

describe("a library of the WASM compiler", () => {
  for (const target of LINUX_TARGETS) {
    test(`needs for ${target.name} what its floor has, and no more`, async (t) => {
      const path = await linked(target, "library");
      const file = parseElf(readFileSync(path));
      const musl = `libc.musl-${MUSL_NAMES[target.machine] ?? target.machine}.so.1`;
      const expected = target.libc === "musl" ? [musl] : (NEEDS[target.name] ?? []);
      const versions = file.versionNeeds.map(({ library, versions }) =>
        [library, ...versions.map(({ name }) => name).sort()].join(" "),
      );
      assert.deepEqual(target.libc === "musl" ? [...file.needed] : versions.sort(), expected);
      assert.deepEqual(
        [...file.needed].sort(),
        expected.map((line) => line.split(" ")[0]),
      );
      assert.deepEqual(file.exports.map(({ name }) => name).sort(), ["divide", "line", "run", "scale"]);
      const readelf = findProgram("readelf");
      if (!requireJudge(t, readelf !== undefined, "readelf (binutils)")) return;
      const options = { encoding: "utf8", env: { ...process.env, LC_ALL: "C" } } as const;
      assert.deepEqual(
        readReport(spawnSync(readelf ?? "", [...READELF_OPTIONS, path], options).stdout),
        summarize(file),
      );
    });
  }

  test("calls what it registered when it is closed", async (t) => {
    const python = process.arch === "x64" && process.platform === "linux" ? findPythons().at(-1) : undefined;
    if (!requireJudge(t, python !== undefined, "Python on x86-64 Linux")) return;
    const path = await linked(findTargets(["linux-x86_64"])[0]!, "library");
    const code = `
import ctypes, os, _ctypes
library = ctypes.CDLL(${JSON.stringify(path)})
arguments = (ctypes.c_char_p * 2)(b"python", b"last")
assert library.run(2, arguments) == 0
ctypes.CDLL(None).fflush(None)
_ctypes.dlclose(library._handle)
ctypes.CDLL(None).fflush(None)
os.write(1, b"closed\\n")
`;
    assert.equal(runProgram([python?.path ?? "", "-c", code]), `${OUTPUT}closed\n`);
  });

  test("cannot be linked with what its floor has not", async () => {
    ports = await loadToolchain([
      ["whole-program.c", SOURCE],
      [
        "new.c",
        new TextEncoder().encode(
          "int getrandom(void *, __SIZE_TYPE__, unsigned); int f(void *p) { return getrandom(p, 8, 0); }",
        ),
      ],
    ]);
    const target = findTargets(["linux-x86_64"])[0]!;
    const refused = await link(target, "library", "2.17", "new.c");
    assert.equal(refused.bytes, undefined);
    assert.match(refused.messages, /undefined symbol: getrandom\n>>> referenced by .*new\.c/);
    assert.match(refused.hint ?? "", /`getrandom` needs glibc 2\.25, and linux-x86_64 is built for 2\.17 and newer/);
    assert.ok((await link(target, "library", "2.25", "new.c")).bytes !== undefined);
  });
});

describe("a program of the WASM compiler", () => {
  for (const tools of CROSS_TOOLS) {
    const target = findTargets([`linux-${tools.machine}`])[0]!;
    const qemu = tools.qemu === undefined ? undefined : findProgram(tools.qemu);
    const here = tools.qemu === undefined && process.arch === "x64";
    // Before 2.34 a program runs its constructors itself, and functions are in libraries of their own.
    for (const floor of [target.defaultFloor, "2.34"]) {
      test(`runs on ${tools.machine} when built for glibc ${floor}`, async (t) => {
        const root = here ? "" : `/usr/${tools.prefix}`;
        const found = (here || qemu !== undefined) && existsSync(`${root}${target.interpreter}`);
        if (!requireJudge(t, found, `glibc for ${tools.machine} and ${tools.qemu ?? ""}`)) return;
        const path = await linked(target, "program", floor);
        assert.equal(runProgram(here ? [path, "last"] : [qemu ?? "", "-L", root, path, "last"]), OUTPUT);
      });
    }
  }

  for (const floor of ["1.1", "1.2"]) {
    test(`runs on x86_64 when built for musl ${floor}`, async (t) => {
      if (!requireJudge(t, process.arch === "x64" && existsSync(MUSL_LOADER), "musl for x86-64")) return;
      const path = await linked(findTargets(["musl-x86_64"])[0]!, "program", floor);
      assert.equal(runProgram([MUSL_LOADER, path, "last"]), OUTPUT);
    });
  }

  for (const { machine, qemu: emulator } of CROSS_TOOLS) {
    const known = MUSL_LOADERS[machine];
    if (emulator === undefined || known === undefined) continue;
    const target = findTargets([`musl-${machine}`])[0]!;
    test(`runs on ${machine} when built for musl ${target.defaultFloor}`, async (t) => {
      const qemu = findProgram(emulator);
      const loader = await findMuslLoader(machine);
      if (loader === undefined && known.isUnstable) return t.skip("Debian has gone on to another version of musl");
      const found = qemu !== undefined && loader !== undefined;
      if (!requireJudge(t, found, `musl for ${machine} and ${emulator}`)) return;
      const path = await linked(target, "program");
      assert.equal(runProgram([qemu ?? "", loader ?? "", path, "last"]), OUTPUT);
    });
  }
});
