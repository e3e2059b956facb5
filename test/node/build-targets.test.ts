import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, describe, test } from "node:test";
import { PackwheelError } from "../../src/core/errors.ts";
import { elfFormatOf } from "../../src/core/object/elf/elf-format.ts";
import { writeStubLibrary } from "../../src/core/object/elf/write-stub-library.ts";
import type { CCompiler, CompileJob } from "../../src/core/ports/compiler.ts";
import type { ReportEvent } from "../../src/core/ports/reporter.ts";
import { BUILD_TARGETS, findTargets } from "../../src/core/targets/build-target.ts";
import { buildTargets } from "../../src/node/build-targets.ts";

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function project(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), "packwheel-targets-"));
  folders.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const FILES = {
  "hello/__init__.py": "",
  "native/hello.c": "int hello(void) { return 1; }\n",
  "pyproject.toml": [
    "[project]",
    'name = "hello"',
    'version = "1.0"',
    "[[tool.packwheel.native]]",
    'kind = "ctypes"',
    'module = "hello._native"',
    'sources = ["native/*.c"]',
    "",
  ].join("\n"),
};

/** Makes libraries that need nothing: no code, no C library. */
function compiler(jobs: CompileJob[]): CCompiler {
  return {
    async compile(job) {
      jobs.push(job);
      const [target] = findTargets([job.target]);
      const format = elfFormatOf(target?.machine ?? "");
      assert.ok(format);
      return { bytes: writeStubLibrary(format, { soname: job.fileName, symbols: [] }), diagnostics: [], cached: false };
    },
  };
}

