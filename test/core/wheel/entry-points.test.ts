import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import {
  checkEntryPoints,
  type EntryPoints,
  parseEntryPoints,
  writeEntryPoints,
} from "../../../src/core/wheel/entry-points.ts";
import { flipBytes } from "../flip-bytes.ts";

const ENTRY_POINTS: EntryPoints = {
  pytest11: { "hello plugin": "hello.pytest" },
  console_scripts: { hello: "hello.cli:main", Hello: "hello.cli:loud", größe: "hello._größe:App.run" },
  "empty.group": {},
  gui_scripts: { "hello-gui": "hello.gui:main [gui,extra]" },
};

const TEXT = `[console_scripts]
Hello = hello.cli:loud
größe = hello._größe:App.run
hello = hello.cli:main

[gui_scripts]
hello-gui = hello.gui:main [gui,extra]

[pytest11]
hello plugin = hello.pytest
`;

describe("writeEntryPoints()", () => {
  test("writes groups and names sorted, and no empty groups", () => {
    assert.equal(writeEntryPoints(ENTRY_POINTS), TEXT);
  });

  test("writes nothing for no entry points", () => {
    assert.equal(writeEntryPoints({}), "");
  });

  const bad = [
    {
      name: "a group with a line break",
      entryPoints: { "a]\n[b": {} },
      code: "ENTRY_POINTS_BAD_GROUP",
      message: 'Cannot use entry point group "a]\\u000a[b": expected words joined by dots',
    },
    {
      name: "a group with a blank",
      entryPoints: { "a b": {} },
      code: "ENTRY_POINTS_BAD_GROUP",
      message: 'Cannot use entry point group "a b": expected words joined by dots',
    },
    {
      name: "the group that configparser keeps for itself",
      entryPoints: { DEFAULT: {} },
      code: "ENTRY_POINTS_BAD_GROUP",
      message: 'Cannot use entry point group "DEFAULT": expected words joined by dots',
    },
    {
      name: "an equals sign in a name",
      entryPoints: { a: { "b=c": "d" } },
      code: "ENTRY_POINTS_BAD_NAME",
      message: 'Cannot use entry point name "b=c" in [a]: it holds "="',
    },
    {
      name: "a line break in a name",
      entryPoints: { a: { "b\nc": "d" } },
      code: "ENTRY_POINTS_BAD_NAME",
      message: 'Cannot use entry point name "b\\u000ac" in [a]: it holds a line break or no text',
    },
    {
      name: "a name that looks like a group",
      entryPoints: { a: { "[b]": "d" } },
      code: "ENTRY_POINTS_BAD_NAME",
      message: 'Cannot use entry point name "[b]" in [a]: it begins with "["',
    },
    {
      name: "a name that looks like a comment",
      entryPoints: { a: { "#b": "d" } },
      code: "ENTRY_POINTS_BAD_NAME",
      message: 'Cannot use entry point name "#b" in [a]: it begins with "#"',
    },
    {
      name: "blanks around a name",
      entryPoints: { a: { " b": "d" } },
      code: "ENTRY_POINTS_BAD_NAME",
      message: 'Cannot use entry point name " b" in [a]: it is empty or has blanks around it',
    },
    {
      name: "a command with a blank",
      entryPoints: { console_scripts: { "a b": "d:e" } },
      code: "ENTRY_POINTS_BAD_NAME",
      message:
        "Cannot use entry point name \"a b\" in [console_scripts]: commands are named with letters, digits, '_', '.' and '-' alone",
    },
    {
      name: "a command that leaves its folder",
      entryPoints: { console_scripts: { "../a": "d:e" } },
      code: "ENTRY_POINTS_BAD_NAME",
      message:
        "Cannot use entry point name \"../a\" in [console_scripts]: commands are named with letters, digits, '_', '.' and '-' alone",
    },
    {
      name: "a command that is a folder",
      entryPoints: { gui_scripts: { "..": "d:e" } },
      code: "ENTRY_POINTS_BAD_NAME",
      message: 'Cannot use entry point name ".." in [gui_scripts]: it names a folder',
    },
    {
      name: "a command without a function",
      entryPoints: { console_scripts: { a: "b" } },
      code: "ENTRY_POINTS_BAD_REFERENCE",
      message: 'Cannot use entry point "a = b" in [console_scripts]: commands need "module:function"',
    },
    {
      name: "a line break in a reference",
      entryPoints: { a: { b: "c\n[d]" } },
      code: "ENTRY_POINTS_BAD_REFERENCE",
      message: 'Cannot use entry point "b = c\\u000a[d]" in [a]: expected "module" or "module:object"',
    },
    {
      name: "a module that begins with a digit",
      entryPoints: { a: { b: "1c:d" } },
      code: "ENTRY_POINTS_BAD_REFERENCE",
      message: 'Cannot use entry point "b = 1c:d" in [a]: expected "module" or "module:object"',
    },
    {
      name: "an empty object",
      entryPoints: { a: { b: "c:" } },
      code: "ENTRY_POINTS_BAD_REFERENCE",
      message: 'Cannot use entry point "b = c:" in [a]: expected "module" or "module:object"',
    },
  ];
  for (const { name, entryPoints, code, message } of bad) {
    test(`refuses ${name}`, () => assert.throws(() => writeEntryPoints(entryPoints), { code, message }));
  }

  test("gives all problems as findings of the first", () => {
    assert.throws(
      () => writeEntryPoints({ a: { "b=": "c", d: "e:" } }),
      (error: Error & { findings: { code: string }[] }) => {
        const codes = error.findings.map(({ code }) => code);
        assert.deepEqual(codes, ["ENTRY_POINTS_BAD_NAME", "ENTRY_POINTS_BAD_REFERENCE"]);
        return true;
      },
    );
  });
});

