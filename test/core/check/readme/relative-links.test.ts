import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { findRelativeLinks } from "../../../../src/core/check/readme/relative-links.ts";
import { processorTime } from "../../../processor-time.ts";

const vectors = [
  { name: "a link", source: "See `guide <docs/guide.rst>`_.", targets: ["docs/guide.rst"] },
  { name: "an anonymous link", source: "See `guide <docs/guide.rst>`__.", targets: ["docs/guide.rst"] },
  { name: "an image", source: ".. image:: docs/logo.png\n   :alt: logo", targets: ["docs/logo.png"] },
  { name: "an image by name", source: ".. |logo| image:: logo.png", targets: ["logo.png"] },
  { name: "a target", source: ".. _guide: docs/guide.rst", targets: ["docs/guide.rst"] },
  { name: "the same link twice", source: "`a <x.rst>`_ and `b <x.rst>`_", targets: ["x.rst"] },
  { name: "web addresses", source: "`a <https://example.org>`_\n\n.. _b: https://example.org", targets: [] },
  { name: "a target of another name", source: ".. _a: b_\n\n`x <b_>`_", targets: [] },
  { name: "a literal", source: "Write ``<docs>`_``.", targets: [] },
];

describe("findRelativeLinks()", () => {
  for (const { name, source, targets } of vectors) {
    test(`reads ${name}`, () =>
      assert.deepEqual(
        findRelativeLinks(source).map(({ target }) => target),
        targets,
      ));
  }

  test("tells images from links", () => {
    assert.deepEqual(findRelativeLinks(".. image:: a.png\n\n`a <a.png>`_ `b <b.rst>`_"), [
      { kind: "image", target: "a.png" },
      { kind: "link", target: "b.rst" },
    ]);
  });

  for (const piece of ["`", "<a ", ".. _", ".. _a: ", ".. |a| image:: ", "`<"]) {
    test(`ends soon on a text of nothing but ${JSON.stringify(piece)}`, () => {
      const source = piece.repeat(200_000 / piece.length);
      const start = processorTime();
      findRelativeLinks(source);
      assert.ok(processorTime() - start < 2000);
    });
  }
});
