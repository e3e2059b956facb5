import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { consoleScripts, formatShebang, placeShebang } from "../../../src/core/editable/console-script.ts";

const POSIX = { executable: "/env/bin/python", windows: false };

describe("consoleScripts()", () => {
  test("writes a script that imports and calls, with the interpreter in its first line", () => {
    assert.deepEqual(consoleScripts({ console_scripts: { hello: "hello.cli:main" } }, POSIX), [
      {
        name: "hello",
        content: `#!/env/bin/python
import sys

from hello.cli import main

if __name__ == "__main__":
    if sys.argv[0].endswith("-script.py"):
        sys.argv[0] = sys.argv[0][:-10]
    sys.exit(main())
`,
      },
    ]);
  });

  test("calls attributes of what it imports, and passes over extras", () => {
    const [script] = consoleScripts({ gui_scripts: { hello: "hello:App.run [gui]" } }, POSIX);
    assert.match(script?.content ?? "", /^from hello import App\n[\s\S]*sys\.exit\(App\.run\(\)\)\n$/m);
  });

  test("makes no commands of other groups", () => {
    assert.deepEqual(consoleScripts({ plugins: { hello: "hello:main" } }, POSIX), []);
  });

  test("writes a script and a batch file on Windows", () => {
    const target = { executable: "C:\\100% env\\Scripts\\python.exe", windows: true };
    const scripts = consoleScripts({ console_scripts: { hello: "hello:main" } }, target);
    assert.deepEqual(
      scripts.map(({ name }) => name),
      ["hello-script.py", "hello.cmd"],
    );
    assert.match(scripts[0]?.content ?? "", /^import sys\n/);
    assert.equal(scripts[1]?.content, '@"C:\\100%% env\\Scripts\\python.exe" "%~dp0hello-script.py" %*\r\n');
  });
});

describe("formatShebang()", () => {
  const long = `/${"a".repeat(150)}/python`;
  const viaShell = (path: string): string => `#!/bin/sh\n'''exec' "${path}" "$0" "$@"\n' '''\n`;
  for (const [executable, lines] of [
    ["/env/bin/python", "#!/env/bin/python\n"],
    [`/${"a".repeat(123)}`, `#!/${"a".repeat(123)}\n`],
    [`/${"a".repeat(124)}`, viaShell(`/${"a".repeat(124)}`)],
    [`/${"ö".repeat(63)}`, viaShell(`/${"ö".repeat(63)}`)],
    [long, viaShell(long)],
    ["/my env/bin/python", viaShell("/my env/bin/python")],
  ] as const) {
    test(`names ${executable.slice(0, 30)} of ${executable.length} characters`, () => {
      assert.equal(formatShebang(executable), lines);
    });
  }

  for (const executable of ["/a'b/python", '/a"b/python', "/a$b/python", "/a`b/python", "/a\\b/python", "/a\nb"]) {
    test(`refuses ${JSON.stringify(executable)}`, () => {
      assert.throws(() => formatShebang(executable), {
        code: "EDITABLE_PATH_INVALID",
        message: /^Cannot name .* in a script: it holds a quote, a dollar or a line break$/,
      });
    });
  }
});

describe("placeShebang()", () => {
  const place = (text: string): string => {
    return new TextDecoder().decode(placeShebang(new TextEncoder().encode(text), "/env/bin/python"));
  };
  for (const [before, after] of [
    ["#!python\nprint(1)\n", "#!/env/bin/python\nprint(1)\n"],
    ["#!pythonw -u\r\nprint(1)\n", "#!/env/bin/python\nprint(1)\n"],
    ["#!python", "#!/env/bin/python\n"],
    ["#!/bin/sh\necho\n", "#!/bin/sh\necho\n"],
    ["", ""],
  ] as const) {
    test(`makes ${JSON.stringify(after)} of ${JSON.stringify(before)}`, () => assert.equal(place(before), after));
  }
});
