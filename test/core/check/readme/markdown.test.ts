import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { checkMarkdown, MARKDOWN_PROBLEMS } from "../../../../src/core/check/readme/markdown.ts";
import { processorTime } from "../../../processor-time.ts";

interface Row {
  readonly name: string;
  readonly source: string;
  readonly findings: readonly string[];
}

const rows: readonly Row[] = [
  { name: "plain text", source: "# Title\n\nText with [a link](https://example.com/) and *emphasis*.\n", findings: [] },
  {
    name: "a relative link",
    source: "See [the guide](docs/guide.md).\n",
    findings: ['README_RELATIVE_LINK Line 1: the link "docs/guide.md" leads to a file that PyPI does not have'],
  },
  {
    name: "a relative image",
    source: '\n![Logo](./logo.png "The logo")\n',
    findings: ['README_RELATIVE_IMAGE Line 2: the image "./logo.png" is a file that PyPI does not have'],
  },
  {
    name: "a relative image in a link",
    source: "[![Logo](logo.png)](docs/)\n",
    findings: [
      'README_RELATIVE_IMAGE Line 1: the image "logo.png" is a file that PyPI does not have',
      'README_RELATIVE_LINK Line 1: the link "docs/" leads to a file that PyPI does not have',
    ],
  },
  {
    name: "a relative target in brackets",
    source: "[Guide](<docs/the guide.md>)\n",
    findings: ['README_RELATIVE_LINK Line 1: the link "docs/the guide.md" leads to a file that PyPI does not have'],
  },
  {
    name: "a target with parentheses",
    source: "[Guide](docs/guide_(old).md)\n",
    findings: ['README_RELATIVE_LINK Line 1: the link "docs/guide_(old).md" leads to a file that PyPI does not have'],
  },
  {
    name: "a link over two lines",
    source: "[The\nguide](docs/guide.md)\n",
    findings: ['README_RELATIVE_LINK Line 2: the link "docs/guide.md" leads to a file that PyPI does not have'],
  },
  {
    name: "a definition of a link",
    source: "See [the guide].\n\n[the guide]: docs/guide.md\n",
    findings: ['README_RELATIVE_LINK Line 3: the link "docs/guide.md" leads to a file that PyPI does not have'],
  },
  {
    name: "the same link twice",
    source: "[a](a.md) and [b](a.md)\n",
    findings: ['README_RELATIVE_LINK Line 1: the link "a.md" leads to a file that PyPI does not have'],
  },
  {
    name: "links that are not relative",
    source: "[a](#title) [b](//example.com) [c](mailto:a@example.com) [d](HTTPS://example.com) \\[e](f.md)\n",
    findings: [],
  },
  { name: "a footnote", source: "Text[^1].\n\n[^1]: Note.\n", findings: [] },
  { name: "brackets without a link", source: "a[0](b c) and [x] (y) and f(x)[1]\n", findings: [] },
  {
    name: "an HTML image and link",
    source: '<p align="center"><a href="docs/"><img width="100" src="logo.svg"></a></p>\n',
    findings: [
      'README_RELATIVE_LINK Line 1: the link "docs/" leads to a file that PyPI does not have',
      'README_RELATIVE_IMAGE Line 1: the image "logo.svg" is a file that PyPI does not have',
    ],
  },
  {
    name: "elements that are shown as text",
    source: "<style>p { color: red }</style>\n\n<iframe src='https://example.com/'></iframe>\n\n<SCRIPT>\n",
    findings: [
      "README_HTML_AS_TEXT Line 1: the HTML element <style> is shown as text",
      "README_HTML_AS_TEXT Line 3: the HTML element <iframe> is shown as text",
      "README_HTML_AS_TEXT Line 5: the HTML element <script> is shown as text",
    ],
  },
  {
    name: "elements that are taken away",
    source: "<center>\n<video src='https://example.com/a.mp4'></video>\n</center>\n",
    findings: [
      "README_HTML_REMOVED Line 1: the HTML element <center> is taken away",
      "README_HTML_REMOVED Line 2: the HTML element <video> is taken away",
    ],
  },
  {
    name: "elements that are kept",
    source: "<details><summary>More</summary><kbd>Ctrl</kbd></details>\n",
    findings: [],
  },
  {
    name: "words in brackets that are no HTML",
    source: "Call it as NAME <file> <https://example.com/>.\n",
    findings: [],
  },
  {
    name: "tables of contents",
    source: "[[_TOC_]]\n\n[TOC]\n",
    findings: ["README_MARKDOWN_EXTENSION Line 1: a table of contents is shown as text"],
  },
  {
    name: "an alert of GitHub",
    source: "> [!WARNING]\n> Text.\n",
    findings: ["README_MARKDOWN_EXTENSION Line 1: an alert of GitHub is shown as text"],
  },
  {
    name: "a diagram",
    source: "```mermaid\ngraph TD;\n```\n",
    findings: ['README_MARKDOWN_EXTENSION Line 1: the diagram or directive "mermaid" is shown as code'],
  },
  {
    name: "a directive of MyST",
    source: "```{note}\nText.\n```\n",
    findings: ['README_MARKDOWN_EXTENSION Line 1: the diagram or directive "{note}" is shown as code'],
  },
  {
    name: "admonitions and containers",
    source: "!!! note\n    Text.\n\n::: tip\nText.\n:::\n",
    findings: [
      "README_MARKDOWN_EXTENSION Line 1: an admonition of MkDocs is shown as text",
      "README_MARKDOWN_EXTENSION Line 4: a container is shown as text",
    ],
  },
  {
    name: "front matter",
    source: "---\ntitle: Text\n---\n\nText.\n",
    findings: ["README_MARKDOWN_EXTENSION Line 1: front matter is shown as text"],
  },
  {
    name: "fenced code",
    source:
      "```html\n<style>[a](b)\n``` \n\n~~~~\n[[toc]]\n~~~\n[a](b)\n~~~~\n\n- item\n\n  ```\n  [a](b)\n  ```\n\n> ```\n> [a](b)\n> ```\n",
    findings: [],
  },
  { name: "code in text", source: "Write `[a](b)`, ``<style> ` ``, and `<script>`.\n", findings: [] },
  {
    name: "a backquote that is not closed",
    source: "A ` and [a](b).\n",
    findings: ['README_RELATIVE_LINK Line 1: the link "b" leads to a file that PyPI does not have'],
  },
  { name: "comments", source: "<!-- [a](b)\n<style> --> Text <!-- ![a](b) -->\n", findings: [] },
  { name: "nothing", source: " \n\n", findings: [] },
];

