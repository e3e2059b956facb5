import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { findPathFault, foldPath } from "../../../src/core/zip/safe-path.ts";

const safe = [
  "a",
  "hello/__init__.py",
  ".hidden",
  "a/.b/..c/d..",
  "a b/c, d.py",
  "日本/é.py",
  "x/\u{1f600}.txt",
  "ab:c",
  "1:x",
  "nul/con.py",
];

const unsafe: [path: string, fault: string][] = [
  ["", "it is empty"],
  ["/etc/passwd", "it is absolute"],
  ["//server/share", "it is absolute"],
  ["C:/x", "it begins with a drive letter"],
  ["c:x", "it begins with a drive letter"],
  ["..", 'it has a ".." part'],
  ["../x", 'it has a ".." part'],
  ["a/../../x", 'it has a ".." part'],
  ["a/..", 'it has a ".." part'],
  [".", 'it has a "." part'],
  ["./a", 'it has a "." part'],
  ["a/./b", 'it has a "." part'],
  ["a//b", 'it has an empty part ("//" or a "/" at its end)'],
  ["a/", 'it has an empty part ("//" or a "/" at its end)'],
  ["a/.. /b", 'it has a part of dots and spaces alone (".. ")'],
  ["a/.../b", 'it has a part of dots and spaces alone ("...")'],
  ["a\\b", 'it has a backslash, where "/" parts folders'],
  ["..\\x", 'it has a backslash, where "/" parts folders'],
  ["a\0.py", "it has a NUL"],
  ["a\nb", "it has the control character U+000a"],
  ["a\u007f", "it has the control character U+007f"],
  ["a\ud800", "it has a lone surrogate, which is no text"],
  ["\udc00a", "it has a lone surrogate, which is no text"],
  ["\ud800\ud800\udc00", "it has a lone surrogate, which is no text"],
];

describe("findPathFault()", () => {
  for (const path of safe) {
    test(`takes ${JSON.stringify(path)}`, () => assert.equal(findPathFault(path), undefined));
  }
  for (const [path, fault] of unsafe) {
    test(`refuses ${JSON.stringify(path)}`, () => assert.equal(findPathFault(path), fault));
  }
});

describe("foldPath()", () => {
  test("joins paths that differ in case or in how accents are composed", () => {
    assert.equal(foldPath("A/É.py"), foldPath("a/e\u0301.PY"));
    assert.notEqual(foldPath("a_b"), foldPath("a-b"));
  });
});
