/** Python itself judges what its identifiers and keywords are, and how people are written and read in metadata. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { describe, test } from "node:test";
import fc from "fast-check";
import { formatMailbox, parseMailboxes } from "../../src/core/names/email-address.ts";
import { isIdentifier, isKeyword } from "../../src/core/names/identifier.ts";
import { findPythonWith, type Python, requireJudge } from "./judge.ts";

const SEED = 20260822;

const JUDGE = `
import json, keyword, sys, unicodedata
from email.headerregistry import Address
from email.utils import getaddresses

def flags(point):
    character = chr(point)
    if unicodedata.category(character) in ("Cn", "Cs"):
        return "?"
    return str(character.isidentifier() + ("a" + character).isidentifier())

mailboxes = json.load(sys.stdin)
written = [str(Address(display_name=name, addr_spec=address)) for name, address in mailboxes]
json.dump({
    "characters": "".join(map(flags, range(0x110000))),
    "keywords": keyword.kwlist,
    "written": written,
    "read": getaddresses([", ".join(written)]),
}, sys.stdout)
`;

interface Answers {
  /** For each code point: 2 begins an identifier, 1 continues one, 0 does neither, ? is not in that Unicode. */
  readonly characters: string;
  readonly keywords: string[];
  readonly written: string[];
  readonly read: [string, string][];
}

const names = fc.sample(fc.stringMatching(/^[A-Za-zéß."\\,;:()<>@'&[\]-][A-Za-zéß."\\,;:()<>@'&[\]-]{0,12}$/), {
  seed: SEED,
  numRuns: 2000,
});
const mailboxes = ["Ada Lovelace", "C. Schultz", "O'Neil & Sons", ...names].map((name) => ({
  name,
  address: "a@b.cd",
}));

const python = findPythonWith("import sys; assert sys.version_info >= (3, 9)");

describe("Python's own words", () => {
  const answers = python === undefined ? undefined : ask(python);
  const judged = (name: string, check: (answers: Answers) => void) =>
    test(name, (t) => {
      if (!requireJudge(t, answers !== undefined, "Python 3.9 or newer") || answers === undefined) return;
      check(answers);
    });

  judged("agrees on the characters of identifiers", ({ characters }) => {
    const differences: string[] = [];
    for (let point = 0; point < characters.length; point++) {
      const character = String.fromCodePoint(point);
      if (characters[point] === "?" || /\p{Cn}/u.test(character)) continue;
      const own = Number(isIdentifier(character)) + Number(isIdentifier(`a${character}`));
      if (String(own) !== characters[point]) differences.push(`U+${point.toString(16)}: ours ${own}`);
    }
    assert.deepEqual(differences, []);
  });

  judged("agrees on keywords", ({ keywords }) => {
    assert.deepEqual(
      keywords.filter((word) => !isKeyword(word)),
      [],
    );
    for (const word of ["match", "case", "type", "print", "exec"]) assert.equal(isKeyword(word), false);
  });

  judged("writes people in the same way", ({ written }) => {
    assert.deepEqual(mailboxes.map(formatMailbox), written, `seed ${SEED}`);
  });

  judged("reads people in the same way", ({ written, read }) => {
    const own = parseMailboxes(written.join(", ")).map(({ name, address }) => [name, address]);
    assert.deepEqual(own, read, `seed ${SEED}`);
  });
});

function ask(judge: Python): Answers {
  const input = JSON.stringify(mailboxes.map(({ name, address }) => [name, address]));
  const options = { input, encoding: "utf8", maxBuffer: 1 << 28 } as const;
  const result = spawnSync(judge.path, ["-X", "utf8", "-c", JUDGE], options);
  assert.equal(result.status, 0, result.stderr);
  return JSON.parse(result.stdout);
}
