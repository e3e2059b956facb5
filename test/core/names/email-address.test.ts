import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import {
  assertEmailAddress,
  formatMailbox,
  isEmailAddress,
  parseMailboxes,
} from "../../../src/core/names/email-address.ts";

describe("formatMailbox()", () => {
  const vectors = [
    { name: "", text: "a@b.c" },
    { name: "Ada Lovelace", text: "Ada Lovelace <a@b.c>" },
    { name: "C. Schultz", text: '"C. Schultz" <a@b.c>' },
    { name: "Ünï Cödé", text: "Ünï Cödé <a@b.c>" },
    { name: "O'Neil & Sons", text: "O'Neil & Sons <a@b.c>" },
    { name: 'The "Boss"', text: '"The \\"Boss\\"" <a@b.c>' },
    { name: "a\\b", text: '"a\\\\b" <a@b.c>' },
    { name: "Team (core)", text: '"Team (core)" <a@b.c>' },
    { name: "x@y", text: '"x@y" <a@b.c>' },
  ];
  for (const { name, text } of vectors) {
    test(`writes ${text}`, () => assert.equal(formatMailbox({ name, address: "a@b.c" }), text));
    test(`reads ${text} back`, () => assert.deepEqual(parseMailboxes(text), [{ name, address: "a@b.c" }]));
  }

  test("gives lists that are read back, whatever the names", () => {
    const name = fc.stringMatching(
      /^[A-Za-zé."\\,;:()<>@'[\]][A-Za-zé ."\\,;:()<>@'[\]]{0,8}[A-Za-zé."\\,;:()<>@'[\]]$/,
    );
    const address = fc.constantFrom("a@b.c", "x.y+z@example.org");
    const mailbox = fc.tuple(name, address).map(([name, address]) => ({ name, address }));
    fc.assert(
      fc.property(fc.array(mailbox, { maxLength: 4 }), (mailboxes) => {
        assert.deepEqual(parseMailboxes(mailboxes.map(formatMailbox).join(", ")), mailboxes);
      }),
    );
  });
});

describe("parseMailboxes()", () => {
  const vectors = [
    { text: "", mailboxes: [] },
    { text: " , ", mailboxes: [] },
    { text: "<a@b.c>", mailboxes: [{ name: "", address: "a@b.c" }] },
    { text: "nonsense", mailboxes: [{ name: "", address: "nonsense" }] },
    { text: 'A "open <a@b.c>, x', mailboxes: [{ name: "", address: 'A "open <a@b.c>, x' }] },
  ];
  for (const { text, mailboxes } of vectors) {
    test(`reads ${JSON.stringify(text)}`, () => assert.deepEqual(parseMailboxes(text), mailboxes));
  }
});

describe("assertEmailAddress()", () => {
  for (const address of ["a@b.c", "first.last+tag@sub.example.org", "a'b@example.org", "x@exämple.org", "1@2.de"]) {
    test(`takes ${address}`, () => {
      assertEmailAddress(address);
      assert.equal(isEmailAddress(address), true);
    });
  }
  const bad = [
    { address: "", problem: "it is empty" },
    { address: "a b@c.de", problem: "it holds white space" },
    { address: "a@b.c\n", problem: "it holds white space" },
    { address: "nobody", problem: "the `@` is missing" },
    { address: "@b.c", problem: '"" cannot come before the `@`' },
    { address: "a..b@c.de", problem: '"a..b" cannot come before the `@`' },
    { address: ".a@c.de", problem: '".a" cannot come before the `@`' },
    { address: "a@b@c.de", problem: '"a@b" cannot come before the `@`' },
    { address: "ä@c.de", problem: '"ä" cannot come before the `@`' },
    { address: "a@localhost", problem: "the domain needs a dot" },
    { address: "a@b..c", problem: '"" cannot be a part of a domain' },
    { address: "a@-b.c", problem: '"-b" cannot be a part of a domain' },
    { address: "a@b.c.", problem: '"" cannot be a part of a domain' },
    { address: `${"a".repeat(65)}@b.c`, problem: "the part before the `@` is longer than 64 characters" },
    { address: `a@${"b.".repeat(150)}c`, problem: "it is longer than 254 characters" },
  ];
  for (const { address, problem } of bad) {
    test(`refuses ${JSON.stringify(address.slice(0, 20))}`, () => {
      const shown = address.length > 80 ? `${address.slice(0, 77)}...` : address;
      const message = `Cannot use ${JSON.stringify(shown)} as an email address: ${problem}`;
      assert.throws(() => assertEmailAddress(address), { code: "EMAIL_INVALID", message });
      assert.equal(isEmailAddress(address), false);
    });
  }
  test("says where a name belongs", () => {
    assert.throws(() => assertEmailAddress("Ada <a@b.c>"), { hint: "Put the name under its own key `name`" });
  });
});
