/**
 * Core metadata: the METADATA file of a wheel and the PKG-INFO file of an sdist.
 * Spec: https://packaging.python.org/en/latest/specifications/core-metadata/
 */
import { hasLoneSurrogate } from "../bytes/utf8.ts";
import { type Finding, PackwheelError } from "../errors.ts";
import { FindingList } from "./finding-list.ts";
import { excerpt, type Header, LINE_BOUNDARY, parseHeaderBlock, unfoldValue } from "./header-block.ts";
import {
  findMetadataField,
  isSince,
  type ListKey,
  METADATA_FIELDS,
  METADATA_VERSIONS,
  type MetadataField,
  type MetadataVersion,
  type StringKey,
} from "./metadata-fields.ts";

/** All fields of core metadata 2.5, lower camel case of the header's name; repeated fields are lists. */
export interface CoreMetadata {
  readonly metadataVersion: string;
  readonly name: string;
  readonly version: string;
  readonly dynamic: readonly string[];
  readonly platform: readonly string[];
  readonly supportedPlatform: readonly string[];
  readonly summary?: string | undefined;
  readonly description?: string | undefined;
  readonly descriptionContentType?: string | undefined;
  /** One string, as the header holds it: `a,b,c`. */
  readonly keywords?: string | undefined;
  readonly homePage?: string | undefined;
  readonly downloadUrl?: string | undefined;
  readonly author?: string | undefined;
  readonly authorEmail?: string | undefined;
  readonly maintainer?: string | undefined;
  readonly maintainerEmail?: string | undefined;
  readonly license?: string | undefined;
  readonly licenseExpression?: string | undefined;
  readonly licenseFile: readonly string[];
  readonly classifier: readonly string[];
  readonly requiresDist: readonly string[];
  readonly requiresPython?: string | undefined;
  readonly requiresExternal: readonly string[];
  /** `Label, https://…` */
  readonly projectUrl: readonly string[];
  readonly providesExtra: readonly string[];
  readonly providesDist: readonly string[];
  readonly obsoletesDist: readonly string[];
  readonly requires: readonly string[];
  readonly provides: readonly string[];
  readonly obsoletes: readonly string[];
  /** `[""]` stands for "no import names". */
  readonly importName: readonly string[];
  readonly importNamespace: readonly string[];
}

export interface ParsedMetadata {
  /** Single fields that are written twice have their first value; missing required fields are empty. */
  readonly metadata: CoreMetadata;
  /** Every header in file order, unknown ones too. */
  readonly headers: readonly Header[];
  readonly findings: readonly Finding[];
}

const REQUIRED: ReadonlySet<StringKey> = new Set(["metadataVersion", "name", "version"]);

/** Names and versions alone, for tests and for callers who fill in the rest. */
export function emptyMetadata(name: string, version: string): CoreMetadata {
  return { ...emptyLists(), metadataVersion: "2.4", name, version };
}

/**
 * Read a METADATA or PKG-INFO file as Python's email parser would. Never throws: problems of the form are findings,
 * whether the values make sense is left to `check`.
 *
 * @param file Named in findings.
 */
export function parseMetadata(input: Uint8Array | string, file = "METADATA"): ParsedMetadata {
  const block = parseHeaderBlock(input, file);
  const found = new FindingList();
  for (const finding of block.findings) found.add(finding);
  const strings = new Map<StringKey, string>();
  const lists = emptyLists();
  for (const header of block.headers) {
    const field = findMetadataField(header.name);
    if (field === undefined) found.add(unknownField(header, file));
    else if (field.multiple) lists[field.key].push(unfoldField(field, header.value));
    else if (strings.has(field.key)) found.add(repeatedField(header, field, file));
    else strings.set(field.key, unfoldField(field, header.value));
  }
  if (block.body !== "") {
    if (strings.has("description")) {
      const message = `Cannot tell the description in ${file}: it is in the header and in the body`;
      found.add({ code: "METADATA_DESCRIPTION_TWICE", severity: "error", message, path: file });
    }
    strings.set("description", block.body);
  }
  for (const field of METADATA_FIELDS) {
    if (!field.multiple && REQUIRED.has(field.key) && !strings.get(field.key)) {
      const message = `Cannot find ${field.name} in ${file}: it is required`;
      found.add({ code: "METADATA_FIELD_MISSING", severity: "error", message, path: file });
    }
  }
  const required = { metadataVersion: "", name: "", version: "" };
  const metadata = { ...lists, ...required, ...Object.fromEntries(strings) };
  return { metadata, headers: block.headers, findings: found.findings };
}

/**
 * Write METADATA or PKG-INFO: UTF-8, LF, nothing folded but the License text.
 *
 * `parseMetadata` gives the metadata back, with these differences: empty strings are left out, line ends of
 * descriptions and licence texts are LF, a description ends with LF, and a licence text has no blanks around it.
 *
 * @throws {PackwheelError} `METADATA_INJECTION`, `METADATA_INVALID_TEXT`, `METADATA_FIELD_MISSING`,
 *   `METADATA_FIELD_TOO_NEW`, `METADATA_VERSION_UNKNOWN`
 */
