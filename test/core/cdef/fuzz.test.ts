/** Damaged declarations and headers end in a result or in a PackwheelError, and soon. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { emitAbiModule } from "../../../src/core/cdef/emit-abi-module.ts";
import { preprocessHeader } from "../../../src/core/cdef/preprocess.ts";
import { PackwheelError } from "../../../src/core/errors.ts";
import { processorTime } from "../../processor-time.ts";
import { ACCEPTED, REFUSED } from "./corpus.ts";
import { CdefGenerator, mutate, Random } from "./generate-cdef.ts";

const FOLDER = new URL("../../../fixtures/cdef/", import.meta.url);
const HEADERS = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".h"))
  .map((name) => readFileSync(new URL(name, FOLDER), "utf8"));

const CDEFS = 7000;
const DAMAGED_HEADERS = 3000;

/** Far more than one input takes, far less than one that does not end. */
const MAX_MILLISECONDS = 20_000;

function endsWell(what: string, run: () => unknown): void {
  const start = processorTime();
  try {
    run();
  } catch (error) {
    assert.ok(error instanceof PackwheelError, `${what}: ${error instanceof Error ? error.stack : error}`);
  }
  const time = processorTime() - start;
  assert.ok(time < MAX_MILLISECONDS, `${what}: ${time} ms`);
}

describe("damaged input", () => {
  const seed = Number(process.env["PACKWHEEL_SEED"] ?? Date.now() % 1_000_000);

  test(`of declarations ends well (seed ${seed})`, () => {
    for (let index = 0; index < CDEFS; index++) {
      const random = new Random(seed * 30_011 + index);
      const text = random.chance(0.5)
        ? new CdefGenerator(random).text()
        : random.pick([...ACCEPTED, ...REFUSED.map(([refused]) => refused)]);
      const source = mutate(random, text);
      endsWell(`seed ${seed}, ${index}: ${JSON.stringify(source)}`, () => emitAbiModule({ moduleName: "m", source }));
    }
  });

  test(`of headers ends well (seed ${seed})`, () => {
    for (let index = 0; index < DAMAGED_HEADERS; index++) {
      const random = new Random(seed * 40_009 + index);
      const text = mutate(random, random.pick(HEADERS));
      const options = {
        keepConstants: random.chance(0.5),
        resolve: () => ({ path: "included.h", text: "#pragma once" }),
      };
      endsWell(`seed ${seed}, ${index}: ${JSON.stringify(text)}`, () => {
        const source = preprocessHeader({ path: "header.h", text }, options);
        emitAbiModule({ moduleName: "m", source });
      });
    }
  });

  const many = (text: string, count: number): string => text.repeat(count);
  const bombs: readonly (readonly [name: string, text: string])[] = [
    ["stars", `int ${many("*", 100_000)}x;`],
    ["parentheses", `int ${many("(", 100_000)}x;`],
    ["braces", many("struct s {", 50_000)],
    ["operators", `int a[1${many("+1", 100_000)}];`],
    ["signs", `int a[${many("- ", 100_000)}1];`],
    ["arrays", `int x${many("[1]", 100_000)};`],
    ["comments without an end", many("/*", 200_000)],
    ["brackets", many("[", 200_000)],
    ["#if", many("#if 1\n", 5000)],
    [
      "typedefs of typedefs",
      Array.from({ length: 5000 }, (_, i) => `typedef T${i} *T${i + 1};`)
        .join("\n")
        .replace("T0", "int"),
    ],
    [
      "functions of functions",
      Array.from({ length: 40 }, (_, i) => `typedef T${i} (*T${i + 1})(T${i}, T${i});`)
        .join("\n")
        .replaceAll("T0", "int"),
    ],
    [
      "structs in a chain",
      Array.from({ length: 20_000 }, (_, i) => `struct s${i} { struct s${i + 1} *next; };`).join("\n"),
    ],
    [
      "structs within each other",
      Array.from({ length: 20_000 }, (_, i) => `struct s${i} { struct s${i + 1} a, b; };`).join("\n"),
    ],
    [
      "macros that double",
      Array.from({ length: 40 }, (_, i) => `#define M${i} M${i + 1} M${i + 1}`)
        .join("\n")
        .concat("\nint M0;"),
    ],
    ["names that double", `#define P(x) Q(x)\n#define Q(x) x##x\nint ${many("P(", 60)}a${many(")", 60)};`],
    ["calls within calls", `#define F(x) x\nint ${many("F(", 5000)}a${many(")", 5000)};`],
    ["includes of itself", '#include "a.h"\n#include "a.h"\n'],
  ];
  for (const [name, text] of bombs) {
    test(`of ${name} ends well`, () => {
      endsWell(name, () => emitAbiModule({ moduleName: "m", source: text }));
      endsWell(name, () => {
        const resolve = (path: string) => ({ path, text });
        const source = preprocessHeader({ path: "a.h", text }, { resolve, keepConstants: true });
        emitAbiModule({ moduleName: "m", source });
      });
    });
  }
});
