import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import type { RecordEntry } from "../../../src/core/wheel/record.ts";
import { RecordVerifier } from "../../../src/core/wheel/verify-hashes.ts";

const CONTENT = new TextEncoder().encode("content");

function row(path: string, algorithm: string, content: Uint8Array = CONTENT): RecordEntry {
  return { path, hash: { algorithm, digest: createHash(algorithm).update(content).digest() } };
}

async function verify(rows: readonly RecordEntry[], path: string): Promise<void> {
  const verifier = await RecordVerifier.create("a-1.whl", "a-1.dist-info", rows);
  verifier.begin(path);
  verifier.update(CONTENT.subarray(0, 3));
  verifier.update(CONTENT.subarray(3));
  verifier.end(path, createHash("sha256").update(CONTENT).digest());
}

describe("RecordVerifier", () => {
  for (const algorithm of ["sha256", "sha384", "sha512"]) {
    test(`takes what RECORD says by ${algorithm}, twice in a row`, async () => {
      await verify([row("a.py", algorithm)], "a.py");
      const verifier = await RecordVerifier.create("a-1.whl", "a-1.dist-info", [
        row("a", algorithm),
        row("b", algorithm),
      ]);
      for (const path of ["a", "b"]) {
        verifier.begin(path);
        verifier.update(CONTENT);
        verifier.end(path, createHash("sha256").update(CONTENT).digest());
      }
    });

    test(`refuses other content by ${algorithm}, and names the member`, async () => {
      await assert.rejects(verify([row("a.py", algorithm, new Uint8Array(1))], "a.py"), (error: Error) => {
        assert.match(
          error.message,
          new RegExp(`^"a\\.py" in "a-1\\.whl" is not what RECORD says: found ${algorithm}=`),
        );
        assert.equal((error as Error & { code: string }).code, "WHEEL_HASH_MISMATCH");
        return true;
      });
    });
  }

  for (const name of ["RECORD", "RECORD.jws", "RECORD.p7s"]) {
    test(`asks for no hash of ${name}`, async () => {
      await verify([], `a-1.dist-info/${name}`);
    });

    test(`asks for the hash of ${name} of another .dist-info`, async () => {
      await assert.rejects(verify([], `b-1.dist-info/${name}`), { code: "WHEEL_HASH_MISSING" });
    });
  }

  const missing: readonly [what: string, rows: RecordEntry[], state: string][] = [
    ["a member without a row", [], "RECORD has no hash of it"],
    ["a row without a hash", [{ path: "a.py", size: 7 }], "RECORD has no hash of it"],
    ["MD5", [row("a.py", "md5")], "RECORD has only its md5"],
    ["SHA-1", [row("a.py", "sha1")], "RECORD has only its sha1"],
    ["SHA-224", [row("a.py", "sha224")], "RECORD has only its sha224"],
  ];
  for (const [what, rows, state] of missing) {
    test(`refuses ${what}`, async () => {
      await assert.rejects(verify(rows, "a.py"), {
        code: "WHEEL_HASH_MISSING",
        message: `Cannot verify "a.py" in "a-1.whl": ${state}`,
      });
    });
  }
});
