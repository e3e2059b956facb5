import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { HttpRequest } from "../../../../src/core/ports/http.ts";
import { findServer } from "../../../../src/core/upload/index/servers.ts";
import { formName, multipartBoundary, multipartFrame, uploadFields } from "../../../../src/core/upload/request/form.ts";
import { sendFile } from "../../../../src/core/upload/request/send-file.ts";
import { Secret } from "../../../../src/core/upload/sign-in/secret.ts";
import { PACKWHEEL_VERSION } from "../../../../src/core/version.ts";
import { type CoreMetadata, emptyMetadata } from "../../../../src/core/wheel/metadata.ts";
import { METADATA_FIELDS } from "../../../../src/core/wheel/metadata-fields.ts";

const FILE = {
  filename: "hello-1.0-py2.py3-none-any.whl",
  kind: "wheel",
  pythonTag: "py2.py3",
  size: 3,
  sha256: "ab".repeat(32),
  blake2b256: "cd".repeat(32),
} as const;

const METADATA: CoreMetadata = {
  ...emptyMetadata("Hello", "1.0"),
  summary: "Says größe",
  licenseFile: ["LICENSE", "AUTHORS"],
  classifier: ["A :: B", "C :: D"],
  projectUrl: ["Bugs, https://example.com/bugs"],
  platform: ["linux"],
  importName: [""],
  homePage: "UNKNOWN",
  description: "# Hello\n\ntext\n",
};

/** The names that PyPI reads; others are passed over in silence. */
const FORM_NAMES =
  "metadata_version name version dynamic summary home_page download_url author author_email maintainer maintainer_email " +
  "license license_expression project_urls keywords platform supported_platform classifiers requires_python description " +
  "description_content_type license_file provides_extra requires_dist requires_external provides_dist obsoletes_dist " +
  "requires provides obsoletes import_name import_namespace";

describe("uploadFields()", () => {
  test("has PyPI's name for every field of metadata", () => {
    assert.equal(METADATA_FIELDS.map(formName).join(" "), FORM_NAMES);
  });

  const cases = [
    {
      name: "leaves License-File out of metadata before 2.4",
      metadata: { ...METADATA, metadataVersion: "2.3" },
      field: "license_file",
      values: [],
    },
    {
      name: "repeats fields of several values",
      metadata: METADATA,
      field: "license_file",
      values: ["LICENSE", "AUTHORS"],
    },
    { name: "leaves UNKNOWN out", metadata: METADATA, field: "home_page", values: [] },
    { name: "leaves empty values out", metadata: METADATA, field: "import_name", values: [] },
    { name: "sends requires_python empty", metadata: METADATA, field: "requires_python", values: [""] },
    {
      name: "sends requires_python once",
      metadata: { ...METADATA, requiresPython: ">=3.8" },
      field: "requires_python",
      values: [">=3.8"],
    },
    { name: "never sends MD5", metadata: METADATA, field: "md5_digest", values: [] },
  ];
  for (const { name, metadata, field, values } of cases) {
    test(name, () => {
      const found = uploadFields(metadata, FILE).filter((entry) => entry.name === field);
      assert.deepEqual(
        found.map(({ value }) => value),
        values,
      );
    });
  }

  test("says source of an sdist", () => {
    const fields = uploadFields(METADATA, { ...FILE, kind: "sdist", pythonTag: undefined });
    assert.deepEqual(
      fields.filter(({ name }) => name === "filetype" || name === "pyversion"),
      [
        { name: "filetype", value: "sdist" },
        { name: "pyversion", value: "source" },
      ],
    );
  });
});

describe("multipartBoundary()", () => {
  test("is in none of the values", () => {
    const first = multipartBoundary([], FILE);
    assert.equal(first, `packwheel-${"ab".repeat(20)}`);
    assert.equal(multipartBoundary([{ name: "comment", value: `x ${first} y` }], FILE), `${first}-`);
  });
});

describe("sendFile()", () => {
  test("sends exactly this", async () => {
    const requests: HttpRequest[] = [];
    let body = "";
    const fields = uploadFields(METADATA, FILE, { comment: "a comment" });
    const answer = await sendFile(
      {
        async send(request) {
          requests.push(request);
          for await (const bytes of request.body?.open() ?? []) body += new TextDecoder().decode(bytes);
          return { status: 200, reason: "OK", headers: {}, body: nothing() };
        },
      },
      { ...FILE, fields, open: () => content() },
      {
        url: "https://upload.pypi.org/legacy/",
        server: findServer("https://upload.pypi.org/legacy/"),
        authorization: new Secret("Basic abc"),
        now: 0,
      },
    );
    assert.deepEqual(answer, { kind: "accepted", warnings: [] });
    const boundary = `packwheel-${"ab".repeat(20)}`;
    const part = (name: string, value: string): string => {
      return `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    };
    assert.equal(
      body,
      [
        part(":action", "file_upload"),
        part("protocol_version", "1"),
        part("metadata_version", "2.4"),
        part("name", "Hello"),
        part("version", "1.0"),
        part("summary", "Says größe"),
        part("project_urls", "Bugs, https://example.com/bugs"),
        part("platform", "linux"),
        part("classifiers", "A :: B"),
        part("classifiers", "C :: D"),
        part("requires_python", ""),
        part("description", "# Hello\n\ntext\n"),
        part("license_file", "LICENSE"),
        part("license_file", "AUTHORS"),
        part("filetype", "bdist_wheel"),
        part("pyversion", "py2.py3"),
        part("sha256_digest", "ab".repeat(32)),
        part("blake2_256_digest", "cd".repeat(32)),
        part("comment", "a comment"),
        `--${boundary}\r\nContent-Disposition: form-data; name="content"; filename="hello-1.0-py2.py3-none-any.whl"\r\n`,
        "Content-Type: application/octet-stream\r\n\r\nxyz\r\n",
        `--${boundary}--\r\n`,
      ].join(""),
    );
    const [request] = requests;
    assert.deepEqual(request?.headers, {
      accept: "application/json;q=0.9, text/plain;q=0.8, text/html;q=0.7",
      "user-agent": `packwheel/${PACKWHEEL_VERSION} (https://www.npmjs.com/package/packwheel)`,
      "content-type": `multipart/form-data; boundary=${boundary}`,
    });
    assert.equal(request.body?.length, new TextEncoder().encode(body).length);
    assert.equal(multipartFrame(fields, FILE, boundary).length, request.body.length);
  });
});

async function* content(): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode("xyz");
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
