import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { checkRestructuredText } from "../../../../src/core/check/readme/restructured-text.ts";
import { RST_PROBLEMS } from "../../../../src/core/check/readme/rst/codes.ts";
import { processorTime } from "../../../processor-time.ts";
import { readCorpus, readDescriptions } from "./corpus.ts";
import { mutate, seededRandom } from "./mutations.ts";

const corpus = readCorpus();

function firstOf(source: string): { code: string; message: string } | undefined {
  const first = checkRestructuredText(source)[0];
  return first === undefined ? undefined : { code: first.code, message: first.message };
}

describe("checkRestructuredText()", () => {
  for (const { name, source, problem } of corpus) {
    test(`${problem === undefined ? "renders" : "refuses"} ${name}`, () => {
      assert.deepEqual(firstOf(source), problem);
    });
  }

  test("finds nothing in descriptions without a fault", () => {
    const descriptions = readDescriptions();
    assert.equal(descriptions.length, 3);
    for (const source of descriptions) assert.deepEqual(checkRestructuredText(source), []);
  });

  test("gives every code a meaning, and findings their line, severity and hint", () => {
    const [finding] = checkRestructuredText("Text.\n\nSome :ref:`text`.\n");
    assert.deepEqual(finding, {
      code: "README_RST_UNKNOWN_ROLE",
      severity: "error",
      message: 'Line 3: Unknown interpreted text role "ref"',
      hint: "Write the text as a literal or a link: roles of Sphinx and of other tools do not exist on PyPI",
      line: 3,
    });
    for (const [code, { meaning, hint, why }] of Object.entries(RST_PROBLEMS)) {
      assert.match(meaning, /^[A-Z].*[^.]$/, code);
      assert.match(hint, /^[A-Z].*[^.]$/, code);
      assert.notEqual(why, "", code);
    }
  });

  test("finds several problems at once, in the order of the document", () => {
    const source = "Title\n=====\n\nSome *text.\n\n.. toctree::\n\nSee home_.\n\n- One\nText.\n";
    assert.deepEqual(
      checkRestructuredText(source).map(({ code, line }) => [line, code]),
      [
        [4, "README_RST_UNCLOSED_INLINE"],
        [6, "README_RST_UNKNOWN_DIRECTIVE"],
        [11, "README_RST_MISSING_BLANK_LINE"],
        [8, "README_RST_UNKNOWN_TARGET"],
      ],
    );
  });

  test("reads lines that end in any way", () => {
    for (const end of ["\n", "\r\n", "\r", "\u2028"]) {
      const source = ["Title", "=====", "", "Some *text."].join(end);
      assert.deepEqual(firstOf(source), {
        code: "README_RST_UNCLOSED_INLINE",
        message: "Line 4: Inline emphasis start-string without end-string",
      });
    }
  });

  const releases = [
    {
      name: "embedded targets of the same name and different addresses",
      source: "See `here <https://example.com/1>`_ and `here <https://example.com/2>`_.\n",
      older: "README_RST_DUPLICATE_TARGET",
      newer: undefined,
    },
    {
      name: "a footnote without text",
      source: "Text [1]_.\n\n.. [1]\n",
      older: undefined,
      newer: "README_RST_EMPTY_FOOTNOTE",
    },
    {
      name: "a width in a unit of newer releases",
      source: ".. image:: logo.png\n   :width: 10rem\n",
      older: "README_RST_BAD_DIRECTIVE",
      newer: undefined,
    },
    {
      name: "an image that is to be loaded late",
      source: ".. image:: logo.png\n   :loading: lazy\n",
      older: "README_RST_BAD_DIRECTIVE",
      newer: undefined,
    },
    {
      name: "an image that is to be embedded",
      source: ".. image:: logo.png\n   :loading: embed\n",
      older: "README_RST_BAD_DIRECTIVE",
      newer: "README_RST_FILE_DISABLED",
    },
    {
      name: "a target between title and transition",
      source: "Title\n=====\n\n.. _here:\n\n----\n\nText here_.\n",
      older: undefined,
      newer: "README_RST_MISPLACED_TRANSITION",
    },
  ];
  for (const { name, source, older, newer } of releases) {
    test(`follows the release of docutils in ${name}`, () => {
      assert.equal(checkRestructuredText(source, { docutils: "0.19" })[0]?.code, older);
      assert.equal(checkRestructuredText(source)[0]?.code, newer);
    });
  }
});

