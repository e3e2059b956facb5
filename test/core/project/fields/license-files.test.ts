import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { PackwheelError } from "../../../../src/core/errors.ts";
import { memoryTree } from "../../../../src/core/memory/memory-tree.ts";
import {
  isLiteralGlob,
  matchesGlob,
  mayMatchBelow,
  parseGlob,
} from "../../../../src/core/project/fields/glob-pattern.ts";
import { readProject } from "../../../../src/core/project/read-project.ts";
import { processorTime } from "../../../processor-time.ts";
import { listFindings, readToml } from "../sample-project.ts";

const HEAD = '[project]\nname = "a"\nversion = "1"\n';

describe("matchesGlob()", () => {
  const matching = [
    { pattern: "LICENSE", paths: ["LICENSE"], others: ["license", "LICENSE.md", "a/LICENSE"] },
    { pattern: "LICEN[CS]E*", paths: ["LICENSE", "LICENCE.txt"], others: ["LICENE", "LICENXE", "LICENSES/MIT"] },
    { pattern: "?.txt", paths: ["a.txt", "😀.txt"], others: [".txt", "ab.txt"] },
    { pattern: "a*b*c", paths: ["abc", "aXbXc", "abbbc"], others: ["ab", "acb", "abcd"] },
    { pattern: "[a-c-].txt", paths: ["a.txt", "b.txt", "-.txt"], others: ["d.txt"] },
    { pattern: "[-ac].txt", paths: ["-.txt", "c.txt"], others: ["b.txt"] },
    { pattern: "licenses/*", paths: ["licenses/MIT"], others: ["licenses/.git", "licenses/a/b", "licenses"] },
    { pattern: "**/LICENSE", paths: ["LICENSE", "a/LICENSE", "a/b/LICENSE"], others: [".git/LICENSE", "a/.b/LICENSE"] },
    { pattern: "a/**/b/*.txt", paths: ["a/b/x.txt", "a/c/d/b/x.txt"], others: ["b/x.txt", "a/x.txt"] },
    { pattern: "legal/**", paths: ["legal/a", "legal/b/c"], others: ["other/a", "legal"] },
    { pattern: ".hidden/*", paths: [".hidden/a"], others: ["hidden/a"] },
    { pattern: "*", paths: ["a"], others: [".a", "a/b"] },
    { pattern: "./a//b", paths: ["a/b"], others: ["a"] },
  ];
  for (const { pattern, paths, others } of matching) {
    test(`reads ${pattern} as Python's glob does`, () => {
      const glob = parseGlob(pattern);
      assert.deepEqual(
        paths.filter((path) => matchesGlob(glob, path)),
        paths,
      );
      assert.deepEqual(
        others.filter((path) => matchesGlob(glob, path)),
        [],
      );
    });
  }

  test("tells which folders can hold a match", () => {
    const folders = ["a", "a/b", "a/b/c", "b", ".git"];
    const below = (pattern: string) => folders.filter((folder) => mayMatchBelow(parseGlob(pattern), folder));
    assert.deepEqual(below("*"), []);
    assert.deepEqual(below("a/b/x"), ["a", "a/b"]);
    assert.deepEqual(below("*/b/**"), ["a", "a/b", "a/b/c", "b"]);
    assert.deepEqual(below("**/x"), ["a", "a/b", "a/b/c", "b"]);
  });

  test("is quick on patterns made to be slow", () => {
    const start = processorTime();
    matchesGlob(parseGlob("*a".repeat(200)), "a".repeat(5000));
    matchesGlob(parseGlob("**/a/".repeat(100)), "a/".repeat(1000));
    assert.ok(processorTime() - start < 2000);
  });

  test("knows patterns that name one file", () => {
    assert.ok(isLiteralGlob("licenses/LICENSE.MIT"));
    assert.ok(!isLiteralGlob("LICENSE*"));
  });

  test("takes every pattern that is let through, without failing", () => {
    const characters = fc.constantFrom(..."ab[]-*?/.");
    fc.assert(
      fc.property(
        fc.string({ unit: characters }),
        fc.string({ unit: fc.constantFrom(..."ab-/.") }),
        (pattern, path) => {
          const glob = parseGlob(pattern);
          // A file can match only where each of its folders may hold a match.
          const folders = path.split("/").slice(0, -1);
          if (!matchesGlob(glob, path)) return;
          for (const [index] of folders.entries()) {
            assert.ok(mayMatchBelow(glob, folders.slice(0, index + 1).join("/")));
          }
        },
      ),
    );
  });
});

describe("license-files", () => {
  const files = {
    LICENSE: "a",
    "LICENCE.MIT": "b",
    "COPYING.md": "c",
    NOTICE: "d",
    "AUTHORS.rst": "e",
    license: "f",
    "docs/LICENSE": "g",
    "vendor/x/LICENSE": "h",
    "vendor/x/.git/LICENSE": "i",
    "vendor/y z/COPYING": "j",
  };

  test("are found by their usual names at the root when the key is not there", async () => {
    const project = await readToml(HEAD, files);
    const expected = ["AUTHORS.rst", "COPYING.md", "LICENCE.MIT", "LICENSE", "NOTICE"];
    assert.deepEqual(project.metadata.licenseFile, expected);
    assert.deepEqual(project.referencedFiles, expected);
  });

  test("are none when the key is an empty array", async () => {
    assert.deepEqual((await readToml(`${HEAD}license-files = []`, files)).metadata.licenseFile, []);
  });

  test("are each there once, sorted by code point", async () => {
    const toml = `${HEAD}license-files = ["vendor/**/*", "LICENSE", "./LICENSE", "LIC*", "vendor/x/LICENSE"]`;
    assert.deepEqual((await readToml(toml, files)).metadata.licenseFile, [
      "LICENCE.MIT",
      "LICENSE",
      "vendor/x/LICENSE",
      "vendor/y z/COPYING",
    ]);
  });

  test("are looked for only in folders that can hold them", async () => {
    const tree = memoryTree({
      "pyproject.toml": `${HEAD}license-files = ["legal/*/*.txt"]`,
      "legal/a/b.txt": "x",
      "c/d/e": "",
    });
    const entered: string[] = [];
    await readProject({
      ...tree,
      list: (options) =>
        tree.list({
          skipDirectory: (path) => {
            const skip = options?.skipDirectory?.(path) ?? false;
            if (!skip) entered.push(path);
            return skip;
          },
        }),
    });
    assert.deepEqual(entered, ["legal", "legal/a"]);
  });

  test("that a link leads out of the project are a problem among others", async () => {
    const tree = memoryTree({ "pyproject.toml": `${HEAD}license-files = ["LICENSE"]\nreadme = "gone.md"` });
    const failure = new PackwheelError("TREE_LINK_ESCAPES", 'Cannot read "LICENSE": it links out of the project');
    const read = async (path: string) => {
      if (path === "LICENSE") throw failure;
      return tree.read(path);
    };
    await assert.rejects(readProject({ ...tree, read }), (error: PackwheelError) => {
      assert.deepEqual(
        error.findings.map(({ message }) => message),
        ['File "gone.md" does not exist', 'Cannot read "LICENSE": it links out of the project'],
      );
      return true;
    });
  });

  test("are reported at their own pattern, also behind one that is no glob", async () => {
    const findings = await listFindings(`${HEAD}license-files = ["{", "LICENSE", "GONE*"]`, files);
    assert.deepEqual(
      findings.map(([, , path]) => path),
      ["pyproject.toml: project.license-files[0]", "pyproject.toml: project.license-files[2]"],
    );
  });
});
