/** A platform tag that the user asks for, in the place of the lowest one that the files could have. */
import { type Finding, PackwheelError } from "../errors.ts";
import { quote } from "../names/quote.ts";
import { formatPlatformTag, parsePlatformTag } from "../tags/platform-tag.ts";
import { auditFinding } from "./audit-finding.ts";
import type { WheelAudit } from "./audit-wheel.ts";
import { findObstacles } from "./tag-obstacles.ts";

/**
 * Use these tags instead of the lowest ones.
 *
 * @param wanted `["manylinux_2_28_x86_64"]`, `["linux_x86_64"]`
 * @returns The wanted tags in their normal form.
 * @throws {PackwheelError} `AUDIT_TAG_TOO_LOW` naming the file and the symbol that needs more; `TAG_INVALID`
 */
export function raisePlatform(audit: Pick<WheelAudit, "files" | "platformTags">, wanted: readonly string[]): string[] {
  return wanted.map((text) => {
    const tag = parsePlatformTag(text);
    const findings = findObstacles(audit.files, tag).map(({ path, problem }) =>
      auditFinding("AUDIT_NO_POLICY", "error", problem, path),
    );
    const [first] = findings;
    if (first !== undefined) throw tooLow(text, first, findings, audit.platformTags);
    return formatPlatformTag(tag);
  });
}

function tooLow(
  wanted: string,
  first: Finding,
  findings: readonly Finding[],
  lowest: readonly string[],
): PackwheelError {
  const more = findings.length > 1 ? `, and ${findings.length - 1} more` : "";
  return new PackwheelError(
    "AUDIT_TAG_TOO_LOW",
    `Cannot tag the wheel ${quote(wanted)}: ${quote(first.path ?? "")} ${first.message}${more}`,
    { path: first.path, findings, hint: hintFor(lowest) },
  );
}

function hintFor(lowest: readonly string[]): string | undefined {
  const tags = lowest.join(".");
  if (tags === "") return undefined;
  return tags.startsWith("linux_")
    ? `Use ${tags}, or put what is missing into the wheel`
    : `Use ${tags} or a higher tag`;
}
