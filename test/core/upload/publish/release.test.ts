import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { normalizeName } from "../../../../src/core/names/project-name.ts";
import { parseVersion } from "../../../../src/core/names/version.ts";
import { checkRelease, orderFiles, type ReleaseFile } from "../../../../src/core/upload/publish/release.ts";

/** `dist/hello-1.0-py3-none-any.whl`: project and version are those of the name. */
function fileAt(path: string): ReleaseFile {
  const filename = path.slice(path.lastIndexOf("/") + 1);
  const [name = "", version = ""] = filename.replace(/\.tar\.gz$/, "").split("-");
  return {
    path,
    filename,
    kind: filename.endsWith(".whl") ? "wheel" : "sdist",
    project: normalizeName(name),
    version: parseVersion(version),
  };
}

describe("orderFiles()", () => {
  test("puts wheels before sdists, each kind by name and not by the user's locale", () => {
    const given = ["a-1.tar.gz", "b-1-py3-none-any.whl", "B-1-py3-none-any.whl", "a-1-py3-none-any.whl", "B-1.tar.gz"];
    const ordered = orderFiles(given.map(fileAt)).map(({ filename }) => filename);
    assert.deepEqual(ordered, [
      "B-1-py3-none-any.whl",
      "a-1-py3-none-any.whl",
      "b-1-py3-none-any.whl",
      "B-1.tar.gz",
      "a-1.tar.gz",
    ]);
  });
});

describe("checkRelease()", () => {
  const good = [
    { name: "no file", paths: [] },
    {
      name: "wheels and the sdist of a release",
      paths: ["a-1.0-py3-none-any.whl", "a-1.0-cp312-none-any.whl", "a-1.0.tar.gz"],
    },
    { name: "two spellings of one version", paths: ["a-1.0-py3-none-any.whl", "a-1.tar.gz"] },
    { name: "two projects of different versions", paths: ["a-1.0.tar.gz", "b-2.0.tar.gz"] },
  ];
  for (const { name, paths } of good) {
    test(`lets ${name} pass`, () => assert.deepEqual(checkRelease(paths.map(fileAt)), []));
  }

  const bad = [
    {
      name: "two files of one name",
      paths: ["x/a-1.0-py3-none-any.whl", "y/a-1.0-py3-none-any.whl"],
      findings: [
        {
          code: "UPLOAD_DUPLICATE_FILE",
          message: 'Cannot upload "y/a-1.0-py3-none-any.whl": "x/a-1.0-py3-none-any.whl" has the same name',
          path: "y/a-1.0-py3-none-any.whl",
          hint: "Give one of them",
        },
      ],
    },
    {
      name: "the file of an older version that was left in the folder",
      paths: ["a-1.10-py3-none-any.whl", "A-1.9-py3-none-any.whl", "a-1.10.tar.gz"],
      findings: [
        {
          code: "UPLOAD_VERSIONS_DIFFER",
          message: "Cannot upload 2 versions of a together: 1.10, 1.9",
          path: "A-1.9-py3-none-any.whl",
          hint: "Give the files of 1.10 alone: older ones may lie in the folder from builds before",
        },
      ],
    },
    {
      name: "a second sdist",
      paths: ["a-1.0.tar.gz", "A-1.0.tar.gz"],
      findings: [
        {
          code: "UPLOAD_FILE_UNFIT",
          message: "Cannot upload 2 sdists of a: a release has one at most",
          path: "A-1.0.tar.gz",
        },
      ],
    },
  ];
  for (const { name, paths, findings } of bad) {
    test(`refuses ${name}`, () => {
      assert.deepEqual(
        checkRelease(paths.map(fileAt)),
        findings.map((finding) => ({ severity: "error", ...finding })),
      );
    });
  }
});
