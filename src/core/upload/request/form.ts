/**
 * The form of the legacy upload API: which fields there are, and how they become the body of a request.
 * Spec: https://docs.pypi.org/api/upload/ and RFC 7578.
 */
import type { CoreMetadata } from "../../wheel/metadata.ts";
import { isSince, METADATA_FIELDS, type MetadataField } from "../../wheel/metadata-fields.ts";

export interface FormField {
  readonly name: string;
  readonly value: string;
}

/** What the form says of a file beside its metadata. */
export interface FormFile {
  /** `hello-1.0-py3-none-any.whl` */
  readonly filename: string;
  readonly kind: "wheel" | "sdist";
  /** Python tags of a wheel as its name writes them: `py2.py3`. */
  readonly pythonTag: string | undefined;
  readonly size: number;
  /** Hex. */
  readonly sha256: string;
  /** Of 32 bytes, hex. */
  readonly blake2b256: string;
}

export interface FormExtras {
  readonly comment?: string | undefined;
  /** JSON array of PEP 740. */
  readonly attestations?: string | undefined;
}

/** Form names that are not the field's key in snake case. */
const OTHER_NAMES: Readonly<Record<string, string>> = { classifier: "classifiers", projectUrl: "project_urls" };

/**
 * All fields but the file itself, in the order in which they are sent. The index judges these, not the file's METADATA,
 * so nothing is left out but what is empty.
 */
export function uploadFields(metadata: CoreMetadata, file: FormFile, extras: FormExtras = {}): FormField[] {
  return [
    { name: ":action", value: "file_upload" },
    { name: "protocol_version", value: "1" },
    ...METADATA_FIELDS.flatMap((field) => metadataFields(metadata, field)),
    { name: "filetype", value: file.kind === "wheel" ? "bdist_wheel" : "sdist" },
    { name: "pyversion", value: file.pythonTag ?? "source" },
    { name: "sha256_digest", value: file.sha256 },
    { name: "blake2_256_digest", value: file.blake2b256 },
    ...(extras.comment === undefined ? [] : [{ name: "comment", value: extras.comment }]),
    ...(extras.attestations === undefined ? [] : [{ name: "attestations", value: extras.attestations }]),
  ];
}

/** `supportedPlatform` -> `supported_platform` */
export function formName({ key }: Pick<MetadataField, "key">): string {
  return OTHER_NAMES[key] ?? key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

const FORM_NAMES: ReadonlyMap<MetadataField, string> = new Map(
  METADATA_FIELDS.map((field) => [field, formName(field)]),
);

function metadataFields(metadata: CoreMetadata, field: MetadataField): FormField[] {
  const name = FORM_NAMES.get(field) ?? formName(field);
  // Before 2.4 some tools wrote License-File without a specification; the index refuses it there.
  if (field.key === "licenseFile" && !isSince(metadata.metadataVersion, "2.4")) return [];
  const values = field.multiple ? metadata[field.key] : [metadata[field.key] ?? ""];
  const present = values.filter((value) => value !== "" && value.trim() !== "UNKNOWN");
  // GitLab refuses forms without this field.
  if (field.key === "requiresPython" && present.length === 0) return [{ name, value: "" }];
  return present.map((value) => ({ name, value }));
}

/** The bytes around the file; the file's own are streamed between them. */
export interface MultipartFrame {
  readonly contentType: string;
  readonly head: Uint8Array;
  readonly tail: Uint8Array;
  /** Of the whole body. */
  readonly length: number;
}

/** @param boundary In none of the values, nor in the file: `multipartBoundary` makes one. */
export function multipartFrame(fields: readonly FormField[], file: FormFile, boundary: string): MultipartFrame {
  const parts = fields.map(({ name, value }) => {
    return `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"\r\n\r\n${value}\r\n`;
  });
  const content =
    `--${boundary}\r\nContent-Disposition: form-data; name="content"; filename="${quoted(file.filename)}"\r\n` +
    "Content-Type: application/octet-stream\r\n\r\n";
  const encoder = new TextEncoder();
  const head = encoder.encode(parts.join("") + content);
  const tail = encoder.encode(`\r\n--${boundary}--\r\n`);
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    head,
    tail,
    length: head.length + file.size + tail.length,
  };
}

/** From the file's hash, which no file can hold of itself; a value that has it all the same makes it longer. */
export function multipartBoundary(fields: readonly FormField[], file: FormFile): string {
  let boundary = `packwheel-${file.sha256.slice(0, 40)}`;
  while (fields.some(({ value }) => value.includes(boundary))) boundary += "-";
  return boundary;
}

/** Spec: https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data */
function quoted(text: string): string {
  return text.replaceAll("\n", "%0A").replaceAll("\r", "%0D").replaceAll('"', "%22");
}
