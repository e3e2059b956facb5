import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { CLASSIFIERS, DEPRECATED_CLASSIFIERS } from "../../../src/core/check/data/classifiers.ts";
import { STANDARD_LIBRARY } from "../../../src/core/check/data/standard-library.ts";
import { isNormalizedName } from "../../../src/core/names/project-name.ts";

describe("the list of classifiers", () => {
  test("is whole, and made of well-formed names", () => {
    assert.ok(CLASSIFIERS.size > 800);
    for (const name of CLASSIFIERS) assert.match(name, /^\S.*\S$/);
    assert.ok(CLASSIFIERS.has("Programming Language :: Python :: 3"));
    assert.ok(CLASSIFIERS.has("Typing :: Typed"));
  });

  test("names replacements that are in it, and no deprecated name", () => {
    assert.ok(DEPRECATED_CLASSIFIERS.size > 0);
    for (const [name, replacements] of DEPRECATED_CLASSIFIERS) {
      assert.equal(CLASSIFIERS.has(name), false, name);
      for (const replacement of replacements) assert.ok(CLASSIFIERS.has(replacement), replacement);
    }
  });

  test("has nothing private, which PyPI refuses by its absence", () => {
    for (const name of CLASSIFIERS) assert.doesNotMatch(name, /^private/i);
  });
});

describe("the list of standard library modules", () => {
  test("holds modules of old and new Pythons, normalised", () => {
    for (const name of ["asyncio", "distutils", "tomllib", "cpickle", "multiprocessing"]) {
      assert.ok(STANDARD_LIBRARY.has(name), name);
    }
    for (const name of STANDARD_LIBRARY) assert.ok(isNormalizedName(name), name);
  });
});
