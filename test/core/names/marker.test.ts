import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { formatMarker, parseMarker, withExtra } from "../../../src/core/names/marker.ts";
import { marker } from "./arbitraries.ts";
import { fuzz } from "./fuzz.ts";

describe("parseMarker()", () => {
  test("binds `and` tighter than `or`", () => {
    const comparison = (value: string) => ({
      kind: "comparison",
      left: { kind: "variable", name: "os_name" },
      operator: "==",
      right: { kind: "text", value },
    });
    assert.deepEqual(parseMarker('os_name=="a" or os_name=="b" and os_name=="c"'), {
      kind: "or",
      operands: [comparison("a"), { kind: "and", operands: [comparison("b"), comparison("c")] }],
    });
  });

  const bad = [
    { text: "", offset: 0, problem: "a variable or a quoted text is expected", hint: undefined },
    { text: "os_name", offset: 7, problem: /one of <=, <, !=/, hint: undefined },
    { text: "os_name = 'nt'", offset: 8, problem: /one of <=, <, !=/, hint: "Write `==`" },
    { text: "os_name == nt", offset: 11, problem: "`nt` is not a marker variable", hint: "Put a text in quotes" },
    { text: "os_name == 'nt", offset: 11, problem: "the closing quote is missing", hint: undefined },
    {
      text: "sys_plaform == 'x'",
      offset: 0,
      problem: "`sys_plaform` is not a marker variable",
      hint: "Write `sys_platform`",
    },
    {
      text: "os_name == 'a' os_name == 'b'",
      offset: 15,
      problem: "`and`, `or` or the end is expected",
      hint: undefined,
    },
    { text: "(os_name == 'a'", offset: 15, problem: "`and`, `or` or `)` is expected", hint: undefined },
    { text: "os_name == 'a')", offset: 14, problem: "`and`, `or` or the end is expected", hint: undefined },
    { text: "os_name not 'a'", offset: 8, problem: /one of <=, <, !=/, hint: undefined },
    { text: "os_name == 'a\nb'", offset: 11, problem: 'a quoted text may not hold "\\n"', hint: undefined },
    { text: "os_name == 'a\\'", offset: 11, problem: 'a quoted text may not hold "\\\\"', hint: undefined },
    {
      text: "'gui' in extras",
      offset: 9,
      problem: "`extras` may be used in lock files alone",
      hint: 'Write `extra == "..."`',
    },
    {
      text: "'a' in dependency_groups",
      offset: 7,
      problem: "`dependency_groups` may be used in lock files alone",
      hint: undefined,
    },
    { text: "os_name == 'a' and", offset: 18, problem: "a variable or a quoted text is expected", hint: undefined },
    {
      text: `${"(".repeat(200)}os_name=='a'`,
      offset: 101,
      problem: "parentheses are nested more than 100 deep",
      hint: undefined,
    },
  ];
  for (const { text, offset, problem, hint } of bad) {
    test(`refuses ${JSON.stringify(text.slice(0, 40))}`, () => {
      assert.throws(
        () => parseMarker(text),
        (error: Error & { code?: string; offset?: number; hint?: string }) => {
          assert.equal(error.code, "MARKER_INVALID");
          assert.equal(error.offset, offset);
          assert.equal(error.hint, hint);
          const place = `at character ${offset + 1}: `;
          assert.ok(error.message.startsWith("Cannot read the marker "), error.message);
          const end = error.message.slice(error.message.indexOf(place) + place.length);
          if (typeof problem === "string") assert.equal(end, problem);
          else assert.match(end, problem);
          return true;
        },
      );
    });
  }
  test("gives a marker or an error for 10,000 broken texts", () => fuzz(parseMarker, marker));
});

describe("formatMarker()", () => {
  const vectors = [
    ["python_version<'3.9'", 'python_version < "3.9"'],
    ["os.name == 'nt'", 'os_name == "nt"'],
    ["python_implementation=='CPython'", 'platform_python_implementation == "CPython"'],
    ["'linux'   not  in sys.platform", '"linux" not in sys_platform'],
    ["(os_name=='a')", 'os_name == "a"'],
    ["((os_name=='a' or os_name=='b'))", 'os_name == "a" or os_name == "b"'],
    ["((os_name=='a' or os_name=='b')) and os_name=='c'", '(os_name == "a" or os_name == "b") and os_name == "c"'],
    ["(os_name=='a' and os_name=='b') or os_name=='c'", '(os_name == "a" and os_name == "b") or os_name == "c"'],
    ["platform_version == 'a\tb'", 'platform_version == "a\tb"'],
    ["extra == 'Dev_Tools'", 'extra == "dev-tools"'],
    ["'Dev_Tools' == extra", '"dev-tools" == extra'],
    [`platform_version == 'say "hi"'`, `platform_version == 'say "hi"'`],
    [`platform_version == "it's"`, `platform_version == "it's"`],
  ] as const;
  for (const [text, normal] of vectors) {
    test(`makes ${normal} of ${text}`, () => assert.equal(formatMarker(parseMarker(text)), normal));
  }

  test("means the same when read again", () => {
    fc.assert(
      fc.property(marker, (text) => {
        const parsed = parseMarker(text);
        assert.deepEqual(parseMarker(formatMarker(parsed)), parsed);
      }),
    );
  });

  test("puts parentheses around an `or` that was joined by hand", () => {
    const [a, b] = [parseMarker("os_name=='a' or os_name=='b'"), parseMarker("os_name=='c'")];
    assert.equal(
      formatMarker({ kind: "and", operands: [a, b] }),
      '(os_name == "a" or os_name == "b") and os_name == "c"',
    );
  });
});

describe("withExtra()", () => {
  const vectors = [
    [undefined, 'extra == "gui-tools"'],
    ["os_name=='a'", 'os_name == "a" and extra == "gui-tools"'],
    ["os_name=='a' and os_name=='b'", 'os_name == "a" and os_name == "b" and extra == "gui-tools"'],
    ["os_name=='a' or os_name=='b'", '(os_name == "a" or os_name == "b") and extra == "gui-tools"'],
  ] as const;
  for (const [text, combined] of vectors) {
    test(`gives ${combined}`, () => {
      const parsed = text === undefined ? undefined : parseMarker(text);
      assert.equal(formatMarker(withExtra(parsed, "GUI_Tools")), combined);
    });
  }
});
