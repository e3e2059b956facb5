import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { concatBytes } from "../../../src/core/bytes/concat.ts";
import { PROGRAM_PLATFORMS, programPlatformTags } from "../../../src/core/program/program-platforms.ts";
import { commonCommand, inspectProgram, programContents } from "../../../src/core/program/program-wheel.ts";
import { parsePlatformTag } from "../../../src/core/tags/platform-tag.ts";
import { memoryMember } from "../../../src/core/wheel/memory-member.ts";
import { elfProgram, machoProgram, peProgram } from "./program-bytes.ts";

const inspect = (content: string | Uint8Array, tags: readonly string[], path = "out/hello") =>
  inspectProgram(memoryMember(path, content), path.slice(path.lastIndexOf("/") + 1), tags);

describe("programPlatformTags()", () => {
  const cases: readonly [platform: string, tags: readonly string[]][] = [
    ["linux-x86_64", ["manylinux_2_17_x86_64", "manylinux2014_x86_64"]],
    ["linux-amd64", ["manylinux_2_17_x86_64", "manylinux2014_x86_64"]],
    ["linux-arm64-musl", ["musllinux_1_1_aarch64"]],
    ["darwin-arm64", ["macosx_11_0_arm64"]],
    ["win32-x64", ["win_amd64"]],
    ["any", ["any"]],
    ["Linux_x86_64.musllinux_1_2_x86_64", ["linux_x86_64", "musllinux_1_2_x86_64"]],
    ["freebsd_14_1_release_amd64", ["freebsd_14_1_release_amd64"]],
  ];
  for (const [platform, tags] of cases) {
    test(`knows ${platform}`, () => assert.deepEqual(programPlatformTags(platform), tags));
  }

  test("has each name and alias once, and only tags that have a meaning", () => {
    const names = PROGRAM_PLATFORMS.flatMap(({ name, aliases }) => [name, ...aliases]);
    assert.equal(new Set(names).size, names.length);
    for (const { tags } of PROGRAM_PLATFORMS) {
      for (const tag of tags) assert.notEqual(parsePlatformTag(tag).kind, "other", tag);
    }
  });

  const unknown: readonly [platform: string, hint: RegExp][] = [
    ["linux-x68_64", /^Write linux-x86_64$/],
    ["win64", /^Write win32$|^Give a platform tag/],
    ["manylinux_2_17x86_64", /^Write manylinux_2_17_x86_64$/],
    ["plan9", /^Give a platform tag, or one of linux-x86_64, /],
    ["", /^Give a platform tag/],
    ["linux_x86_64.", /./],
  ];
  for (const [platform, hint] of unknown) {
    test(`refuses ${JSON.stringify(platform)}`, () => {
      assert.throws(
        () => programPlatformTags(platform),
        (error: Error & { code?: string; hint?: string }) => {
          assert.equal(error.code, "PROGRAM_PLATFORM_UNKNOWN");
          assert.equal(error.message, `There is no platform ${JSON.stringify(platform)}`);
          assert.match(error.hint ?? "", hint);
          return true;
        },
      );
    });
  }
});

