import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { checkOnline } from "../../../src/core/check/check-online.ts";
import { PackwheelError } from "../../../src/core/errors.ts";
import { checkFilesOnline } from "../../../src/node/check-online.ts";
import { indexed, NOW, ONLINE_CASES, OURS, project, WHEEL } from "./cases/online.ts";

describe("checkOnline()", () => {
  for (const { name, filename = WHEEL, project, says } of ONLINE_CASES) {
    test(`of ${name} says ${says.length === 0 ? "nothing" : says.join(", ")}`, async () => {
      const found = project === "no answer" ? await askNobody() : checkOnline({ filename, sha256: OURS }, project, NOW);
      assert.deepEqual(
        found.map(({ code }) => code),
        says,
      );
    });
  }

  test("tells the age of a release", () => {
    const [found] = checkOnline(
      { filename: WHEEL, sha256: OURS },
      project([indexed("hello-1.0.tar.gz", { days: 20 })]),
      NOW,
    );
    assert.equal(found?.message, "Version 1.0 was released 20 days ago, and PyPI takes new files for 14");
    assert.equal(found?.severity, "error");
  });
});

/** As for a machine without a network. */
async function askNobody(): Promise<readonly { readonly code: string }[]> {
  const folder = mkdtempSync(join(tmpdir(), "packwheel-online-"));
  try {
    writeFileSync(join(folder, WHEEL), "");
    const http = {
      send: () =>
        Promise.reject(new PackwheelError("HTTP_UNREACHABLE", "Cannot reach pypi.org: there is no such host")),
    };
    const [found] = await checkFilesOnline([join(folder, WHEEL)], { http });
    assert.equal(found?.[0]?.message, "Cannot reach pypi.org: there is no such host");
    return found ?? [];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
