import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { formatVersion } from "../../../src/core/names/version.ts";
import { formatSdistFilename, parseSdistFilename } from "../../../src/core/sdist/filename.ts";
import { sdistFilename } from "../names/arbitraries.ts";
import { fuzz } from "../names/fuzz.ts";

describe("parseSdistFilename()", () => {
  const vectors = [
    { text: "friendly_bard-1.0.tar.gz", distribution: "friendly_bard", name: "friendly-bard", version: "1.0" },
    { text: "Friendly-Bard-1.0RC1.tar.gz", distribution: "Friendly-Bard", name: "friendly-bard", version: "1.0rc1" },
    { text: "a-1.zip", distribution: "a", name: "a", version: "1" },
  ];
  for (const { text, distribution, name, version } of vectors) {
    test(`reads ${text}`, () => {
      const parsed = parseSdistFilename(text);
      assert.equal(parsed.distribution, distribution);
      assert.equal(parsed.name, name);
      assert.equal(formatVersion(parsed.version), version);
      assert.equal(`${parsed.distribution}-${parsed.versionText}${parsed.extension}`, text);
    });
  }
  const bad = [
    { text: "a-1.tar", problem: "it does not end in `.tar.gz`" },
    { text: "a-1.tar.gz\n", problem: "it does not end in `.tar.gz`" },
    { text: "a.tar.gz", problem: "there is no dash between name and version" },
    { text: "a-b.tar.gz", problem: '"b" is not a PEP 440 version' },
    { text: "a-1-1.x.tar.gz", problem: '"1.x" is not a PEP 440 version' },
    { text: "a- 1.tar.gz", problem: '" 1" is not a PEP 440 version' },
    { text: "-1.tar.gz", problem: '"" is not a project name' },
    { text: "dist/a-1.tar.gz", problem: '"dist/a" is not a project name' },
  ];
  for (const { text, problem } of bad) {
    test(`refuses ${JSON.stringify(text)}`, () => {
      const message = `Cannot read the sdist name ${JSON.stringify(text)}: ${problem}`;
      const hint = "Name it `{name}-{version}.tar.gz`";
      assert.throws(() => parseSdistFilename(text), { code: "SDIST_FILENAME_INVALID", message, hint });
    });
  }
  test("gives a name or an error for 10,000 broken texts", () => fuzz(parseSdistFilename, sdistFilename));
});

describe("formatSdistFilename()", () => {
  test("escapes the name and normalises the version", () => {
    assert.equal(formatSdistFilename("Friendly.Bard-X", "1.0-RC1"), "friendly_bard_x-1.0rc1.tar.gz");
  });
  test("refuses a wrong version", () => {
    assert.throws(() => formatSdistFilename("a", "x"), { code: "VERSION_INVALID" });
  });
});
