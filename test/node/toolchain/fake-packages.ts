/** A project that has npm packages of the compiler's names and versions, with next to nothing in them. */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { CLANG_PACKAGE, LLC_PACKAGE } from "../../../src/core/targets/compiler-packages.ts";

export const FAKE_FILES = {
  clang: "the front end",
  archive: "an archive",
  llc: "the code generators",
} as const;

export function projectWithFakePackages(): string {
  const root = mkdtempSync(join(tmpdir(), "packwheel-fake-packages-"));
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const { name, version } of [CLANG_PACKAGE, LLC_PACKAGE]) {
    put(`node_modules/${name}/package.json`, JSON.stringify({ version }));
  }
  put(`node_modules/${CLANG_PACKAGE.name}/gen/llvm.core.wasm`, FAKE_FILES.clang);
  put(`node_modules/${CLANG_PACKAGE.name}/gen/llvm-resources.tar`, FAKE_FILES.archive);
  put(`node_modules/${LLC_PACKAGE.name}/llc.wasm`, FAKE_FILES.llc);
  return root;
}
