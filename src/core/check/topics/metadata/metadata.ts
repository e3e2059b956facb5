/**
 * The fields of METADATA and PKG-INFO, as far as one field can be judged by itself; dependencies, licences and
 * addresses have files of their own.
 * Spec: https://packaging.python.org/en/latest/specifications/core-metadata/
 */
import type { Finding } from "../../../errors.ts";
import { isModuleName } from "../../../names/identifier.ts";
import { isValidName } from "../../../names/project-name.ts";
import { tryParseVersion } from "../../../names/version.ts";
import { excerpt, LINE_BOUNDARY } from "../../../wheel/header-block.ts";
import type { CoreMetadata, ParsedMetadata } from "../../../wheel/metadata.ts";
import { findMetadataField, isSince, METADATA_FIELDS, METADATA_VERSIONS } from "../../../wheel/metadata-fields.ts";
import { adoptFindings, finding } from "../../finding.ts";
import { checkContacts } from "./contacts.ts";
import { checkDependencies } from "./dependencies.ts";
import { checkLicense } from "./license.ts";

/** Fields that may never differ between an sdist and the wheels built from it. */
const NEVER_DYNAMIC: ReadonlySet<string> = new Set(["metadata-version", "name", "version", "dynamic"]);

const DEPRECATED_FIELDS: ReadonlyMap<string, string> = new Map([
  ["Home-page", "Use Project-URL with the label Homepage"],
  ["Download-URL", "Use Project-URL with the label Download"],
  ["Requires", "Use Requires-Dist"],
  ["Provides", "Use Provides-Dist"],
  ["Obsoletes", "Use Obsoletes-Dist"],
]);

/**
 * Everything that is wrong with a metadata file, whatever else the distribution holds.
 *
 * @param path Of the file in its archive, for the findings.
 */
export function checkMetadata(parsed: ParsedMetadata, path: string): Finding[] {
  const { metadata } = parsed;
  return [
    ...adoptFindings(parsed.findings, path),
    ...checkIdentity(metadata, path),
    ...checkFieldVersions(parsed, path),
    ...checkDynamic(metadata, path),
    ...checkSummary(metadata, path),
    ...checkContacts(metadata, path),
    ...checkDependencies(metadata, path),
    ...checkLicense(metadata, path),
    ...checkClassifiers(metadata, path),
    ...checkImportNames(metadata, path),
  ];
}

/** Metadata-Version, Name and Version; what is missing the reader has told already. */
function checkIdentity({ metadataVersion, name, version }: CoreMetadata, path: string): Finding[] {
  const findings: Finding[] = [];
  if (metadataVersion !== "" && !METADATA_VERSIONS.some((known) => known === metadataVersion)) {
    const message = `Metadata-Version "${excerpt(metadataVersion)}" does not exist`;
    findings.push(finding("METADATA_VERSION_UNKNOWN", message, { path, hint: "Write 2.4" }));
  }
  if (name !== "" && !isValidName(name)) {
    findings.push(finding("METADATA_NAME_INVALID", `Name "${excerpt(name)}" is not a project name`, { path }));
  }
  if (version !== "" && tryParseVersion(version) === undefined) {
    const message = `Version "${excerpt(version)}" is not a version`;
    findings.push(finding("METADATA_PROJECT_VERSION_INVALID", message, { path }));
  }
  return findings;
}

/** A field from the future, and fields of the past. */
function checkFieldVersions({ metadata, headers }: ParsedMetadata, path: string): Finding[] {
  const { metadataVersion } = metadata;
  const known = METADATA_VERSIONS.some((version) => version === metadataVersion);
  const used = new Set(headers.map(({ name }) => findMetadataField(name)?.name));
  const findings: Finding[] = [];
  for (const { name, since } of METADATA_FIELDS) {
    if (!used.has(name)) continue;
    if (known && !isSince(metadataVersion, since)) {
      const message = `Field ${name} came with metadata ${since}, and this is metadata ${metadataVersion}`;
      const hint = `Write Metadata-Version: ${since} or newer`;
      // Tools wrote License-File for years before PEP 639, and those that upload leave it out.
      const code = name === "License-File" ? "METADATA_LICENSE_FILE_TOO_NEW" : "METADATA_FIELD_TOO_NEW";
      findings.push(finding(code, message, { path, hint }));
    }
    const hint = DEPRECATED_FIELDS.get(name);
    if (hint !== undefined) {
      findings.push(finding("METADATA_DEPRECATED_FIELD", `Field ${name} is deprecated`, { path, hint }));
    }
  }
  return findings;
}

function checkDynamic({ dynamic }: CoreMetadata, path: string): Finding[] {
  return dynamic
    .filter((name) => NEVER_DYNAMIC.has(name.toLowerCase()) || findMetadataField(name) === undefined)
    .map((name) => {
      const message = `Dynamic "${excerpt(name)}" is not a field that can be dynamic`;
      return finding("METADATA_DYNAMIC_INVALID", message, { path });
    });
}

function checkSummary({ summary }: CoreMetadata, path: string): Finding[] {
  if (summary === undefined || !LINE_BOUNDARY.test(summary)) return [];
  const message = `Summary "${excerpt(summary)}" has more than one line`;
  return [finding("METADATA_SUMMARY_MULTILINE", message, { path })];
}

function checkClassifiers({ classifier }: CoreMetadata, path: string): Finding[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const name of classifier) (seen.has(name) ? repeated : seen).add(name);
  return [...repeated].map((name) => {
    return finding("METADATA_CLASSIFIER_DUPLICATE", `Classifier "${excerpt(name)}" stands twice`, { path });
  });
}

function checkImportNames({ importName, importNamespace }: CoreMetadata, path: string): Finding[] {
  const findings: Finding[] = [];
  const invalid = (message: string) => findings.push(finding("METADATA_IMPORT_NAME_INVALID", message, { path }));
  // A single empty Import-Name says that there is nothing to import.
  const names = importName.length === 1 && importName[0] === "" ? [] : importName;
  for (const [field, values] of [
    ["Import-Name", names],
    ["Import-Namespace", importNamespace],
  ] as const) {
    for (const value of values) {
      const { name, isValid } = parseImportName(value);
      if (!isValid || !isModuleName(name)) invalid(`${field} "${excerpt(value)}" is not a dotted name`);
    }
  }
  const namespaces = new Set(importNamespace.map((value) => parseImportName(value).name));
  for (const value of names) {
    const { name } = parseImportName(value);
    if (namespaces.has(name)) invalid(`Name "${excerpt(name)}" is in both Import-Name and Import-Namespace`);
  }
  return findings;
}

/** `hello.internal ; private` */
export function parseImportName(value: string): { name: string; isPrivate: boolean; isValid: boolean } {
  const [name = "", ...rest] = value.split(";").map((part) => part.trim());
  const isPrivate = rest.length === 1 && rest[0] === "private";
  return { name, isPrivate, isValid: rest.length === 0 || isPrivate };
}
