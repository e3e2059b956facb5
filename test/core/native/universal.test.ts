import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { buildProject } from "../../../src/core/build/build-project.ts";
import { portableEngine } from "../../../src/core/engine/portable-engine.ts";
import { MemoryFolder } from "../../../src/core/memory/memory-folder.ts";
import { memoryTree } from "../../../src/core/memory/memory-tree.ts";
import { type HalfArtifact, mergeArtifacts } from "../../../src/core/native/universal.ts";
import { mergeMachO } from "../../../src/core/object/macho/merge.ts";
import type { CommandJob } from "../../../src/core/ports/command-runner.ts";
import { parseTarget } from "../../../src/core/tags/target.ts";
import { ARM64, buildVersion, makeMachO, X86_64 } from "../object/macho/macho-bytes.ts";

const INTEL = makeMachO({ cpuType: X86_64, cpuSubtype: 3, commands: [buildVersion(1, 0x000a0d00)] });
const ARM = makeMachO({ cpuType: ARM64, commands: [buildVersion(1, 0x000b0000)] });
const BOTH = mergeMachO([INTEL, ARM]);
const SCRIPT = new TextEncoder().encode("#!/bin/sh\n");

function halves(intel: Uint8Array, arm: Uint8Array, names = ["libx.dylib", "libx.dylib"]): HalfArtifact[] {
  return [
    { target: parseTarget("x86_64-apple-darwin")!, artifact: { fileName: names[0]!, bytes: intel } },
    { target: parseTarget("aarch64-apple-darwin")!, artifact: { fileName: names[1]!, bytes: arm } },
  ];
}

const STEP = { name: "hello", kind: "ctypes" } as const;
const HINT =
  "Have the command build for the triple in PACKWHEEL_TARGET, or give each of [tool.packwheel.native.target.macos-x86_64] and macos-arm64 its own command or artifact";

describe("mergeArtifacts()", () => {
  const merged = [
    { name: "two thin files", intel: INTEL, arm: ARM },
    { name: "a universal file for both", intel: BOTH, arm: BOTH },
    { name: "a universal and a thin file", intel: INTEL, arm: BOTH },
  ];
  for (const { name, intel, arm } of merged) {
    test(`makes a universal file of ${name}`, () => {
      const { fileName, bytes } = mergeArtifacts(STEP, halves(intel, arm));
      assert.equal(fileName, "libx.dylib");
      assert.deepEqual(bytes, BOTH);
    });
  }

  test("takes libraries of any name, and not extension modules", () => {
    const two = halves(INTEL, ARM, ["x.so", "y.so"]);
    assert.equal(mergeArtifacts(STEP, two).fileName, "x.so");
    assert.throws(() => mergeArtifacts({ ...STEP, kind: "extension" }, two), {
      code: "NATIVE_ARTIFACT_INVALID",
      message: 'Cannot use what native "hello" built: "x.so" and "y.so" have two names',
      hint: "Have both builds give the file the same name",
    });
  });

  test("leaves what was built for one target, and a script", () => {
    const [only] = halves(INTEL, ARM);
    assert.deepEqual(mergeArtifacts(STEP, [only!]), { fileName: "libx.dylib", bytes: INTEL });
    assert.equal(mergeArtifacts(STEP, halves(SCRIPT, SCRIPT.slice())).bytes, SCRIPT);
  });

  const refused = [
    {
      name: "the same file for both",
      given: halves(INTEL, INTEL),
      message:
        'Cannot use what native "hello" built: "libx.dylib" is not for "aarch64-apple-darwin": Cannot take "arm64" out of the Mach-O file: it is for x86_64',
      hint: HINT,
    },
    {
      name: "an ELF file",
      given: halves(INTEL, Uint8Array.of(0x7f, 0x45, 0x4c, 0x46)),
      message:
        'Cannot use what native "hello" built: "libx.dylib" is not for "aarch64-apple-darwin": Cannot read the header of the Mach-O file: bytes 0 to 8 are not all in the file, which has 4',
      hint: HINT,
    },
  ];
  for (const { name, given, message, hint } of refused) {
    test(`refuses ${name}`, () => {
      assert.throws(() => mergeArtifacts(STEP, given), { code: "NATIVE_ARTIFACT_INVALID", message, hint });
    });
  }
});

const HEAD = '[project]\nname = "hello"\nversion = "1.0"\n[[tool.packwheel.native]]\nkind = "ctypes"\n';

async function build(toml: string, target: string) {
  const jobs: CommandJob[] = [];
  const run = async (job: CommandJob) => {
    jobs.push(job);
    return { fileName: "libx.dylib", bytes: job.target.startsWith("x86_64") ? INTEL : ARM, cached: false };
  };
  const folder = new MemoryFolder();
  const tree = memoryTree({ "pyproject.toml": HEAD + toml, "hello/__init__.py": "" });
  const ports = { folder, engine: portableEngine(), native: () => ({ target, commands: { run } }) };
  const { files } = await buildProject(tree, { kinds: ["wheel"] }, ports);
  return { filename: files[0]?.filename, jobs };
}

describe("buildProject() for macos-universal2", () => {
  for (const target of ["macos-universal2", "universal2-apple-darwin"]) {
    test(`runs the command for each processor of ${target}`, async () => {
      const { filename, jobs } = await build('module = "hello._native"\ncommand = ["make"]\n', target);
      assert.deepEqual(
        jobs.map((job) => job.target),
        ["x86_64-apple-darwin", "aarch64-apple-darwin"],
      );
      assert.equal(filename, "hello-1.0-py3-none-macosx_10_13_universal2.whl");
    });
  }

  test("gives each processor its own values, and both those of macos-universal2", async () => {
    const toml = `module = "hello._native"
[tool.packwheel.native.target.macos]
command = "build"
artifact = "a"
[tool.packwheel.native.target.macos-universal2]
artifact = "b"
[tool.packwheel.native.target.macos-arm64]
artifact = "c"
`;
    const { jobs } = await build(toml, "macos-universal2");
    assert.deepEqual(
      jobs.map(({ command, artifact }) => [command, artifact]),
      [
        ["build", "b"],
        ["build", "c"],
      ],
    );
  });
});
