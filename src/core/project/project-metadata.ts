/**
 * What a project says, in the fields of core metadata.
 */
import { type CoreMetadata, chooseMetadataVersion, emptyMetadata } from "../wheel/metadata.ts";
import type { DynamicValues } from "./dynamic/resolve.ts";
import { type Extra, formatRequiresDist } from "./fields/dependencies.ts";
import { formatImportNames } from "./fields/import-names.ts";
import type { NamedFiles } from "./fields/named-files.ts";
import { formatPeople } from "./fields/people.ts";
import type { ProjectTable } from "./project-table.ts";

/** Static values first, and dynamic ones behind them. */
export function makeMetadata(
  table: ProjectTable,
  version: string,
  dynamic: DynamicValues,
  files: NamedFiles,
): CoreMetadata {
  const authors = formatPeople(table.authors);
  const maintainers = formatPeople(table.maintainers);
  const extras = joinExtras(table.extras, dynamic.extras);
  const readme = dynamic.readme ?? files.readme;
  const metadata: CoreMetadata = {
    ...emptyMetadata(table.name, version),
    summary: dynamic.description ?? table.description,
    description: readme?.text,
    descriptionContentType: readme?.contentType,
    keywords: table.keywords.length === 0 ? undefined : table.keywords.join(","),
    author: authors.names,
    authorEmail: authors.emails,
    maintainer: maintainers.names,
    maintainerEmail: maintainers.emails,
    license: files.licenseText,
    licenseExpression: table.license?.kind === "expression" ? table.license.expression : undefined,
    licenseFile: files.licenseFiles,
    classifier: table.classifiers,
    projectUrl: table.urls,
    requiresPython: table.requiresPython === "" ? undefined : table.requiresPython,
    requiresDist: formatRequiresDist([...table.dependencies, ...dynamic.dependencies], extras),
    providesExtra: extras.map(({ name }) => name),
    // One empty name says that there is nothing to import.
    importName: table.importNames?.length === 0 ? [""] : formatImportNames(table.importNames ?? []),
    importNamespace: formatImportNames(table.importNamespaces ?? []),
    ...dynamic.fromSdist,
  };
  return { ...metadata, metadataVersion: chooseMetadataVersion(metadata) };
}

/** Requirements from files are added behind those of the table, extra by extra. */
function joinExtras(written: readonly Extra[], fromFiles: readonly Extra[]): readonly Extra[] {
  const joined = new Map(written.map(({ name, requirements }) => [name, requirements]));
  for (const { name, requirements } of fromFiles) joined.set(name, [...(joined.get(name) ?? []), ...requirements]);
  return [...joined].map(([name, requirements]) => ({ name, requirements }));
}
