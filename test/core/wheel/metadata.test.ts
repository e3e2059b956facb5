import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { LINE_BOUNDARY } from "../../../src/core/wheel/header-block.ts";
import {
  type CoreMetadata,
  chooseMetadataVersion,
  emptyMetadata,
  parseMetadata,
  writeMetadata,
} from "../../../src/core/wheel/metadata.ts";
import { METADATA_FIELDS } from "../../../src/core/wheel/metadata-fields.ts";
import { flipBytes } from "../flip-bytes.ts";

const FULL: CoreMetadata = {
  ...emptyMetadata("Hello.World", "1.0rc1"),
  metadataVersion: "2.5",
  summary: "Says hello, in Ünïcödé",
  keywords: "hello,world",
  author: "Ann Onym",
  authorEmail: '"C. Schultz" <c@example.org>, d@example.org',
  maintainer: "Ben",
  maintainerEmail: "ben@example.org",
  licenseExpression: "MIT AND (Apache-2.0 OR BSD-2-Clause)",
  licenseFile: ["LICENSE", "vendor/COPYING"],
  classifier: ["Programming Language :: Python :: 3", "Typing :: Typed"],
  projectUrl: ["Home, https://example.org/a,b", "Über, https://example.org/ü"],
  requiresPython: ">=3.8",
  descriptionContentType: "text/markdown",
  providesExtra: ["gui"],
  requiresDist: ["idna", 'pyside6; extra == "gui"'],
  importName: ["hello", "_hello; private"],
  importNamespace: ["corp"],
  description: "# Hello\r\n\r\nFrom here on: text.\r\n",
};

const FULL_TEXT = `Metadata-Version: 2.5
Name: Hello.World
Version: 1.0rc1
Summary: Says hello, in Ünïcödé
Author: Ann Onym
Author-email: "C. Schultz" <c@example.org>, d@example.org
Maintainer: Ben
Maintainer-email: ben@example.org
License-Expression: MIT AND (Apache-2.0 OR BSD-2-Clause)
Project-URL: Home, https://example.org/a,b
Project-URL: Über, https://example.org/ü
Keywords: hello,world
Classifier: Programming Language :: Python :: 3
Classifier: Typing :: Typed
Requires-Python: >=3.8
Description-Content-Type: text/markdown
License-File: LICENSE
License-File: vendor/COPYING
Provides-Extra: gui
Requires-Dist: idna
Requires-Dist: pyside6; extra == "gui"
Import-Name: hello
Import-Name: _hello; private
Import-Namespace: corp

# Hello

From here on: text.
`;

const ANY_BOUNDARY = new RegExp(LINE_BOUNDARY, "g");
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const codesOf = (text: string | Uint8Array): string[] => parseMetadata(text).findings.map(({ code }) => code);

