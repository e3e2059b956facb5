/**
 * The WHEEL file, by itself and against the file name.
 * Spec: https://packaging.python.org/en/latest/specifications/binary-distribution-format/#file-contents
 */
import { compareCodePoints } from "../../../bytes/code-points.ts";
import { type Finding, PackwheelError } from "../../../errors.ts";
import { expandTags, formatTriple, parseTagSet } from "../../../tags/tag-set.ts";
import { excerpt } from "../../../wheel/header-block.ts";
import { type ParsedWheelFile, WHEEL_VERSION } from "../../../wheel/wheel-file.ts";
import { adoptFindings, finding } from "../../finding.ts";
import type { DistributionName } from "../names.ts";

export function checkWheelFile(parsed: ParsedWheelFile, name: DistributionName | undefined, path: string): Finding[] {
  const { wheelFile } = parsed;
  const findings = adoptFindings(parsed.findings, path);
  if (/^\d+\.\d+$/.test(wheelFile.wheelVersion) && wheelFile.wheelVersion !== WHEEL_VERSION) {
    const message = `Wheel-Version "${excerpt(wheelFile.wheelVersion)}" is not ${WHEEL_VERSION}, the only one there is`;
    findings.push(finding("WHEEL_VERSION_UNSUPPORTED", message, { path }));
  }
  if (name === undefined) return findings;

  if ((wheelFile.build ?? "") !== (name.build ?? "")) {
    const message = `WHEEL has ${describeBuild(wheelFile.build)}, and the file name has ${describeBuild(name.build)}`;
    findings.push(finding("WHEEL_BUILD_MISMATCH", message, { path }));
  }
  if (name.tags !== undefined && wheelFile.tags.length > 0) {
    const expected = new Set(expandTags(name.tags).map(formatTriple));
    const written = new Set(wheelFile.tags.flatMap(expandWrittenTag));
    const missing = difference(expected, written);
    const extra = difference(written, expected);
    if (missing.length > 0 || extra.length > 0) {
      const parts = [
        ...(missing.length > 0 ? [`lacks ${quoteFirst(missing)} of the file name`] : []),
        ...(extra.length > 0 ? [`has ${quoteFirst(extra)}, which the file name has not`] : []),
      ];
      findings.push(finding("WHEEL_TAGS_MISMATCH", `Tag list of WHEEL ${parts.join(" and ")}`, { path }));
    }
  }
  return findings;
}

/** Old tools wrote compressed sets into WHEEL: `py2.py3-none-any` stands for two tags there too. */
function expandWrittenTag(tag: string): string[] {
  try {
    return expandTags(parseTagSet(tag)).map(formatTriple);
  } catch (error) {
    if (error instanceof PackwheelError) return [tag];
    throw error;
  }
}

function difference(left: ReadonlySet<string>, right: ReadonlySet<string>): string[] {
  return [...left].filter((tag) => !right.has(tag)).sort(compareCodePoints);
}

function quoteFirst(tags: readonly string[]): string {
  const [first = "", ...others] = tags;
  return `"${excerpt(first)}"${others.length === 0 ? "" : ` and ${others.length} more`}`;
}

function describeBuild(build: string | undefined): string {
  return build === undefined ? "no build tag" : `the build tag "${excerpt(build)}"`;
}
