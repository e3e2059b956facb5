import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { launcherMain, launcherModule } from "../../../src/core/program/launcher.ts";

const line = (module: string, beginning: string): string | undefined =>
  module
    .split("\n")
    .map((each) => each.trim())
    .find((each) => each.startsWith(beginning));

describe("launcherModule()", () => {
  const names: readonly [fileName: string, literal: string][] = [
    ["hello", '"hello"'],
    ["hello world-1.2+x.exe", '"hello world-1.2+x.exe"'],
    ['a"b', 'u"a\\u0022b"'],
    ["a\\b", 'u"a\\u005cb"'],
    ["größe", 'u"gr\\u00f6\\u00dfe"'],
    ["😀\n", 'u"\\U0001f600\\u000a"'],
    ["%s{x}", 'u"\\u0025s\\u007bx\\u007d"'],
  ];
  for (const [fileName, literal] of names) {
    test(`writes the file name ${JSON.stringify(fileName)} as a Python literal`, () => {
      const module = launcherModule({ fileName, interpreter: [] });
      assert.equal(
        line(module, "return os.path.join"),
        `return os.path.join(os.path.dirname(os.path.abspath(__file__)), "bin", ${literal})`,
      );
    });
  }

  test("runs machine code by itself on Windows, and scripts by their interpreter", () => {
    const native = launcherModule({ fileName: "hello.exe", interpreter: [] });
    assert.equal(line(native, "return subprocess"), "return subprocess.Popen(arguments).wait()");
    const script = launcherModule({ fileName: "hello", interpreter: ["deno", "run", "-A"] });
    assert.equal(
      line(script, "return subprocess"),
      'return subprocess.Popen(["deno", "run", "-A"] + arguments).wait()',
    );
  });

  test("is ASCII, with LF", () => {
    const module = launcherModule({ fileName: "größe", interpreter: ["nöde"] });
    assert.match(module, /^[\n\x20-\x7e]+$/);
  });
});

describe("launcherMain()", () => {
  test("does what the console script does", () => {
    assert.equal(launcherMain("hello"), "import sys\n\nfrom hello import main\n\nsys.exit(main())\n");
  });
});
