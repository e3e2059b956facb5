import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { inspect } from "node:util";
import { basicAuthorization, Redactor, Secret } from "../../../../src/core/upload/sign-in/secret.ts";

describe("a Secret", () => {
  const secret = new Secret("hunter2-hunter2");
  const printed = [
    { name: "in a template", text: () => `${secret}` },
    { name: "by String()", text: () => String(secret) },
    { name: "as JSON", text: () => JSON.stringify({ secret }) },
    { name: "by util.inspect with everything", text: () => inspect({ secret }, { showHidden: true, depth: 9 }) },
    { name: "by console's format with getters", text: () => inspect(secret, { getters: true, showProxy: true }) },
    { name: "in its keys and values", text: () => Object.entries(secret).flat().join() },
    { name: "in an error", text: () => new Error(`Cannot use ${secret}`, { cause: secret }).stack ?? "" },
  ];
  for (const { name, text } of printed) {
    test(`is not shown ${name}`, () => assert.ok(!text().includes("hunter2"), text()));
  }
  test("is given to whoever asks for it by name", () => assert.equal(secret.reveal(), "hunter2-hunter2"));
  test("knows whether there is anything", () => {
    assert.deepEqual([new Secret("").isEmpty, secret.isEmpty], [true, false]);
  });
});

describe("Redactor.redact()", () => {
  const password = 'a "b" & c/d';
  const cases = [
    { name: "the secret itself", secrets: [password], text: `no: ${password}!`, shown: "no: [secret]!" },
    { name: "its form in a URL", secrets: [password], text: "p=a%20%22b%22%20%26%20c%2Fd", shown: "p=[secret]" },
    { name: "its form in JSON", secrets: [password], text: '{"p":"a \\"b\\" & c/d"}', shown: '{"p":"[secret]"}' },
    {
      name: "it without the spaces around it",
      secrets: [" s3cret-s3cret\n"],
      text: "s3cret-s3cret",
      shown: "[secret]",
    },
    { name: "each time", secrets: ["xyz"], text: "xyz and xyz", shown: "[secret] and [secret]" },
    {
      name: "the longer of two that overlap",
      secrets: ["abc", "abcdef"],
      text: "abcdef abc",
      shown: "[secret] [secret]",
    },
    { name: "nothing for an empty secret", secrets: [""], text: "abc", shown: "abc" },
    { name: "a token that nobody told of", secrets: [], text: "got pypi-AgEIcHlwaS5vcmc.", shown: "got [secret]." },
    {
      name: "a web token that nobody told of",
      secrets: [],
      text: "eyJhbGciOiJ9.eyJzdWIiOiJ4In0.c2ln",
      shown: "[secret]",
    },
    { name: "no words that look alike", secrets: [], text: "pypi-2 eyJ.a.b", shown: "pypi-2 eyJ.a.b" },
  ];
  for (const { name, secrets, text, shown } of cases) {
    test(`hides ${name}`, () => {
      const redactor = new Redactor();
      redactor.add(...secrets.map((value) => new Secret(value)));
      assert.equal(redactor.redact(text), shown);
    });
  }
});

describe("basicAuthorization()", () => {
  // RFC 7617, sections 2 and 2.1.
  const vectors = [
    ["Aladdin", "open sesame", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="],
    ["test", "123£", "Basic dGVzdDoxMjPCow=="],
  ] as const;
  for (const [user, password, value] of vectors) {
    test(`of ${user}`, () => assert.equal(basicAuthorization(user, new Secret(password)).reveal(), value));
  }
});
