import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { checkContacts, isWebUrl } from "../../../../../src/core/check/topics/metadata/contacts.ts";
import { emptyMetadata } from "../../../../../src/core/wheel/metadata.ts";

const good = [
  "https://example.org",
  "HTTP://example.org:8080/a/b?c=d&e=f#g",
  "https://user@example.org/~ada/a%20b",
  "https://[2001:db8::1]/",
  "https://b\u00fccher.example/",
  "http:relative",
];
const bad = [
  "",
  "example.org",
  "ftp://example.org",
  "https://example.org/a b",
  "https://example.org/<name>",
  "https://example.org/100%",
  "https://example.org/[a]",
  "https://example.org:port/",
  "https://example.org/caf\u00e9",
  "javascript:alert(1)",
];

describe("isWebUrl()", () => {
  for (const url of good) test(`takes ${url}`, () => assert.equal(isWebUrl(url), true));
  for (const url of bad) test(`refuses "${url}"`, () => assert.equal(isWebUrl(url), false));
});

describe("checkContacts()", () => {
  const authors = [
    { value: "Ada <ada@example.org>, Bob <bob@home>", count: 0 },
    { value: "Bob <bob@home>, Ada <ada@example.org>", count: 1 },
    { value: '"Lovelace, Ada" <ada@example.org>', count: 0 },
    { value: "\u00e4d\u00e4@example.org", count: 0 },
    { value: "ada at example.org", count: 1 },
    { value: "", count: 0 },
  ];
  for (const { value, count } of authors) {
    test(`looks at the first address alone in "${value}"`, () => {
      const metadata = { ...emptyMetadata("hello", "1.0"), authorEmail: value };
      assert.equal(checkContacts(metadata, "METADATA").length, count);
    });
  }

  const labels = [
    { projectUrl: ["Source, https://example.org", "Docs, https://example.org"], codes: [] },
    {
      projectUrl: ["Source, https://example.org", "Source, https://example.org/2"],
      codes: ["METADATA_URL_LABEL_INVALID"],
    },
    { projectUrl: [", https://example.org"], codes: ["METADATA_URL_LABEL_INVALID"] },
    { projectUrl: ["https://example.org"], codes: ["METADATA_URL_INVALID"] },
    { projectUrl: ["Source,"], codes: ["METADATA_URL_INVALID"] },
  ];
  for (const { projectUrl, codes } of labels) {
    test(`reads Project-URL ${JSON.stringify(projectUrl)}`, () => {
      const findings = checkContacts({ ...emptyMetadata("hello", "1.0"), projectUrl }, "METADATA");
      assert.deepEqual(
        findings.map(({ code }) => code),
        codes,
      );
    });
  }
});
