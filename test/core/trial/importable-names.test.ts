import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { importableNames } from "../../../src/core/trial/importable-names.ts";

const cases = [
  {
    name: "a package and a module",
    paths: ["hello/__init__.py", "hello/a.py", "single.py"],
    names: ["hello", "single"],
  },
  {
    name: "an extension module",
    paths: ["_fast.cpython-313-x86_64-linux-gnu.so", "_slow.pyd"],
    names: ["_fast", "_slow"],
  },
  { name: "a package that is one extension", paths: ["hello/__init__.cpython-313-darwin.so"], names: ["hello"] },
  {
    name: "packages in a namespace",
    paths: ["acme/one/__init__.py", "acme/two.py", "acme/deep/er/mod.py"],
    names: ["acme.deep.er.mod", "acme.one", "acme.two"],
  },
  {
    name: "nothing of what is not imported",
    paths: [
      "hello-1.0.dist-info/METADATA",
      "hello.libs/libz.so",
      "my-data/a.py",
      "2to3.py",
      "data/text.txt",
      "hello.pth",
    ],
    names: [],
  },
  {
    name: "what the metadata say",
    declared: ["hello", "_hello ; private"],
    paths: ["x.py"],
    names: ["hello", "_hello"],
  },
  { name: "nothing where the metadata say so", declared: [""], paths: ["x.py"], names: [] },
];

describe("importableNames()", () => {
  for (const { name, declared = [], paths, names } of cases) {
    test(`finds ${name}`, () => assert.deepEqual(importableNames(declared, paths), names));
  }
});
