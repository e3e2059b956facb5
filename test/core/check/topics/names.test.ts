import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readSdistName, readWheelName } from "../../../../src/core/check/topics/names.ts";
import { PackwheelError } from "../../../../src/core/errors.ts";
import { parseSdistFilename } from "../../../../src/core/sdist/filename.ts";
import { parseWheelFilename } from "../../../../src/core/wheel/filename.ts";

/** Names that are right but for their form: a reader takes them, the check tells. */
const FORM = /_NOT_NORMALIZED$|_UNSORTED$/;

const WHEELS = [
  "hello-1.0-py3-none-any.whl",
  "hello-1.0-1-py3-none-any.whl",
  "hello-1.0-1abc-py3-none-any.whl",
  "hello-1!2.0.post3+local.7-cp313-cp313t-win_amd64.whl",
  "hello-1.0-py2.py3-none-manylinux2014_x86_64.manylinux_2_17_x86_64.whl",
  "Hello-1.0-py3-none-any.whl",
  "hello.world-1.0-py3-none-any.whl",
  "hello-1.0RC1-py3-none-any.whl",
  "hello-1.0-py3.py2-none-any.whl",
  "hello-1.0-b1-py3-none-any.whl",
  "hello-1.0--py3-none-any.whl",
  "hello-1.0-py3-none.whl",
  "hello-1.0-1-2-py3-none-any.whl",
  "-1.0-py3-none-any.whl",
  "he__llo-1.0-py3-none-any.whl",
  "hello-one-py3-none-any.whl",
  "hello-1.0-3-none-any.whl",
  "hello-1.0-py3-none-.whl",
  "hello-1.0-py3..py4-none-any.whl",
  ".whl",
];

const SDISTS = [
  "hello-1.0.tar.gz",
  "hello_world-1!2.0rc1.tar.gz",
  "Hello-1.0.tar.gz",
  "hello-world-1.0.tar.gz",
  "hello-1.0-1.tar.gz",
  "hello-01.0.tar.gz",
  "hello.tar.gz",
  "-1.0.tar.gz",
  "hello-.tar.gz",
  "hello-one.tar.gz",
  "_-1.0.tar.gz",
  ".tar.gz",
];

function isRefused(parse: () => unknown): boolean {
  try {
    parse();
    return false;
  } catch (error) {
    assert.ok(error instanceof PackwheelError);
    return true;
  }
}

describe("readWheelName()", () => {
  for (const filename of WHEELS) {
    test(`agrees with parseWheelFilename() on ${filename}`, () => {
      const faults = readWheelName(filename).findings.filter(({ code }) => !FORM.test(code));
      const refused = isRefused(() => parseWheelFilename(filename));
      assert.equal(faults.length > 0, refused, JSON.stringify(faults));
    });
  }

  test("tells everything that is wrong with a name", () => {
    const { findings } = readWheelName("He__llo-one-b1-3-none-any.whl");
    assert.deepEqual(
      findings.map(({ code }) => code),
      ["FILENAME_NAME_INVALID", "FILENAME_VERSION_INVALID", "FILENAME_BUILD_INVALID", "FILENAME_TAG_INVALID"],
    );
  });
});

describe("readSdistName()", () => {
  for (const filename of SDISTS) {
    test(`agrees with parseSdistFilename() on ${filename}`, () => {
      const faults = readSdistName(filename).findings.filter(({ code }) => !FORM.test(code));
      const refused = isRefused(() => parseSdistFilename(filename));
      assert.equal(faults.length > 0, refused, JSON.stringify(faults));
    });
  }
});
