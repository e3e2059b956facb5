import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { editTags } from "../../../src/core/tags/tag-edit.ts";

describe("editTags()", () => {
  const vectors = [
    { current: ["py3"], edit: "+py2", tags: ["py2", "py3"] },
    { current: ["py3"], edit: "+py2.cp27", tags: ["cp27", "py2", "py3"] },
    { current: ["py2", "py3"], edit: "+py3", tags: ["py2", "py3"] },
    { current: ["py2", "py3"], edit: "-py2", tags: ["py3"] },
    { current: ["py2", "py3"], edit: "-cp27", tags: ["py2", "py3"] },
    { current: ["py2", "py3"], edit: "cp313", tags: ["cp313"] },
    { current: ["any"], edit: "win_amd64.WIN32.win32", tags: ["win32", "win_amd64"] },
  ];
  for (const { current, edit, tags } of vectors) {
    test(`applies ${edit} to ${current.join(".")}`, () => assert.deepEqual(editTags(current, edit), tags));
  }
  test("leaves the given list as it is", () => {
    const current = ["py3"];
    editTags(current, "+py2");
    assert.deepEqual(current, ["py3"]);
  });
  const bad = [
    { edit: "", message: 'Cannot apply "" to the tags: a tag is empty' },
    { edit: "+", message: 'Cannot apply "+" to the tags: a tag is empty' },
    { edit: "py2..py3", message: 'Cannot apply "py2..py3" to the tags: a tag is empty' },
    { edit: "-py3.py2", message: 'Cannot apply "-py3.py2" to the tags: none would be left' },
  ];
  for (const { edit, message } of bad) {
    test(`refuses "${edit}"`, () => {
      assert.throws(() => editTags(["py3"], edit), { code: "TAG_INVALID", message });
    });
  }
});
