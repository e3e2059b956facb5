import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import {
  compareVersions,
  formatPublicVersion,
  formatVersion,
  isLocalVersion,
  isPostRelease,
  isPreRelease,
  normalizeVersion,
  parseVersion,
  toPublicVersion,
  tryParseVersion,
} from "../../../src/core/names/version.ts";
import { processorTime } from "../../processor-time.ts";
import { nearVersion, version } from "./arbitraries.ts";
import { fuzz } from "./fuzz.ts";

describe("normalizeVersion()", () => {
  const vectors = [
    ["01.02", "1.2"],
    ["1.0-alpha.1", "1.0a1"],
    ["1.0.a.1", "1.0a1"],
    ["1.0_pre", "1.0rc0"],
    ["1.0dev", "1.0.dev0"],
    ["1.0-dev", "1.0.dev0"],
    ["2024.01.05", "2024.1.5"],
    ["1.0+ubuntu-1", "1.0+ubuntu.1"],
    ["1.0RC", "1.0rc0"],
    ["1.0c1", "1.0rc1"],
    ["1.0rev", "1.0.post0"],
    ["1.0-r4", "1.0.post4"],
    ["1.0.dev-3", "1.0.dev3"],
    ["1!2", "1!2"],
    ["0!2", "2"],
    ["1.0+Foo_01.002", "1.0+foo.1.2"],
    ["1.0+foo0100", "1.0+foo0100"],
    ["1.0-1", "1.0.post1"],
    ["1.0.0", "1.0.0"],
    [" v1.0\n", "1.0"],
    ["V1.0PREVIEW2.POST3.DEV4+A.B", "1.0rc2.post3.dev4+a.b"],
    ["1.2.3-alpha.1", "1.2.3a1"],
    ["1.2.3-beta", "1.2.3b0"],
    ["1.2.3-rc.1+build", "1.2.3rc1+build"],
    ["20240105123456789012", "20240105123456789012"],
    ["1.0+0123456789012345678901234567890123456789", "1.0+123456789012345678901234567890123456789"],
  ] as const;
  for (const [text, normal] of vectors) {
    test(`makes ${normal} of ${JSON.stringify(text)}`, () => assert.equal(normalizeVersion(text), normal));
  }

  test("changes a normal form no more", () => {
    fc.assert(
      fc.property(version, (text) => {
        const normal = normalizeVersion(text);
        assert.equal(normalizeVersion(normal), normal);
      }),
    );
  });
});

describe("parseVersion()", () => {
  test("tells the parts", () => {
    assert.deepEqual(parseVersion("1!2.0rc3.post4.dev5+ubuntu.6"), {
      epoch: 1n,
      release: [2n, 0n],
      pre: { kind: "rc", number: 3n },
      post: 4n,
      dev: 5n,
      local: ["ubuntu", 6n],
    });
  });

  const general = "Write a version such as `1.2.3`, `1.2.3rc1`, `1.2.3.post1` or `1.2.3.dev1`";
  const bad = [
    { text: "", hint: general },
    { text: "1.0-", hint: general },
    { text: "1..0", hint: general },
    { text: ".1", hint: general },
    { text: "1.0+", hint: general },
    { text: "1.0+a..b", hint: general },
    { text: "1.0+a_", hint: general },
    { text: "1.0-1-2", hint: general },
    { text: "1!", hint: general },
    { text: "١.٠", hint: general },
    { text: "1.0\u00a0", hint: general },
    { text: "1.0ſ", hint: general },
    { text: "1.0 2", hint: general },
    { text: "latest", hint: general },
    { text: "1.*", hint: general },
    {
      text: "1.2.3-next.4",
      hint: "Write `1.2.3.dev4`, as only a, b, rc, post and dev may follow the numbers",
    },
    {
      text: "1.0-SNAPSHOT",
      hint: "Write `1.0.dev0`, as only a, b, rc, post and dev may follow the numbers",
    },
    { text: "v1.2.3-14-g0123abc", hint: "Write `1.2.3.post14+g0123abc`" },
  ];
  for (const { text, hint } of bad) {
    test(`refuses ${JSON.stringify(text)}`, () => {
      const message = `Cannot read the version ${JSON.stringify(text)}: not a PEP 440 version`;
      assert.throws(() => parseVersion(text), { code: "VERSION_INVALID", message, hint });
      assert.equal(tryParseVersion(text), undefined);
    });
  }

  test("refuses parts in another order", () => {
    assert.throws(() => parseVersion("1.0.post1a1"), { code: "VERSION_INVALID" });
  });

  test("refuses a number that Python cannot read, and shows its beginning alone", () => {
    assert.equal(parseVersion("1".repeat(4300)).release.length, 1);
    assert.throws(() => parseVersion(`1.${"1".repeat(4301)}`), {
      code: "VERSION_INVALID",
      message: `Cannot read the version "1.${"1".repeat(75)}...": not a PEP 440 version`,
    });
  });

  test("stays quick on a megabyte of almost a version", () => {
    const start = processorTime();
    for (const piece of ["1", "1.", "1!", "1a", "a-", "1.0+a.", " "]) {
      assert.equal(tryParseVersion(`${piece.repeat(1 << 18)}?`), undefined);
    }
    assert.ok(processorTime() - start < 5000);
  });

  test("gives a version or an error for 10,000 broken texts", () => fuzz(parseVersion, version));
});

