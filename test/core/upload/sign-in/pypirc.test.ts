import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { inspect } from "node:util";
import { PackwheelError } from "../../../../src/core/errors.ts";
import { findRepository } from "../../../../src/core/upload/repository.ts";
import { parsePypirc } from "../../../../src/core/upload/sign-in/pypirc.ts";

const TEXT = `\uFEFF# a comment
[distutils]
index-servers =
    pypi
    company

[pypi]
password = pypi-100%s#;x

[company]
Repository: https://user:in%20url@pypi.example.com/up#here
username=alice
password =  two words
ca_cert = /etc/ca.pem
client_cert = me.pem
`;

describe("parsePypirc()", () => {
  test("reads every key that upload tools know", () => {
    const { repositories } = parsePypirc(TEXT, ".pypirc");
    assert.deepEqual([...repositories.keys()], ["pypi", "company"]);
    assert.equal(repositories.get("pypi")?.password?.reveal(), "pypi-100%s#;x");
    const company = repositories.get("company");
    assert.deepEqual(
      [company?.username, company?.password?.reveal(), company?.caCert, company?.clientCert],
      ["alice", "two words", "/etc/ca.pem", "me.pem"],
    );
  });

  test("takes user and password of the old section as defaults", () => {
    const { repositories } = parsePypirc("[server-login]\nusername: __token__\npassword: pypi-x\n", ".pypirc");
    assert.equal(repositories.get("pypi")?.password?.reveal(), "pypi-x");
    assert.equal(repositories.get("testpypi")?.username, "__token__");
  });

  test("shows no password, however it is printed", () => {
    const parsed = parsePypirc(TEXT, ".pypirc");
    const texts = [
      inspect(parsed, { depth: 9, showHidden: true }),
      JSON.stringify([...parsed.repositories]),
      String(parsed.repositories.get("pypi")?.password),
    ];
    for (const text of texts) assert.doesNotMatch(text, /100%|two words/);
  });

  const bad = [
    {
      name: "a line before the first section",
      text: "password = pypi-hidden\n",
      line: 1,
      problem: "a line stands before the first section",
    },
    {
      name: "a line that is no pair",
      text: "[pypi]\npypi-hidden\n",
      line: 2,
      problem: "a line is neither a section nor `key = value`",
    },
    {
      name: "a section twice",
      text: "[pypi]\n[pypi]\npassword = pypi-hidden\n",
      line: 2,
      problem: "section [pypi] is there twice",
    },
    {
      name: "a key twice",
      text: "[pypi]\npassword = a\npassword = pypi-hidden\n",
      line: 3,
      problem: "a key is there twice in its section",
    },
    {
      name: "a pair without a key",
      text: "[pypi]\n= pypi-hidden\n",
      line: 2,
      problem: "a line is neither a section nor `key = value`",
    },
  ];
  for (const { name, text, line, problem } of bad) {
    test(`refuses ${name} without showing it`, () => {
      assert.throws(
        () => parsePypirc(text, "/home/me/.pypirc"),
        (error) => {
          assert.ok(error instanceof PackwheelError);
          assert.equal(error.code, "UPLOAD_CONFIG_INVALID");
          assert.equal(error.message, `Cannot read "/home/me/.pypirc": line ${line}: ${problem}`);
          assert.doesNotMatch(inspect(error, { depth: 9 }), /hidden/);
          return true;
        },
      );
    });
  }
});

describe("findRepository()", () => {
  const pypirc = parsePypirc(TEXT, ".pypirc");

  test("takes user and password out of a URL, and prefers them", () => {
    const found = findRepository({ name: "company", url: undefined }, pypirc);
    assert.deepEqual(
      [found.url, found.username, found.password?.reveal()],
      ["https://pypi.example.com/up", "user", "in url"],
    );
  });

  test("knows PyPI by itself, and asks it by TLS alone", () => {
    assert.equal(findRepository({ name: undefined, url: undefined }, undefined).url, "https://upload.pypi.org/legacy/");
    assert.equal(
      findRepository({ name: undefined, url: "http://test.pypi.org/legacy/" }, undefined).url,
      "https://test.pypi.org/legacy/",
    );
  });

  test("warns of other URLs without TLS, but not of this machine", () => {
    const codes = (url: string): string[] =>
      findRepository({ name: undefined, url }, undefined).findings.map(({ code }) => code);
    assert.deepEqual(codes("http://pypi.example.com/"), ["UPLOAD_URL_UNENCRYPTED"]);
    assert.deepEqual(codes("http://127.0.0.1:8080/"), []);
    assert.deepEqual(codes("http://localhost:8080/"), []);
  });

  const bad = [
    {
      name: "a section that is not there",
      wish: { name: "other", url: undefined },
      code: "UPLOAD_REPOSITORY_UNKNOWN",
      words: 'Cannot find the repository "other"',
    },
    {
      name: "a URL as a name",
      wish: { name: "https://x.example.com", url: undefined },
      code: "UPLOAD_REPOSITORY_UNKNOWN",
      words: 'Cannot find the repository "https://x.example.com"',
    },
    {
      name: "an empty URL",
      wish: { name: undefined, url: " " },
      code: "UPLOAD_URL_INVALID",
      words: "Cannot use the repository URL: it is empty",
    },
    {
      name: "a URL of another kind",
      wish: { name: undefined, url: "ftp://me:hidden@x/" },
      code: "UPLOAD_URL_INVALID",
      words: "Cannot use the repository URL: it is no https:// URL",
    },
  ];
  for (const { name, wish, code, words } of bad) {
    test(`refuses ${name}`, () => assert.throws(() => findRepository(wish, pypirc), { code, message: words }));
  }
});
