/** Tags of the Pythons' own extension modules, against the tags that packaging says this machine takes. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { auditObject } from "../../src/core/audit/audit.ts";
import { platformOfFiles } from "../../src/core/audit/platform/platform-of-files.ts";
import { formatPolicy, policiesFor } from "../../src/core/audit/platform/policies.ts";
import { bytesAccess } from "../../src/core/memory/bytes-access.ts";
import { openObject, readObject } from "../../src/core/object/object-file.ts";
import { findPythons, findPythonWith, requireJudge } from "./judge.ts";

const packaging = findPythonWith("import packaging.tags");

function acceptedTags(): string[] {
  const code = "from packaging.tags import platform_tags; print(' '.join(platform_tags()))";
  return execFileSync(packaging?.path ?? "", ["-c", code], { encoding: "utf8" })
    .trim()
    .split(" ");
}

/** Extension modules of the standard library, which were built for this machine. */
function extensionModules(python: string): string[] {
  const code = "import sysconfig; print(sysconfig.get_config_var('DESTSHARED') or '')";
  const folder = execFileSync(python, ["-c", code], { encoding: "utf8" }).trim();
  return readdirSync(folder)
    .filter((name) => /\.(?:so|pyd)$/.test(name))
    .sort()
    .map((name) => join(folder, name));
}

describe("packaging", () => {
  for (const { version, path } of findPythons()) {
    test(`takes the lowest tag of each extension module of Python ${version}`, async (t) => {
      if (!requireJudge(t, packaging !== undefined && process.platform !== "win32", "packaging")) return;
      const accepted = new Set(acceptedTags());
      const modules = extensionModules(path);
      assert.ok(modules.length > 10, `${modules.length} modules found`);
      for (const file of modules) {
        const bytes = readFileSync(file);
        const object = readObject(bytes);
        assert.deepEqual(await openObject(bytesAccess(bytes)), object);
        // Modules of a distribution's Python link libraries of the distribution.
        const audit = auditObject(file, object, { isProvided: () => true });
        const { platformTags } = platformOfFiles([audit]);
        assert.ok(
          platformTags.some((tag) => accepted.has(tag)),
          `${file}: ${platformTags.join(" ")}`,
        );
      }
    });
  }

  test("lists the policies of this machine in the same order, the newest first", (t) => {
    if (!requireJudge(t, packaging !== undefined && process.platform === "linux", "packaging on Linux")) return;
    const accepted = acceptedTags();
    const arch = accepted.find((tag) => tag.startsWith("linux_"))?.slice("linux_".length) ?? "";
    const places = policiesFor("manylinux", arch)
      .map((policy) => accepted.indexOf(`${formatPolicy(policy)}_${arch}`))
      .filter((place) => place >= 0);
    assert.ok(places.length > 1);
    assert.deepEqual(
      places,
      [...places].sort((a, b) => b - a),
    );
  });
});