describe("checkRestructuredText() on hostile input", () => {
  test("refuses a line that docutils does not read", () => {
    assert.deepEqual(firstOf(`Text.\n${"a".repeat(10_001)}\n`), {
      code: "README_RST_LONG_LINE",
      message: "Line 2 exceeds the line-length-limit",
    });
    assert.equal(firstOf("a".repeat(10_000)), undefined);
  });

  test("refuses elements that are nested without end", () => {
    const quotes = Array.from({ length: 3000 }, (_, depth) => `${" ".repeat(depth)}a\n`).join("\n");
    assert.equal(firstOf(quotes)?.code, "README_RST_TOO_DEEP");
    assert.equal(firstOf(`${"- ".repeat(3000)}a\n`)?.code, "README_RST_TOO_DEEP");
    assert.equal(firstOf(`${".. note:: ".repeat(2)}a\n`), undefined);
  });

  test("reports no more problems than anybody reads", () => {
    assert.equal(checkRestructuredText("Some *text.\n\n".repeat(5000)).length, 200);
  });

  /** About a megabyte each; reading any of them more than once a place would take minutes. */
  const large: Readonly<Record<string, string>> = {
    "open emphasis": "*a ".repeat(300).concat("\n").repeat(1100),
    "open literals": "``a ".repeat(250).concat("\n").repeat(1000),
    "open roles": ":a:`b ".repeat(150).concat("\n").repeat(1000),
    "words with separators": "a-".repeat(4900).concat("\n").repeat(100),
    colons: ":".repeat(9000).concat("a\n").repeat(110),
    brackets: "[a".repeat(4900).concat("\n").repeat(100),
    "spaces before a bracket": `\`a${" ".repeat(9900)}<b\`_\n\n`.repeat(100),
    "a target over many lines": `.. _a${"\n   b b b b b b b b b".repeat(50_000)}`,
    "a substitution over many lines": `.. |a${"\n   b b b b b b b b b".repeat(50_000)}`,
    "list items": "- a\n".repeat(250_000),
    "list items with blank lines": "1. a\n\n".repeat(160_000),
    paragraphs: "Some text.\n\n".repeat(85_000),
    titles: "Title\n=====\n\n".repeat(70_000),
    targets: ".. _a: b\n".repeat(110_000),
    "unclosed tables": "+--+\n| a|\n".repeat(100_000),
    "a wide table": `+${"-+".repeat(4900)}\n`.repeat(100),
    "a table of many columns": `${"= ".repeat(4900)}=\n${"a\n".repeat(400_000)}${"= ".repeat(4900)}=\n`,
    "field markers": ":a".repeat(4900).concat("\n").repeat(100),
    options: "-a, ".repeat(2400).concat("\n").repeat(100),
    backslashes: "\\".repeat(9900).concat("\n").repeat(100),
    "blank lines": "\n".repeat(1_000_000),
    quotes: `${" ".repeat(90)}a\n\n`.repeat(10_000),
    definitions: "a\n  b\n".repeat(160_000),
    transitions: "----\n\n".repeat(150_000),
    "class directives": ".. class:: a\n\n".repeat(70_000),
    "embedded brackets": `\`${"<".repeat(9000)}>\`_\n\n`.repeat(100),
  };
  for (const [name, source] of Object.entries(large)) {
    test(`reads a megabyte of ${name} in time`, () => {
      const start = processorTime();
      const count = checkRestructuredText(source).length;
      const seconds = (processorTime() - start) / 1000;
      assert.ok(count <= 200);
      // A second when nothing else runs; the rest is for busy machines.
      assert.ok(seconds < 10, `took ${seconds.toFixed(1)} s`);
    });
  }

  test("ends in a result for 10,000 damaged descriptions", () => {
    const seed = 20_240_611;
    const random = seededRandom(seed);
    const sources = [...readDescriptions(), ...corpus.map(({ source }) => source)];
    for (let index = 0; index < 10_000; index++) {
      const source = mutate(sources, random);
      assert.doesNotThrow(() => checkRestructuredText(source), `seed ${seed}, number ${index}`);
    }
  });

  test("ends in a result for 10,000 strings of markup", () => {
    const seed = 20_240_612;
    const random = seededRandom(seed);
    const pieces =
      "*|`|_|:|..|::|\n|\n\n|  |   |-|+|=|[|]|<|>|\\|#|1.|a|b|é|漢|😀|\t|\u0000|note|image|role|--|__".split("|");
    for (let index = 0; index < 10_000; index++) {
      let source = "";
      const length = 1 + Math.floor(random() * 40);
      for (let at = 0; at < length; at++) source += pieces[Math.floor(random() * pieces.length)] ?? "";
      assert.doesNotThrow(
        () => checkRestructuredText(source),
        `seed ${seed}, number ${index}: ${JSON.stringify(source)}`,
      );
    }
  });
});
