import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  formatToolchainManifest,
  parseToolchainManifest,
  type ToolchainManifest,
} from "../../src/toolchain/toolchain-manifest.ts";

const file = (url: string): ToolchainManifest["files"]["clang"] => ({ url, size: 10, sha256: "ab".repeat(32) });
const MANIFEST: ToolchainManifest = {
  version: "packwheel 1.0",
  files: { clang: file("a.gz"), llc: file("b.gz"), headers: file("c.gz"), sysroot: file("https://example.org/d") },
};

describe("parseToolchainManifest()", () => {
  test("reads back what formatToolchainManifest() writes", () => {
    assert.deepEqual(parseToolchainManifest(formatToolchainManifest(MANIFEST), "list"), MANIFEST);
  });

  const withClang = (clang: unknown): unknown => ({ ...MANIFEST, files: { ...MANIFEST.files, clang } });
  const faults: readonly (readonly [string, unknown, string])[] = [
    ["a list", [], "it is no object"],
    ["no version", { files: MANIFEST.files }, '"version" is no text'],
    ["no files", { version: "1" }, '"files" is no object'],
    ["a missing file", { ...MANIFEST, files: { clang: file("a") } }, '"llc" of "files" is no object'],
    ["a file without an address", withClang({ ...file("a"), url: "" }), '"url" of "clang" is no text'],
    ["a size that is none", withClang({ ...file("a"), size: 1.5 }), '"size" of "clang" is no number of bytes'],
    ["an empty file", withClang({ ...file("a"), size: 0 }), '"size" of "clang" is no number of bytes'],
    [
      "a hash that is none",
      withClang({ ...file("a"), sha256: "AB".repeat(32) }),
      '"sha256" of "clang" is no hash in hexadecimal digits',
    ],
  ];
  for (const [name, value, reason] of faults) {
    test(`refuses ${name}`, () => {
      const code = "TOOLCHAIN_MANIFEST_INVALID";
      const message = `Cannot load the WASM compiler of "list": ${reason}`;
      assert.throws(() => parseToolchainManifest(JSON.stringify(value), "list"), { code, message });
    });
  }

  test("refuses what is no JSON", () => {
    assert.throws(() => parseToolchainManifest("{", "list"), {
      code: "TOOLCHAIN_MANIFEST_INVALID",
      message: 'Cannot load the WASM compiler of "list": it is no JSON',
    });
  });
});
