import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readContentType } from "../../../../src/core/check/readme/content-type.ts";

const vectors = [
  { text: "text/markdown", format: "markdown", fault: undefined },
  { text: "Text/Markdown; charset=utf-8; variant=GFM", format: "markdown", fault: undefined },
  { text: 'text/markdown;variant="CommonMark"', format: "markdown", fault: undefined },
  { text: "text/x-rst; charset=UTF-8", format: "rst", fault: undefined },
  { text: "text/plain", format: "plain", fault: undefined },
  { text: "text/rst", format: undefined, fault: "it is none of text/markdown, text/x-rst, text/plain" },
  { text: "markdown", format: undefined, fault: "it is none of text/markdown, text/x-rst, text/plain" },
  { text: "text/markdown; charset=latin-1", format: "markdown", fault: 'the charset "latin-1" is not UTF-8' },
  {
    text: "text/markdown; variant=Github",
    format: "markdown",
    fault: 'the variant "Github" is neither GFM nor CommonMark',
  },
];

describe("readContentType()", () => {
  for (const { text, format, fault } of vectors) {
    test(`reads ${text}`, () => assert.deepEqual(readContentType(text), { format, fault }));
  }
});
