import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { lookUp, parseProjectPage, projectPage } from "../../../../src/core/upload/index/simple-index.ts";

const HASH = "a".repeat(64);
const JSON_TYPE = "application/vnd.pypi.simple.v1+json";

describe("projectPage()", () => {
  const cases = [
    ["https://pypi.org/simple/", "Foo.Bar", "https://pypi.org/simple/foo-bar/"],
    ["https://pypi.org/simple", "foo", "https://pypi.org/simple/foo/"],
    ["https://pypi.org/simple/foo_bar/", "foo-bar", "https://pypi.org/simple/foo-bar/"],
    ["https://x.example.com/?a=b#c", "foo", "https://x.example.com/foo/"],
    ["https://x.example.com/simple/", "simple", "https://x.example.com/simple/simple/"],
  ] as const;
  for (const [index, name, page] of cases) {
    test(`of ${name} at ${index} is ${page}`, () => assert.equal(projectPage(index, name), page));
  }

  test("refuses what is no URL", () =>
    assert.throws(() => projectPage("simple", "foo"), { code: "UPLOAD_URL_INVALID" }));
});

describe("parseProjectPage()", () => {
  test("reads JSON: hashes, times and the project's status", () => {
    const page = {
      meta: { "api-version": "1.4" },
      "project-status": { status: "archived" },
      files: [
        { filename: "foo-1.0.tar.gz", hashes: { sha256: HASH }, "upload-time": "2026-11-27T00:00:00.5Z" },
        { filename: "foo-1.1.tar.gz", hashes: {} },
        { hashes: {} },
      ],
    };
    assert.deepEqual(parseProjectPage(JSON.stringify(page), JSON_TYPE), {
      files: [
        { filename: "foo-1.0.tar.gz", sha256: HASH, uploadTime: Date.UTC(2026, 10, 27, 0, 0, 0, 500) },
        { filename: "foo-1.1.tar.gz", sha256: undefined, uploadTime: undefined },
      ],
      status: "archived",
    });
  });

  test("reads HTML of any hand", () => {
    const html = `<html><body><A class=x href='../f.whl#sha256=${HASH}'>f&#45;1.0.whl</A><a href="g.whl">g.whl </a></body></html>`;
    assert.deepEqual(parseProjectPage(html, "text/html; charset=utf-8").files, [
      { filename: "f-1.0.whl", sha256: HASH, uploadTime: undefined },
      { filename: "g.whl", sha256: undefined, uploadTime: undefined },
    ]);
  });

  const bad = [
    ["[", JSON_TYPE, "its answer is no JSON"],
    ["{}", JSON_TYPE, "its answer has no list of files"],
    [
      '{"meta":{"api-version":"2.0"},"files":[]}',
      JSON_TYPE,
      'it speaks version "2.0" of the Simple API, and 1 is known',
    ],
    ["nothing", "text/html", "its answer is no HTML"],
    ["nothing", "text/plain", 'it answers with "text/plain"'],
  ] as const;
  for (const [body, type, problem] of bad) {
    test(`refuses ${body} of ${type}`, () => {
      const message = `Cannot read the project's page of the index: ${problem}`;
      assert.throws(() => parseProjectPage(body, type), { code: "UPLOAD_INDEX_INVALID", message });
    });
  }
});

describe("lookUp()", () => {
  const project = {
    files: [
      { filename: "a.whl", sha256: HASH.toUpperCase(), uploadTime: undefined },
      { filename: "b.whl", sha256: undefined, uploadTime: undefined },
    ],
    status: undefined,
  };
  const cases = [
    ["a.whl", HASH, "same"],
    ["a.whl", "b".repeat(64), "different"],
    ["b.whl", HASH, "unknown"],
    ["c.whl", HASH, "absent"],
  ] as const;
  for (const [filename, sha256, is] of cases) {
    test(`of ${filename} with ${sha256.slice(0, 3)}… is ${is}`, () =>
      assert.equal(lookUp(project, filename, sha256), is));
  }
});