describe("parseEntryPoints()", () => {
  test("reads back what writeEntryPoints wrote", () => {
    const { "empty.group": _, ...entryPoints } = ENTRY_POINTS;
    assert.deepEqual(parseEntryPoints(new TextEncoder().encode(TEXT)), { entryPoints, findings: [] });
    assert.deepEqual(checkEntryPoints(entryPoints), []);
  });

  test("reads comments, CR LF, blanks, and values that go on below", () => {
    const text =
      "# comment\r\n; too\r\n[a]\r\nb=c\r\n  d = : e\r\n\r\n [f] \r\n  g  =  h = i\r\n# no value\r\n    j\r\n\r\n\r\n";
    const { entryPoints, findings } = parseEntryPoints(text);
    assert.deepEqual(findings, []);
    // The indented lines below `b` are part of its value for configparser, `[f]` too.
    assert.deepEqual(entryPoints, { a: { b: "c\nd = : e\n\n[f]\ng  =  h = i\nj" } });
  });

  test("does not take names for properties of objects", () => {
    const { entryPoints } = parseEntryPoints("[__proto__]\n__proto__ = a\ntoString = b\n");
    assert.deepEqual(Object.keys(entryPoints), ["__proto__"]);
    assert.deepEqual(Object.entries(Object.entries(entryPoints)[0]?.[1] ?? {}), [
      ["__proto__", "a"],
      ["toString", "b"],
    ]);
  });

  const bad = [
    {
      name: "a name before any group",
      text: "a = b\n",
      code: "ENTRY_POINTS_NO_SECTION",
      message: 'Cannot parse line 1 of entry_points.txt "a = b": expected a [group] before it',
    },
    {
      name: "a line without an equals sign",
      text: "[a]\nb: c\n",
      code: "ENTRY_POINTS_BAD_LINE",
      message: 'Cannot parse line 2 of entry_points.txt "b: c": expected "name = module:object"',
    },
    {
      name: "a line without a name",
      text: "[a]\n= c\n",
      code: "ENTRY_POINTS_BAD_LINE",
      message: 'Cannot parse line 2 of entry_points.txt "= c": expected "name = module:object"',
    },
    {
      name: "a group that comes twice",
      text: "[a]\nb = c\n[a]\nd = e\n",
      code: "ENTRY_POINTS_DUPLICATE_GROUP",
      message: "Group [a] on line 3 of entry_points.txt is there a second time",
    },
    {
      name: "a name that comes twice",
      text: "[a]\nb = c\nb = d\n",
      code: "ENTRY_POINTS_DUPLICATE_NAME",
      message: 'Name "b" on line 3 of entry_points.txt is there a second time in its group',
    },
    {
      name: "a byte order mark",
      text: "\ufeff[a]\n",
      code: "ENTRY_POINTS_NO_SECTION",
      message: 'Cannot parse line 1 of entry_points.txt "\\ufeff[a]": expected a [group] before it',
    },
  ];
  for (const { name, text, code, message } of bad) {
    test(`tells of ${name}`, () => {
      assert.deepEqual(
        parseEntryPoints(text).findings.map((finding) => [finding.code, finding.message]),
        [[code, message]],
      );
    });
  }

  test("tells where bytes are no UTF-8", () => {
    const { findings } = parseEntryPoints(Uint8Array.of(0x5b, 0x61, 0x5d, 0x0a, 0x23, 0xc3));
    assert.deepEqual(
      findings.map((finding) => [finding.code, finding.message]),
      [["ENTRY_POINTS_NOT_UTF8", "Cannot decode entry_points.txt as UTF-8: byte 5 is invalid"]],
    );
  });

  test("stops after 100,000 lines, and tells of 250 problems at most", () => {
    const { findings } = parseEntryPoints("a\n".repeat(100_001));
    assert.equal(findings.length, 250);
    assert.equal(findings[0]?.message, "Cannot parse entry_points.txt beyond line 100000: it has too many");
  });

  test("reads a file cut at any byte", () => {
    const bytes = new TextEncoder().encode(TEXT);
    for (let length = 0; length <= bytes.length; length++) {
      assert.ok(Object.keys(parseEntryPoints(bytes.subarray(0, length)).entryPoints).length <= 3);
    }
  });

  test("reads 10,000 files with flipped bytes, and checks what was read", () => {
    for (const bytes of flipBytes(new TextEncoder().encode(TEXT), 10_000)) {
      const { entryPoints } = parseEntryPoints(bytes);
      assert.ok(checkEntryPoints(entryPoints).length <= 40);
    }
  });

  test("gives back any entry points that can be written", () => {
    const word = fc.stringMatching(/^[a-zA-Z_][a-zA-Z0-9_]{0,5}$/);
    const reference = fc.tuple(word, word).map(([module, name]) => `${module}:${name}`);
    const group = word.filter((name) => name !== "DEFAULT");
    const names = fc.dictionary(word, reference, { minKeys: 1, noNullPrototype: true });
    fc.assert(
      fc.property(fc.dictionary(group, names, { noNullPrototype: true }), (entryPoints) => {
        assert.deepEqual(parseEntryPoints(writeEntryPoints(entryPoints)), { entryPoints, findings: [] });
      }),
    );
  });
});
