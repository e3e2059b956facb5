import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isIdentifier, isKeyword, isModuleName, parseObjectReference } from "../../../src/core/names/identifier.ts";

describe("isIdentifier()", () => {
  for (const text of ["a", "_", "__init__", "A1", "class", "café", "日本", "ﬁle", "x\u0301", "ℌello", "ªb", "\u2118"]) {
    test(`takes ${JSON.stringify(text)}`, () => assert.equal(isIdentifier(text), true));
  }
  for (const text of ["", "1a", "a-b", "a.b", "a b", "a\n", "é!", "\u0301x", "😀", "a\u00a0", "\u037a"]) {
    test(`refuses ${JSON.stringify(text)}`, () => assert.equal(isIdentifier(text), false));
  }
});

describe("isKeyword()", () => {
  for (const text of ["class", "None", "async", "lambda"]) test(text, () => assert.equal(isKeyword(text), true));
  for (const text of ["match", "type", "_", "none", "print"]) {
    test(`leaves ${text} free`, () => assert.equal(isKeyword(text), false));
  }
});

describe("isModuleName()", () => {
  for (const text of ["a", "a.b.c", "_a.b1", "match.case"]) {
    test(`takes ${text}`, () => assert.equal(isModuleName(text), true));
  }
  for (const text of ["", ".", "a.", ".a", "a..b", "a.class", "a-b", "a.1", "a b"]) {
    test(`refuses ${JSON.stringify(text)}`, () => assert.equal(isModuleName(text), false));
  }
});

describe("parseObjectReference()", () => {
  const vectors = [
    { text: "hello", module: "hello", object: undefined, extras: [] },
    { text: "hello.cli:main", module: "hello.cli", object: "main", extras: [] },
    { text: "hello:Main.run", module: "hello", object: "Main.run", extras: [] },
    { text: " hello : main [ color , Dev-Tools ] ", module: "hello", object: "main", extras: ["color", "Dev-Tools"] },
  ];
  for (const { text, ...reference } of vectors) {
    test(`reads "${text}"`, () => assert.deepEqual(parseObjectReference(text), reference));
  }
  for (const text of [
    "",
    ":main",
    "hello:",
    "hello:main()",
    "hello.cli:main:x",
    "hello/cli:main",
    "a:b.class",
    "a:b[]",
    "a:b[x",
    "a:b[-]",
    "a b:c",
    "a:b\nc",
    "a:b\n",
    "\na:b",
    "a:b[x,\ny]",
  ]) {
    test(`refuses ${JSON.stringify(text)}`, () => assert.equal(parseObjectReference(text), undefined));
  }
});
