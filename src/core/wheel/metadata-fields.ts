/**
 * The fields of core metadata: header name, key in `CoreMetadata`, whether it repeats, and since which version.
 * Spec: https://packaging.python.org/en/latest/specifications/core-metadata/
 */
import type { CoreMetadata } from "./metadata.ts";

export type MetadataVersion = "1.0" | "1.1" | "1.2" | "2.1" | "2.2" | "2.3" | "2.4" | "2.5" | "2.6";

/** Every version there is, oldest first. There never was a 2.0. */
export const METADATA_VERSIONS: readonly string[] = ["1.0", "1.1", "1.2", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6"];

/** Keys of `CoreMetadata` whose value is a list. */
export type ListKey = {
  [Key in keyof CoreMetadata]-?: CoreMetadata[Key] extends readonly string[] ? Key : never;
}[keyof CoreMetadata];

/** Keys of `CoreMetadata` whose value is one string. */
export type StringKey = Exclude<keyof CoreMetadata, ListKey>;

export type MetadataField =
  /** `Summary` */
  | { readonly name: string; readonly key: StringKey; readonly multiple: false; readonly since: MetadataVersion }
  /** `Classifier` */
  | { readonly name: string; readonly key: ListKey; readonly multiple: true; readonly since: MetadataVersion };

/** In the order in which they are written. Readers find no meaning in it, but people and other tools expect it. */
export const METADATA_FIELDS: readonly MetadataField[] = [
  { name: "Metadata-Version", key: "metadataVersion", multiple: false, since: "1.0" },
  { name: "Name", key: "name", multiple: false, since: "1.0" },
  { name: "Version", key: "version", multiple: false, since: "1.0" },
  { name: "Dynamic", key: "dynamic", multiple: true, since: "2.2" },
  { name: "Summary", key: "summary", multiple: false, since: "1.0" },
  { name: "Home-page", key: "homePage", multiple: false, since: "1.0" },
  { name: "Download-URL", key: "downloadUrl", multiple: false, since: "1.1" },
  { name: "Author", key: "author", multiple: false, since: "1.0" },
  { name: "Author-email", key: "authorEmail", multiple: false, since: "1.0" },
  { name: "Maintainer", key: "maintainer", multiple: false, since: "1.2" },
  { name: "Maintainer-email", key: "maintainerEmail", multiple: false, since: "1.2" },
  { name: "License", key: "license", multiple: false, since: "1.0" },
  { name: "License-Expression", key: "licenseExpression", multiple: false, since: "2.4" },
  { name: "Project-URL", key: "projectUrl", multiple: true, since: "1.2" },
  { name: "Keywords", key: "keywords", multiple: false, since: "1.0" },
  { name: "Platform", key: "platform", multiple: true, since: "1.0" },
  { name: "Supported-Platform", key: "supportedPlatform", multiple: true, since: "1.1" },
  { name: "Classifier", key: "classifier", multiple: true, since: "1.1" },
  { name: "Requires-Python", key: "requiresPython", multiple: false, since: "1.2" },
  { name: "Description", key: "description", multiple: false, since: "1.0" },
  { name: "Description-Content-Type", key: "descriptionContentType", multiple: false, since: "2.1" },
  { name: "License-File", key: "licenseFile", multiple: true, since: "2.4" },
  { name: "Provides-Extra", key: "providesExtra", multiple: true, since: "2.1" },
  { name: "Requires-Dist", key: "requiresDist", multiple: true, since: "1.2" },
  { name: "Requires-External", key: "requiresExternal", multiple: true, since: "1.2" },
  { name: "Provides-Dist", key: "providesDist", multiple: true, since: "1.2" },
  { name: "Obsoletes-Dist", key: "obsoletesDist", multiple: true, since: "1.2" },
  { name: "Requires", key: "requires", multiple: true, since: "1.1" },
  { name: "Provides", key: "provides", multiple: true, since: "1.1" },
  { name: "Obsoletes", key: "obsoletes", multiple: true, since: "1.1" },
  { name: "Import-Name", key: "importName", multiple: true, since: "2.5" },
  { name: "Import-Namespace", key: "importNamespace", multiple: true, since: "2.5" },
];

const BY_LOWER_CASE_NAME: ReadonlyMap<string, MetadataField> = new Map(
  METADATA_FIELDS.map((field) => [field.name.toLowerCase(), field]),
);

/** The field of a header, whatever its case. */
export function findMetadataField(name: string): MetadataField | undefined {
  return BY_LOWER_CASE_NAME.get(name.toLowerCase());
}

/** True when `version` is a known version, and not older than `since`. */
export function isSince(version: string, since: MetadataVersion): boolean {
  return METADATA_VERSIONS.indexOf(version) >= METADATA_VERSIONS.indexOf(since);
}
