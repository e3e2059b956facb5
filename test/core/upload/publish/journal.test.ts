import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  formatJournalEntry,
  type JournalEntry,
  journalState,
  parseJournal,
} from "../../../../src/core/upload/publish/journal.ts";

const URL = "https://upload.pypi.org/legacy/";
const ENTRY: JournalEntry = { url: URL, filename: "a-1.0-py3-none-any.whl", sha256: "ab".repeat(32), state: "sending" };
const LINE = `{"version":1,"url":"${URL}","filename":"a-1.0-py3-none-any.whl","sha256":"${"ab".repeat(32)}","state":"sending"}\n`;

describe("the journal", () => {
  test("writes an entry as a line of JSON", () => assert.equal(formatJournalEntry(ENTRY), LINE));

  const entries: JournalEntry[] = [ENTRY, { ...ENTRY, state: "uploaded" }, { ...ENTRY, state: "refused" }];
  test("reads back what it wrote", () => {
    assert.deepEqual(parseJournal(entries.map(formatJournalEntry).join("")), entries);
  });

  test("passes over a line that was cut off, at any byte", () => {
    for (let length = 0; length < LINE.length - 1; length++) {
      assert.deepEqual(parseJournal(LINE + LINE.slice(0, length)), [ENTRY], `after ${length} bytes`);
    }
  });

  const strange = [
    { name: "of another version", line: LINE.replace('"version":1', '"version":2') },
    { name: "with another state", line: LINE.replace("sending", "sent") },
    { name: "without a hash", line: LINE.replace("sha256", "md5") },
    { name: "without a URL", line: LINE.replace('"url"', '"uri"') },
    { name: "whose name is no text", line: LINE.replace('"a-1.0-py3-none-any.whl"', "1") },
    { name: "that is null", line: "null\n" },
    { name: "that is a number", line: "1\n" },
    { name: "that is empty", line: "\n" },
  ];
  for (const { name, line } of strange) {
    test(`passes over a line ${name}`, () => assert.deepEqual(parseJournal(line + LINE), [ENTRY]));
  }
});

describe("journalState()", () => {
  const others: JournalEntry[] = [
    { ...ENTRY, filename: "b-1.0-py3-none-any.whl", state: "uploaded" },
    { ...ENTRY, sha256: "cd".repeat(32), state: "uploaded" },
    { ...ENTRY, url: "https://test.pypi.org/legacy/", state: "uploaded" },
  ];
  const cases = [
    { name: "nothing of a file that no entry names", entries: [], state: undefined },
    { name: "nothing by entries of other files, contents and indexes", entries: others, state: undefined },
    {
      name: "the last state",
      entries: [ENTRY, { ...ENTRY, state: "refused" } as const, ENTRY, ...others],
      state: "sending",
    },
    { name: "that it is up", entries: [ENTRY, { ...ENTRY, state: "uploaded" } as const, ...others], state: "uploaded" },
  ];
  for (const { name, entries, state } of cases) {
    test(`knows ${name}`, () => assert.equal(journalState(entries, ENTRY), state));
  }
});