export function writeMetadata(metadata: CoreMetadata): string {
  if (!METADATA_VERSIONS.includes(metadata.metadataVersion)) {
    throw new PackwheelError(
      "METADATA_VERSION_UNKNOWN",
      `Cannot write metadata of version "${excerpt(metadata.metadataVersion)}": no such version`,
      { hint: `Use one of ${METADATA_VERSIONS.join(", ")}` },
    );
  }
  let text = "";
  for (const field of METADATA_FIELDS) {
    const values = fieldValues(metadata, field);
    if (values.length === 0) {
      if (field.key === "name" || field.key === "version") throw missingField(field);
      continue;
    }
    requireVersion(metadata, field.name, field.since);
    if (field.key === "description") continue;
    for (const value of values) text += `${field.name}: ${formatValue(field, value)}\n`;
  }
  if (!metadata.description) return text;
  requireVersion(metadata, "Description as body", "2.1");
  return `${text}\n${formatBody(metadata.description)}`;
}

/** The version to write: 2.4 is the newest that every index takes, 2.5 is needed for import names. */
export function chooseMetadataVersion(metadata: CoreMetadata): MetadataVersion {
  return metadata.importName.length > 0 || metadata.importNamespace.length > 0 ? "2.5" : "2.4";
}

function emptyLists(): Record<ListKey, string[]> {
  return {
    dynamic: [],
    platform: [],
    supportedPlatform: [],
    licenseFile: [],
    classifier: [],
    requiresDist: [],
    requiresExternal: [],
    projectUrl: [],
    providesExtra: [],
    providesDist: [],
    obsoletesDist: [],
    requires: [],
    provides: [],
    obsoletes: [],
    importName: [],
    importNamespace: [],
  };
}

/** Fields are folded by others in many ways; our own folding is undone exactly. */
function unfoldField(field: MetadataField, value: string): string {
  // Before metadata 2.1 descriptions were headers, each continued line marked with a bar.
  if (field.key === "description") {
    const bars = value.replace(/(\r\n|\r|\n) {7}\|/g, "\n");
    return bars === value ? unfoldValue(value, Number.MAX_SAFE_INTEGER) : bars;
  }
  return unfoldValue(value, field.key === "license" ? foldWidth(field) : Number.MAX_SAFE_INTEGER);
}

function unknownField(header: Header, file: string): Finding {
  const name = header.name.toLowerCase();
  if (name === "content-type" || name === "content-transfer-encoding" || name === "mime-version") {
    const message = `Cannot trust the description in ${file}: header "${header.name}" makes parsers read it as a MIME message`;
    return { code: "METADATA_MIME_HEADER", severity: "error", message, path: file, hint: `Remove ${header.name}` };
  }
  const message = `Field "${excerpt(header.name)}" on line ${header.line} of ${file} is not a core metadata field`;
  return { code: "METADATA_FIELD_UNKNOWN", severity: "warning", message, path: file };
}

function repeatedField(header: Header, field: MetadataField, file: string): Finding {
  const message = `Field ${field.name} on line ${header.line} of ${file} is there a second time`;
  return { code: "METADATA_FIELD_REPEATED", severity: "error", message, path: file };
}

function fieldValues(metadata: CoreMetadata, field: MetadataField): readonly string[] {
  if (field.multiple) return metadata[field.key];
  const value = metadata[field.key];
  return value === undefined || value === "" || (field.key === "license" && value.trim() === "") ? [] : [value];
}

function missingField(field: MetadataField): PackwheelError {
  return new PackwheelError("METADATA_FIELD_MISSING", `Cannot write metadata: ${field.name} is empty`);
}

function requireVersion(metadata: CoreMetadata, what: string, since: MetadataVersion): void {
  if (isSince(metadata.metadataVersion, since)) return;
  throw new PackwheelError(
    "METADATA_FIELD_TOO_NEW",
    `Cannot write ${what} into metadata ${metadata.metadataVersion}: it came with metadata ${since}`,
    { hint: `Use metadata version ${since} or newer` },
  );
}

function formatValue(field: MetadataField, value: string): string {
  requireText(field.name, value);
  if (field.key === "license") return foldText(value, foldWidth(field));
  const boundary = LINE_BOUNDARY.exec(value);
  if (boundary === null) return value;
  throw new PackwheelError(
    "METADATA_INJECTION",
    `Cannot write ${field.name} "${excerpt(value)}": a line break at character ${boundary.index} would start a new field`,
    { hint: `Write ${field.name} on one line` },
  );
}

/** Continuation lines line up below the first character of the value. */
function foldWidth(field: MetadataField): number {
  return field.name.length + 2;
}

/** Empty lines get blanks too: an empty line would end the headers. */
function foldText(text: string, width: number): string {
  return text
    .trim()
    .split(new RegExp(LINE_BOUNDARY, "g"))
    .join(`\n${" ".repeat(width)}`);
}

function formatBody(description: string): string {
  requireText("Description", description);
  const body = description.replace(/\r\n?/g, "\n");
  return body.endsWith("\n") ? body : `${body}\n`;
}

function requireText(name: string, value: string): void {
  const problem = value.includes("\0")
    ? "a NUL character"
    : hasLoneSurrogate(value)
      ? "half a surrogate pair"
      : undefined;
  if (problem === undefined) return;
  throw new PackwheelError("METADATA_INVALID_TEXT", `Cannot write ${name} "${excerpt(value)}": it holds ${problem}`);
}
