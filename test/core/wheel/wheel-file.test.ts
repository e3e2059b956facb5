import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseWheelFile, type WheelFile, writeWheelFile } from "../../../src/core/wheel/wheel-file.ts";
import { flipBytes } from "../flip-bytes.ts";

const WHEEL: WheelFile = {
  wheelVersion: "1.0",
  generator: "packwheel 1.2.3",
  rootIsPurelib: true,
  tags: ["py2-none-any", "py3-none-any"],
  build: "1local",
};

const TEXT = `Wheel-Version: 1.0
Generator: packwheel 1.2.3
Root-Is-Purelib: true
Tag: py2-none-any
Tag: py3-none-any
Build: 1local
`;

describe("writeWheelFile()", () => {
  test("writes one line for every tag, and the build tag last", () => {
    assert.equal(writeWheelFile(WHEEL), TEXT);
  });

  test("leaves out a missing build tag", () => {
    const { build: _, ...wheelFile } = WHEEL;
    assert.equal(
      writeWheelFile({ ...wheelFile, rootIsPurelib: false, tags: ["py3-none-win_amd64"] }),
      "Wheel-Version: 1.0\nGenerator: packwheel 1.2.3\nRoot-Is-Purelib: false\nTag: py3-none-win_amd64\n",
    );
  });

  for (const boundary of ["\n", "\r", "\v", "\f", "\x1c", "\x85", "\u2028"]) {
    for (const key of ["wheelVersion", "generator", "build"] as const) {
      test(`refuses ${JSON.stringify(boundary)} in ${key}`, () => {
        const name = { wheelVersion: "Wheel-Version", generator: "Generator", build: "Build" }[key];
        assert.throws(() => writeWheelFile({ ...WHEEL, [key]: `1${boundary}Tag: evil` }), {
          code: "WHEEL_FILE_INJECTION",
          message: new RegExp(`^Cannot write ${name} "1.+Tag: evil": it holds a line break$`),
        });
      });
    }
    test(`refuses ${JSON.stringify(boundary)} in a tag`, () => {
      assert.throws(() => writeWheelFile({ ...WHEEL, tags: [`py3${boundary}`] }), { code: "WHEEL_FILE_INJECTION" });
    });
  }

  test("refuses no tags, and empty values", () => {
    const code = "WHEEL_FILE_BAD_VALUE";
    assert.throws(() => writeWheelFile({ ...WHEEL, tags: [] }), { code, message: "Cannot write WHEEL: it has no tag" });
    const message = 'Cannot write Generator " ": it is empty or no text';
    assert.throws(() => writeWheelFile({ ...WHEEL, generator: " " }), { code, message });
  });
});

describe("parseWheelFile()", () => {
  test("reads back what writeWheelFile wrote", () => {
    const { wheelFile, findings } = parseWheelFile(new TextEncoder().encode(TEXT));
    assert.deepEqual(findings, []);
    assert.deepEqual(wheelFile, WHEEL);
  });

  test("reads keys in any case, CR LF, and a True in any case", () => {
    const text = "wheel-version: 1.0\r\nGENERATOR: x\r\nroot-is-purelib: TRUE\r\ntag: py3-none-any\r\n\r\n";
    const { wheelFile, findings } = parseWheelFile(text);
    assert.deepEqual(findings, []);
    assert.deepEqual(wheelFile, {
      wheelVersion: "1.0",
      generator: "x",
      rootIsPurelib: true,
      tags: ["py3-none-any"],
    });
  });

  const bad = [
    {
      name: "a missing tag",
      text: "Wheel-Version: 1.0\nGenerator: x\nRoot-Is-Purelib: true\n",
      code: "WHEEL_FILE_KEY_MISSING",
      message: "Cannot find Tag in WHEEL: it is required",
    },
    {
      name: "a missing Root-Is-Purelib",
      text: "Wheel-Version: 1.0\nGenerator: x\nTag: py3-none-any\n",
      code: "WHEEL_FILE_KEY_MISSING",
      message: "Cannot find Root-Is-Purelib in WHEEL: it is required",
    },
    {
      name: "a Root-Is-Purelib that is no truth value",
      text: TEXT.replace("true", "yes"),
      code: "WHEEL_FILE_BAD_VALUE",
      message: 'Cannot read Root-Is-Purelib "yes" in WHEEL: it is neither true nor false',
    },
    {
      name: "a version that is none",
      text: TEXT.replace("1.0", "1"),
      code: "WHEEL_FILE_BAD_VALUE",
      message: 'Cannot read Wheel-Version "1" in WHEEL: it is not two numbers and a dot',
    },
    {
      name: "a second build tag",
      text: `${TEXT}Build: 2\n`,
      code: "WHEEL_FILE_KEY_REPEATED",
      message: "Key Build on line 7 of WHEEL is there a second time",
    },
    {
      name: "a second generator, as auditwheel leaves it",
      text: `${TEXT}Generator: delocate 0.13\n`,
      code: "WHEEL_FILE_KEY_REPEATED",
      message: "Key Generator on line 7 of WHEEL is there a second time",
    },
    {
      name: "an unknown key",
      text: `${TEXT}Colour: red\n`,
      code: "WHEEL_FILE_KEY_UNKNOWN",
      message: 'Key "Colour" on line 7 of WHEEL has no meaning there',
    },
  ];
  for (const { name, text, code, message } of bad) {
    test(`tells of ${name}`, () => {
      assert.deepEqual(
        parseWheelFile(text).findings.map((finding) => [finding.code, finding.message]),
        [[code, message]],
      );
    });
  }

  test("reads 10,000 files with flipped bytes", () => {
    for (const bytes of flipBytes(new TextEncoder().encode(TEXT), 10_000)) {
      assert.ok(parseWheelFile(bytes).wheelFile.tags.length <= 10);
    }
  });
});
