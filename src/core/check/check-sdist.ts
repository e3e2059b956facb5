/** Everything that PyPI and installers would say of a source distribution. */
import { type Finding, PackwheelError } from "../errors.ts";
import type { RandomAccess } from "../ports/random-access.ts";
import { parseMetadata } from "../wheel/metadata.ts";
import { inspectZip } from "../zip/read.ts";
import type { CheckOptions } from "./check-options.ts";
import { dropUnknownFields } from "./contents/known-fields.ts";
import { readSdistContents } from "./contents/read-sdist.ts";
import type { SdistContents } from "./contents/sdist-contents.ts";
import { finding } from "./finding.ts";
import { limitFindings } from "./limit-findings.ts";
import { applyRuleOptions } from "./rule-options.ts";
import { findRule } from "./rules.ts";
import { checkPaths } from "./topics/content/paths.ts";
import { checkStrayFiles } from "./topics/content/stray-files.ts";
import { checkMetadata } from "./topics/metadata/metadata.ts";
import { checkReadme } from "./topics/metadata/readme.ts";
import { checkFilename, checkNameAgainstMetadata, type DistributionName, readSdistName } from "./topics/names.ts";
import { checkIndexMetadata, checkIndexObfuscation, checkIndexSize } from "./topics/package-index.ts";
import { checkSdistMembers, checkSdistMetadata, checkSdistShape, findTopFolder } from "./topics/sdist.ts";

/**
 * Check an sdist, reading each of its bytes once. Whatever the file holds, this gives findings and does not throw.
 *
 * @throws {PackwheelError} `ABORTED`, `CHECK_INVALID_RULE`, and what reading `file` may throw.
 */
export async function checkSdist(file: RandomAccess, options: CheckOptions): Promise<Finding[]> {
  applyRuleOptions([], options); // a wrong option is told before the work
  options.reporter?.report({ kind: "phase", text: `Checking ${options.filename}` });
  const { parts, findings } = readSdistName(options.filename);
  const { contents, findings: archiveFindings, isComplete } = await readSdistContents(file, options);
  const files = contents.members.filter(({ kind }) => kind === "file");
  const all = [
    ...checkFilename(options.filename),
    ...findings,
    ...archiveFindings,
    ...(options.index === "none" ? [] : checkIndexSize(file.size)),
    ...(await checkAlsoZip(file, options)),
    ...checkSdistMembers(contents),
    // Of half an archive nobody can say what is missing.
    ...(isComplete ? checkSdistShape(contents, parts) : []),
    ...(isComplete ? await checkPackageInfo(contents, parts, options) : []),
    ...checkStrayFiles(files, { allowEggInfo: true }),
    ...checkPaths(files.map(({ path }) => path)),
    ...checkIndexObfuscation(files),
  ];
  return limitFindings(applyRuleOptions(all, options));
}

/** A zip archive may begin anywhere; one that lies uncompressed at the end of an sdist makes two formats of it. */
async function checkAlsoZip(file: RandomAccess, { signal }: CheckOptions): Promise<Finding[]> {
  try {
    await inspectZip(file, { signal });
  } catch (error) {
    if (error instanceof PackwheelError && findRule(error.code)?.topic === "framing") return [];
    throw error;
  }
  const hint = "Compress the last file of the sdist, or put another behind it";
  return [finding("ZIP_AND_TAR", "File can be read as a zip archive, too", { hint })];
}

async function checkPackageInfo(
  contents: SdistContents,
  parts: DistributionName | undefined,
  options: CheckOptions,
): Promise<Finding[]> {
  const folder = findTopFolder(contents);
  const path = `${folder}/PKG-INFO`;
  const content = contents.packageInfos.get(path);
  if (folder === undefined || content === undefined) return [];
  const parsed = dropUnknownFields(parseMetadata(content, "PKG-INFO"));
  const { metadata } = parsed;
  return [
    ...checkMetadata(parsed, path),
    ...(parts === undefined ? [] : checkNameAgainstMetadata(parts, metadata, path)),
    ...checkSdistMetadata(contents, metadata, folder),
    ...(await checkReadme(metadata, path)),
    ...(options.index === "none" ? [] : await checkIndexMetadata(metadata, path)),
  ];
}