describe("compareVersions()", () => {
  const order =
    "1.dev0 1.0.dev456 1.0a1 1.0a2.dev456 1.0a12.dev456 1.0a12 1.0b1.dev456 1.0b2 1.0b2.post345.dev456 1.0b2.post345 " +
    "1.0rc1.dev456 1.0rc1 1.0 1.0+abc.5 1.0+abc.7 1.0+5 1.0.post456.dev34 1.0.post456 1.0.15 1.1.dev1 1!0.1";
  test("keeps the order of the specification", () => {
    const versions = order.split(" ").map(parseVersion);
    for (const [i, left] of versions.entries()) {
      for (const [j, right] of versions.entries()) {
        assert.equal(
          Math.sign(compareVersions(left, right)),
          Math.sign(i - j),
          `${formatVersion(left)} ${formatVersion(right)}`,
        );
      }
    }
  });

  for (const [a, b] of [
    ["1", "1.0.0"],
    ["1.0a", "1.0-alpha.0"],
    ["1.0+a", "1.0.0+A"],
    ["1.0+a.1", "1+a-01"],
  ] as const) {
    test(`finds ${a} and ${b} equal`, () => assert.equal(compareVersions(parseVersion(a), parseVersion(b)), 0));
  }

  test("puts the shorter local version first", () => {
    assert.ok(compareVersions(parseVersion("1+a"), parseVersion("1+a.1")) < 0);
    assert.ok(compareVersions(parseVersion("1+a.1"), parseVersion("1+a")) > 0);
  });

  test("is the same order in both directions, and in a chain", () => {
    const parsed = nearVersion.map(parseVersion);
    fc.assert(
      fc.property(parsed, parsed, parsed, (a, b, c) => {
        assert.equal(Math.sign(compareVersions(a, b)) + Math.sign(compareVersions(b, a)), 0);
        if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0) assert.ok(compareVersions(a, c) <= 0);
      }),
    );
  });
});

describe("kinds of versions", () => {
  const kinds = [
    { text: "1.0", pre: false, post: false, local: false },
    { text: "1.0a1", pre: true, post: false, local: false },
    { text: "1.0.dev1", pre: true, post: false, local: false },
    { text: "1.0.post1", pre: false, post: true, local: false },
    { text: "1.0.post1.dev2", pre: true, post: true, local: false },
    { text: "1.0+1", pre: false, post: false, local: true },
  ];
  for (const { text, pre, post, local } of kinds) {
    test(`tells what ${text} is`, () => {
      const parsed = parseVersion(text);
      assert.equal(isPreRelease(parsed), pre);
      assert.equal(isPostRelease(parsed), post);
      assert.equal(isLocalVersion(parsed), local);
    });
  }
  test("the public version is the version without its local part", () => {
    assert.equal(formatVersion(toPublicVersion(parseVersion("1.0a1+x"))), "1.0a1");
    assert.equal(formatPublicVersion(parseVersion("1.0a1+x")), "1.0a1");
  });
});
