import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { findServer, UPLOAD_SERVERS } from "../../../../src/core/upload/index/servers.ts";
import { parseRetryAfter, readUploadAnswer } from "../../../../src/core/upload/request/answer.ts";

const NOW = Date.UTC(2026, 10, 27, 12);

function read(
  url: string,
  answer: { status: number; reason?: string; body?: string; headers?: Record<string, string> },
) {
  const { status, reason = "", body = "", headers = {} } = answer;
  return readUploadAnswer({ status, reason, body, headers }, findServer(url), NOW);
}

const exists = [
  {
    url: "https://upload.pypi.org/legacy/",
    status: 400,
    reason: "File already exists ('x', with blake2_256 hash 'y').",
  },
  { url: "https://test.pypi.org/legacy/", status: 400, body: '{"code":"400 File already exists (x)"}' },
  { url: "https://europe-python.pkg.dev/p/r/", status: 400, body: "The file already exists" },
  {
    url: "https://pkgs.dev.azure.com/o/_packaging/f/pypi/upload/",
    status: 409,
    body: "The feed already contains file x",
  },
  { url: "https://d-1.d.codeartifact.eu-west-1.amazonaws.com/pypi/r/", status: 409 },
  {
    url: "https://gitlab.example.com/api/v4/projects/1/packages/pypi",
    status: 400,
    body: '{"message":"File name has already been taken"}',
  },
  { url: "https://git.example.com/api/packages/me/pypi", status: 409 },
  {
    url: "https://nexus.example.com/repository/pypi-hosted/",
    status: 400,
    body: "Repository does not allow updating assets: x",
  },
  { url: "https://nexus.example.com/repository/pypi-hosted/", status: 400, reason: "x cannot be updated" },
  {
    url: "https://a.example.com/artifactory/api/pypi/local",
    status: 403,
    body: "Not enough permissions to delete/overwrite artifact 'x'",
  },
  { url: "https://pypi.example.com/", status: 409, reason: "Conflict" },
  { url: "https://devpi.example.com/user/dev/", status: 409 },
];

describe("an answer that a file exists", () => {
  for (const { url, ...answer } of exists) {
    test(`of ${new URL(url).host} with ${answer.status} ${answer.reason ?? answer.body ?? ""}`, () => {
      assert.equal(read(url, answer).kind, "exists");
    });
  }

  test("is not every 400, nor what another index would mean by it", () => {
    assert.equal(read("https://upload.pypi.org/legacy/", { status: 400, reason: "Bad Request" }).kind, "refused");
    assert.equal(read("https://upload.pypi.org/legacy/", { status: 409, reason: "name conflict" }).kind, "refused");
    assert.equal(read("https://nexus.example.com/repository/x/", { status: 409 }).kind, "refused");
  });
});

const messages = [
  {
    name: "PyPI's reason phrase",
    answer: { status: 403, reason: "Invalid or non-existent authentication information." },
    says: "403 Invalid or non-existent authentication information.",
  },
  {
    name: "PyPI's JSON, where there is no reason phrase",
    answer: {
      status: 400,
      body: '{"message":"The server could not comply","code":"400 No such thing","title":"Bad Request"}',
    },
    says: "400 No such thing",
  },
  {
    name: "problem details",
    answer: { status: 422, body: '{"type":"about:blank","title":"Bad","detail":"name is missing"}' },
    says: "422 name is missing",
  },
  {
    name: "a list of errors",
    answer: { status: 400, body: '{"errors":[{"status":400,"message":"one"},"two"]}' },
    says: "400 one; two",
  },
  {
    name: "HTML",
    answer: {
      status: 400,
      reason: "Bad Request",
      body: "<html><head><title>t</title></head><body><h1>400 Bad &amp; &#39;wrong&#x27;</h1></body></html>",
    },
    says: "400 Bad & 'wrong'",
  },
  {
    name: "plain text",
    answer: { status: 400, reason: "Bad Request", body: "400 the\nthing\n" },
    says: "400 the thing",
  },
  { name: "nothing but the status", answer: { status: 400 }, says: "400" },
  { name: "a reason phrase with its status", answer: { status: 400, reason: "400 Wrong" }, says: "400 Wrong" },
];

