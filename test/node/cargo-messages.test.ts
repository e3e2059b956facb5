import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { cargoFiles, parseCargoMessages, withCargoMessages } from "../../src/node/cargo-messages.ts";

const OPTION = "--message-format=json-render-diagnostics";

describe("withCargoMessages()", () => {
  const builds = [
    { command: ["cargo", "build", "--release"], told: ["cargo", "build", "--release", OPTION] },
    {
      command: ["cargo", "+nightly", "rustc", "--", "-C", "x"],
      told: ["cargo", "+nightly", "rustc", OPTION, "--", "-C", "x"],
    },
    { command: ["/opt/bin/cargo", "zigbuild"], told: ["/opt/bin/cargo", "zigbuild", OPTION] },
    { command: " cargo build --features=a", told: `cargo build --features=a ${OPTION}` },
  ];
  for (const { command, told } of builds) {
    test(`asks ${JSON.stringify(command)} for its files`, () => assert.deepEqual(withCargoMessages(command), told));
  }
  const others = [
    ["make"],
    ["cargo", "test"],
    ["cargo", "build", "--message-format=json"],
    "cargo build && cp a b",
    "A=1 cargo build",
    'cargo build "$X"',
  ];
  for (const command of others) {
    test(`leaves ${JSON.stringify(command)} alone`, () => assert.equal(withCargoMessages(command), undefined));
  }
});

const artifact = (name: string, kind: string, filenames: readonly string[], executable: string | null = null): string =>
  JSON.stringify({ reason: "compiler-artifact", target: { name, kind: [kind] }, filenames, executable });

const TEXT = [
  artifact("libc", "lib", ["/t/liblibc.rlib"]),
  artifact("hello_native", "cdylib", ["/t/libhello_native.so"]),
  artifact("other", "cdylib", ["/t/other.dll", "/t/other.dll.lib", "/t/other.pdb"]),
  artifact("tool", "bin", ["/t/tool"], "/t/tool"),
  "not JSON",
  "{ broken",
  '{"reason":"compiler-artifact","target":null}',
  '{"reason":"build-finished","success":true}',
].join("\n");

describe("cargoFiles()", () => {
  const artifacts = parseCargoMessages(TEXT);
  test("takes the library whose target is named, dashes or not", () => {
    assert.deepEqual(cargoFiles(artifacts, { name: "hello-native", output: "library" }), ["/t/libhello_native.so"]);
    assert.deepEqual(cargoFiles(artifacts, { name: "other", output: "library" }), ["/t/other.dll"]);
  });
  test("takes all libraries when none is named", () => {
    assert.deepEqual(cargoFiles(artifacts, { name: "hello._native", output: "library" }), [
      "/t/libhello_native.so",
      "/t/other.dll",
    ]);
  });
  test("takes programs", () => {
    assert.deepEqual(cargoFiles(artifacts, { name: "x", output: "program" }), ["/t/tool"]);
  });
});
