import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { quote } from "../../../src/core/names/quote.ts";
import { formatRequirement, parseRequirement, requirementOfExtra } from "../../../src/core/names/requirement.ts";
import { processorTime } from "../../processor-time.ts";
import { requirement } from "./arbitraries.ts";
import { fuzz } from "./fuzz.ts";

describe("formatRequirement()", () => {
  const vectors = [
    ["name", "name"],
    ["name<=1", "name<=1"],
    ["name>=3,", "name>=3"],
    ["name>=3,<2", "name<2,>=3"],
    ["  name \t>= 3 ", "name>=3"],
    ["A.B-C_D", "A.B-C_D"],
    ["name (>=1, <2)", "name<2,>=1"],
    ["name()", "name"],
    [
      "name[quux, strange];python_version<'2.7' and platform_version=='2'",
      'name[quux,strange]; python_version < "2.7" and platform_version == "2"',
    ],
    [
      "name [fred,bar] @ http://foo.com ; python_version=='2.7'",
      'name[bar,fred] @ http://foo.com ; python_version == "2.7"',
    ],
    ["name[b,a,b]", "name[a,b]"],
    [
      "name; os_name=='a' and (os_name=='b' or os_name=='c')",
      'name; os_name == "a" and (os_name == "b" or os_name == "c")',
    ],
    ["a[ ]", "a"],
    ["a@https://x/y;extra=='z'", "a @ https://x/y;extra=='z'"],
    ["a@https://x/y ;extra=='z'", 'a @ https://x/y ; extra == "z"'],
    ["a @ file:///c:/a%20b.whl", "a @ file:///c:/a%20b.whl"],
    ["a===weird+thing", "a===weird+thing"],
    ["a==1.0.*,!=1.0.3", "a!=1.0.3,==1.0.*"],
    [
      'requests [security,tests] >= 2.8.1, == 2.8.* ; python_version < "2.7"',
      'requests[security,tests]==2.8.*,>=2.8.1; python_version < "2.7"',
    ],
  ] as const;
  for (const [text, normal] of vectors) {
    test(`makes ${normal} of ${text}`, () => {
      assert.equal(formatRequirement(parseRequirement(text)), normal);
    });
  }
  test("changes a normal form no more", () => {
    fc.assert(
      fc.property(requirement, (text) => {
        const normal = formatRequirement(parseRequirement(text));
        assert.equal(formatRequirement(parseRequirement(normal)), normal);
      }),
    );
  });
});

describe("parseRequirement()", () => {
  test("tells the parts", () => {
    assert.deepEqual(parseRequirement("Name.X[b,a]>=1"), {
      name: "Name.X",
      extras: ["a", "b"],
      specifiers: [{ operator: ">=", version: "1" }],
      url: undefined,
      marker: undefined,
    });
    assert.equal(parseRequirement("a @ ./local").url, "./local");
  });

  const end = "`;` or the end is expected";
  const bad = [
    { text: "", offset: 0, problem: "a package name is expected", hint: undefined },
    { text: "-a", offset: 0, problem: "a package name is expected", hint: undefined },
    { text: ">=1", offset: 0, problem: "a package name is expected", hint: undefined },
    { text: "a-", offset: 1, problem: "a name must end with a letter or a digit", hint: undefined },
    { text: "a;", offset: 2, problem: "a variable or a quoted text is expected", hint: undefined },
    { text: "a[_x]", offset: 2, problem: "the name of an extra is expected", hint: undefined },
    { text: "a[x,]", offset: 4, problem: "the name of an extra is expected", hint: undefined },
    { text: "a[x", offset: 3, problem: "`,` or `]` is expected", hint: undefined },
    { text: "a[x y]", offset: 4, problem: "`,` or `]` is expected", hint: undefined },
    { text: "a;foo=='x'", offset: 2, problem: "`foo` is not a marker variable", hint: "Put a text in quotes" },
    { text: "a>=3.*", offset: 1, problem: "`.*` may follow `==` and `!=` alone", hint: "Write `>=3`" },
    { text: "a>=1 <2", offset: 5, problem: end, hint: "Put a comma between version specifiers" },
    { text: "a>=1,,<2", offset: 5, problem: end, hint: undefined },
    { text: "a 1.0", offset: 2, problem: end, hint: "Write `>=1.0`" },
    { text: "a>=1 # why", offset: 5, problem: end, hint: "Leave the comment out" },
    { text: "a python_version<'3'", offset: 2, problem: end, hint: "Put a semicolon before the marker" },
    { text: "a=1", offset: 1, problem: "it must begin with one of ~=, ==, !=, <=, >=, <, >, ===", hint: "Write `==1`" },
    {
      text: "a=>1",
      offset: 1,
      problem: "it must begin with one of ~=, ==, !=, <=, >=, <, >, ===",
      hint: "Write `>=1`",
    },
    {
      text: "a ~> 1.2",
      offset: 2,
      problem: "it must begin with one of ~=, ==, !=, <=, >=, <, >, ===",
      hint: "Write `~=1.2`",
    },
    { text: "a ^1.2", offset: 2, problem: end, hint: "Write `>=1.2,<2`" },
    { text: "a(>=1", offset: 5, problem: "`,` or `)` is expected", hint: undefined },
    { text: "a(1)", offset: 2, problem: "a version specifier or `)` is expected", hint: undefined },
    { text: "a @", offset: 3, problem: "a URL is expected after `@`", hint: undefined },
    { text: "a @ https://x y", offset: 14, problem: "`;` or the end is expected after the URL", hint: undefined },
    { text: "a>=1\n", offset: 4, problem: "a requirement is one line without control characters", hint: undefined },
    { text: "a\u2028b", offset: 1, problem: "a requirement is one line without control characters", hint: undefined },
    {
      text: "a @ https://x/\0",
      offset: 14,
      problem: "a requirement is one line without control characters",
      hint: undefined,
    },
    {
      text: "a; 'gui' in extras",
      offset: 12,
      problem: "`extras` may be used in lock files alone",
      hint: 'Write `extra == "..."`',
    },
  ];
  for (const { text, offset, problem, hint } of bad) {
    test(`refuses ${JSON.stringify(text)}`, () => {
      const message = `Cannot read the requirement ${quote(text)} at character ${offset + 1}: ${problem}`;
      assert.throws(() => parseRequirement(text), { code: "REQUIREMENT_INVALID", message, offset, hint });
    });
  }
  test("gives a requirement or an error for 10,000 broken texts", () => fuzz(parseRequirement, requirement));

  test("stays quick on long texts", () => {
    const start = processorTime();
    for (const piece of ["a", "a-", "[", "a[b,", "a>=1,", "a;(", "a;os_name=='a'and ", " ", "===", "a;'"]) {
      try {
        parseRequirement(piece.repeat(1 << 16));
      } catch {
        // What it says is for the tests above.
      }
      try {
        parseRequirement(`a${piece.repeat(1 << 16)}`);
      } catch {
        // As above.
      }
    }
    assert.ok(processorTime() - start < 5000);
  });
});

describe("requirementOfExtra()", () => {
  const vectors = [
    ["b>=1", 'b>=1; extra == "gui"'],
    ["b; os_name=='a' or os_name=='b'", 'b; (os_name == "a" or os_name == "b") and extra == "gui"'],
    ["b @ https://x/y", 'b @ https://x/y ; extra == "gui"'],
  ] as const;
  for (const [text, combined] of vectors) {
    test(`gives ${combined}`, () => {
      assert.equal(formatRequirement(requirementOfExtra(parseRequirement(text), "GUI")), combined);
    });
  }
});
