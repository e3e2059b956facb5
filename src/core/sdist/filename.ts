/**
 * Names of source distributions: `friendly_bard-1.0.tar.gz`.
 * Spec: https://packaging.python.org/en/latest/specifications/source-distribution-format/#source-distribution-file-name
 */
import { PackwheelError } from "../errors.ts";
import { escapeName, isValidName, type NormalizedName, normalizeName } from "../names/project-name.ts";
import { quote } from "../names/quote.ts";
import { normalizeVersion, tryParseVersion, type Version } from "../names/version.ts";

export interface SdistFilename {
  /** As written: `Friendly-Bard`. */
  readonly distribution: string;
  /** As written: `1.0`. */
  readonly versionText: string;
  readonly name: NormalizedName;
  readonly version: Version;
  /** `.zip` belongs to the past, and PyPI takes it no longer. */
  readonly extension: ".tar.gz" | ".zip";
}

/**
 * Read a name; it is divided at its last dash, as old sdists have dashes in the project's name.
 *
 * @throws {PackwheelError} `SDIST_FILENAME_INVALID`
 */
export function parseSdistFilename(filename: string): SdistFilename {
  const extension = filename.endsWith(".tar.gz") ? ".tar.gz" : filename.endsWith(".zip") ? ".zip" : undefined;
  if (extension === undefined) throw invalid(filename, "it does not end in `.tar.gz`");
  const stem = filename.slice(0, -extension.length);
  const dash = stem.lastIndexOf("-");
  if (dash === -1) throw invalid(filename, "there is no dash between name and version");

  const distribution = stem.slice(0, dash);
  const versionText = stem.slice(dash + 1);
  if (!isValidName(distribution)) throw invalid(filename, `${quote(distribution)} is not a project name`);
  const version = /\s/.test(versionText) ? undefined : tryParseVersion(versionText);
  if (version === undefined) throw invalid(filename, `${quote(versionText)} is not a PEP 440 version`);
  return { distribution, versionText, name: normalizeName(distribution), version, extension };
}

/** The one right name of an sdist. @throws {PackwheelError} `VERSION_INVALID` */
export function formatSdistFilename(name: string, version: string): string {
  return `${escapeName(name)}-${normalizeVersion(version)}.tar.gz`;
}

function invalid(filename: string, problem: string): PackwheelError {
  return new PackwheelError(
    "SDIST_FILENAME_INVALID",
    `Cannot read the sdist name ${quote(filename, 200)}: ${problem}`,
    { hint: "Name it `{name}-{version}.tar.gz`" },
  );
}
