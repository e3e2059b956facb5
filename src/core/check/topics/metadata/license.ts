/**
 * License-Expression, License-File and their forerunners, as far as METADATA alone tells.
 * Spec: https://peps.python.org/pep-0639/
 */
import { type Finding, PackwheelError } from "../../../errors.ts";
import { normalizeLicenseExpression } from "../../../names/license-expression.ts";
import { excerpt } from "../../../wheel/header-block.ts";
import type { CoreMetadata } from "../../../wheel/metadata.ts";
import { finding } from "../../finding.ts";

export function checkLicense(metadata: CoreMetadata, path: string): Finding[] {
  return [
    ...checkConflicts(metadata, path),
    ...checkExpression(metadata, path),
    ...metadata.licenseFile.flatMap((file) => checkLicensePath(file, path)),
  ];
}

function checkConflicts({ license, licenseExpression, classifier }: CoreMetadata, path: string): Finding[] {
  if (!licenseExpression) return [];
  const findings: Finding[] = [];
  if (license) {
    const message = "License and License-Expression are both present";
    findings.push(finding("METADATA_LICENSE_CONFLICT", message, { path, hint: "Remove License" }));
  }
  const old = classifier.find((name) => name.startsWith("License ::"));
  if (old !== undefined) {
    const message = `Classifier "${excerpt(old)}" stands beside License-Expression`;
    findings.push(finding("METADATA_LICENSE_CLASSIFIER", message, { path, hint: "Remove the classifier" }));
  }
  return findings;
}

function checkExpression({ licenseExpression }: CoreMetadata, path: string): Finding[] {
  if (licenseExpression === undefined) return [];
  try {
    const canonical = normalizeLicenseExpression(licenseExpression);
    if (canonical === licenseExpression) return [];
    const message = `License-Expression "${excerpt(licenseExpression)}" is not in its canonical form`;
    return [finding("METADATA_LICENSE_EXPRESSION_NOT_CANONICAL", message, { path, hint: `Write ${canonical}` })];
  } catch (error) {
    if (!(error instanceof PackwheelError)) throw error;
    const message = `License-Expression "${excerpt(licenseExpression)}" is no SPDX expression`;
    return [finding("METADATA_LICENSE_EXPRESSION_INVALID", message, { path, hint: error.hint })];
  }
}

function checkLicensePath(file: string, path: string): Finding[] {
  const fault = licensePathFault(file);
  if (fault === undefined) return [];
  const message = `License-File "${excerpt(file)}" is no path within the project: ${fault}`;
  return [finding("METADATA_LICENSE_FILE_INVALID", message, { path })];
}

/** Whether License-File may hold this path. */
export function licensePathFault(file: string): string | undefined {
  if (file === "") return "it is empty";
  if (file.includes("\\")) return "it has a backslash";
  if (file.startsWith("/") || /^[A-Za-z]:/.test(file)) return "it is absolute";
  if (file.split("/").includes("..")) return "it has a '..' part";
  if (file.includes("*")) return "it is a pattern";
  return undefined;
}
