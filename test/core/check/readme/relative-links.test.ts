import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { findRelativeLinks } from "../../../../src/core/check/readme/relative-links.ts";

const markdown = [
  { name: "a link", source: "[guide](docs/guide.md)", targets: ["docs/guide.md"] },
  { name: "a link with a title", source: '[guide](docs/guide.md "The guide")', targets: ["docs/guide.md"] },
  { name: "an image in a link", source: "[![logo](logo.png)](docs/)", targets: ["logo.png", "docs/"] },
  { name: "an absolute path", source: "[license](/LICENSE)", targets: ["/LICENSE"] },
  { name: "a definition", source: "See [guide].\n\n[guide]: ./docs/guide.md", targets: ["./docs/guide.md"] },
  { name: "HTML", source: "<p><img width=3 src='logo.svg'><a href=\"docs\">x</a></p>", targets: ["logo.svg", "docs"] },
  { name: "the same link twice", source: "[a](x.md) [b](x.md)", targets: ["x.md"] },
  { name: "web addresses", source: "[a](https://example.org) [b](//example.org/x) <https://example.org>", targets: [] },
  { name: "an address within the page", source: "[usage](#usage) [mail](mailto:ada@example.org)", targets: [] },
  { name: "code", source: "`[a](x.md)` and\n\n```md\n[b](y.md)\n```\n\n~~~\n[c](z.md)\n~~~\n", targets: [] },
  { name: "code with a fence within", source: "````\n```\n[a](x.md)\n````\n[b](y.md)", targets: ["y.md"] },
];

const rst = [
  { name: "a link", source: "See `guide <docs/guide.rst>`_.", targets: ["docs/guide.rst"] },
  { name: "an anonymous link", source: "See `guide <docs/guide.rst>`__.", targets: ["docs/guide.rst"] },
  { name: "an image", source: ".. image:: docs/logo.png\n   :alt: logo", targets: ["docs/logo.png"] },
  { name: "an image by name", source: ".. |logo| image:: logo.png", targets: ["logo.png"] },
  { name: "a target", source: ".. _guide: docs/guide.rst", targets: ["docs/guide.rst"] },
  { name: "web addresses", source: "`a <https://example.org>`_\n\n.. _b: https://example.org", targets: [] },
  { name: "a target of another name", source: ".. _a: b_\n\n`x <b_>`_", targets: [] },
  { name: "a literal", source: "Write ``<docs>`_``.", targets: [] },
];

describe("findRelativeLinks()", () => {
  for (const { name, source, targets } of markdown) {
    test(`reads ${name} in Markdown`, () => assert.deepEqual(findRelativeLinks(source, "markdown"), targets));
  }
  for (const { name, source, targets } of rst) {
    test(`reads ${name} in reStructuredText`, () => assert.deepEqual(findRelativeLinks(source, "rst"), targets));
  }

  for (const piece of ["[](", "<a ", "`", ".. _", "[x]: <", "<img src=", "](  "]) {
    test(`ends soon on a text of nothing but ${JSON.stringify(piece)}`, () => {
      const source = piece.repeat(200_000 / piece.length);
      const start = performance.now();
      findRelativeLinks(source, "markdown");
      findRelativeLinks(source, "rst");
      assert.ok(performance.now() - start < 2000);
    });
  }
});
