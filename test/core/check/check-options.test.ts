import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { checkDistribution } from "../../../src/core/check/check-distribution.ts";
import { findRule } from "../../../src/core/check/rules.ts";
import { portableEngine } from "../../../src/core/engine/portable-engine.ts";
import { PackwheelError } from "../../../src/core/errors.ts";
import { bytesAccess } from "../../../src/core/memory/bytes-access.ts";
import type { ReportEvent } from "../../../src/core/ports/reporter.ts";
import { flipBytes } from "../flip-bytes.ts";
import { goodSdist, SDIST_FILENAME } from "./cases/sdist.ts";
import { moveInfo, setHeader } from "./cases/wheel-case.ts";
import { writeRawTarGz } from "./raw-tar.ts";
import { checkBytes, checkDraft, FILENAME, goodWheel, packDraft } from "./wheel-draft.ts";

describe("checkDistribution()", () => {
  test("tells all problems of a file together, whatever they are about", async () => {
    const draft = goodWheel();
    setHeader(draft.metadata, "Name", "Name: goodbye");
    draft.metadata?.push("Classifier: Private :: Do Not Upload");
    draft.files["tests/test_hello.pyc"] = "";
    draft.archive = { comment: "nice" };
    draft.record = (text) => text.replace(/^hello\/cli\.py,.*\n/m, "");
    const codes = (await checkDraft(draft)).map(({ code }) => code);
    assert.deepEqual(codes.toSorted(), [
      "CONTENT_BYTECODE",
      "CONTENT_COMMON_NAME",
      "INDEX_CLASSIFIER_PRIVATE",
      "NAME_MISMATCH",
      "RECORD_FILE_UNLISTED",
      "ZIP_ARCHIVE_COMMENT",
    ]);
  });

  test("tells of every broken member, and still reads the others", async () => {
    const draft = goodWheel();
    draft.files["hello/a.txt"] = "a".repeat(100);
    draft.files["hello/b.txt"] = "b".repeat(100);
    draft.files["hello/large.bin"] = new Uint8Array(3 << 20);
    draft.members = (members) => {
      return members.map((each) => (/[ab]\.txt|large/.test(each.path) ? { ...each, both: { crc32: 7 } } : each));
    };
    draft.files["hello/sneaky.txt"] = "x";
    draft.record = (text) => text.replace(/^hello\/sneaky.*\n/m, "");
    const findings = await checkDraft(draft);
    assert.deepEqual(
      findings.map(({ code, path }) => `${code} ${path}`),
      [
        "ZIP_CRC_MISMATCH hello/a.txt",
        "ZIP_CRC_MISMATCH hello/b.txt",
        "ZIP_CRC_MISMATCH hello/large.bin",
        "RECORD_FILE_UNLISTED hello/sneaky.txt",
      ],
    );
  });

  test("leaves PyPI's own rules out for other indexes", async () => {
    const draft = goodWheel();
    draft.metadata?.push(
      "Classifier: Private :: Do Not Upload",
      "Requires-Dist: greet @ https://example.org/greet.whl",
    );
    assert.deepEqual(await checkDraft(draft, { index: "none" }), []);
  });

  test("lets a project be called as a common folder is", async () => {
    const draft = goodWheel();
    draft.filename = "utils-1.0-py3-none-any.whl";
    moveInfo(draft, "utils-1.0.dist-info");
    setHeader(draft.metadata, "Name", "Name: Utils");
    draft.files = { "utils/__init__.py": "", "utils-1.0.dist-info/licenses/LICENSE": "Do what you like.\n" };
    assert.deepEqual(await checkDraft(draft), []);
  });

  test("takes UNKNOWN as nothing, as old setuptools meant it", async () => {
    const draft = goodWheel();
    draft.metadata?.push("Home-page: UNKNOWN", "License: UNKNOWN", "Platform: UNKNOWN");
    setHeader(draft.metadata, "Description-Content-Type", "Description-Content-Type: UNKNOWN");
    draft.description = "UNKNOWN\n";
    const codes = (await checkDraft(draft)).map(({ code }) => code);
    assert.deepEqual(codes, ["METADATA_DEPRECATED_FIELD", "README_MISSING"]);
  });

  test("takes selection and strictness as options", async () => {
    const draft = goodWheel();
    draft.files["README.md"] = "# Hello\n";
    draft.files["hello/cli.pyc"] = "";
    const findings = await checkDraft(draft, { ignore: ["CONTENT_TOP"], strict: true });
    assert.deepEqual(
      findings.map(({ code, severity }) => [code, severity]),
      [["CONTENT_BYTECODE", "error"]],
    );
  });

  test("refuses an unknown code before it reads anything", async () => {
    const file = { size: 1, read: () => assert.fail("the file was read") };
    const options = { filename: FILENAME, engine: portableEngine(), ignore: ["W001"] };
    await assert.rejects(checkDistribution(file, options), { code: "CHECK_INVALID_RULE" });
  });

  test("reports its progress up to the end", async () => {
    const events: ReportEvent[] = [];
    await checkDraft(goodWheel(), { reporter: { report: (event) => events.push(event) } });
    assert.deepEqual(events[0], { kind: "phase", text: `Checking ${FILENAME}` });
    const last = events.at(-1);
    assert.ok(last?.kind === "progress" && last.done === last.total);
  });

  for (const [name, bytes, filename] of [
    ["wheel", packDraft(goodWheel()), FILENAME],
    ["sdist", writeRawTarGz(goodSdist()), SDIST_FILENAME],
  ] as const) {
    test(`stops checking a ${name} when told to`, async () => {
      await assert.rejects(checkBytes(bytes, filename, { signal: AbortSignal.abort() }), { code: "ABORTED" });
    });

    test(`ends in findings for a ${name} with flipped bytes`, async () => {
      for (const broken of flipBytes(bytes, 1500)) {
        for (const { code } of await checkBytes(broken, filename)) assert.ok(findRule(code), `${code} is in no table`);
      }
    });

    test(`ends in findings for a ${name} cut at any byte`, async () => {
      for (let length = 0; length < bytes.length; length += 7) {
        const findings = await checkBytes(bytes.subarray(0, length), filename);
        assert.ok(
          findings.some(({ severity }) => severity !== "note"),
          `nothing is wrong with ${length} bytes`,
        );
      }
    });
  }

  test("lets failures of the file itself through", async () => {
    const file = bytesAccess(packDraft(goodWheel()));
    const failing = {
      size: file.size,
      read(): Promise<Uint8Array> {
        throw new PackwheelError("FILE_MISSING", "Cannot read the file");
      },
    };
    const check = checkDistribution(failing, { filename: FILENAME, engine: portableEngine() });
    await assert.rejects(check, { code: "FILE_MISSING" });
  });
});
