import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { escapeName } from "../../../src/core/names/project-name.ts";
import { formatVersion } from "../../../src/core/names/version.ts";
import { parseTagSet } from "../../../src/core/tags/tag-set.ts";
import {
  formatWheelFilename,
  joinWheelFilename,
  parseWheelFilename,
  splitWheelFilename,
} from "../../../src/core/wheel/filename.ts";
import { processorTime } from "../../processor-time.ts";
import { wheelFilename } from "../names/arbitraries.ts";
import { fuzz } from "../names/fuzz.ts";

describe("parseWheelFilename()", () => {
  test("tells the parts", () => {
    const filename = parseWheelFilename("Friendly.Bard_X-1.0RC1-02b-py3.py2-none-any.whl");
    assert.equal(filename.name, "friendly-bard-x");
    assert.equal(formatVersion(filename.version), "1.0rc1");
    assert.deepEqual(filename.build, { number: 2n, suffix: "b" });
    assert.deepEqual(filename.tags, { python: ["py2", "py3"], abi: ["none"], platform: ["any"] });
    assert.deepEqual(filename.parts, {
      distribution: "Friendly.Bard_X",
      version: "1.0RC1",
      build: "02b",
      python: "py3.py2",
      abi: "none",
      platform: "any",
    });
  });

  for (const text of [
    "a-1-py3-none-any.whl",
    "numpy-2.0.0-cp313-cp313t-manylinux2014_x86_64.manylinux_2_17_x86_64.whl",
    "a-1!2.0+local.1-py3-none-any.whl",
    "ä-1-py3-none-any.whl",
    "_a-1-py3-none-any.whl",
  ]) {
    test(`takes ${text}`, () => assert.equal(joinWheelFilename(parseWheelFilename(text).parts), text));
  }

  const bad = [
    { text: "a-1-py3-none-any.zip", problem: "it does not end in `.whl`" },
    { text: "a-1-py3-none-any.WHL", problem: "it does not end in `.whl`" },
    { text: "a-1-py3-none-any.whl\n", problem: "it does not end in `.whl`" },
    { text: "a-1-py3-none.whl", problem: "it has 4 parts between dashes, not five or six" },
    { text: "a-1-1-py3-none-any-x.whl", problem: "it has 7 parts between dashes, not five or six" },
    { text: ".whl", problem: "a part between dashes is empty" },
    { text: "-1-py3-none-any.whl", problem: "a part between dashes is empty" },
    { text: "a-1--py3-none-any.whl", problem: "a part between dashes is empty" },
    { text: "a-1-x1-py3-none-any.whl", problem: 'the build tag "x1" does not begin with a digit' },
    { text: "a-b-py3-none-any.whl", problem: '"b" is not a PEP 440 version' },
    { text: "a__b-1-py3-none-any.whl", problem: '"a__b" is not an escaped project name' },
    { text: "a+b-1-py3-none-any.whl", problem: '"a+b" is not an escaped project name' },
    { text: "dist/a-1-py3-none-any.whl", problem: "it holds a folder" },
    { text: "a\\b-1-py3-none-any.whl", problem: "it holds a folder" },
    { text: "a b-1-py3-none-any.whl", problem: "it holds white space or a control character" },
    { text: "a\0-1-py3-none-any.whl", problem: "it holds white space or a control character" },
    { text: "a-1-3-none-any.whl", problem: 'Cannot read the Python tag "3": not an identifier' },
    { text: "a-1-py3.-none-any.whl", problem: 'Cannot read the Python tag "": not an identifier' },
    { text: "a-1-py3-none-any..whl", problem: 'Cannot read the platform tag "": it is empty' },
    {
      text: "a-1-py3-none-a+b.whl",
      problem: 'Cannot read the platform tag "a+b": it may hold letters, digits and `_` alone',
    },
  ];
  for (const { text, problem } of bad) {
    test(`refuses ${JSON.stringify(text)}`, () => {
      const message = `Cannot read the wheel name ${JSON.stringify(text)}: ${problem}`;
      assert.throws(() => parseWheelFilename(text), { code: "WHEEL_FILENAME_INVALID", message });
    });
  }
  test("gives a name or an error for 10,000 broken texts", () => fuzz(parseWheelFilename, wheelFilename));
  test("stays quick on long texts", () => {
    const start = processorTime();
    for (const piece of ["a", "a-", "-1", "1-", "."]) {
      assert.throws(() => parseWheelFilename(`${piece.repeat(1 << 16)} .whl`), { code: "WHEEL_FILENAME_INVALID" });
    }
    assert.ok(processorTime() - start < 5000);
  });
});

describe("splitWheelFilename()", () => {
  test("takes parts that are wrong in themselves", () => {
    assert.deepEqual(splitWheelFilename("a__b-nonsense-3-none-any.whl"), {
      distribution: "a__b",
      version: "nonsense",
      build: undefined,
      python: "3",
      abi: "none",
      platform: "any",
    });
  });
  test("is the inverse of joinWheelFilename()", () => {
    fc.assert(fc.property(wheelFilename, (text) => assert.equal(joinWheelFilename(splitWheelFilename(text)), text)));
  });
  test("refuses another shape", () => {
    assert.throws(() => splitWheelFilename("a-1.whl"), {
      code: "WHEEL_FILENAME_INVALID",
      message: 'Cannot read the wheel name "a-1.whl": it has 2 parts between dashes, not five or six',
      hint: "Name it `{name}-{version}-{python tag}-{abi tag}-{platform tag}.whl`",
    });
  });
});

describe("formatWheelFilename()", () => {
  const tags = parseTagSet("py3-none-any");
  test("escapes the name, normalises the version and sorts the tags", () => {
    const unsorted = { python: ["py3", "py2"], abi: ["none"], platform: ["any"] };
    assert.equal(
      formatWheelFilename({ name: "Friendly.Bard-X", version: "1.0-RC1", tags: unsorted }),
      "friendly_bard_x-1.0rc1-py2.py3-none-any.whl",
    );
  });
  test("puts the build tag in its place", () => {
    assert.equal(formatWheelFilename({ name: "a", version: "1", build: "2b", tags }), "a-1-2b-py3-none-any.whl");
    assert.equal(formatWheelFilename({ name: "a", version: "1", build: "", tags }), "a-1-py3-none-any.whl");
  });
  test("refuses a wrong version and a wrong build tag", () => {
    assert.throws(() => formatWheelFilename({ name: "a", version: "x", tags }), { code: "VERSION_INVALID" });
    assert.throws(() => formatWheelFilename({ name: "a", version: "1", build: "b", tags }), {
      code: "BUILD_TAG_INVALID",
    });
  });
  test("gives a name that stays as it is when read and written again", () => {
    fc.assert(
      fc.property(wheelFilename, (text) => {
        const { name, version, parts, tags: read } = parseWheelFilename(text.replace(/^[^-]*/, escapeName));
        const identity = { name, version: formatVersion(version), build: parts.build, tags: read };
        const written = formatWheelFilename(identity);
        const again = parseWheelFilename(written);
        assert.equal(formatWheelFilename({ ...identity, name: again.name, tags: again.tags }), written);
      }),
    );
  });
});