describe("the message of an answer", () => {
  for (const { name, answer, says } of messages) {
    test(`is taken from ${name}`, () => {
      const found = read("https://upload.pypi.org/legacy/", answer);
      assert.equal(found.kind === "refused" ? found.message : found.kind, says);
    });
  }

  test("is cut when it is a book", () => {
    const found = read("https://x.example.com/", { status: 400, body: "x".repeat(100_000) });
    assert.equal(found.kind === "refused" && found.message.length, 605);
  });
});

const kinds = [
  { status: 200, kind: "accepted" },
  { status: 201, body: '{"message":"201 Created"}', kind: "accepted" },
  { status: 200, body: "<!DOCTYPE html><html></html>", kind: "wrong-url" },
  { status: 302, kind: "wrong-url" },
  { status: 404, kind: "wrong-url" },
  { status: 405, kind: "wrong-url" },
  { status: 408, kind: "broken" },
  { status: 413, kind: "refused" },
  { status: 429, kind: "busy" },
  { status: 500, kind: "broken" },
  { status: 503, kind: "busy" },
  { status: 504, kind: "broken" },
];

describe("an answer", () => {
  for (const { kind, ...answer } of kinds) {
    test(`of ${answer.status}${answer.body === undefined ? "" : ` with ${answer.body}`} is ${kind}`, () => {
      assert.equal(read("https://x.example.com/", answer).kind, kind);
    });
  }

  test("of success may have warnings, one a line", () => {
    assert.deepEqual(read("https://x.example.com/", { status: 200, body: "one\r\n\n two\nOK\n" }), {
      kind: "accepted",
      warnings: ["one", "two"],
    });
  });
});

describe("parseRetryAfter()", () => {
  const cases: readonly (readonly [string | undefined, number | undefined])[] = [
    [undefined, undefined],
    ["120", 120_000],
    ["Fri, 27 Nov 2026 12:00:30 GMT", 30_000],
    ["Fri, 27 Nov 2026 11:00:00 GMT", 0],
    ["soon", undefined],
    ["99999999999999", undefined],
  ];
  for (const [value, expected] of cases) {
    test(`of ${value} is ${expected}`, () => assert.equal(parseRetryAfter(value, NOW), expected));
  }
});

describe("the Simple API of an upload URL", () => {
  const urls = [
    ["https://upload.pypi.org/legacy/", "https://pypi.org/simple/"],
    ["https://test.pypi.org/legacy/", "https://test.pypi.org/simple/"],
    [
      "https://gitlab.com/api/v4/projects/7/packages/pypi",
      "https://gitlab.com/api/v4/projects/7/packages/pypi/simple/",
    ],
    [
      "https://pkgs.dev.azure.com/o/_packaging/f/pypi/upload/",
      "https://pkgs.dev.azure.com/o/_packaging/f/pypi/simple/",
    ],
    ["https://europe-python.pkg.dev/p/r/", "https://europe-python.pkg.dev/p/r/simple/"],
    ["https://nexus.example.com/repository/own/", "https://nexus.example.com/repository/own/simple/"],
    ["https://pypi.example.com/", undefined],
  ] as const;
  for (const [url, expected] of urls) {
    test(`${url} is ${expected}`, () => assert.equal(findServer(url).simpleUrl?.(new URL(url)), expected));
  }

  test("names each index once", () => {
    const ids = UPLOAD_SERVERS.map(({ id }) => id);
    assert.deepEqual(ids, [...new Set(ids)]);
  });

  test("is not PyPI's for a host that only looks like it", () => {
    assert.equal(findServer("https://upload.pypi.org.example.com/legacy/").id, "unknown");
    assert.equal(findServer("https://evilpypi.org/legacy/").id, "unknown");
  });
});