describe("writeMetadata()", () => {
  test("writes every field in the usual order, and the description as body", () => {
    assert.equal(writeMetadata(FULL), FULL_TEXT);
  });

  test("writes the three required fields alone", () => {
    assert.equal(writeMetadata(emptyMetadata("a", "1")), "Metadata-Version: 2.4\nName: a\nVersion: 1\n");
  });

  test("writes an empty Import-Name with its colon, for no import names", () => {
    const metadata = { ...emptyMetadata("a", "1"), metadataVersion: "2.5", importName: [""] };
    assert.equal(writeMetadata(metadata), "Metadata-Version: 2.5\nName: a\nVersion: 1\nImport-Name: \n");
    assert.deepEqual(parseMetadata(writeMetadata(metadata)).metadata.importName, [""]);
  });

  test("folds a licence text at every kind of line end, with blanks on its empty lines", () => {
    const license = "\nPermission is granted\r\n\r\n  to all\f\u2028Name: evil\x85end\n\n";
    const written = writeMetadata({ ...emptyMetadata("a", "1"), license });
    const blanks = " ".repeat(9);
    assert.equal(
      written,
      "Metadata-Version: 2.4\nName: a\nVersion: 1\nLicense: Permission is granted\n" +
        `${blanks}\n${blanks}  to all\n${blanks}\n${blanks}Name: evil\n${blanks}end\n`,
    );
    const read = parseMetadata(written);
    assert.deepEqual(read.findings, []);
    assert.equal(read.metadata.license, "Permission is granted\n\n  to all\n\nName: evil\nend");
    assert.equal(read.metadata.name, "a");
  });

  test("leaves out a licence text of blanks alone", () => {
    assert.doesNotMatch(writeMetadata({ ...emptyMetadata("a", "1"), license: " \n " }), /License/);
  });

  test("gives a description a final line end, and keeps its leading empty lines", () => {
    const metadata = { ...emptyMetadata("a", "1"), description: "\n\nHello: not a header\rold Mac" };
    const written = writeMetadata(metadata);
    assert.equal(written.split("Version: 1\n")[1], "\n\n\nHello: not a header\nold Mac\n");
    assert.equal(parseMetadata(written).metadata.description, "\n\nHello: not a header\nold Mac\n");
  });

  test("keeps a description of 10,000 characters without a line end in one line", () => {
    const description = "ä".repeat(10_000);
    const written = writeMetadata({ ...emptyMetadata("a", "1"), description });
    assert.equal(parseMetadata(bytesOf(written)).metadata.description, `${description}\n`);
  });

  const boundaries = ["\n", "\r", "\r\n", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"];
  const singleLine = METADATA_FIELDS.filter(
    ({ key }) => key !== "description" && key !== "license" && key !== "metadataVersion",
  );
  for (const field of singleLine) {
    test(`refuses every line break in ${field.name}`, () => {
      for (const boundary of boundaries) {
        const value = `a${boundary}Name: evil`;
        const metadata = {
          ...emptyMetadata("a", "1"),
          metadataVersion: "2.5",
          [field.key]: field.multiple ? [value] : value,
        };
        assert.throws(() => writeMetadata(metadata), {
          code: "METADATA_INJECTION",
          message: new RegExp(`^Cannot write ${field.name} "a.+Name: evil": a line break at character 1 would start`),
          hint: `Write ${field.name} on one line`,
        });
      }
    });
  }

  const bad: readonly { name: string; metadata: Partial<CoreMetadata>; code: string; message: string }[] = [
    {
      name: "a NUL character",
      metadata: { summary: "a\0b" },
      code: "METADATA_INVALID_TEXT",
      message: 'Cannot write Summary "a\\u0000b": it holds a NUL character',
    },
    {
      name: "half a surrogate pair in the description",
      metadata: { description: "\ud800" },
      code: "METADATA_INVALID_TEXT",
      message: 'Cannot write Description "\ud800": it holds half a surrogate pair',
    },
    {
      name: "no name",
      metadata: { name: "" },
      code: "METADATA_FIELD_MISSING",
      message: "Cannot write metadata: Name is empty",
    },
    {
      name: "no version",
      metadata: { version: "" },
      code: "METADATA_FIELD_MISSING",
      message: "Cannot write metadata: Version is empty",
    },
    {
      name: "a version that never was",
      metadata: { metadataVersion: "2.0" },
      code: "METADATA_VERSION_UNKNOWN",
      message: 'Cannot write metadata of version "2.0": no such version',
    },
    {
      name: "a version with a line break",
      metadata: { metadataVersion: "2.4\nName: evil" },
      code: "METADATA_VERSION_UNKNOWN",
      message: 'Cannot write metadata of version "2.4\\u000aName: evil": no such version',
    },
    {
      name: "import names below 2.5",
      metadata: { importName: ["a"] },
      code: "METADATA_FIELD_TOO_NEW",
      message: "Cannot write Import-Name into metadata 2.4: it came with metadata 2.5",
    },
    {
      name: "a licence expression below 2.4",
      metadata: { metadataVersion: "2.1", licenseExpression: "MIT" },
      code: "METADATA_FIELD_TOO_NEW",
      message: "Cannot write License-Expression into metadata 2.1: it came with metadata 2.4",
    },
    {
      name: "a description below 2.1",
      metadata: { metadataVersion: "1.2", description: "x" },
      code: "METADATA_FIELD_TOO_NEW",
      message: "Cannot write Description as body into metadata 1.2: it came with metadata 2.1",
    },
  ];
  for (const { name, metadata, code, message } of bad) {
    test(`refuses ${name}`, () => {
      assert.throws(() => writeMetadata({ ...emptyMetadata("a", "1"), ...metadata }), { code, message });
    });
  }
});

describe("chooseMetadataVersion()", () => {
  test("takes 2.4 unless import names need 2.5", () => {
    assert.equal(chooseMetadataVersion(emptyMetadata("a", "1")), "2.4");
    assert.equal(chooseMetadataVersion({ ...emptyMetadata("a", "1"), importName: [""] }), "2.5");
    assert.equal(chooseMetadataVersion({ ...emptyMetadata("a", "1"), importNamespace: ["a"] }), "2.5");
  });
});

describe("parseMetadata()", () => {
  test("reads back what writeMetadata wrote", () => {
    const { metadata, findings, headers } = parseMetadata(bytesOf(FULL_TEXT));
    assert.deepEqual(findings, []);
    assert.deepEqual(metadata, { ...FULL, description: "# Hello\n\nFrom here on: text.\n" });
    assert.equal(headers.length, 24);
    assert.deepEqual(headers[3], { name: "Summary", value: "Says hello, in Ünïcödé", line: 4 });
  });

  test("reads names in any case, CR LF and lone CR line ends", () => {
    const { metadata, findings } = parseMetadata("metadata-version: 2.1\r\nNAME:a\rversion: \t 1 \r\n\r\nbody\r\n");
    assert.deepEqual(findings, []);
    assert.equal(metadata.metadataVersion, "2.1");
    assert.equal(metadata.name, "a");
    assert.equal(metadata.version, "1 ");
    assert.equal(metadata.description, "body\r\n");
  });

  const descriptions = [
    { name: "marked with bars", header: "a\r\n       |  b\r\n       |c", value: "a\n  b\nc" },
    { name: "indented by eight", header: "a\n          b\n        \n        c", value: "a\n  b\n\nc" },
    { name: "indented by a tab", header: "a\n\tb", value: "a\nb" },
    { name: "on one line", header: "a", value: "a" },
  ];
  for (const { name, header, value } of descriptions) {
    test(`reads a Description header ${name}`, () => {
      const text = `Metadata-Version: 1.2\nName: a\nVersion: 1\nDescription: ${header}\n`;
      assert.equal(parseMetadata(text).metadata.description, value);
    });
  }

  test("reads licence texts as setuptools and flit fold them", () => {
    for (const indent of [8, 9]) {
      const blanks = " ".repeat(indent);
      const text = `Metadata-Version: 2.1\nName: a\nVersion: 1\nLicense: MIT\n${blanks}\n${blanks}Do.\n`;
      assert.equal(parseMetadata(text).metadata.license, "MIT\n\nDo.");
    }
  });

  const head = "Metadata-Version: 2.1\nName: a\nVersion: 1\n";
  const bad = [
    {
      name: "a line that is no header, which starts the description",
      text: `${head}oops\nSummary: x\n`,
      code: "HEADER_MISSING_SEPARATOR",
      message: 'Cannot read line 4 of METADATA "oops": expected "Name: value" or an empty line',
    },
    {
      name: "a first line that continues nothing",
      text: ` x\n${head}`,
      code: "HEADER_ORPHAN_CONTINUATION",
      message: "Cannot read a header: line 1 of METADATA continues no header",
    },
    {
      name: "a header without a name",
      text: `: x\n${head}`,
      code: "HEADER_EMPTY_NAME",
      message: 'Cannot read a header: line 1 of METADATA has no name before ":"',
    },
    {
      name: "a mailbox line",
      text: `From me\n${head}`,
      code: "HEADER_ENVELOPE_LINE",
      message: 'Cannot read a header: line 1 of METADATA begins with "From " as in a mailbox',
    },
    {
      name: "a second value of a single field",
      text: `${head}Name: b\n`,
      code: "METADATA_FIELD_REPEATED",
      message: "Field Name on line 4 of METADATA is there a second time",
    },
    {
      name: "an unknown field",
      text: `${head}Colour: b\n`,
      code: "METADATA_FIELD_UNKNOWN",
      message: 'Field "Colour" on line 4 of METADATA is not a core metadata field',
    },
    {
      name: "a MIME header",
      text: `${head}Content-Type: multipart/mixed; boundary=x\n`,
      code: "METADATA_MIME_HEADER",
      message:
        'Cannot trust the description in METADATA: header "Content-Type" makes parsers read it as a MIME message',
    },
    {
      name: "two descriptions",
      text: `${head}Description: a\n\nb\n`,
      code: "METADATA_DESCRIPTION_TWICE",
      message: "Cannot tell the description in METADATA: it is in the header and in the body",
    },
    {
      name: "a missing version",
      text: "Metadata-Version: 2.1\nName: a\n",
      code: "METADATA_FIELD_MISSING",
      message: "Cannot find Version in METADATA: it is required",
    },
  ];
  for (const { name, text, code, message } of bad) {
    test(`tells of ${name}`, () => {
      const { findings, metadata } = parseMetadata(text);
      assert.deepEqual(
        findings.map((finding) => [finding.code, finding.message, finding.path]),
        [[code, message, "METADATA"]],
      );
      assert.equal(metadata.name, "a");
    });
  }

  test("tells where bytes are no UTF-8, and reads on", () => {
    const bytes = bytesOf(`${head}Summary: x\xe9y\n`);
    bytes[bytes.length - 4] = 0xff;
    const { findings, metadata } = parseMetadata(bytes);
    assert.deepEqual(findings, [
      {
        code: "HEADER_NOT_UTF8",
        severity: "error",
        message: `Cannot decode METADATA as UTF-8: byte ${bytes.length - 4} is invalid`,
        path: "METADATA",
      },
    ]);
    assert.equal(metadata.summary?.startsWith("x\ufffd"), true);
  });

  test("does not take a byte order mark for part of a name", () => {
    assert.deepEqual(codesOf(`\ufeff${head}`).slice(0, 1), ["HEADER_MISSING_SEPARATOR"]);
  });

  test("keeps unknown headers in its list", () => {
    assert.deepEqual(parseMetadata(`${head}X: y\n z\n`).headers[3], { name: "X", value: "y\n z", line: 4 });
  });

  test("names the file it was given", () => {
    assert.equal(
      parseMetadata("", "PKG-INFO").findings[0]?.message,
      "Cannot find Metadata-Version in PKG-INFO: it is required",
    );
  });

  test("stops after 100,000 headers", () => {
    const { headers, findings } = parseMetadata(`${head}${"Classifier: b\n".repeat(100_001)}`);
    assert.equal(headers.length, 100_000);
    assert.deepEqual(
      findings.map(({ code, message }) => [code, message]),
      [["HEADER_TOO_MANY", "Cannot read a header: METADATA has more than 100000 headers"]],
    );
  });

  test("tells of 250 problems at most", () => {
    assert.equal(parseMetadata(": x\n".repeat(1_000)).findings.length, 250);
    assert.equal(parseMetadata("X: y\n".repeat(1_000)).findings.length, 250);
  });

  test("reads a file cut at any byte", () => {
    const bytes = bytesOf(FULL_TEXT);
    for (let length = 0; length <= bytes.length; length++) {
      const { metadata } = parseMetadata(bytes.subarray(0, length));
      assert.ok("Hello.World".startsWith(metadata.name));
    }
  });

  test("reads 10,000 files with flipped bytes", () => {
    for (const bytes of flipBytes(bytesOf(FULL_TEXT), 10_000)) {
      const { metadata, headers } = parseMetadata(bytes);
      assert.equal(typeof metadata.name, "string");
      assert.ok(headers.length <= 60);
    }
  });

  test("gives back any metadata that can be written", () => {
    const line = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 40 })
      .map((text) =>
        text
          .replaceAll("\0", "")
          .replace(ANY_BOUNDARY, "")
          .replace(/^[ \t]+/, ""),
      )
      .filter((text) => text !== "");
    const metadata = fc.record({
      name: line,
      version: line,
      summary: fc.option(line, { nil: undefined }),
      license: fc.option(
        fc.array(line, { minLength: 1, maxLength: 5 }).map((lines) => lines.join("\n \n").trim() || "x"),
        { nil: undefined },
      ),
      classifier: fc.array(line, { maxLength: 4 }),
      requiresDist: fc.array(line, { maxLength: 4 }),
      description: fc.option(
        fc.string({ unit: "grapheme" }).map((text) => `${text.replace(/[\0\r]/g, "")}\n`),
        {
          nil: undefined,
        },
      ),
    });
    fc.assert(
      fc.property(metadata, (part) => {
        const whole = { ...emptyMetadata("", ""), ...part };
        const { metadata: read, findings } = parseMetadata(bytesOf(writeMetadata(whole)));
        assert.deepEqual(findings, []);
        assert.deepEqual(read, JSON.parse(JSON.stringify(whole)));
      }),
    );
  });
});