describe("inspectProgram()", () => {
  const fits: readonly [what: string, content: string | Uint8Array, tags: string[], path?: string][] = [
    ["an ELF program for its Linux", elfProgram(62), ["manylinux_2_17_x86_64", "musllinux_1_1_x86_64"]],
    ["a Mach-O program for its macOS", machoProgram(16777228), ["macosx_11_0_arm64"]],
    ["a PE program for its Windows", peProgram(34404), ["win_amd64"]],
    ["a PE program with its header behind a long stub", peProgram(34404, 0x3000), ["win_amd64"]],
    ["a script for everywhere", "#!/usr/bin/env node\n", ["any"]],
    ["a script for one platform", "#!/bin/sh\n", ["linux_x86_64"]],
    ["a batch file for Windows", "@echo off\r\n", ["win_amd64", "win32"], "out/hello.cmd"],
  ];
  for (const [what, content, tags, path] of fits) {
    test(`takes ${what}`, async () => {
      assert.deepEqual((await inspect(content, tags, path)).platformTags, tags);
    });
  }

  const shebangs: readonly [line: string, interpreter: string[]][] = [
    ["#!/usr/bin/env node", ["node"]],
    ["#! /usr/bin/env  node", ["node"]],
    ["#!/usr/bin/env -S deno run -A", ["deno", "run", "-A"]],
    ["#!/bin/sh -e", ["sh", "-e"]],
    ["#!/opt/größe/bin/node\t--test", ["node", "--test"]],
  ];
  for (const [line, interpreter] of shebangs) {
    test(`finds the interpreter in ${line}`, async () => {
      assert.deepEqual((await inspect(`${line}\nrest`, ["any"])).format, { kind: "script", interpreter });
    });
  }

  const wrong: readonly [what: string, content: string | Uint8Array, tag: string, target: string, path?: string][] = [
    ["another machine", elfProgram(62), "manylinux_2_17_aarch64", "Linux on x86_64"],
    ["another system", elfProgram(183), "macosx_11_0_arm64", "Linux on aarch64"],
    ["half of a universal program", machoProgram(16777228), "macosx_10_12_universal2", "macOS on arm64"],
    ["Linux, of a Windows program", peProgram(34404), "linux_x86_64", "Windows on amd64"],
    ["every platform", elfProgram(62), "any", "Linux on x86_64"],
    ["a machine without a tag", elfProgram(0x9026), "linux_x86_64", "Linux on unknown (0x9026)"],
    ["Linux, of a batch file", "@echo off", "linux_x86_64", "Windows", "out/hello.bat"],
  ];
  for (const [what, content, tag, target, path = "out/hello"] of wrong) {
    test(`refuses the tag of ${what}`, async () => {
      await assert.rejects(inspect(content, [tag], path), {
        code: "PROGRAM_WRONG_PLATFORM",
        message: `Cannot tag "${path}" as ${tag}: it is for ${target}`,
      });
    });
  }

  const BOM = Uint8Array.of(0xef, 0xbb, 0xbf);
  const cut = peProgram(34404, 0x80).slice(0, 0x85);
  const dead: readonly [what: string, content: string | Uint8Array, state: string][] = [
    ["an empty file", "", "it is empty"],
    ["a text", "hello\n", "it is neither machine code nor a script with a #! line"],
    [
      "a WebAssembly module",
      Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0),
      "it is neither machine code nor a script with a #! line",
    ],
    [
      "a #! line behind a byte order mark",
      concatBytes([BOM, new TextEncoder().encode("#!/bin/sh\n")]),
      "a byte order mark hides its #! line",
    ],
    ["a #! line on the second line", "\n#!/bin/sh\n", "it is neither machine code nor a script with a #! line"],
    [
      "a #! line that ends with CR LF",
      "#!/usr/bin/env node\r\n",
      "its #! line ends with CR LF, which systems take for a part of the name",
    ],
    ["a #! line without an interpreter", "#!\n", "its #! line names no interpreter"],
    ["env without an interpreter", "#!/usr/bin/env\n", "its #! line names no interpreter"],
    ["a header that is cut off", cut, "its header is cut off"],
  ];
  for (const [what, content, state] of dead) {
    test(`refuses ${what}`, async () => {
      await assert.rejects(inspect(content, ["win_amd64"]), {
        code: "PROGRAM_NOT_RUNNABLE",
        message: `Cannot run "out/hello" anywhere: ${state}`,
      });
    });
  }
});

describe("commonCommand()", () => {
  const cases: readonly [names: string[], command: string | undefined][] = [
    [["hello", "hello.exe"], "hello"],
    [["hello.EXE"], "hello"],
    [["tool.mjs"], "tool"],
    [["tool.v2"], "tool.v2"],
    [["hello-linux", "hello-mac"], undefined],
  ];
  for (const [names, command] of cases) {
    test(`of ${names.join(", ")} is ${command}`, () => assert.equal(commonCommand(names), command));
  }
});

describe("programContents()", () => {
  test("holds the launcher, the program and the entry point", async () => {
    const program = await inspect(elfProgram(62), ["linux_x86_64"]);
    const { members, entryPoints } = programContents("Hello.World", "hello-world", program);
    assert.deepEqual(
      members.map(({ path, executable }) => [path, executable]),
      [
        ["hello_world/__init__.py", false],
        ["hello_world/__main__.py", false],
        ["hello_world/bin/hello", true],
      ],
    );
    assert.deepEqual(entryPoints, { console_scripts: { "hello-world": "hello_world:main" } });
  });

  const bad: readonly [name: string, command: string, message: string][] = [
    ["3d-tool", "x", 'Cannot make a package of "3d-tool": "3d_tool" is no Python name'],
    ["class", "x", 'Cannot make a package of "class": "class" is no Python name'],
    ["hello", "my tool", 'Cannot make a console script named "my tool"'],
    ["hello", "größe", 'Cannot make a console script named "größe"'],
    ["hello", "", 'Cannot make a console script named ""'],
    ["hello", "-x", 'Cannot make a console script named "-x"'],
    ["hello", ".hidden", 'Cannot make a console script named ".hidden"'],
    ["hello", "a/b", 'Cannot make a console script named "a/b"'],
    ["hello", "a=b", 'Cannot make a console script named "a=b"'],
    ["hello", "tool.", 'Cannot make a console script named "tool."'],
  ];
  for (const [name, command, message] of bad) {
    test(`refuses the name ${JSON.stringify(name)} with the command ${JSON.stringify(command)}`, async () => {
      const program = await inspect("#!/bin/sh\n", ["any"]);
      assert.throws(() => programContents(name, command, program), { code: "PROGRAM_NAME_INVALID", message });
    });
  }
});
