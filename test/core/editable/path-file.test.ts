import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { formatPathFile, pathFileName } from "../../../src/core/editable/path-file.ts";

describe("formatPathFile()", () => {
  test("writes a folder a line", () => {
    assert.equal(formatPathFile(["/home/ada/größe", "/a b/src"]), "/home/ada/größe\n/a b/src\n");
    assert.equal(
      formatPathFile(["C:\\Users\\Ada", "\\\\host\\share\\hello"]),
      "C:\\Users\\Ada\n\\\\host\\share\\hello\n",
    );
    assert.equal(formatPathFile([]), "");
  });

  for (const [folder, state] of [
    ["src", "it is not absolute"],
    ["import os", "it is not absolute"],
    ["#/home", "it is not absolute"],
    ["", "it is not absolute"],
    ["/home/ada\nimport os", "it holds a line break or a NUL"],
    ["/home/ada\r", "it holds a line break or a NUL"],
    ["/home/\0", "it holds a line break or a NUL"],
    ["/home/ada ", "it ends in a blank, which Python drops"],
  ] as const) {
    test(`refuses ${JSON.stringify(folder)}`, () => {
      assert.throws(() => formatPathFile(["/fine", folder]), {
        code: "EDITABLE_PATH_INVALID",
        message: new RegExp(`^Cannot write .* into a \\.pth file: ${state}$`),
      });
    });
  }
});

describe("pathFileName()", () => {
  test("has the escaped name of the project", () => {
    assert.equal(pathFileName("Friendly.Bard-2"), "__editable__.friendly_bard_2.pth");
  });
});
