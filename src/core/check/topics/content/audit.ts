/** What compiled files need, against what the tags of the wheel promise: the audit of `build`, on a wheel that is there. */
import { auditWheel, type WheelAudit } from "../../../audit/audit-wheel.ts";
import type { AuditedFile } from "../../../audit/file-audit.ts";
import { explainBlocker } from "../../../audit/platform/linux.ts";
import { findObstacles, type TagObstacle } from "../../../audit/tag-obstacles.ts";
import type { Finding } from "../../../errors.ts";
import { parsePlatformTag } from "../../../tags/platform-tag.ts";
import type { TagSet } from "../../../tags/tag-set.ts";
import { excerpt } from "../../../wheel/header-block.ts";
import { adoptFindings, finding } from "../../finding.ts";

/** Which of several files is the wrong one, the wheel's tags tell better: `checkNative` does. */
const TOLD_BY_TAGS: ReadonlySet<string> = new Set(["AUDIT_MIXED_SYSTEMS", "AUDIT_MIXED_MACHINES"]);

/** The rules that hold whatever the platform is. */
const ABOUT_PYTHON: ReadonlySet<string> = new Set([
  "AUDIT_PYTHON_ABI_NEEDED",
  "AUDIT_LIBPYTHON_LINKED",
  "AUDIT_NOT_STABLE_ABI",
]);

/** @param files Libraries and programs of the wheel. */
export function checkAudit(files: readonly AuditedFile[], tags: TagSet): Finding[] {
  const audit = auditWheel(files, { tags });
  // That the platform is wrong is told already.
  if (tags.platform.includes("any")) return adoptFindings(audit.findings.filter(({ code }) => ABOUT_PYTHON.has(code)));
  const isOther = tags.platform.some((text) => parsePlatformTag(text).kind === "other");
  const ofTags = checkPlatformTags(audit, tags);
  const tooLow = new Set(ofTags.filter(({ code }) => code === "AUDIT_TAG_TOO_LOW").map(({ path }) => path));
  const ofFiles = audit.findings.filter(({ code, path }) => {
    if (TOLD_BY_TAGS.has(code) || (code === "AUDIT_UNKNOWN_PLATFORM" && isOther)) return false;
    return code !== "AUDIT_NO_POLICY" || !tooLow.has(path);
  });
  return withoutRepeats([...ofTags, ...adoptFindings(ofFiles)]);
}

/** Each tag promises that the wheel works there. */
function checkPlatformTags(audit: WheelAudit, tags: TagSet): Finding[] {
  const seen = new Set<string>();
  return tags.platform.flatMap((text) =>
    findObstacles(audit.files, parsePlatformTag(text)).flatMap((obstacle) => {
      // manylinux_2_17 and manylinux2014 promise the same.
      const key = `${obstacle.path}\n${obstacle.problem}`;
      if (obstacle.kind === "foreign" || seen.has(key)) return [];
      seen.add(key);
      return [explainObstacle(obstacle, text, audit.platformTags)];
    }),
  );
}

function explainObstacle(obstacle: TagObstacle, tag: string, lowest: readonly string[]): Finding {
  const { path, problem } = obstacle;
  if (obstacle.kind === "need" && isBeyondVersions(obstacle)) {
    const [adopted] = adoptFindings([explainBlocker(path, obstacle.need, obstacle.family)]);
    if (adopted !== undefined) return adopted;
  }
  const message = `File ${problem}, and tag "${excerpt(tag)}" promises less`;
  const hint = lowest.length === 0 ? undefined : `Tag the wheel ${lowest.join(".")}, or build on an older system`;
  return finding("AUDIT_TAG_TOO_LOW", message, { path, hint });
}

/** No higher tag would help, and where somebody has installed what is needed, the wheel works. */
function isBeyondVersions({ need }: TagObstacle & { readonly kind: "need" }): boolean {
  return need.floor === "no" && need.kind !== "version" && need.kind !== "c-library";
}

function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ code, path, message }) => {
    const key = `${code}\n${path ?? ""}\n${message}`;
    return !seen.has(key) && seen.add(key);
  });
}
