import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** Inside the package, so that `packwheel` resolves to the build as it does for a user. */
const FOLDER = join(ROOT, ".cache", "docs");

interface Example {
  readonly name: string;
  readonly code: string;
  /** What the page says that it prints. */
  readonly output: string | undefined;
}

/** Every `ts` block, with the `text` block that directly follows it. */
function examplesOf(page: string): Example[] {
  const text = readFileSync(join(ROOT, page), "utf8");
  const blocks = text.matchAll(/```ts\n([\s\S]*?)```(?:\s*```text\n([\s\S]*?)```)?/g);
  return [...blocks].map((block, index) => ({
    name: `${page}, example ${index + 1}`,
    code: block[1] ?? "",
    output: block[2],
  }));
}

for (const page of ["docs/library.md", "README.md"]) {
  describe(`the examples of ${page}`, () => {
    const examples = examplesOf(page);
    test("are found", () => assert.ok(examples.length > 0));

    for (const { name, code, output } of examples) {
      test(`${name} runs${output === undefined ? "" : " and prints what the page says"}`, () => {
        mkdirSync(FOLDER, { recursive: true });
        const file = join(FOLDER, `${name.replace(/\W+/g, "-")}.ts`);
        writeFileSync(file, code);
        const run = spawnSync(process.execPath, ["--import", "tsx", file], { cwd: ROOT, encoding: "utf8" });
        assert.equal(run.status, 0, run.stderr);
        assert.notEqual(run.stdout, "", "the example shows nothing");
        if (output !== undefined) assert.equal(run.stdout, output);
      });
    }
  });
}