describe("checkMarkdown()", () => {
  for (const { name, source, findings } of rows) {
    test(`knows what PyPI makes of ${name}`, () => {
      const found = checkMarkdown(source).map(({ code, message }) => `${code} ${message}`);
      assert.deepEqual(found, findings);
    });
  }

  test("gives findings their severity, hint and line, whatever ends the lines", () => {
    for (const end of ["\n", "\r\n", "\r"]) {
      assert.deepEqual(checkMarkdown(`Text.${end}${end}![a](b.png)${end}`), [
        {
          code: "README_RELATIVE_IMAGE",
          severity: "warning",
          message: 'Line 3: the image "b.png" is a file that PyPI does not have',
          hint: "Use the full address of the image, https://...",
          line: 3,
        },
      ]);
    }
    for (const { meaning, hint } of Object.values(MARKDOWN_PROBLEMS))
      assert.match(meaning + hint, /^[A-Z].*[^.]$|\.\.\.$/);
  });

  const hostile: Readonly<Record<string, string>> = {
    brackets: "[".repeat(1_000_000),
    "closing brackets": "](".repeat(500_000),
    "image brackets": "![](a".repeat(200_000),
    backquotes: Array.from({ length: 1400 }, (_, count) => "`".repeat(count)).join(" "),
    "single backquotes": "` ".repeat(500_000),
    comments: "<!--".repeat(250_000),
    tags: "<a ".repeat(330_000),
    attributes: `<a ${"href ".repeat(200_000)}>`,
    "spaces in a target": `[a](${" ".repeat(1_000_000)}`,
    "spaces before a mark": `${" >".repeat(500_000)}\``,
    definitions: "[a".repeat(500_000),
    parentheses: `[a](${"a(".repeat(500_000)}`,
  };
  for (const [name, source] of Object.entries(hostile)) {
    test(`reads a megabyte of ${name} in time`, () => {
      const start = processorTime();
      assert.ok(checkMarkdown(source).length <= 200);
      const seconds = (processorTime() - start) / 1000;
      assert.ok(seconds < 10, `took ${seconds.toFixed(1)} s`);
    });
  }
});
