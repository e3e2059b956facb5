import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { memoryTree } from "../../../src/core/memory/memory-tree.ts";
import { selectFiles } from "../../../src/core/project/source-files.ts";
import { filesOf, type ProjectWishes, projectStub } from "./project-stub.ts";

const discovered: { name: string; project: ProjectWishes; tree: string; wheel: string; codes?: string[] }[] = [
  { name: "a package in src/", project: {}, tree: "src/hello/__init__.py", wheel: "hello/__init__.py" },
  { name: "a package beside pyproject.toml", project: {}, tree: "hello/__init__.py", wheel: "hello/__init__.py" },
];

describe("selectFiles(): packages found by name", () => {
  for (const { name, project, tree, wheel, codes } of discovered) {
    test(`takes ${name}`, async () => {
      const selection = await selectFiles(projectStub(project), memoryTree(filesOf(tree)));
      assert.deepEqual(
        selection.wheel.map((member) => member.path),
        wheel.split(" "),
      );
      assert.deepEqual(
        selection.findings.map((finding) => finding.code),
        codes ?? [],
      );
    });
  }
});