describe("buildTargets()", () => {
  test("builds the sdist once, and one wheel for glibc and musl when the code needs neither", async () => {
    const root = project(FILES);
    const jobs: CompileJob[] = [];
    const words = ["linux-x86_64,linux-aarch64", "musl-aarch64"];
    const result = await buildTargets(root, words, { native: { compiler: compiler(jobs) } });
    assert.deepEqual(
      result.targets.map(({ target, wheel, coveredBy }) => [target.name, wheel?.filename, coveredBy]),
      [
        ["linux-x86_64", WHEEL("x86_64"), undefined],
        ["linux-aarch64", WHEEL("aarch64"), undefined],
        ["musl-aarch64", undefined, "linux-aarch64"],
      ],
    );
    assert.deepEqual(
      jobs.map(({ target }) => target),
      ["x86_64-unknown-linux-gnu", "aarch64-unknown-linux-gnu"],
    );
    assert.equal(result.sdist?.filename, "hello-1.0.tar.gz");
    assert.deepEqual(
      readdirSync(join(root, "dist")).sort(),
      [WHEEL("aarch64"), WHEEL("x86_64"), "hello-1.0.tar.gz"].sort(),
    );
  });

  const WHEEL = (machine: string): string => {
    const tags = MANYLINUX[machine] ?? "";
    return `hello-1.0-py3-none-${tags}.musllinux_1_1_${machine}.whl`;
  };
  const MANYLINUX: Readonly<Record<string, string>> = {
    x86_64: "manylinux1_x86_64.manylinux_2_5_x86_64",
    aarch64: "manylinux2014_aarch64.manylinux_2_17_aarch64",
  };

  test("builds a project of Python alone once", async () => {
    const root = project({ ...FILES, "pyproject.toml": '[project]\nname = "hello"\nversion = "1.0"\n' });
    const result = await buildTargets(root, ["all"], { native: { compiler: compiler([]) } });
    assert.deepEqual(
      result.targets.map(({ wheel }) => wheel?.filename),
      ["hello-1.0-py3-none-any.whl"],
    );
  });

  /** Refuses what is for one machine. */
  function refusing(machine: string): CCompiler {
    const all = compiler([]);
    return {
      async compile(job) {
        if (!job.target.startsWith(machine)) return all.compile(job);
        throw new PackwheelError("NATIVE_COMPILE_FAILED", 'Cannot compile native "hello"', { hint: "Mend it" });
      },
    };
  }

  test("leaves no file when one target fails, and says which", async () => {
    for (const [machine, words] of [
      ["aarch64", "linux-x86_64,linux-aarch64,linux-s390x"],
      // The first is built alone, before all others.
      ["x86_64", "linux-x86_64,linux-aarch64"],
    ] as const) {
      const root = project({ ...FILES, "dist/hello-1.0.tar.gz": "of an earlier build" });
      await assert.rejects(buildTargets(root, [words], { native: { compiler: refusing(machine) } }), {
        code: "NATIVE_COMPILE_FAILED",
        message: `linux-${machine}: Cannot compile native "hello"`,
        hint: "Mend it",
      });
      assert.deepEqual(readdirSync(join(root, "dist")), ["hello-1.0.tar.gz"]);
      assert.equal(readFileSync(join(root, "dist/hello-1.0.tar.gz"), "utf8"), "of an earlier build");
    }
  });

  test("goes on when told to, and keeps what the other targets gave", async () => {
    const root = project(FILES);
    const native = { compiler: refusing("x86_64") };
    const result = await buildTargets(root, ["linux-x86_64,linux-aarch64,musl-x86_64"], { native, keepGoing: true });
    assert.deepEqual(
      result.targets.map(({ target, wheel, failure }) => [target.name, wheel?.filename, failure?.message]),
      [
        ["linux-x86_64", undefined, 'linux-x86_64: Cannot compile native "hello"'],
        ["linux-aarch64", WHEEL("aarch64"), undefined],
        ["musl-x86_64", undefined, 'musl-x86_64: Cannot compile native "hello"'],
      ],
    );
    assert.deepEqual(readdirSync(join(root, "dist")).sort(), [WHEEL("aarch64"), "hello-1.0.tar.gz"].sort());
  });

  test("gives each wheel the platform tags that are for its target", async () => {
    const root = project(FILES);
    const platformTag = ["manylinux_2_28_x86_64", "musllinux_1_2_x86_64", "manylinux_2_31_aarch64"];
    const words = ["linux-x86_64,linux-aarch64,linux-s390x,musl-x86_64"];
    const result = await buildTargets(root, words, { native: { compiler: compiler([]) }, platformTag });
    assert.deepEqual(
      result.targets.map(({ wheel, coveredBy }) => wheel?.filename ?? coveredBy),
      [
        "hello-1.0-py3-none-manylinux_2_28_x86_64.whl",
        "hello-1.0-py3-none-manylinux_2_31_aarch64.whl",
        "hello-1.0-py3-none-manylinux2014_s390x.manylinux_2_17_s390x.musllinux_1_1_s390x.whl",
        "hello-1.0-py3-none-musllinux_1_2_x86_64.whl",
      ],
    );
    const unused = buildTargets(root, ["linux-aarch64"], { platformTag: ["manylinux_2_28_x86_64"] });
    await assert.rejects(unused, {
      code: "TARGET_TAG_UNUSED",
      message: 'Cannot give a wheel the platform tag "manylinux_2_28_x86_64": no target has it',
      hint: "Wheels are built for linux-aarch64",
    });
  });

  test("leaves out what a system cannot have, unless it is asked for by name", async () => {
    const linux = compiler([]);
    const forLinuxAlone: CCompiler = {
      async compile(job) {
        if (job.target.includes("linux")) return linux.compile(job);
        throw new PackwheelError("NATIVE_KIND_UNSUPPORTED", "Cannot link a program");
      },
    };
    const root = project(FILES);
    const result = await buildTargets(root, ["all,linux-x86_64"], { native: { compiler: forLinuxAlone } });
    const leftOut = result.targets.filter((each) => each.leftOut?.code === "NATIVE_KIND_UNSUPPORTED");
    assert.deepEqual(
      leftOut.map(({ target }) => target.name),
      BUILD_TARGETS.flatMap(({ name, system }) => (system === "linux" ? [] : [name])),
    );
    assert.equal(readdirSync(join(root, "dist")).length, 8);
    const named = buildTargets(root, ["all,windows-amd64"], { native: { compiler: forLinuxAlone } });
    await assert.rejects(named, { message: "windows-amd64: Cannot link a program" });
  });

  test("does not go on when the project itself is wrong", async () => {
    const root = project({ ...FILES, "pyproject.toml": "[project]\n" });
    const wrong = buildTargets(root, ["all"], { native: { compiler: compiler([]) }, keepGoing: true });
    await assert.rejects(wrong, { code: "PROJECT_INVALID" });
  });

  test("tells how many targets are done, and which are being built", async () => {
    const root = project(FILES);
    const events: ReportEvent[] = [];
    await buildTargets(root, ["linux-x86_64,linux-aarch64"], {
      native: { compiler: compiler([]) },
      reporter: { report: (event) => events.push(event) },
    });
    const seen = new Set(events.flatMap((event) => (event.kind === "progress" ? [JSON.stringify(event)] : [])));
    const at = (done: number, about: string): string =>
      JSON.stringify({ kind: "progress", done, total: 2, unit: "targets", about });
    assert.deepEqual([...seen], [at(0, "linux-x86_64"), at(1, ""), at(1, "linux-aarch64"), at(2, "")]);
    assert.ok(events.some((event) => event.kind === "phase" && event.text === "linux-x86_64: Reading pyproject.toml"));
  });

  test("refuses targets that there are not before anything is built", async () => {
    const root = project(FILES);
    await assert.rejects(buildTargets(root, ["linux-x86_64", "vax"]), { code: "TARGET_UNKNOWN" });
    assert.deepEqual(readdirSync(root).sort(), ["hello", "native", "pyproject.toml"]);
  });
});
