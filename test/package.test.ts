import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { PACKWHEEL_VERSION } from "../src/core/version.ts";

const root = new URL("../", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL("package.json", root), "utf8"));

describe("package.json", () => {
  test("has the version that packwheel prints", () => assert.equal(manifest.version, PACKWHEEL_VERSION));

  test("names entries that the build makes", () => {
    const targets = Object.values<string | Record<string, string>>(manifest.exports).flatMap((entry) => {
      return typeof entry === "string" ? [entry] : Object.values(entry);
    });
    for (const target of [...targets, manifest.bin.packwheel]) {
      assert.ok(existsSync(new URL(target, root)), `${target} is missing; run npm run build`);
    }
  });

  test("gives every runtime dependency a reason in the design notes", () => {
    const notes = readFileSync(new URL("docs/design/0001-dependencies.md", root), "utf8");
    for (const name of Object.keys(manifest.dependencies)) {
      assert.ok(notes.includes(`\`${name}\``), `docs/design/0001-dependencies.md does not name ${name}`);
    }
  });
});
