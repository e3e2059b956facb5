import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { formatDosTime, parseDosTime, writeDosTime } from "../../../src/core/zip/dos-time.ts";

const vectors: [what: string, timestamp: number, fields: number, text: string][] = [
  ["the first second", 315_532_800, 0x00210000, "1980-1-1 0:0:0"],
  ["an odd second, rounded down", 1_580_601_601, 0x50420000, "2020-2-2 0:0:0"],
  ["a leap day", 1_709_251_198, 0x585dbf7d, "2024-2-29 23:59:58"],
  ["the last second", 4_354_819_198, 0xff9fbf7d, "2107-12-31 23:59:58"],
];

describe("writeDosTime() and parseDosTime()", () => {
  for (const [what, timestamp, fields, text] of vectors) {
    test(`tell ${what}`, () => {
      assert.equal(writeDosTime(timestamp).toString(16), fields.toString(16));
      const { year, month, day, hour, minute, second } = parseDosTime(fields);
      assert.equal(formatDosTime(parseDosTime(fields)), fields);
      assert.equal(`${year}-${month}-${day} ${hour}:${minute}:${second}`, text);
    });
  }

  for (const [timestamp, year] of [
    [0, 1980],
    [-1, 1980],
    [315_532_799.5, 1980],
    [4_354_819_200, 2107],
    [1e15, 2107],
    [Number.POSITIVE_INFINITY, 2107],
  ] as const) {
    test(`clamp ${timestamp} to ${year}`, () => assert.equal(parseDosTime(writeDosTime(timestamp)).year, year));
  }
});
