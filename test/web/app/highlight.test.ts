import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { highlight, type Language, languageOf } from "../../../src/web/app/editor/highlight.ts";

/** What is coloured, as `kind:text`. */
function coloured(text: string, language: Language): readonly string[] {
  return highlight(text, language).flatMap(({ kind, text: own }) => (kind === "plain" ? [] : [`${kind}:${own}`]));
}

describe("highlight()", () => {
  for (const { language, text, expected } of [
    {
      language: "c",
      text: '#include <a.h> // one\nuint32_t x = 0x1Fu + 2.5f; /* two\n*/ char *s = "a\\"b";\nint count = \'c\';',
      expected: [
        "name:#include",
        "string:<a.h>",
        "comment:// one",
        "keyword:uint32_t",
        "number:0x1Fu",
        "number:2.5f",
        "comment:/* two\n*/",
        "keyword:char",
        'string:"a\\"b"',
        "keyword:int",
        "string:'c'",
      ],
    },
    {
      language: "python",
      text: '@cache\ndef f(x):\n    """Two\n    lines."""\n    return f"{x}" if x else b\'y\' + 10**3  # why',
      expected: [
        "name:@cache",
        "keyword:def",
        "name:f",
        'string:"""Two\n    lines."""',
        "keyword:return",
        'string:f"{x}"',
        "keyword:if",
        "keyword:else",
        "string:b'y'",
        "number:10",
        "number:3",
        "comment:# why",
      ],
    },
    {
      language: "toml",
      text: "[project]\nname = \"a#b\" # c\nurls.Home = 'x'\n[[tool.x]]\nlist = [1, true]",
      expected: [
        "name:[project]",
        "name:name",
        'string:"a#b"',
        "comment:# c",
        "name:urls.Home",
        "string:'x'",
        "name:[[tool.x]]",
        "name:list",
        "number:1",
        "keyword:true",
      ],
    },
    { language: "c", text: '"open\n/* open', expected: ['string:"open', "comment:/* open"] },
  ] as const) {
    test(`reads ${language}: ${JSON.stringify(text.slice(0, 20))}`, () => {
      assert.deepEqual(coloured(text, language), expected);
    });
  }

  test("loses nothing of a text, whatever language it is taken for", () => {
    const own = readFileSync(fileURLToPath(import.meta.url), "utf8");
    for (const text of [own, "", "\n\n", "'''", "[[[", '"\\']) {
      for (const language of ["c", "python", "toml", undefined] as const) {
        const pieces = highlight(text, language).map((token) => token.text);
        assert.equal(pieces.join(""), text);
      }
    }
  });

  test("leaves long texts plain", () => {
    assert.deepEqual(
      highlight("int x;\n".repeat(10_000), "c").map(({ kind }) => kind),
      ["plain"],
    );
  });
});

describe("languageOf()", () => {
  for (const [path, language] of [
    ["native/a.c", "c"],
    ["native/a.HPP", "c"],
    ["src/a.pyi", "python"],
    ["pyproject.toml", "toml"],
    ["README.md", undefined],
    ["c", undefined],
  ] as const) {
    test(`${path}: ${language}`, () => assert.equal(languageOf(path), language));
  }
});
